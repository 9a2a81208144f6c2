import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { readSearch, type Search } from "./view-address.ts";

/** What the address of a page says, and how to change it. Each change is a step that "back" undoes, but for what is typed. */
export function useAddress(known: Parameters<typeof readSearch>[1]) {
	const search: Search = useSearch({ strict: false });
	const navigate = useNavigate();
	return useMemo(() => {
		const address = readSearch(search, known);
		const go = (more: Record<string, string | undefined>, replace = false) => {
			// From the address as it is by then: a change before may not be drawn yet.
			const next = (now: Search) => {
				const said = Object.entries({ ...readSearch(now, known).says, ...more });
				return Object.fromEntries(said.filter(([, value]) => value));
			};
			void navigate({ to: ".", search: next, replace, resetScroll: false } as never);
		};
		return {
			...address,
			/** Says something else; undefined takes it away. */
			say: (more: Record<string, string | undefined>) => go(more),
			/** The same while somebody types. */
			type: (more: Record<string, string | undefined>) => go(more, true),
			/** The address without what is not understood. */
			tidy: () => go({}),
		};
	}, [search, navigate, known]);
}

export type AddressView = ReturnType<typeof useAddress>;
