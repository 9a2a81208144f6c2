import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Address, readAddress, whereOf, writeAddress } from "./address.ts";
import type { Filters } from "./filters.ts";
import { narrowed } from "./narrowed.ts";

const route = getRouteApi("/trace");

/** The view that the address says, and how to change it; each change is a step that "back" undoes. */
export function useView() {
	const search = route.useSearch();
	const navigate = route.useNavigate();
	return useMemo(() => {
		const address = readAddress(search);
		const go = (next: Pick<Address, "filters" | "by">) =>
			void navigate({ search: writeAddress(next), resetScroll: false });
		return {
			...address,
			where: whereOf(address.filters),
			narrow: (more: Filters) => go({ by: address.by, filters: narrowed(address.filters, more) }),
			flowBy: (by: Address["by"]) => go({ ...address, by }),
			clear: () => go({ by: address.by, filters: {} }),
			/** The address without what is not understood. */
			tidy: () => go(address),
		};
	}, [search, navigate]);
}

export type View = ReturnType<typeof useView>;
