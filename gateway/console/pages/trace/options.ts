import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	NamesOfManufacturersDocument,
	OfferedNamesDocument,
	PickCentersDocument,
	PickInstitutesDocument,
	PickManufacturersDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { KINDS } from "../../parts/kinds.ts";
import { SECTORS, STATES } from "../../parts/lists.ts";
import type { Option } from "../../parts/Picker.tsx";
import { useWords, type Words } from "../../words/use-words.ts";
import { type FilterName, HOST_KINDS } from "./filters.ts";

const FIRST_YEAR = 1988;

/** Years since the first MEP centers, the latest first. */
function years(): Option[] {
	const last = new Date().getFullYear();
	return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => {
		const year = String(last - index);
		return { id: year, name: year };
	});
}

function stateOptions(t: Words): Option[] {
	const options = STATES.map((id) => ({
		id,
		name: t.maybe(`state.${id}`, id),
		about: id.slice(3),
	}));
	return options.sort((a, b) => a.name.localeCompare(b.name, t.language));
}

type Offer = { id: string; name: string; institute: { name: string } };
const offers = (list: readonly Offer[] = []): Option[] =>
	list.map(({ id, name, institute }) => ({ id, name, about: institute.name }));

/** What each picker of the sentence offers, and the names of what was picked. */
export function useOptions(): (name: FilterName) => readonly Option[] {
	const t = useWords();
	const centers = useQuery(ask(PickCentersDocument, {})).data?.data.mepCenters.nodes ?? [];
	const institutes = useQuery(ask(PickInstitutesDocument, {})).data?.data.institutes.nodes ?? [];
	const offered = useQuery(ask(OfferedNamesDocument, {})).data?.data;
	const sponsors = new Map(
		institutes.flatMap(({ sponsor }) => (sponsor ? [[sponsor.id, sponsor.name] as const] : [])),
	);
	return (name) => {
		switch (name) {
			case "kinds":
				return KINDS.map((id) => ({ id, name: t(`kind.${id}`) }));
			case "smeStates":
			case "centerStates":
				return stateOptions(t);
			case "hostKinds":
				return HOST_KINDS.map((id) => ({ id, name: t(`trace.host.${id}`) }));
			case "naicsSectors":
				return SECTORS.map((id) => ({ id, name: t(`sector.${id}`), about: id }));
			case "fiscalYears":
			case "calendarYears":
				return years();
			case "centerIds":
				return centers.map(({ id, name: called, state }) => ({
					id,
					name: called,
					about: state.slice(3),
				}));
			case "instituteIds":
				return institutes.map(({ id, name: called, nativeName }) => ({
					id,
					name: called,
					about: nativeName ?? undefined,
				}));
			case "sponsors":
				return [...sponsors].map(([id, called]) => ({ id, name: called, about: id }));
			case "networkIds":
				return (offered?.networks ?? []).map(({ id, name: called, nativeName }) => ({
					id,
					name: called,
					about: nativeName ?? undefined,
				}));
			case "facilityIds":
				return offers(offered?.facilities.nodes);
			case "courseIds":
				return offers(offered?.courses.nodes);
			case "technologyIds":
				return offers(offered?.technologies.nodes);
			default:
				return [];
		}
	};
}

/** Manufacturers whose names have what was typed, after those that are picked. */
export function useManufacturers(picked: readonly string[]): {
	options: Option[];
	search: (text: string) => void;
} {
	const [text, search] = useState("");
	const found = useQuery({
		...ask(PickManufacturersDocument, text.trim() ? { search: text.trim() } : {}),
		placeholderData: (before) => before,
	});
	const named = useQuery({
		...ask(NamesOfManufacturersDocument, { ids: [...picked] }),
		enabled: picked.length > 0,
		placeholderData: (before) => before,
	});
	const options = new Map<string, Option>();
	for (const { id, name } of named.data?.data.smes.nodes ?? [])
		if (picked.includes(id)) options.set(id, { id, name });
	for (const { id, name, city, state } of found.data?.data.smes.nodes ?? []) {
		const about = [city, state?.slice(3)].filter(Boolean).join(", ");
		options.set(id, { id, name, about });
	}
	return { options: [...options.values()], search };
}
