import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput } from "../../../shared/errors.ts";
import type { SmeRow } from "../database/rows.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { rootById } from "./queries.ts";

/** The manufacturer under which the records of an id count now. */
export type Root = Pick<SmeRow, "id" | "employees" | "visibility">;

/**
 * Reads where the records of a manufacturer count, after merges, where the actor sees it. Call it once manufacturers
 * are locked: until the transaction ends nobody merges them. Throws BAD_USER_INPUT at `field`.
 */
export async function rootOf(
	transaction: Transaction,
	smeId: string,
	field = "smeId",
): Promise<Root> {
	const { manager, actor, pathOf } = transaction;
	const row = await readOnce(transaction, `root ${smeId}`, () =>
		rootById(readerIn(manager), actor, smeId),
	);
	if (!row) throw badInput(pathOf(field), `there is no Sme with the id "${smeId.slice(0, 60)}"`);
	return row;
}
