import type { Figures } from "./compare.ts";
import type { Growth } from "./growth.ts";
import type { HubsFigures } from "./hubs.ts";
import type { Killed } from "./kills/round.ts";
import { type LiveFigures, type LiveMemory, SQL } from "./live-totals.ts";
import type { PartnerFigures } from "./partners.ts";
import type { ReleaseFigures } from "./releases.ts";
import type { ServingFigures } from "./statistics-serving.ts";
import type { WriteFigures } from "./writes.ts";

const COLUMNS: Array<[string, (row: Figures) => string]> = [
	["operation", (row) => row.operation],
	["peer", (row) => row.peer],
	["req/s", (row) => row.requestsPerSecond.toFixed(1)],
	["p50 ms", (row) => row.p50Ms.toFixed(2)],
	["p99 ms", (row) => row.p99Ms.toFixed(2)],
	["CPU ms/req", (row) => row.cpuMsPerRequest.toFixed(2)],
	["first ms", (row) => row.firstMs.toFixed(1)],
	["peak MiB", (row) => String(row.peakMemoryMib)],
];

export type Ratio = { operation: string; against: string; throughput: number; cpu: number };

/** Requests per second of (a) as a multiple of (c) and (e), and processor time as a fraction. */
export function ratiosOf(figures: Figures[]): Ratio[] {
	const of = (operation: string, letter: string) =>
		figures.find((row) => row.operation === operation && row.peer.startsWith(letter));
	return [...new Set(figures.map((row) => row.operation))].flatMap((operation) => {
		const hub = of(operation, "a");
		return ["c", "e"].flatMap((letter) => {
			const other = of(operation, letter);
			if (!hub || !other) return [];
			return {
				operation,
				against: other.peer,
				throughput: hub.requestsPerSecond / other.requestsPerSecond,
				cpu: other.cpuMsPerRequest / hub.cpuMsPerRequest,
			};
		});
	});
}

export function table(head: string[], rows: string[][]): string {
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
	);
	const line = (cells: string[]) =>
		cells
			.map((cell, column) =>
				column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
			)
			.join("  ");
	return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join(
		"\n",
	);
}

export function figuresTable(figures: Figures[]): string {
	return table(
		COLUMNS.map(([title]) => title),
		figures.map((row) => COLUMNS.map(([, text]) => text(row))),
	);
}

export function ratiosTable(ratios: Ratio[]): string {
	return table(
		["operation", "(a) against", "throughput ×", "CPU ÷"],
		ratios.map((one) => [
			one.operation,
			one.against,
			one.throughput.toFixed(2),
			one.cpu.toFixed(2),
		]),
	);
}

/** Logging compared with the same inserts in plain SQL, on the same engine with as many clients. */
export function writesTable(rows: WriteFigures[]): string {
	return table(
		["engine", "peer", "clients", "writes/s", "p50 ms", "p99 ms", "÷ plain SQL"],
		rows.map((row) => {
			const plain = rows.find(
				(one) => one.engine === row.engine && one.clients === row.clients && one.peer !== "hub",
			);
			return [
				row.engine,
				row.peer,
				String(row.clients),
				row.writesPerSecond.toFixed(1),
				row.p50Ms.toFixed(2),
				row.p99Ms.toFixed(2),
				plain ? (row.writesPerSecond / plain.writesPerSecond).toFixed(2) : "",
			];
		}),
	);
}

/** What was acknowledged, lost and doubled while processes were killed. */
export function killsTable(rows: Killed[]): string {
	return table(
		["engine", "processes", "kills", "acknowledged", "lost", "doubled", "errors meanwhile"],
		rows.map(({ engine, processes, kills, acknowledged, lost, doubled, codes }) => [
			engine,
			...[processes, kills, acknowledged, lost, doubled].map(String),
			Object.entries(codes)
				.map(([code, count]) => `${code} ${count}`)
				.join(", "),
		]),
	);
}

