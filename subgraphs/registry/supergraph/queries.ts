import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { notFound } from "../../../shared/errors.ts";
import type { SupergraphRow } from "../database/rows.ts";

/** Supergraphs that were served, the newest first; with their text only where it is asked for. */
export function supergraphRows(
	database: Database,
	first: number,
	withSdl: boolean,
): Promise<Array<Omit<SupergraphRow, "sdl"> & { sdl?: string }>> {
	return withSdl
		? database.read(
				sql`SELECT g.version, g.hash, g.parts, g.served_at, g.sdl FROM supergraphs g ORDER BY g.version DESC LIMIT ${first}`,
			)
		: database.read(
				sql`SELECT g.version, g.hash, g.parts, g.served_at FROM supergraphs g ORDER BY g.version DESC LIMIT ${first}`,
			);
}

/** Throws NOT_FOUND where there is none. */
export async function supergraphRow(database: Database, version: number): Promise<SupergraphRow> {
	const [row] = await database.read<SupergraphRow>(
		sql`SELECT g.version, g.hash, g.sdl, g.parts, g.served_at FROM supergraphs g WHERE g.version = ${version}`,
	);
	if (!row) throw notFound("SupergraphVersion", String(version));
	return row;
}
