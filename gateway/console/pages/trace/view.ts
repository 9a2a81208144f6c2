import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Address, readAddress, whereOf, writeAddress } from "./address.ts";
import { FILTER_NAMES, type FilterName, type Filters } from "./filters.ts";

const route = getRouteApi("/trace");

/** What contradicts a filter, and goes when that is set. */
const CONTRADICTS: Partial<Record<FilterName, FilterName>> = {
	centerIds: "withoutCenter",
	instituteIds: "withoutInstitute",
	smeStates: "withoutState",
	naicsSectors: "withoutNaics",
	withoutCenter: "centerIds",
	withoutInstitute: "instituteIds",
	withoutState: "smeStates",
	withoutNaics: "naicsSectors",
};

/** The filters with others set besides; what would contradict these is given up. */
export function narrowed(filters: Filters, more: Filters): Filters {
	const result = { ...filters, ...more };
	for (const name of FILTER_NAMES) {
		const contradicted = more[name]?.length && CONTRADICTS[name];
		if (contradicted && !more[contradicted]) delete result[contradicted];
	}
	return result;
}

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
