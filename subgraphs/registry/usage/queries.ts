import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Period } from "../disclosure/queries.ts";

/** An operation that the hub has seen, with how often and for how many. */
export type SeenOperation = {
	document: string;
	name: string | null;
	count: number;
	consumers: string[];
	fields: string[];
};

/** The most frequent operations, against which changes are checked. */
const MOST_CHECKED = 2000;
const AT_ONCE = 400;

type Seen = { id: string; document: string; name: string | null; count: number };

/** Operations seen since `day`, the most asked first, each with its consumers and fields. */
export async function seenOperations(database: Database, day: string): Promise<SeenOperation[]> {
	const rows = await database.read<Seen>(
		sql`SELECT o.id, o.document, o.name, SUM(c.count) AS count FROM operations o JOIN operation_counts c ON c.operation_id = o.id WHERE c.day >= ${day} GROUP BY o.id, o.document, o.name ORDER BY SUM(c.count) DESC, o.id LIMIT ${MOST_CHECKED}`,
	);
	const found = new Map(
		rows.map(({ id, document, name, count }) => [
			id,
			{ document, name, count: Number(count), consumers: [] as string[], fields: [] as string[] },
		]),
	);
	const ids = [...found.keys()];
	for (let at = 0; at < ids.length; at += AT_ONCE) {
		const some = ids.slice(at, at + AT_ONCE);
		const consumers = await database.read<{ operation_id: string; consumer: string }>(
			sql`SELECT DISTINCT c.operation_id, c.consumer FROM operation_counts c WHERE ${sqlIn("c.operation_id", some)} AND c.day >= ${day} ORDER BY c.consumer`,
		);
		for (const { operation_id, consumer } of consumers)
			found.get(operation_id)?.consumers.push(consumer);
		const fields = await database.read<{ operation_id: string; field: string }>(
			sql`SELECT f.operation_id, f.field FROM operation_fields f WHERE ${sqlIn("f.operation_id", some)} ORDER BY f.field`,
		);
		for (const { operation_id, field } of fields) found.get(operation_id)?.fields.push(field);
	}
	return [...found.values()];
}

/** Requests that asked a partner's fields, by consumer, the most first. */
export function usageByConsumer(database: Database, { partnerId, from, to }: Period) {
	return database.read<{ consumer: string; requests: number; errors: number }>(
		sql`SELECT c.consumer, SUM(c.count) AS requests, SUM(c.errors) AS errors FROM operation_partners p JOIN operation_counts c ON c.operation_id = p.operation_id WHERE p.partner_id = ${partnerId} AND c.day >= ${from} AND c.day <= ${to} GROUP BY c.consumer ORDER BY SUM(c.count) DESC, c.consumer LIMIT 1000`,
	);
}

/** Requests by each field that operations on a partner asked, the most first. */
export function usageByField(database: Database, { partnerId, from, to }: Period) {
	return database.read<{ field: string; requests: number }>(
		sql`SELECT f.field, SUM(c.count) AS requests FROM operation_partners p JOIN operation_fields f ON f.operation_id = p.operation_id JOIN operation_counts c ON c.operation_id = p.operation_id WHERE p.partner_id = ${partnerId} AND c.day >= ${from} AND c.day <= ${to} GROUP BY f.field ORDER BY SUM(c.count) DESC, f.field LIMIT 1000`,
	);
}

export type Demand = {
	field: string;
	consumer: string;
	day: string;
	requests: number;
	errors: number;
};

/** Requests that asked these fields, by field, consumer and day, the newest day first. */
export function demandRows(
	database: Database,
	fields: readonly string[],
	from: string,
	to: string,
): Promise<Demand[]> {
	return database.read(
		sql`SELECT f.field, c.consumer, c.day, SUM(c.count) AS requests, SUM(c.errors) AS errors FROM operation_fields f JOIN operation_counts c ON c.operation_id = f.operation_id WHERE ${sqlIn("f.field", fields)} AND c.day >= ${from} AND c.day <= ${to} GROUP BY f.field, c.consumer, c.day ORDER BY c.day DESC, SUM(c.count) DESC, f.field, c.consumer LIMIT 5000`,
	);
}
