import sql, { type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { containsWords, likePattern } from "../../../shared/database/search.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { InstituteRow, MrlLevelRow } from "../database/rows.ts";
import type { ListedTable } from "../list/table.ts";

/** The table of institutes. */
export const INSTITUTES: ListedTable<InstituteRow> = {
	name: "institutes",
	type: "Institute",
	columns: {
		fullName: ["full_name"],
		nativeName: ["native_name"],
		acronym: ["acronym"],
		formerNames: ["former_names"],
		technologyArea: ["technology_area"],
		nativeTechnologyArea: ["native_technology_area"],
		sponsor: ["sponsor"],
		lead: ["lead", "native_lead", "lead_kind"],
		headquarters: ["city", "state", "country", "native_city"],
		mission: ["mission"],
		nativeMission: ["native_mission"],
		source: ["source_document", "source_section", "source_line"],
	},
};

export type InstituteFilter = {
	ids?: string[] | null;
	networkIds?: string[] | null;
	sponsors?: string[] | null;
	states?: string[] | null;
	technologyArea?: string | null;
	search?: string | null;
};

/** Conditions on `institutes t`. */
export function instituteConditions(filter: InstituteFilter): Sql[] {
	const found: Sql[] = [];
	if (filter.ids) found.push(sqlIn("t.id", filter.ids));
	if (filter.networkIds)
		found.push(
			sql`t.id IN (SELECT m.institute_id FROM network_institutes m WHERE ${sqlIn("m.network_id", filter.networkIds)})`,
		);
	if (filter.sponsors) found.push(sqlIn("t.sponsor", filter.sponsors));
	if (filter.states) found.push(sqlIn("t.state", filter.states));
	if (filter.technologyArea)
		found.push(
			sql`LOWER(t.technology_area) LIKE ${likePattern(filter.technologyArea)} ESCAPE '\\'`,
		);
	if (filter.search) found.push(containsWords("t.search_text", filter.search));
	return found;
}

export function allMrlLevels(database: Database): Promise<MrlLevelRow[]> {
	return database.read(sql`SELECT m.* FROM mrl_levels m ORDER BY CAST(m.id AS INTEGER)`);
}
