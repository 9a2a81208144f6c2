import { type EntityManager, LessThan } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import type { OperationSeen } from "../../../shared/registry.ts";
import { lockPart } from "../database/lock.ts";
import {
	OperationCountRow,
	OperationFieldRow,
	OperationPartnerRow,
	OperationRow,
} from "../database/record-rows.ts";
import { LONGEST_DOCUMENT, MOST_OPERATIONS } from "./rules.ts";

/** Rows of one INSERT, so that no statement has too many parameters. */
const AT_ONCE = 500;

type Class = new () => object;

async function insertMissing(manager: EntityManager, into: Class, rows: object[]): Promise<void> {
	for (let at = 0; at < rows.length; at += AT_ONCE)
		await manager
			.createQueryBuilder()
			.insert()
			.into(into)
			.values(rows.slice(at, at + AT_ONCE))
			.orIgnore()
			.execute();
}

/** Adds to a count, or begins it; two gateways that do so at once are both counted. */
async function addCounts(manager: EntityManager, rows: OperationCountRow[]): Promise<void> {
	const postgres = manager.connection.options.type === "postgres";
	for (const { id, operation_id, consumer, day, count, errors } of rows) {
		const values = [id, operation_id, consumer, day, count, errors];
		const marks = values.map((_, index) => (postgres ? `$${index + 1}` : "?")).join(", ");
		await manager.query(
			`INSERT INTO operation_counts (id, operation_id, consumer, day, count, errors) VALUES (${marks}) ON CONFLICT (id) DO UPDATE SET count = operation_counts.count + excluded.count, errors = operation_counts.errors + excluded.errors`,
			values,
		);
	}
}

/** The same for every gateway, so that two of them never wait for each other in a circle. */
function inOrder<T extends { id: string }>(rows: T[]): T[] {
	return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Adds what was seen to the counts. */
export async function recordOperations(
	database: Database,
	seen: readonly OperationSeen[],
): Promise<void> {
	const fitting = seen.filter(({ document }) => document.length <= LONGEST_DOCUMENT);
	if (fitting.length === 0) return;
	await database.write(async (manager) => {
		await lockPart(manager, "operations");
		const known = new Set<string>();
		for (const { hash } of fitting)
			if (await manager.existsBy(OperationRow, { id: hash })) known.add(hash);
		const room = MOST_OPERATIONS - (await manager.count(OperationRow));
		const fresh = new Set(fitting.map(({ hash }) => hash).filter((hash) => !known.has(hash)));
		const taken = new Set([...known, ...[...fresh].slice(0, Math.max(0, room))]);
		const kept = fitting.filter(({ hash }) => taken.has(hash));
		const operations = kept.map(({ hash: id, document, name, day }) => ({
			id,
			document,
			name,
			first_day: day,
			last_day: day,
		}));
		await insertMissing(manager, OperationRow, inOrder(operations));
		for (const { id, last_day } of operations)
			await manager.update(OperationRow, { id, last_day: LessThan(last_day) }, { last_day });
		const fields = kept.flatMap(({ hash, fields: all }) =>
			[...new Set(all)].map((field) => ({ id: `${hash}~${field}`, operation_id: hash, field })),
		);
		await insertMissing(manager, OperationFieldRow, inOrder(fields));
		const partners = kept.flatMap(({ hash, partners: all }) =>
			[...new Set(all)].map((partner_id) => ({
				id: `${hash}~${partner_id}`,
				operation_id: hash,
				partner_id,
			})),
		);
		await insertMissing(manager, OperationPartnerRow, inOrder(partners));
		const counts = kept.map(({ hash, consumer, day, count, errors }) => ({
			id: `${hash}~${day}~${consumer}`,
			operation_id: hash,
			consumer,
			day,
			count,
			errors,
		}));
		await addCounts(manager, inOrder(counts));
	});
}
