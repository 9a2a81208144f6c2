import sql, { raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { DistinctPairRow, SmeIdentifierRow, SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../policy.ts";
import type { Compared } from "./likely-pairs.ts";

/** COALESCE keeps the planner from the index on `merged_into`, which nearly all rows match. */
const LISTED = raw("COALESCE(s.merged_into, '') = '' AND NOT s.removed");

/** The manufacturers that a viewer sees as they are compared, but for merged and removed ones. */
export async function comparedSmes(database: Database, viewer: Viewer): Promise<Compared[]> {
	const listed = sql`FROM smes s WHERE ${LISTED} AND (${visibleSmes(viewer)})`;
	const [smes, identifiers] = await Promise.all([
		database.read<Pick<SmeRow, "id" | "name" | "match_name" | "city" | "state">>(
			sql`SELECT s.id, s.name, s.match_name, s.city, s.state ${listed} ORDER BY s.id`,
		),
		database.read<Pick<SmeIdentifierRow, "sme_id" | "scheme" | "value">>(
			sql`SELECT i.sme_id, i.scheme, i.value FROM sme_identifiers i WHERE i.sme_id IN (SELECT s.id ${listed}) ORDER BY i.id`,
		),
	]);
	const bySme = new Map<string, Compared["identifiers"]>();
	for (const { sme_id, scheme, value } of identifiers) {
		const known = bySme.get(sme_id);
		if (known) known.push({ scheme, value });
		else bySme.set(sme_id, [{ scheme, value }]);
	}
	return smes.map(({ id, name, match_name, city, state }) => ({
		id,
		name,
		matchName: match_name,
		city,
		state,
		identifiers: bySme.get(id) ?? [],
	}));
}

/** A declaration with the manufacturers that it is about after merges. */
export type Declared = DistinctPairRow & { one_root: string; other_root: string };

/** All declarations that were not taken back. */
export function standingDeclarations(database: Reader): Promise<Declared[]> {
	return database.read(
		sql`SELECT d.*, a.root_id AS one_root, b.root_id AS other_root FROM distinct_pairs d JOIN smes a ON a.id = d.one_id JOIN smes b ON b.id = d.other_id WHERE NOT d.withdrawn ORDER BY d.id`,
	);
}

/** The declarations, not taken back, that two manufacturers are distinct, under whichever ids they were made. */
export function declarationsBetween(
	database: Reader,
	one: string,
	other: string,
): Promise<Declared[]> {
	return database.read(
		sql`SELECT d.*, a.root_id AS one_root, b.root_id AS other_root FROM distinct_pairs d JOIN smes a ON a.id = d.one_id JOIN smes b ON b.id = d.other_id WHERE NOT d.withdrawn AND ((a.root_id = ${one} AND b.root_id = ${other}) OR (a.root_id = ${other} AND b.root_id = ${one})) ORDER BY d.id`,
	);
}
