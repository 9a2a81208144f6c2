import type { PartialSmeRow } from "./queries.ts";
import { isSmall } from "./rules.ts";
import type { Sme } from "./type.ts";

/** Row → API type; columns that were not read stay undefined. */
export function toSme(row: PartialSmeRow): Sme {
	return {
		id: row.id,
		name: row.name,
		city: row.city,
		state: row.state,
		naics: row.naics,
		employees: row.employees,
		isSmall:
			row.employees === undefined || row.larger_group === undefined
				? undefined
				: isSmall(row.employees, row.larger_group),
		revision: row.revision as number,
		removed: Boolean(row.removed),
		centerId: row.center_id,
		synthetic: Boolean(row.synthetic),
	} satisfies Record<keyof Sme, unknown>;
}
