import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { runIn } from "../../../shared/database/reader-in.ts";

/**
 * Says, in the transaction that writes engagements, manufacturers or outcomes without a revision of each, that it does:
 * hubs that keep them in memory read all of them again. The database must say already what it holds (`dataset`).
 */
export async function announceBulkWrite(manager: EntityManager): Promise<void> {
	await runIn(manager, sql`UPDATE dataset SET bulk_writes = bulk_writes + 1`);
	const rows = await runIn(manager, sql`SELECT kind FROM dataset`);
	if (rows.length === 0)
		throw new Error("the dataset does not say whether its records are real or synthetic");
}
