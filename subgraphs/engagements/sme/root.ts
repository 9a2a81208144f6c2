import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput } from "../../../shared/errors.ts";
import type { SmeRow } from "../database/rows.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { rootById } from "./queries.ts";

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
	const row = await readOnce(transaction, `root ${smeId}`, () =>
		rootById(readerIn(manager), actor, smeId),
	);
	if (!row) throw badInput(pathOf(field), `there is no Sme with the id "${smeId.slice(0, 60)}"`);
	return row;
}
