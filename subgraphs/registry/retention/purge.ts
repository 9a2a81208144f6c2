import { In, LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import type { Purged, Retention } from "../../../shared/registry.ts";
import { lockPart } from "../database/lock.ts";
import {
	DisclosedRecordRow,
	DisclosureRow,
	OperationCountRow,
	OperationFieldRow,
	OperationPartnerRow,
	OperationRow,
} from "../database/record-rows.ts";
import { dayBefore } from "../usage/rules.ts";

/** Rows of one transaction: changes of requests come between. */
const AT_ONCE = 500;

type Ids = Array<{ id: string }>;
const idsOf = (rows: Ids) => rows.map(({ id }) => id);

/** Repeats a deletion of at most `AT_ONCE` rows until it finds fewer; how many there were. */
async function untilNone(deleteSome: () => Promise<number>): Promise<number> {
	let all = 0;
	for (;;) {
		const deleted = await deleteSome();
		all += deleted;
		if (deleted < AT_ONCE) return all;
	}
}

/** Deletes operations that were last seen before a day, and counts of days before it. Returns how many operations. */
async function purgeOperations(database: Database, before: string): Promise<number> {
	await untilNone(() =>
		database.write(async (manager) => {
			await lockPart(manager, "operations");
			const where = { day: LessThan(before) };
			const old = await manager.find(OperationCountRow, {
				select: { id: true },
				where,
				take: AT_ONCE,
			});
			if (old.length > 0) await manager.delete(OperationCountRow, { id: In(idsOf(old)) });
			return old.length;
		}),
	);
	return untilNone(() =>
		database.write(async (manager) => {
			await lockPart(manager, "operations");
			const where = { last_day: LessThan(before) };
			const old = await manager.find(OperationRow, { select: { id: true }, where, take: AT_ONCE });
			if (old.length === 0) return 0;
			for (const part of [OperationCountRow, OperationFieldRow, OperationPartnerRow])
				await manager.delete(part, { operation_id: In(idsOf(old)) });
			await manager.delete(OperationRow, { id: In(idsOf(old)) });
			return old.length;
		}),
	);
}

function purgeDisclosures(database: Database, before: string): Promise<number> {
	return untilNone(() =>
		database.write(async (manager) => {
			const old = await manager.find(DisclosureRow, {
				select: { id: true },
				where: { at: LessThan(before) },
				take: AT_ONCE,
			});
			if (old.length === 0) return 0;
			await manager.delete(DisclosedRecordRow, { disclosure_id: In(idsOf(old)) });
			await manager.delete(DisclosureRow, { id: In(idsOf(old)) });
			return old.length;
		}),
	);
}

/** Deletes what is older than it is kept. Several gateways may do so at once. */
export async function purge(
	database: Database,
	{ operationsDays, disclosuresDays }: Retention,
	now = new Date(),
): Promise<Purged> {
	const operations = await purgeOperations(database, dayBefore(now, operationsDays));
	const disclosures =
		disclosuresDays === undefined
			? 0
			: await purgeDisclosures(database, dayBefore(now, disclosuresDays));
	return { operations, disclosures };
}
