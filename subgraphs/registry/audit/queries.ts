import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { DisclosureRow, LogRow, OperationCountRow } from "../database/record-rows.ts";
import { recordsOf } from "../disclosure/queries.ts";

const PAGE = 500;

/** What was done with partners' subgraphs, in its order. */
export async function* publications(
	database: Database,
	from: string,
	to: string,
): AsyncGenerator<LogRow> {
	let seq = 0;
	for (;;) {
		const rows = await database.read<LogRow>(
			sql`SELECT l.seq, l.at, l.actor, l.action, l.partner_id, l.subgraph, l.version, l.detail, l.hash FROM publish_log l WHERE l.seq > ${seq} AND l.at >= ${from} AND l.at < ${to} ORDER BY l.seq LIMIT ${PAGE}`,
		);
		yield* rows;
		if (rows.length < PAGE) return;
		seq = rows.at(-1)?.seq ?? seq;
	}
}

export type DisclosureWithRecords = DisclosureRow & { records: string[] };

/** What was disclosed to partners, the earliest first, with the records that it names. */
export async function* disclosures(
	database: Database,
	from: string,
	to: string,
): AsyncGenerator<DisclosureWithRecords> {
	let [at, id] = [from, ""];
	for (;;) {
		const rows = await database.read<DisclosureRow>(
			sql`SELECT d.id, d.at, d.request_id, d.partner_id, d.subgraph, d.type, d.fields, d.representations, d.consumer FROM disclosures d WHERE (d.at > ${at} OR (d.at = ${at} AND d.id > ${id})) AND d.at < ${to} ORDER BY d.at, d.id LIMIT ${PAGE}`,
		);
		const records = await recordsOf(
			database,
			rows.map((row) => row.id),
		);
		for (const [index, row] of rows.entries()) yield { ...row, records: records[index] ?? [] };
		if (rows.length < PAGE) return;
		({ at, id } = rows.at(-1) as DisclosureRow);
	}
}

export type OperationOfDay = OperationCountRow & { name: string | null; fields: string[] };

/** Which operations each consumer ran on each day (ISO 8601, the first and the day after the last). */
export async function* operations(
	database: Database,
	from: string,
	to: string,
): AsyncGenerator<OperationOfDay> {
	let [day, id] = [from, ""];
	for (;;) {
		const rows = await database.read<OperationCountRow & { name: string | null }>(
			sql`SELECT c.id, c.operation_id, c.consumer, c.day, c.count, c.errors, o.name FROM operation_counts c JOIN operations o ON o.id = c.operation_id WHERE (c.day > ${day} OR (c.day = ${day} AND c.id > ${id})) AND c.day < ${to} ORDER BY c.day, c.id LIMIT ${PAGE}`,
		);
		const fields = await fieldsOf(database, [...new Set(rows.map((row) => row.operation_id))]);
		for (const row of rows) yield { ...row, fields: fields.get(row.operation_id) ?? [] };
		if (rows.length < PAGE) return;
		({ day, id } = rows.at(-1) as OperationCountRow);
	}
}

async function fieldsOf(
	database: Database,
	ids: readonly string[],
): Promise<Map<string, string[]>> {
	const rows = await database.read<{ operation_id: string; field: string }>(
		sql`SELECT f.operation_id, f.field FROM operation_fields f WHERE ${sqlIn("f.operation_id", ids)} ORDER BY f.field`,
	);
	const found = new Map<string, string[]>();
	for (const { operation_id, field } of rows)
		found.set(operation_id, [...(found.get(operation_id) ?? []), field]);
	return found;
}
