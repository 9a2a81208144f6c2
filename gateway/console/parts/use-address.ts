import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { readSearch, type Search } from "./view-address.ts";

/** What the address of a page says, and how to change it. Each change is a step that "back" undoes, but for what is typed. */
export function useAddress(known: Parameters<typeof readSearch>[1]) {
	const search: Search = useSearch({ strict: false });
	const navigate = useNavigate();
	return useMemo(() => {
		const address = readSearch(search, known);
		const go = (next: Record<string, string | undefined>, replace = false) => {
			const said = Object.entries(next).filter(([, value]) => value);
			const options = { to: ".", search: Object.fromEntries(said), replace, resetScroll: false };
			void navigate(options as never);
		};
		return {
			...address,
			/** Says something else; undefined takes it away. */
			say: (more: Record<string, string | undefined>) => go({ ...address.says, ...more }),
			/** The same while somebody types. */
			type: (more: Record<string, string | undefined>) => go({ ...address.says, ...more }, true),
			/** The address without what is not understood. */
			tidy: () => go(address.says),
		};
	}, [search, navigate, known]);
}

export type AddressView = ReturnType<typeof useAddress>;
