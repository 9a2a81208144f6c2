import { FILTER_NAMES, type FilterName, type Filters } from "./filters.ts";

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
