import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_RELEASES } from "../../shared/config-releases.ts";
import type { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { intrude, type Recovered } from "../support/intruder.ts";
import { differences, revealing } from "../support/intruder-differences.ts";
import { skewedNetwork } from "../support/intruder-network.ts";
import { readingOf } from "../support/intruder-reading.ts";
import { type Block, type Reading, readReleases } from "../support/intruder-tables.ts";
import { unprotected } from "../support/intruder-unprotected.ts";
import {
	centerView,
	PUBLIC_VIEW,
	pairsThatShare,
	smeView,
	type View,
} from "../support/intruder-views.ts";
import { CENTERS } from "../support/owners.ts";
import {
	network,
	openReleasesFixture,
	outcome,
	type ReleasesFixture,
	reported,
} from "../support/releases.ts";
import { OFFICE } from "../support/viewers.ts";

const { rules } = DEFAULT_RELEASES;
const RECORDS = network(120, 1500);
const SMES = (RECORDS.smes as SmeRow[]).filter(({ visibility }) => visibility === "CONFIDENTIAL");
const SECRET = (RECORDS.engagements as EngagementRow[]).filter(
	({ visibility, center_id }) => visibility === "CONFIDENTIAL" && center_id !== null,
);
const inFirst = SECRET.filter(({ started_first }) => started_first.startsWith("2023-11"));
const OUTCOMES = SMES.map(({ id }, n) =>
	outcome(
		`out-${id}`,
		{
			sme_id: id,
			center_id: CENTERS[n % CENTERS.length]?.id as string,
			visibility: "CONFIDENTIAL",
		},
		n % 3 === 0 ? "JOBS_CREATED" : "NEW_SALES",
		n % 3 === 0 ? 1 + (n % 17) : 1000 * (1 + ((n * n) % 97)),
	),
);

let hub: ReleasesFixture;
const readings: Reading[] = [];
const waiting: string[][] = [];
const amended: string[][] = [];
let blocks: Block[];

async function release(): Promise<void> {
	const preview = await hub.preview();
	waiting.push(preview.waiting.map(({ name }: { name: string }) => name));
	amended.push(preview.amended);
	readings.push(await readingOf(hub, await hub.publish()));
}

beforeAll(async () => {
	hub = await openReleasesFixture();
	await hub.add({ ...RECORDS, outcomes: OUTCOMES });
	await hub.report(2024, 1);
	await release();

	// One engagement is voided, and an import adds a few: they wait.
	const one = inFirst[0] as EngagementRow;
	await hub.change({ engagements: [{ ...one, status: "VOIDED", revision: 2 }] });
	const imported = SMES.slice(0, 3).map(({ id }, n) =>
		reported(
			`imported-${n}`,
			{ sme_id: id, kind: "TRAINING", people_trained: 50, center_id: "ga-mep" },
			"2023-11-09",
		),
	);
	await hub.change({ engagements: imported });
	for (const quarter of [2, 3]) await hub.report(2024, quarter);
	await release();

	// The import is undone and the void, too; many late engagements enter.
	await hub.change({
		engagements: [
			{ ...one, revision: 3 },
			...imported.map((row) => ({ ...row, status: "VOIDED", revision: 2 })),
			...SMES.flatMap(({ id }) =>
				CENTERS.flatMap((center, n) =>
					["TRAINING", "EVENT"].map((kind) =>
						reported(
							`late-${id}-${center.id}-${kind}`,
							{
								sme_id: id,
								kind,
								center_id: center.id,
								status: "AMENDED",
								late: true,
								institute_id: n % 2 === 0 ? "mxd" : "lift",
								people_trained: kind === "TRAINING" ? 3 : null,
							},
							"2023-11-20",
						),
					),
				),
			),
		],
	});
	await hub.report(2024, 4);
	await release();

	// Two manufacturers are merged.
	const [keep, merge] = SMES.slice(10, 12) as [SmeRow, SmeRow];
	await hub.data(
		`mutation { mergeSmes(keep: "${keep.id}", merge: "${merge.id}", revision: 1, reason: "the same") { id } }`,
		{},
		OFFICE,
	);
	for (const quarter of [1, 2]) await hub.report(2025, quarter);
	await release();
	blocks = readReleases(readings);
});
afterAll(() => hub.close());

async function recoveredBy(view: View, some: readonly Block[]) {
	const found: Recovered[] = [];
	let total = 0;
	for (const block of some) {
		const { recovered, sought } = await intrude(view, block, rules);
		found.push(...recovered);
		total += sought;
	}
	/** The worst first: those whose interval is the smallest part of what it must be. */
	const part = ({ lower, upper, demanded }: Recovered) => (upper - lower) / demanded;
	return { found: found.sort((a, b) => part(a) - part(b)), total };
}

describe("what is released", () => {
	it("has suppressed figures, one change that entered, and is the same as before where changes wait", () => {
		expect(waiting).toEqual([
			[],
			["engagements of fiscal year 2024"],
			[],
			["engagements of fiscal year 2024"],
		]);
		expect(amended).toEqual([[], [], ["engagements of fiscal year 2024"], []]);
		expect(blocks.map(({ name, version }) => `${name} ${version}`)).toEqual([
			"engagements  2024 0",
			"engagements  2024 1",
			"engagements  2025 0",
			"outcomes NEW_SALES-USD 2024 0",
			"outcomes JOBS_CREATED 2024 0",
		]);
		const suppressed = blocks.map(
			({ cells }) => [...cells.values()].filter((cell) => cell.suppressed).length,
		);
		for (const count of suppressed) expect(count).toBeGreaterThan(5);
	});

	it("is what the intruder thinks the records are", () => {
		for (const block of blocks) expect(differences(block)).toEqual([]);
	});
});

describe("an intruder with everything public recovers nothing", () => {
	it.each([
		PUBLIC_VIEW,
		...CENTERS.map(({ id }) => centerView(id)),
		...SMES.slice(0, 4).map(({ id }) => smeView(id)),
	])("that is confidential: $name", async (view) => {
		const { found, total } = await recoveredBy(view, blocks);
		expect(found).toEqual([]);
		expect(total).toBeGreaterThan(0);
	});

	it("with a friend", async () => {
		const pairs = blocks.flatMap((block) => pairsThatShare(block, 2));
		expect(pairs.length).toBeGreaterThan(4);
		for (const view of pairs) expect((await recoveredBy(view, blocks)).found).toEqual([]);
	});
});

describe("the same intruder recovers many", () => {
	it("with suppression off", async () => {
		const { found, total } = await recoveredBy(
			PUBLIC_VIEW,
			blocks.map((block) => unprotected(block, rules, "none")),
		);
		expect(found).toHaveLength(total);
		expect(total).toBeGreaterThan(60);
	});

	it("without complementary suppression", async () => {
		const { found } = await recoveredBy(
			PUBLIC_VIEW,
			blocks.map((block) => unprotected(block, rules, "unsafe")),
		);
		expect(found.length).toBeGreaterThan(20);
	});
});

describe("differences between releases", () => {
	it("are of enough manufacturers, for everybody", () => {
		const [before, after] = blocks as [Block, Block];
		const views = [
			PUBLIC_VIEW,
			...CENTERS.map(({ id }) => centerView(id)),
			...SMES.slice(0, 4).map(({ id }) => smeView(id)),
			...pairsThatShare(after, 4),
		];
		for (const view of views) {
			const { found, changed } = revealing(view, before, after, rules);
			expect(found).toEqual([]);
			expect(changed).toBeGreaterThan(20);
		}
	});

	it("would tell of a single late record, had it entered", () => {
		const [, after] = blocks;
		const late = after?.secret[0];
		if (!after || !late) throw new Error("nothing was amended");
		const more = { ...after, secret: [...after.secret, late] };
		expect(revealing(PUBLIC_VIEW, after, more, rules).found.length).toBeGreaterThan(4);
	});
});

describe("any small network", () => {
	it.each([1, 2, 3, 4, 5])("tells nobody more: seed %i", async (seed) => {
		const small = await openReleasesFixture();
		try {
			await small.add(skewedNetwork(seed, 50, 220, ["2023-11-05", "2023-12-02"]));
			await small.report(2024, 1);
			const some = readReleases([await readingOf(small, await small.publish())]);
			for (const block of some) expect(differences(block)).toEqual([]);
			const views = [
				PUBLIC_VIEW,
				...CENTERS.map(({ id }) => centerView(id)),
				...some.flatMap((block) => pairsThatShare(block, 2)),
			];
			const all: Recovered[] = [];
			let sought = 0;
			for (const view of views) {
				const { found, total } = await recoveredBy(view, some);
				all.push(...found);
				sought += total;
			}
			expect(all).toEqual([]);
			expect(sought).toBeGreaterThan(50);
		} finally {
			await small.close();
		}
	});
});
