import sql, { join, raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";

/** Type → the table and column of its ids. No id is in two of them. */
const PLACES = {
	Institute: ["institutes", "id"],
	Network: ["networks", "id"],
	Facility: ["facilities", "id"],
	Course: ["courses", "id"],
	Technology: ["technologies", "id"],
	Project: ["projects", "id"],
	ProjectCall: ["calls", "id"],
	RoadmapArea: ["roadmap_areas", "id"],
	MembershipTier: ["tiers", "id"],
	Entitlement: ["entitlements", "id"],
	IndicatorDefinition: ["indicators", "id"],
	SourceDocument: ["documents", "id"],
	Doubt: ["doubts", "id"],
	Observation: ["observations", "id"],
	Agency: ["institutes", "sponsor"],
} as const;

export type NodeType = keyof typeof PLACES;

/** The type of the object with an id, found in one statement; undefined if there is none. */
export async function typeOfId(database: Database, id: string): Promise<NodeType | undefined> {
	const looks = Object.entries(PLACES).map(
		([type, [table, column]]) =>
			sql`SELECT * FROM (SELECT ${type} AS type FROM ${raw(table)} t WHERE ${raw(`t.${column}`)} = ${id} LIMIT 1) AS p`,
	);
	const [found] = await database.read<{ type: NodeType }>(join(looks, " UNION ALL "));
	return found?.type;
}
