import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { LogManufacturersDocument, LogSearchDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { askKept } from "../../offline/known.ts";
import { type KnownSme, matching } from "../../offline/names.ts";
import { useDeviceViewer } from "../../session/use-session.ts";

/** Manufacturers that this device knows: those served last first, then those that their owner registered. */
export function useKnownManufacturers(owner: string): readonly KnownSme[] {
	const viewer = useDeviceViewer();
	const variables = {
		centers: viewer?.center ? [viewer.center] : [],
		subjects: [viewer?.subject ?? ""],
	};
	const { data } = useQuery({
		...askKept(owner, "manufacturers", LogManufacturersDocument, variables),
		enabled: viewer !== undefined,
	});
	return useMemo(() => {
		const { engagements, smes } = data?.data ?? {};
		const all = [...(engagements?.nodes.map(({ sme }) => sme) ?? []), ...(smes?.nodes ?? [])];
		return [...new Map(all.map((sme) => [sme.id, sme])).values()];
	}, [data]);
}

/** What the hub and this device know by what was typed so far: recent ones first, then others, then nearby spellings. */
export function useMatches(search: string, known: readonly KnownSme[]) {
	const text = search.trim();
	const { data } = useQuery({
		...ask(LogSearchDocument, { search: text }),
		enabled: text.length > 1,
		placeholderData: (before) => before,
	});
	return useMemo(() => {
		const recent = matching(text, known, text ? 5 : 8);
		const ids = new Set(recent.map(({ id }) => id));
		const heard: KnownSme[] =
			text.length > 1
				? [
						...(data?.data.smes.nodes ?? []),
						...(data?.data.similarSmes ?? []).map(({ sme }) => sme),
					]
				: [];
		const others = heard.filter(({ id }) => !ids.has(id) && ids.add(id));
		return { recent, others };
	}, [text, known, data]);
}
