import pg from "pg";
import type { Storage } from "../../shared/database/database.ts";
import { openReader } from "../../shared/database/reader.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";

const TABLES = ["smes", "engagements", "outcomes", "outcome_claims", "outcome_covers", "dataset"];
const ROWS_A_STATEMENT = 5000;
/** SQLite has them as 0 and 1. */
const BOOLEANS = new Set(["larger_group", "synthetic", "removed", "late", "fee_paid"]);

const asPostgres = (row: object) =>
	Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			BOOLEANS.has(name) && value !== null ? Boolean(value) : value,
		]),
	);

/** Copies a large SQLite file into an empty database much faster than the hub's own `copy`, which compares what it copies. */
export async function copyEngagements(
	dataDir: string,
	storage: Storage & { databaseUrl: string },
): Promise<void> {
	await (await openEngagementsDatabase(storage)).close();
	const source = await openReader(`${dataDir}/engagements.sqlite`);
	const target = new pg.Client({
		connectionString: storage.databaseUrl,
		options: "-c search_path=engagements",
	});
	await target.connect();
	try {
		for (const table of TABLES)
			for (let after = 0; ; ) {
				const rows = await source.all<{ place: number }>(
					`SELECT rowid AS place, t.* FROM ${table} t WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_A_STATEMENT}`,
					[after],
				);
				if (rows.length === 0) break;
				await target.query(
					`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`,
					[JSON.stringify(rows.map(asPostgres))],
				);
				after = rows.at(-1)?.place ?? after;
			}
		await target.query("ANALYZE");
	} finally {
		await target.end();
		await source.close();
	}
}
