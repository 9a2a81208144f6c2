import { createWriteStream, existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Config, readConfig } from "../../../shared/config.ts";
import type { Database } from "../../../shared/database/database.ts";
import { createLog } from "../../../shared/log.ts";
import { changes } from "../../../subgraphs/engagements/audit/queries.ts";
import { openEngagementsDatabase } from "../../../subgraphs/engagements/database/open.ts";
import {
	disclosures,
	operations,
	publications,
} from "../../../subgraphs/registry/audit/queries.ts";
import { openRegistryDatabase } from "../../../subgraphs/registry/database/open.ts";

import { csvOf } from "../../rest/downloads/csv.ts";
import { refuseNoData } from "./databases.ts";

export type AuditOptions = {
	from: string;
	to: string;
	format: string;
	into?: string;
	content?: boolean;
};

/** Columns of the export; what does not apply to a line is empty. */
const COLUMNS = [
	...["kind", "at", "who", "role", "action", "type", "id", "revision", "center", "reason"],
	...["batch", "partner", "subgraph", "version", "fields", "count", "errors", "request"],
	...["detail", "before", "after"],
] as const;

type Line = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

async function* linesOf(
	{ engagements, registry }: { engagements: Database; registry: Database },
	{ from, to, content = false }: AuditOptions,
): AsyncGenerator<Line> {
	for await (const row of changes(engagements, from, to, content)) {
		const { at, subject: who, role, action, record_type: type, record_id: id } = row;
		const { revision, center_id: center, reason, batch_id: batch, before, after } = row;
		const what = { at, who, role, action, type, id, revision, center, reason, batch };
		yield { kind: "CHANGE", ...what, ...(content && { before, after }) };
	}
	for await (const row of publications(registry, from, to)) {
		const { at, actor: who, action, partner_id: partner, subgraph, version, detail } = row;
		yield { kind: "PUBLISH", at, who, action, partner, subgraph, version, detail };
	}
	for await (const row of disclosures(registry, from, to)) {
		const { at, consumer: who, partner_id: partner, subgraph, type, request_id: request } = row;
		const line = { kind: "DISCLOSURE", at, who, partner, subgraph, type, request };
		const fields = (JSON.parse(row.fields) as string[]).join(" ");
		// Records that partners' keys do not name have no id.
		const ids = row.records.length > 0 ? row.records : [null];
		for (const id of ids) yield { ...line, id, fields, count: row.representations };
	}
	for await (const row of operations(registry, from, to)) {
		const { day: at, consumer: who, name, operation_id: id, count, errors } = row;
		const what = { action: name, id, count, errors, fields: row.fields.join(" ") };
		yield { kind: "OPERATION", at, who, ...what };
	}
}

const jsonLine = (line: Line) =>
	`${JSON.stringify(Object.fromEntries(Object.entries(line).filter(([, value]) => value != null)))}\n`;

async function* asJson(lines: AsyncIterable<Line>): AsyncGenerator<string> {
	for await (const line of lines) yield jsonLine(line);
}

async function* asRows(lines: AsyncIterable<Line>): AsyncGenerator<string[]> {
	for await (const line of lines) yield COLUMNS.map((column) => String(line[column] ?? ""));
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day that the calendar has. */
function dayOf(option: string, text: string): Date {
	const day = new Date(`${text}T00:00:00Z`);
	if (!DAY.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
		throw new Error(`--${option}: "${text}" is not a day such as 2026-02-28`);
	return day;
}

/** Writes who changed what, and who saw what, on days of a period: one line for each, as CSV or as JSON lines. */
export async function audit(
	options: AuditOptions,
	config: Pick<Config, "dataDir" | "databaseUrl" | "logLevel"> = readConfig(),
): Promise<void> {
	const { into, format } = options;
	if (format !== "csv" && format !== "jsonl")
		throw new Error(`--format: "${format}" is not one of csv, jsonl`);
	const from = dayOf("from", options.from);
	const after = new Date(dayOf("to", options.to).getTime() + 86_400_000);
	if (after <= from) throw new Error("--to: is before --from");
	if (into !== undefined && existsSync(into))
		throw new Error(`${into}: the file exists and is not overwritten; name a new file`);
	const { dataDir, databaseUrl, logLevel } = config;
	await refuseNoData(config);
	const storage = { dataDir, databaseUrl, log: createLog(logLevel) };
	const engagements = await openEngagementsDatabase(storage);
	const registry = await openRegistryDatabase(storage);
	try {
		const days = { ...options, from: options.from, to: after.toISOString().slice(0, 10) };
		const lines = linesOf({ engagements, registry }, days);
		const target =
			into === undefined ? process.stdout : createWriteStream(into, { flags: "wx", mode: 0o600 });
		const text =
			format === "jsonl" ? Readable.from(asJson(lines)) : csvOf([...COLUMNS], asRows(lines));
		await pipeline(text, target, { end: into !== undefined });
	} finally {
		await engagements.close();
		await registry.close();
	}
}
