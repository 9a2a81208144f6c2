import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { LogManufacturersDocument, LogSearchDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import type { Option } from "../../parts/Picker.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";

type Sme = { id: string; name: string; city: string | null; state: string | null };

/** Clients to choose from: those served last, and, by what is typed, those that the hub knows, also in another spelling. */
export function useClients(viewer: SignedIn, center: string) {
	const t = useWords();
	const [typed, setTyped] = useState("");
	const text = typed.trim();
	const variables = { centers: [center], subjects: [viewer.subject] };
	const { data: known } = useQuery(ask(LogManufacturersDocument, variables));
	const { data: found } = useQuery({
		...ask(LogSearchDocument, { search: text }),
		enabled: text.length > 1,
		placeholderData: (before) => before,
	});
	const options = useMemo((): Option[] => {
		const recent = known?.data.engagements.nodes.map(({ sme }) => sme) ?? [];
		const heard = found?.data
			? [...found.data.smes.nodes, ...found.data.similarSmes.map(({ sme }) => sme)]
			: [];
		const words = text.toLowerCase().split(/\s+/);
		const named = recent.filter(({ name }) =>
			words.every((word) => name.toLowerCase().includes(word)),
		);
		const listed: Sme[] = text.length > 1 ? [...named, ...heard] : recent.slice(0, 20);
		return [...new Map(listed.map((sme) => [sme.id, sme])).values()].map(
			({ id, name, city, state }) => ({
				...{ id, name },
				about: [city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", "),
			}),
		);
	}, [known, found, text, t]);
	return { options, search: setTyped };
}
