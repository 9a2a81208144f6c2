import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { SchemaChangesRow } from "../database/count-rows.ts";

export const pairId = (from: number, to: number) => `${from}~${to}`;

/** What was compared before, of these pairs. */
export function knownChanges(
	database: Database,
	ids: readonly string[],
): Promise<SchemaChangesRow[]> {
	return database.read(
		sql`SELECT c.id, c.from_version, c.to_version, c.changes, c.total FROM schema_changes c WHERE ${sqlIn("c.id", ids)}`,
	);
}

/** The texts of supergraphs, by version. */
export async function supergraphTexts(
	database: Database,
	versions: readonly number[],
): Promise<Map<number, string>> {
	const rows = await database.read<{ version: number; sdl: string }>(
		sql`SELECT g.version, g.sdl FROM supergraphs g WHERE ${sqlIn("g.version", versions)}`,
	);
	return new Map(rows.map(({ version, sdl: text }) => [Number(version), text]));
}
