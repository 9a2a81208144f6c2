import type { SmeRow } from "../database/rows.ts";
import { nameColumns } from "../name-matching/names.ts";

/** A manufacturer in its first revision: what is not given is empty, and it is confidential. */
export function newSme(given: Partial<SmeRow> & { id: string; name: string }): SmeRow {
	return {
		city: null,
		state: null,
		naics: null,
		employees: null,
		larger_group: null,
		visibility: "CONFIDENTIAL",
		synthetic: false,
		center_id: null,
		merged_into: null,
		root_id: given.id,
		...nameColumns(given.name),
		removed: false,
		revision: 1,
		...given,
	};
}
