import { readerIn } from "../../../shared/database/reader-in.ts";
import type { EngagementRow, SmeRow } from "../database/rows.ts";
import { engagementIdsAmong } from "../engagement/queries.ts";
import { readQuarters } from "../engagement/repository.ts";
import { dateColumns } from "../engagement/rules.ts";
import { comparable, nearestTo } from "../name-matching/names.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { smesByNames, smesWithIds } from "../sme/queries.ts";
import { knowRoot, readRoots } from "../sme/root.ts";
import { initialStateOf } from "./initial-state.ts";
import type { ImportRow } from "./parse-row.ts";

type Reading = Pick<Transaction, "manager" | "actor" | "read">;

const namesakes = (matchName: string) => `namesakes ${matchName}`;
const withId = (id: string) => `manufacturer ${id}`;
const isEngagement = (id: string) => `engagement ${id}`;

// Public records may not refer to confidential manufacturers.
const published = ({ actor }: Reading) => initialStateOf(actor).visibility === "PUBLIC";

/** Whether there is an engagement with an id. Imports make none with an id that somebody could know. */
export function engagementExists(transaction: Reading, id: string): Promise<boolean> {
	return readOnce(transaction, isEngagement(id), async () => {
		const found = await engagementIdsAmong(readerIn(transaction.manager), [id]);
		return found.length > 0;
	});
}

/** The manufacturer with an id, if the actor sees it. */
export function smeWithId(transaction: Reading, id: string): Promise<SmeRow | undefined> {
	return readOnce(transaction, withId(id), async () => {
		const { manager, actor } = transaction;
		const [row] = await smesWithIds(readerIn(manager), actor, [id], published(transaction));
		return row;
	});
}

/**
 * The manufacturer with this comparable name and state, if the actor sees one. Of several with the same name, the one
 * that matches `city` best. One that an undone import removed is found only if there is no other.
 */
export async function smeNamed(
	transaction: Reading,
	matchName: string,
	{ state, city }: { state: string | null; city: string | null },
): Promise<SmeRow | undefined> {
	const rows = await readOnce(transaction, namesakes(matchName), () =>
		smesByNames(
			readerIn(transaction.manager),
			transaction.actor,
			[matchName],
			published(transaction),
		),
	);
	const same = rows
		.filter((row) => row.state === state)
		.sort((one, other) => (one.id < other.id ? -1 : 1));
	const stands = same.filter((row) => !row.removed);
	return nearestTo(city, stands) ?? nearestTo(city, same);
}

/** Keeps in mind a manufacturer that the transaction has inserted or changed. */
export async function knowSme(
	{ read }: Pick<Transaction, "read">,
	row: SmeRow,
	isNew: boolean,
): Promise<void> {
	const name = namesakes(row.match_name);
	const known = (await read.get(name)) as SmeRow[] | undefined;
	const others = known?.filter(({ id }) => id !== row.id);
	if (others) read.set(name, Promise.resolve([...others, row]));
	read.set(withId(row.id), Promise.resolve(row));
	if (isNew) knowRoot({ read }, row.id, row);
}

/** Reads, in a few statements, what the rows of a part will ask for; under the locks of the transaction. */
export async function readAhead(transaction: Reading, rows: readonly ImportRow[]): Promise<void> {
	const { manager, actor, read } = transaction;
	const reader = readerIn(manager);
	const ids = [...new Set(rows.flatMap(({ sme }) => sme.id ?? []))];
	const names = [
		...new Set(rows.flatMap(({ sme }) => (sme.id === null ? comparable(sme.name) : []))),
	];
	const byId = await smesWithIds(reader, actor, ids, published(transaction));
	for (const id of ids) read.set(withId(id), Promise.resolve(byId.find((row) => row.id === id)));
	const named = await smesByNames(reader, actor, names, published(transaction));
	const byName = new Map<string, SmeRow[]>(names.map((name) => [name, []]));
	for (const row of named) byName.get(row.match_name)?.push(row);
	for (const [name, same] of byName) read.set(namesakes(name), Promise.resolve(same));
	const known = [...byId, ...named];
	await readRoots(
		reader,
		known.map(({ id }) => ({ transaction, smeId: id })),
	);
	await readQuarters(
		reader,
		rows.map(({ details }) => ({ transaction, row: inQuarter(details) })),
	);
	const keys = [...new Set(rows.map(({ key }) => key))];
	const existing = new Set(await engagementIdsAmong(reader, keys));
	for (const key of keys) read.set(isEngagement(key), Promise.resolve(existing.has(key)));
}

const inQuarter = ({
	centerId,
	startedOn,
}: ImportRow["details"]): Pick<EngagementRow, "center_id" | "started_first" | "started_last"> => ({
	center_id: centerId ?? null,
	...dateColumns(startedOn ?? null),
});
