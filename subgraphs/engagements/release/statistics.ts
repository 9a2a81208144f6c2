import { z } from "zod";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import type { ReleaseRow } from "../database/release-rows.ts";
import { TABLES } from "../statistics/family.ts";
import { countPicked, everything, type StoredTable } from "../statistics/table.ts";
import { toRelease } from "./present.ts";
import { latestRelease, releaseById, tableText } from "./queries.ts";
import { listed } from "./refusals.ts";
import type { StatisticsTable, StatisticsWhere } from "./statistics-type.ts";

/** A table of a release as it is served, parsed once. */
type Served = { release: ReleaseRow; table: StoredTable; text: string };

function offered(argument: string, what: string, id: string, ids: readonly string[]): HubError {
	return badInput(argument, `there is no ${what} "${id.slice(0, 60)}"; there are ${listed(ids)}`);
}

async function rowOf({ database }: Context, id: string | undefined): Promise<ReleaseRow> {
	const row = id === undefined ? await latestRelease(database) : await releaseById(database, id);
	if (row) return row;
	if (id !== undefined) throw notFound("Release", id);
	throw new HubError("NOT_FOUND", "No statistics have been released yet");
}

/** A table of a release, the newest unless one is named. What is released never changes, so a table that was read is kept. */
async function served(context: Context, tableId: string, id: string | undefined): Promise<Served> {
	const { database, releases } = context;
	const keyOf = (releaseId: string) => `${releaseId}~${tableId}`;
	const known = id && (releases.tables.get(keyOf(id)) as Promise<Served> | undefined);
	if (known) return known;
	const release = await rowOf(context, id);
	const key = keyOf(release.id);
	const kept = releases.tables.get(key) as Promise<Served> | undefined;
	if (kept) return kept;
	const reading = (async () => {
		const text = (await tableText(database, release.id, tableId)) as string;
		return { release, text, table: JSON.parse(text) };
	})();
	releases.tables.set(key, reading, { size: 1 });
	reading.then(
		({ text }) => releases.tables.set(key, reading, { size: text.length }),
		() => releases.tables.delete(key),
	);
	return reading;
}

/** Places of the values asked for, by dimension. Throws BAD_USER_INPUT that names what is offered. */
function picksOf(table: StoredTable, { dimensions }: StatisticsWhere): number[][] {
	const picks = everything(table);
	for (const [index, { dimension, values }] of (dimensions ?? []).entries()) {
		const path = `where.dimensions.${index}`;
		const which = table.dimensions.findIndex(({ id }) => id === dimension);
		const ids = table.dimensions.map(({ id }) => id);
		if (which < 0) throw offered(`${path}.dimension`, "dimension", dimension, ids);
		const known = table.dimensions[which]?.values.map(({ id }) => id) ?? [];
		const wanted = new Set(values);
		for (const value of wanted)
			if (!known.includes(value))
				throw offered(`${path}.values`, `value of ${dimension}`, value, known);
		picks[which] = (picks[which] ?? []).filter((place) => wanted.has(known[place] as string));
	}
	return picks;
}

/** Another id for other conditions: clients keep what has one id as one object. */
function idOf(release: ReleaseRow, table: string, { dimensions }: StatisticsWhere): string {
	const parts = [release.id, table];
	if (dimensions?.length) parts.push(Buffer.from(JSON.stringify(dimensions)).toString("base64url"));
	return parts.join("~");
}

/** A table of a release with the cells that match. Throws BAD_USER_INPUT or NOT_FOUND. */
export async function statisticsOf(
	context: Context,
	tableId: string,
	releaseId: string | undefined,
	where: StatisticsWhere,
): Promise<StatisticsTable> {
	const ids = TABLES.map(({ id }) => id);
	if (!ids.includes(tableId)) throw offered("table", "table", tableId, ids);
	const { release, table, text } = await served(context, tableId, releaseId);
	const picks = picksOf(table, where);
	const { title, notes } = table;
	return {
		id: idOf(release, tableId, where),
		table: tableId,
		title,
		notes,
		release: toRelease(release),
		dimensions: table.dimensions.map(({ id: name, label, values }) => ({
			name,
			label,
			values: values.map(({ id: code, ...value }) => ({ code, ...value })),
		})),
		measures: table.measures.map(({ id: name, label, unit }) => ({ name, label, unit })),
		cellCount: countPicked(picks),
		stored: table,
		text,
		picks,
	};
}

const CONDITIONS = z.array(z.object({ dimension: z.string(), values: z.array(z.string()) }));

function conditionsIn(text: string | undefined): StatisticsWhere | undefined {
	if (text === undefined) return {};
	try {
		const read = CONDITIONS.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
		return read.success ? { dimensions: read.data } : undefined;
	} catch {
		return undefined;
	}
}

/** The table of a release with an id, or null. */
export async function statisticsById(
	id: string,
	context: Context,
): Promise<StatisticsTable | null> {
	const [release = "", table = "", conditions] = id.split("~");
	const where = conditionsIn(conditions);
	if (!where || !(await releaseById(context.database, release))) return null;
	return statisticsOf(context, table, release, where).catch((error: unknown) => {
		if (error instanceof HubError) return null;
		throw error;
	});
}
