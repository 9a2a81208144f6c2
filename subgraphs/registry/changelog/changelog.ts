import { LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { badInput } from "../../../shared/errors.ts";
import { SchemaChangesRow } from "../database/count-rows.ts";
import { SupergraphRow } from "../database/rows.ts";
import { supergraphRow, supergraphRows } from "../supergraph/queries.ts";
import type { Compared } from "./compare.ts";
import { compareInWorker } from "./compare-in-worker.ts";
import { knownChanges, pairId, supergraphTexts } from "./queries.ts";
import type { SchemaChangelogEntry } from "./type.ts";

type Versions = { from: number; to: number };
type Kept = Omit<SupergraphRow, "sdl">;

/** Keeps what was compared; a pair goes with the older of its supergraphs, of which the last hundred are kept. */
async function keep(database: Database, pairs: Versions[], compared: Compared[]): Promise<void> {
	const rows = pairs.map(({ from, to }, index) => ({
		id: pairId(from, to),
		from_version: from,
		to_version: to,
		changes: JSON.stringify(compared[index]?.changes ?? []),
		total: compared[index]?.total ?? 0,
	}));
	await database.write(async (manager) => {
		const [oldest] = await manager.find(SupergraphRow, {
			select: { version: true },
			order: { version: "ASC" },
			take: 1,
		});
		const gone = LessThan(oldest?.version ?? 0);
		await manager.delete(SchemaChangesRow, [{ from_version: gone }, { to_version: gone }]);
		await manager
			.createQueryBuilder()
			.insert()
			.into(SchemaChangesRow)
			.values(rows)
			.orIgnore()
			.execute();
	});
}

/** The changes of pairs of kept supergraphs, each compared once. */
async function changesOf(database: Database, pairs: Versions[]): Promise<Map<string, Compared>> {
	const known = await knownChanges(
		database,
		pairs.map(({ from, to }) => pairId(from, to)),
	);
	const found = new Map<string, Compared>(
		known.map(({ id, changes, total }) => [id, { changes: JSON.parse(changes), total }]),
	);
	const missing = pairs.filter(({ from, to }) => !found.has(pairId(from, to)));
	if (missing.length === 0) return found;
	const texts = await supergraphTexts(database, [
		...new Set(missing.flatMap(({ from, to }) => [from, to])),
	]);
	const compared = await compareInWorker(
		missing.map(({ from, to }) => ({ from: texts.get(from) ?? "", to: texts.get(to) ?? "" })),
	);
	await keep(database, missing, compared);
	for (const [index, { from, to }] of missing.entries()) {
		const one = compared[index];
		if (one) found.set(pairId(from, to), one);
	}
	return found;
}

function toEntry(
	{ version, parts, served_at }: Kept,
	previous: number | null,
	compared: Compared | undefined,
): SchemaChangelogEntry {
	return {
		version,
		previous,
		servedAt: served_at,
		parts: JSON.parse(parts),
		changes: compared?.changes ?? [],
		totalChanges: compared?.total ?? 0,
	};
}

/** What changed with each supergraph that was served, the newest first. */
export async function schemaChangelog(
	database: Database,
	first: number,
): Promise<SchemaChangelogEntry[]> {
	const rows = await supergraphRows(database, first + 1, false);
	const pairs = rows.slice(0, -1).map(({ version: to }, index) => ({
		from: rows[index + 1]?.version ?? 0,
		to,
	}));
	const found = await changesOf(database, pairs);
	return rows.slice(0, first).map((row, index) => {
		const previous = rows[index + 1]?.version ?? null;
		return toEntry(row, previous, found.get(pairId(previous ?? 0, row.version)));
	});
}

/** What changed from one kept supergraph to another. Throws NOT_FOUND where one is not kept. */
export async function schemaDiff(
	database: Database,
	{ from, to }: Versions,
): Promise<SchemaChangelogEntry> {
	if (from >= to) throw badInput("from", `must be before "to"; ${from} is not before ${to}`);
	await supergraphRow(database, from);
	const later = await supergraphRow(database, to);
	const found = await changesOf(database, [{ from, to }]);
	return toEntry(later, from, found.get(pairId(from, to)));
}
