import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { FigureChoicesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import {
	type Filters,
	knownOnly,
	readAddress,
	sortingOf,
	whereOf,
	writeAddress,
} from "./address.ts";
import { knownValues } from "./choices.ts";

const route = getRouteApi("/figures");

/** The view that the address says, and how to change it; each change is a step that "back" undoes. */
export function useView() {
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const choices = useQuery(ask(FigureChoicesDocument, {})).data?.data;
	return useMemo(() => {
		const known = choices && knownValues(choices);
		const address = readAddress(search);
		const { filters, unknown } = knownOnly(address.filters, known);
		// From the address as it is by then: a change before may not be drawn yet.
		const go = (next: (now: Filters) => Filters) =>
			void navigate({
				search: (now) => writeAddress(next(knownOnly(readAddress(now).filters, known).filters)),
				resetScroll: false,
			});
		const { sort, ...conditions } = filters;
		return {
			filters,
			sorting: sortingOf(filters),
			where: whereOf(filters),
			notUnderstood: [...address.notUnderstood, ...unknown],
			isNarrowed: Object.keys(conditions).length > 0,
			/** Sets some filters; an empty list takes one away. */
			set: (more: Filters) => go((now) => ({ ...now, ...more })),
			clear: () => go(() => (sort ? { sort } : {})),
			/** The address without what is not understood. */
			tidy: () => go((now) => now),
		};
	}, [search, navigate, choices]);
}

export type View = ReturnType<typeof useView>;