/** Requests and processor time of hubs and servers. */
export function hubsTable(rows: HubsFigures[]): string {
	return table(
		["", "load", "req/s", "p99 ms", "CPU ms/req: hubs", "primary", "replica"],
		rows.map((row) => [
			...[row.setup, row.load],
			row.requestsPerSecond.toFixed(1),
			row.p99Ms.toFixed(0),
			...[row.hubsMs, row.primaryMs, row.replicaMs].map((ms) => ms.toFixed(2)),
		]),
	);
}

/** Latency of queries that need no partner, next to a partner with this behaviour. */
export function partnersTable(rows: PartnerFigures[]): string {
	return table(
		["a partner that is", "", "p99 ms without it", "with it", "×"],
		rows.map((row) => [
			row.partner,
			"",
			row.withoutP99Ms.toFixed(2),
			row.withP99Ms.toFixed(2),
			row.times.toFixed(2),
		]),
	);
}

/** Live totals by 8 clients, from memory and by SQL. */
export function liveTable(rows: LiveFigures[]): string {
	return table(
		["question", "from", "engine", "p50 ms", "p99 ms", "SQL p50 ÷"],
		rows.map((row) => {
			const plain = rows.find(
				(one) => one.engine === row.engine && one.question === row.question && one.peer === SQL,
			);
			return [
				row.question,
				row.peer,
				row.engine,
				row.p50Ms.toFixed(1),
				row.p99Ms.toFixed(1),
				plain && plain !== row ? (plain.p50Ms / row.p50Ms).toFixed(1) : "",
			];
		}),
	);
}

/** What live totals need. */
export function liveMemoryTable(rows: LiveMemory[]): string {
	return table(
		["engine", "", "load s", "columns MiB", "process + MiB"],
		rows.map((row) => [
			row.engine,
			"",
			(row.loadMs / 1000).toFixed(1),
			row.columnsMib.toFixed(0),
			row.addedMib.toFixed(0),
		]),
	);
}

const percent = (share: number | null) => (share === null ? "" : `${(100 * share).toFixed(1)} %`);

/** What previews and publishing take. */
export function releasesTable(rows: ReleaseFigures[]): string {
	return table(
		[
			"release of",
			"engine",
			"seconds",
			"CPU s",
			"process + MiB",
			"peak MiB",
			"cells",
			"suppressed",
			"records lost",
			"programs",
			"narrowest",
			"publish ms",
		],
		rows.map((row) => [
			row.what,
			row.engine,
			row.seconds.toFixed(1),
			row.cpuSeconds.toFixed(1),
			row.addedMib.toFixed(0),
			row.peakMib.toFixed(0),
			String(row.cells),
			percent(row.preview.shareOfCellsSuppressed),
			percent(row.preview.shareOfRecordsSuppressed),
			String(row.programs),
			row.narrowest?.toFixed(2) ?? "",
			row.publishMs?.toFixed(0) ?? "",
		]),
	);
}

/** Suppressed cells of each release by rule. */
export function rulesTable(rows: ReleaseFigures[]): string {
	return table(
		["release of", "engine", "suppressed by", "cells"],
		rows.flatMap((row) =>
			(row.preview.suppressed ?? []).map(({ reason, cells }) => [
				row.what,
				row.engine,
				reason,
				String(cells),
			]),
		),
	);
}

/** Tables of a release by 8 clients. */
export function servingTable(rows: ServingFigures[]): string {
	return table(
		["question", "from", "engine", "p50 ms", "p99 ms", "CPU ms", "cells", "SQL p50 ÷"],
		rows.map((row) => [
			row.question,
			row.from,
			row.engine,
			row.p50Ms.toFixed(2),
			row.p99Ms.toFixed(2),
			row.cpuMs.toFixed(2),
			String(row.cells),
			(row.sqlMs / row.p50Ms).toFixed(1),
		]),
	);
}

export function growthTable(rows: Growth[], small: number, large: number): string {
	return table(
		["one call at a time", "", `p50 ms at ${small}`, `at ${large}`, "×"],
		rows.map((row) => [
			row.operation,
			"",
			row.smallMs.toFixed(2),
			row.largeMs.toFixed(2),
			row.times.toFixed(2),
		]),
	);
}
