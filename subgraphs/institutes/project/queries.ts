import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { CallRow, ProjectRow, RoadmapAreaRow } from "../database/rows.ts";
import type { ListedTable } from "../list/table.ts";

const PAGE_SOURCE = ["source_url", "read_on"] as const;

/** The table of projects. */
export const PROJECTS: ListedTable<ProjectRow> = {
	name: "projects",
	type: "Project",
	columns: {
		lead: ["lead"],
		partners: ["partners"],
		call: ["call_id"],
		technology: ["technology_id"],
		startedOn: ["started"],
		note: ["note"],
		institute: ["institute_id"],
		source: PAGE_SOURCE,
	},
};

/** Calls by their id or by that of their institute; dated ones first. */
export function callsBy(
	database: Database,
	column: "id" | "institute_id",
	ids: readonly string[],
): Promise<CallRow[]> {
	return database.read(
		sql`SELECT c.* FROM calls c WHERE ${sqlIn(`c.${column}`, ids)} ORDER BY c.institute_id, c.opened NULLS LAST, c.id`,
	);
}

export function roadmapAreasByIds(
	database: Database,
	ids: readonly string[],
): Promise<RoadmapAreaRow[]> {
	return database.read(sql`SELECT r.* FROM roadmap_areas r WHERE ${sqlIn("r.id", ids)}`);
}

/** The areas of several institutes' roadmaps, in the order in which they are printed. */
export function roadmapOf(
	database: Database,
	instituteIds: readonly string[],
): Promise<RoadmapAreaRow[]> {
	return database.read(
		sql`SELECT r.* FROM roadmap_areas r WHERE ${sqlIn("r.institute_id", instituteIds)} ORDER BY r.institute_id, r.number`,
	);
}
