import cliProgress from "cli-progress";
import { type EntityManager, type EntityMetadata, IsNull, Not, type ObjectLiteral } from "typeorm";
import { readConfig } from "../../shared/config.ts";
import type { Database, Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { openInstitutesDatabase } from "../../subgraphs/institutes/database/open.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import { StateRow } from "../../subgraphs/registry/database/rows.ts";
import { openImportsDatabase } from "../rest/imports/database.ts";
import { refuseSandbox } from "./sandbox/folder.ts";

const BATCH_SIZE = 500;

const OPENERS: Record<string, (storage: Storage) => Promise<Database>> = {
	institutes: openInstitutesDatabase,
	mep: openMepDatabase,
	engagements: openEngagementsDatabase,
	registry: openRegistryDatabase,
	imports: openImportsDatabase,
};

/** Tables that a new database fills itself; the copied rows replace them. */
const PREFILLED: unknown[] = [StateRow];

type Copied = Record<string, number>;

/** Reads a table in the order of its key, a batch at a time. */
async function* batches(manager: EntityManager, { target, primaryColumns }: EntityMetadata) {
	const key = primaryColumns[0]?.propertyName as string;
	for (let skip = 0; ; skip += BATCH_SIZE) {
		const rows: ObjectLiteral[] = await manager.find(target, {
			order: { [key]: "ASC" },
			skip,
			take: BATCH_SIZE,
		});
		if (rows.length === 0) return;
		yield rows;
	}
}

/** Sets the sequence of a generated column to its highest value. */
async function updateSequence(manager: EntityManager, table: EntityMetadata): Promise<void> {
	const column = table.generatedColumns[0]?.databaseName;
	if (!column) return;
	const name = `"${table.schema}"."${table.tableName}"`;
	await manager.query(
		`SELECT setval(pg_get_serial_sequence('${name}', '${column}'), (SELECT COALESCE(MAX("${column}"), 1) FROM ${name}))`,
	);
}

async function copyTable(
	from: EntityManager,
	to: EntityManager,
	table: EntityMetadata,
	say: (rows: number) => void,
): Promise<number> {
	const target = to.connection.getMetadata(table.target);
	if (PREFILLED.includes(table.target)) await to.delete(table.target, { id: Not(IsNull()) });
	if ((await to.count(table.target)) > 0)
		throw new Error(`${target.tablePath} already contains rows; copy into an empty database`);
	for await (const rows of batches(from, table)) {
		await to.insert(table.target, rows);
		say(rows.length);
	}
	await updateSequence(to, target);
	const [before, after] = [await from.count(table.target), await to.count(table.target)];
	if (before !== after)
		throw new Error(
			`${target.tablePath} has ${after} rows after the copy, but the source has ${before}`,
		);
	return after;
}

/** Copies the rows of a data folder into an empty PostgreSQL database, one transaction per subgraph, and compares counts. */
export async function copyAll(
	dataDir: string,
	databaseUrl: string,
	say: (rows: number) => void = () => undefined,
): Promise<Record<string, Copied>> {
	const copied: Record<string, Copied> = {};
	for (const [name, open] of Object.entries(OPENERS)) {
		const source = await open({ dataDir });
		const target = await open({ dataDir, databaseUrl });
		try {
			// A transaction on the source keeps others from writing while it is read.
			copied[name] = await source.write((from) =>
				target.write(async (to) => {
					const counts: Copied = {};
					// The row classes are listed in foreign key order; TypeORM's metadata is not.
					for (const row of from.connection.options.entities as Array<new () => object>) {
						const table = from.connection.getMetadata(row);
						counts[table.tableName] = await copyTable(from, to, table, say);
					}
					return counts;
				}),
			);
		} finally {
			await source.close();
			await target.close();
		}
	}
	return copied;
}

/** Moves the configured data folder into the configured PostgreSQL database. */
export async function copy(): Promise<void> {
	const { dataDir, databaseUrl } = readConfig();
	refuseSandbox(dataDir);
	if (!databaseUrl)
		throw new Error("HUB_DATABASE_URL: is missing; set it to the PostgreSQL database to copy into");
	const bar = process.stderr.isTTY
		? new cliProgress.SingleBar({
				format: "copied {value} rows in {duration_formatted}",
				stream: process.stderr,
			})
		: undefined;
	bar?.start(0, 0);
	const copied = await copyAll(dataDir, databaseUrl, (rows) => bar?.increment(rows));
	bar?.stop();
	console.log(JSON.stringify(copied, null, 2));
}
