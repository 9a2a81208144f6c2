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
		type View = Pick<Address, "filters" | "by">;
		// From the address as it is by then: a change before may not be drawn yet.
		const go = (next: (now: View) => View) =>
			void navigate({ search: (now) => writeAddress(next(readAddress(now))), resetScroll: false });
		return {
			...address,
			where: whereOf(address.filters),
			narrow: (more: Filters) =>
				go(({ by, filters }) => ({ by, filters: narrowed(filters, more) })),
			flowBy: (by: Address["by"]) => go((now) => ({ ...now, by })),
			clear: () => go(({ by }) => ({ by, filters: {} })),
			/** The address without what is not understood. */
			tidy: () => go((now) => now),
		};
	}, [search, navigate]);
}

export type View = ReturnType<typeof useView>;
