import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../../seeds/synthetic/random.ts";
import { makeSme } from "../../seeds/synthetic/sme.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { ALIKE } from "../../subgraphs/engagements/name-matching/likeness.ts";
import { duplicatesOf } from "../../subgraphs/engagements/sme/duplicates.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";
import { labelledPairs, type Measured, measurePairs, type Pair } from "./labelled-pairs.ts";
import { percentile } from "./load.ts";
import { table } from "./report.ts";

const MANUFACTURERS = 20_000;
const STATES = 50;
const ROWS_A_STATEMENT = 500;
/** Alternative thresholds to `ALIKE`, for comparison. */
const THRESHOLDS = [ALIKE, 0.65, 0.7, 0.75, 0.8];

const share = (part: number) => part.toFixed(3);

function qualityTable(named: Array<[string, Measured]>): string {
	return table(
		["labelled pairs", "", "pairs", "precision", "recall", "wrong", "missed"],
		named.map(([name, measured]) => [
			name,
			"",
			String(measured.pairs),
			share(measured.precision),
			share(measured.recall),
			String(measured.wrong.length),
			String(measured.missed.length),
		]),
	);
}

const line = (what: string, { id, kind, one, other }: Pair) =>
	`${what} ${id} (${kind}): ${one.name} | ${other.name}`;

function quality(): string {
	const pairs = labelledPairs();
	const all = measurePairs(pairs);
	return [
		qualityTable([
			["all", all],
			...(["tuning", "held-out"] as const).map((use): [string, Measured] => [
				use,
				measurePairs(pairs.filter((pair) => pair.use === use)),
			]),
			...THRESHOLDS.map((score): [string, Measured] => [
				`all, shown from a score of ${score}`,
				measurePairs(pairs, score),
			]),
		]),
		[
			...all.wrong.map((pair) => line("wrong ", pair)),
			...all.missed.map((pair) => line("missed", pair)),
		].join("\n"),
	].join("\n\n");
}

/** Measures the search for duplicates among synthetic manufacturers of several states, one search at a time. */
async function speed(): Promise<string> {
	const dataDir = mkdtempSync(join(tmpdir(), "duplicates-"));
	const database = await openEngagementsDatabase({ dataDir });
	try {
		const random = createRandom(7);
		const rows = Array.from({ length: MANUFACTURERS }, (_, index) =>
			makeSme(index, { id: "", state: `US-${index % STATES}` }, random),
		);
		await database.write(async (manager) => {
			for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
				await manager.insert(SmeRow, rows.slice(start, start + ROWS_A_STATEMENT));
		});
		const asked = rows.filter((_, index) => index % 200 === 0);
		const viewers: Array<[string, Viewer]> = [
			["program office", OFFICE],
			["field staff", STAFF],
		];
		const measured: string[][] = [];
		for (const [who, viewer] of viewers)
			for (const placed of [true, false]) {
				const took: number[] = [];
				for (const { name, state } of asked) {
					const from = performance.now();
					const wanted = { name, city: null, state: placed ? state : null, identifiers: [] };
					const [found] = await duplicatesOf(database, viewer, wanted);
					if (found?.score === undefined) throw new Error(`${name} does not find itself`);
					took.push(performance.now() - from);
				}
				measured.push([
					who,
					placed ? "in a state" : "no state",
					percentile(took, 0.5).toFixed(1),
					percentile(took, 0.95).toFixed(1),
				]);
			}
		return table([`search among ${MANUFACTURERS}`, "", "p50 ms", "p95 ms"], measured);
	} finally {
		await database.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Measures quality on the labelled pairs and speed of the search for duplicates. */
export async function duplicates(): Promise<string> {
	return `${quality()}\n\n${await speed()}`;
}
