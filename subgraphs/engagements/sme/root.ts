import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import { badInput } from "../../../shared/errors.ts";
import type { SmeRow } from "../database/rows.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { rootsByIds } from "./queries.ts";

const rootName = (smeId: string) => `root ${smeId}`;

/** Keeps in mind under which manufacturer records of an id count; undefined where the actor sees none. */
export function knowRoot(
	{ read }: Pick<Transaction, "read">,
	smeId: string,
	root: Root | undefined,
): void {
	read.set(rootName(smeId), Promise.resolve(root));
}

/** The manufacturer under which records of an id count after merges. */
export type Root = Pick<SmeRow, "id" | "employees" | "visibility">;

/**
 * The manufacturer under which records of an id count after merges. Call it after locking manufacturers, which prevents
 * merges until the transaction ends. Throws BAD_USER_INPUT at `field` if the actor sees none.
 */
export async function rootOf(
	transaction: Transaction,
	smeId: string,
	field = "smeId",
): Promise<Root> {
	const { manager, actor, pathOf } = transaction;
	const row = await readOnce(transaction, rootName(smeId), async () => {
		const [found] = await rootsByIds(readerIn(manager), actor, [smeId]);
		return found;
	});
	if (!row) throw badInput(pathOf(field), `there is no Sme with the id "${smeId.slice(0, 60)}"`);
	return row;
}

/** Reads the roots of several manufacturers for transactions of actors that see the same. */
export async function readRoots(
	reader: Reader,
	all: ReadonlyArray<{ transaction: Pick<Transaction, "actor" | "read">; smeId: string }>,
): Promise<void> {
	const [first] = all;
	if (!first) return;
	const ids = new Set(all.map(({ smeId }) => smeId));
	const rows = await rootsByIds(reader, first.transaction.actor, [...ids]);
	const found = new Map(rows.map((row) => [row.asked, row]));
	for (const { transaction, smeId } of all) knowRoot(transaction, smeId, found.get(smeId));
}
