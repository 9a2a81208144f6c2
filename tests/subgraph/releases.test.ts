// Over 300 lines: one fixture, whose later releases build on those before them.
import { createHash } from "node:crypto";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_RELEASES } from "../../shared/config-releases.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { TABLES } from "../../subgraphs/engagements/statistics/family.ts";
import { CENTERS } from "../support/owners.ts";
import {
	network,
	openReleasesFixture,
	type ReleasesFixture,
	reported,
} from "../support/releases.ts";
import { MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const EVERYBODY: Viewer[] = [
	PUBLIC,
	STAFF,
	MANAGER,
	OFFICE,
	{ role: "PARTNER", subject: "p", organization: "ga-mep" },
	{ role: "HUB_ADMIN", subject: "a" },
];

let hub: ReleasesFixture;
beforeAll(async () => {
	hub = await openReleasesFixture();
	await hub.add(network());
});
afterAll(() => hub.close());

const CLOSE =
	"mutation($fiscalYear: Int!, $quarter: Int!, $reason: String!) { closeQuarter(fiscalYear: $fiscalYear, quarter: $quarter, reason: $reason) { id closedBy closedAt reason } }";
const PUBLISH =
	"mutation($preview: ID!, $note: String) { publishRelease(input: { preview: $preview, note: $note }) { id number } }";
const STATISTICS =
	"query($table: ID!, $release: ID, $where: StatisticsWhere, $first: Int, $skip: Int) { statistics(table: $table, release: $release, where: $where) { id table title cellCount notes json release { id number basis } dimensions { name values { code parent } } measures { name } cells(first: $first, skip: $skip) { coordinates { dimension value } values { measure value } status } } }";
const where = (picks: Record<string, string[]>) => ({
	dimensions: Object.entries(picks).map(([dimension, values]) => ({ dimension, values })),
});

describe("before any release", () => {
	it("statistics say so, and the list is empty", async () => {
		expect(await hub.refusals(STATISTICS, { table: "engagements-by-state" })).toEqual([
			["No statistics have been released yet", "NOT_FOUND"],
		]);
		expect(await hub.data("{ releases { totalCount nodes { id } } }")).toEqual({
			releases: { totalCount: 0, nodes: [] },
		});
	});

	it("a preview is refused while no quarter is closed, with what to do", async () => {
		const { status, refusals, preview: id } = await hub.preview();
		expect([status, id, refusals[0].code]).toEqual(["REFUSED", null, "NOTHING_CLOSED"]);
		expect(refusals[0].remedy).toContain("closeQuarter");
	});

	it("a quarter is open until every center has reported it; the refusal names those that have not", async () => {
		await hub.report(2024, 1, ["ga-mep", "ca-bay"]);
		const { status, refusals } = await hub.preview([[2024, 1]]);
		expect([status, refusals]).toEqual([
			"REFUSED",
			[
				{
					code: "QUARTER_OPEN",
					message:
						"Quarter 1 of fiscal year 2024 is open: 2 centers have not reported it: oh-mep, ca-south",
					remedy:
						'Ask them to report it, or close it with closeQuarter(fiscalYear: 2024, quarter: 1, reason: "…").',
					quarter: { fiscalYear: 2024, quarter: 1 },
					centers: [{ id: "oh-mep" }, { id: "ca-south" }],
					waiting: [],
				},
			],
		]);
		await hub.report(2024, 1, ["oh-mep", "ca-south"]);
		expect((await hub.preview()).periods).toEqual([{ fiscalYear: 2024, quarter: 1 }]);
	});

	it.each([
		[{ fiscalYear: 2024, quarter: 5 }, "quarters.0.quarter: 5 is not a quarter; 1 is October"],
		[{ fiscalYear: 99, quarter: 1 }, "quarters.0.fiscalYear: 99 is out of range"],
	])("%o is no quarter", async (quarter, message) => {
		const query =
			"query($quarters: [FiscalQuarterInput!]) { previewRelease(quarters: $quarters) { status } }";
		expect(await hub.refusals(query, { quarters: [quarter] }, OFFICE)).toEqual([
			[expect.stringContaining(message), "BAD_USER_INPUT"],
		]);
	});

	it("a quarter that has not ended is refused", async () => {
		const { refusals } = await hub.preview([[2199, 1]]);
		expect(refusals).toEqual([
			expect.objectContaining({ message: "Quarter 1 of fiscal year 2199 has not ended" }),
		]);
	});
});

describe("closing a quarter", () => {
	const second = { fiscalYear: 2024, quarter: 2, reason: "The Ohio center was closed" };

	it("is the program office's, needs a reason, and waits for its end", async () => {
		for (const viewer of EVERYBODY)
			if (viewer.role !== "PROGRAM_OFFICE")
				expect(await hub.refusals(CLOSE, second, viewer)).toEqual([
					[expect.any(String), viewer.role === "PUBLIC" ? "UNAUTHENTICATED" : "FORBIDDEN"],
				]);
		expect(await hub.refusals(CLOSE, { ...second, reason: " " }, OFFICE)).toEqual([
			["reason: is empty; leave it out or write something", "BAD_USER_INPUT"],
		]);
		expect(await hub.refusals(CLOSE, { ...second, fiscalYear: 2199 }, OFFICE)).toEqual([
			["quarter: has not ended yet; it can be closed when it has", "BAD_USER_INPUT"],
		]);
		expect(await hub.refusals(CLOSE, { ...second, quarter: 0 }, OFFICE)).toEqual([
			["quarter: 0 is not a quarter; 1 is October to December", "BAD_USER_INPUT"],
		]);
	});

	it("is kept once with who, when and why, as a change that the program office sees", async () => {
		const { closeQuarter: first } = await hub.data(CLOSE, second, OFFICE);
		expect(first).toEqual({
			id: "2024~2",
			closedBy: "office-1",
			closedAt: expect.stringMatching(/^\d{4}-.*Z$/),
			reason: second.reason,
		});
		const again = { ...second, reason: "Another reason" };
		expect((await hub.data(CLOSE, again, OFFICE)).closeQuarter).toEqual(first);
		const changes =
			'{ changes { nodes { type recordId revision } } node(id: "2024~2") { id ... on ClosedQuarter { reason } } }';
		const seen = await hub.data(changes, {}, OFFICE);
		expect(seen.changes.nodes).toContainEqual({
			type: "CLOSED_QUARTER",
			recordId: "2024~2",
			revision: 1,
		});
		expect(seen.node).toEqual({ id: "2024~2", reason: second.reason });
		const hidden = JSON.stringify(await hub.data("{ changes { nodes { type } } }", {}, MANAGER));
		expect(hidden).not.toContain("CLOSED_QUARTER");
	});
});

describe("publishing", () => {
	let preview: {
		preview: string;
		digest: string;
		tables: Array<{ table: string; published: number }>;
	};
	let release: string;

	it("previews and publishing are the program office's", async () => {
		for (const viewer of EVERYBODY.filter(({ role }) => role !== "PROGRAM_OFFICE")) {
			const code = viewer.role === "PUBLIC" ? "UNAUTHENTICATED" : "FORBIDDEN";
			for (const [query, variables] of [
				["{ previewRelease { status } }", {}],
				[PUBLISH, { preview: "prv_x" }],
			] as const)
				expect(await hub.refusals(query, variables, viewer)).toEqual([[expect.any(String), code]]);
		}
	});

	it("an unknown preview is refused", async () => {
		expect(await hub.refusals(PUBLISH, { preview: "prv_x" }, OFFICE)).toEqual([
			[
				'input.preview: there is no preview with the id "prv_x"; ask for one with previewRelease',
				"BAD_USER_INPUT",
			],
		]);
	});

	it("a change of a counted record makes a preview stale, a change of others does not", async () => {
		const log = async (id: string, day: string) => {
			await hub.add({
				engagements: [
					reported(
						id,
						{ sme_id: "sme_001", kind: "EVENT", center_id: "ga-mep", status: "APPROVED" },
						day,
					),
				],
			});
			const { engagement } = await hub.data(
				`{ engagement(id: "${id}") { revision } }`,
				{},
				MANAGER,
			);
			await hub.data(
				`mutation { voidEngagement(id: "${id}", revision: ${engagement.revision}, reason: "test") { id } }`,
				{},
				MANAGER,
			);
		};
		preview = await hub.preview();
		await log("late-other", "2025-02-02");
		expect((await hub.preview()).preview).toBe(preview.preview);
		const stale = preview.preview;
		await log("late-counted", "2023-12-01");
		expect(await hub.refusals(PUBLISH, { preview: stale }, OFFICE)).toEqual([
			[expect.stringMatching(/^input.preview: records or releases have changed/), "CONFLICT"],
		]);
	});

	it("publishes what the preview showed, once", async () => {
		preview = await hub.preview();
		const note = "The first one";
		const [first, second] = await Promise.all(
			[1, 2].map(() => hub.data(PUBLISH, { preview: preview.preview, note }, OFFICE)),
		);
		expect(first).toEqual(second);
		release = first.publishRelease.id;
		const { node, releases } = await hub.data(
			`{ node(id: "${release}") { id ... on Release { number digest basis synthetic note program periods { fiscalYear quarter } rules { minContributors minMoneyContributors } tables { table } } } releases { totalCount nodes { id } } }`,
		);
		expect(node).toEqual({
			id: release,
			number: 1,
			digest: preview.digest,
			basis: "REPORTED_RECORDS",
			synthetic: false,
			note,
			program: expect.stringMatching(/^throughline \d/),
			periods: [
				{ fiscalYear: 2024, quarter: 1 },
				{ fiscalYear: 2024, quarter: 2 },
			],
			rules: { minContributors: 4, minMoneyContributors: 5 },
			tables: TABLES.map(({ id }) => ({ table: id })),
		});
		expect(releases).toEqual({ totalCount: 1, nodes: [{ id: release }] });
	});

	it("another officer, or another note, is told who published the preview, and publishes nothing", async () => {
		const { preview: id } = preview;
		const again = { preview: id, note: "The first one" };
		expect(await hub.refusals(PUBLISH, again, { ...OFFICE, subject: "office-2" })).toEqual([
			[
				expect.stringMatching(
					/^input.preview: office-1 published it already, as release 1, on \d{4}-\d\d-\d\d; a release is never changed, and no other was made$/,
				),
				"CONFLICT",
			],
		]);
		expect(await hub.refusals(PUBLISH, { ...again, note: "Another" }, OFFICE)).toEqual([
			[expect.stringMatching(/^input.preview: you published it already, as release 1/), "CONFLICT"],
		]);
		const { releases } = await hub.data("{ releases { totalCount nodes { note } } }");
		expect(releases).toEqual({ totalCount: 1, nodes: [{ note: "The first one" }] });
	});

	it("its digest is that of its tables, which have as many cells as the preview said", async () => {
		const hash = createHash("sha256");
		for (const { id } of TABLES) {
			const { statistics } = await hub.data(STATISTICS, { table: id, first: 0 });
			hash.update(`${id}\n${statistics.json}\n`);
			const { cells } = JSON.parse(statistics.json);
			const told = preview.tables.find((one) => one.table === id);
			const hidden = cells.suppressed.filter((one: number) => one === 1).length;
			expect(told).toEqual({
				table: id,
				published: cells.at.length - hidden,
				suppressed: hidden,
				empty: statistics.cellCount - cells.at.length,
			});
		}
		expect(hash.digest("hex")).toBe(preview.digest);
	});

	it("a second one of the same content is refused", async () => {
		const { status, refusals } = await hub.preview();
		expect([status, refusals]).toEqual([
			"REFUSED",
			[
				{
					code: "SAME_CONTENT",
					message: "Nothing would differ from release 1",
					remedy: "Close another quarter, or wait until records of a published one change.",
					quarter: null,
					centers: [],
					waiting: [],
				},
			],
		]);
	});

	it.each(["releases", "release_tables", "release_bases"])(
		"%s are never changed or deleted",
		async (table) => {
			for (const change of [`UPDATE ${table} SET id = 'x'`, `DELETE FROM ${table}`])
				await expect(hub.database.write((manager) => manager.query(change))).rejects.toThrow(
					"a release is never changed",
				);
		},
	);

	it("with weaker rules than allowed is refused, naming what to configure", async () => {
		const rules = { ...DEFAULT_RELEASES.rules, minContributors: 2, maxShare: 0.9 };
		const weak = await openReleasesFixture({ rules }, hub.storage);
		const { status, refusals } = await weak.preview();
		await weak.close();
		expect([status, refusals[0].code]).toEqual(["REFUSED", "RULES_BELOW_FLOORS"]);
		expect(refusals[0].message).toBe(
			"The rules protect too little: minContributors is 2, the weakest allowed is 3; maxShare is 0.9, the weakest allowed is 0.8",
		);
		expect(refusals[0].remedy).toBe(
			"Configure HUB_RELEASE_MIN_CONTRIBUTORS, HUB_RELEASE_MAX_SHARE_PERCENT.",
		);
	});
});

describe("statistics", () => {
	const table = "engagements-by-center";

	it("are the same for everybody", async () => {
		const answers = new Set<string>();
		for (const viewer of EVERYBODY)
			for (const { id } of TABLES)
				answers.add(JSON.stringify(await hub.data(STATISTICS, { table: id, first: 300 }, viewer)));
		expect(answers.size).toBe(TABLES.length);
	});

	it("take one statement where the table was read before, and none where the release is named", async () => {
		const { statistics } = await hub.data(STATISTICS, { table, first: 10 });
		await hub.data(STATISTICS, { table, first: 10 });
		expect(hub.statements).toHaveLength(1);
		await hub.data(STATISTICS, { table, release: statistics.release.id, first: 10 });
		expect(hub.statements).toHaveLength(0);
		await hub.data("{ releases { totalCount nodes { id tables { table } periods { quarter } } } }");
		expect(hub.statements).toHaveLength(2);
	});

	it("list every combination of values, page by page, with empty and suppressed cells", async () => {
		const { statistics } = await hub.data(STATISTICS, { table, first: 5000 });
		const sizes = statistics.dimensions.map(({ values }: { values: object[] }) => values.length);
		expect(sizes).toEqual([CENTERS.length + 3 + 2, 7, 2]);
		expect(statistics.cellCount).toBe(sizes[0] * sizes[1] * sizes[2]);
		expect(statistics.cells).toHaveLength(statistics.cellCount);
		const paged: object[] = [];
		for (let skip = 0; skip < statistics.cellCount; skip += 17)
			paged.push(...(await hub.data(STATISTICS, { table, first: 17, skip })).statistics.cells);
		expect(paged).toEqual(statistics.cells);
		const byStatus = (status: string) =>
			statistics.cells.filter((cell: { status: string }) => cell.status === status);
		for (const { values } of byStatus("SUPPRESSED"))
			expect(values.every(({ value }: { value: unknown }) => value === null)).toBe(true);
		for (const { values } of byStatus("EMPTY"))
			expect(values.every(({ value }: { value: unknown }) => value === 0)).toBe(true);
		expect(byStatus("SUPPRESSED").length).toBeGreaterThan(0);
		expect(byStatus("EMPTY").length).toBeGreaterThan(0);
	});

	it("keep the pages of one question apart from those of others", async () => {
		const questions = [
			{ table, first: 3 },
			{ table, first: 3, skip: 3 },
			{ table, first: 4 },
			{ table, first: 3, where: where({ kind: ["TRAINING"] }) },
			{ table: "engagements-by-state", first: 3, where: where({ kind: ["EVENT"] }) },
		];
		const askAll = async () => {
			const pages: object[] = [];
			for (const question of questions)
				pages.push((await hub.data(STATISTICS, question)).statistics.cells);
			return pages;
		};
		const pages = await askAll();
		expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(questions.length);
		expect(await askAll()).toEqual(pages);
	});

	it("show hours in facility access and people in training only", async () => {
		const { statistics } = await hub.data(STATISTICS, {
			table,
			where: where({ center: ["all"], period: ["2024-Q1"] }),
		});
		const measures = Object.fromEntries(
			statistics.cells.map((cell: { coordinates: object[]; values: object[] }) => [
				(cell.coordinates[1] as { value: string }).value,
				cell.values.map((value) => (value as { measure: string }).measure),
			]),
		);
		expect(measures).toMatchObject({
			all: ["smes", "engagements"],
			FACILITY_ACCESS: ["smes", "engagements", "hours"],
			TRAINING: ["smes", "engagements", "peopleTrained"],
			EVENT: ["smes", "engagements"],
		});
	});

	it("match the values of several dimensions", async () => {
		const asked = where({ center: ["ga-mep", "US-CA"], kind: ["TRAINING"], period: ["2024-Q2"] });
		const { statistics } = await hub.data(STATISTICS, { table, where: asked });
		expect(
			statistics.cells.map(({ coordinates }: { coordinates: Array<{ value: string }> }) =>
				coordinates.map(({ value }) => value),
			),
		).toEqual([
			["US-CA", "TRAINING", "2024-Q2"],
			["ga-mep", "TRAINING", "2024-Q2"],
		]);
		const none = await hub.data(STATISTICS, { table, where: where({ kind: [] }) });
		expect([none.statistics.cellCount, none.statistics.cells]).toEqual([0, []]);
	});

	it.each([
		[
			{ table: "everything" },
			/^table: there is no table "everything"; there are engagements-by-center, .*outcomes-by-size$/,
		],
		[
			{ table, where: where({ color: ["red"] }) },
			/^where.dimensions.0.dimension: there is no dimension "color"; there are center, kind, period$/,
		],
		[
			{ table, where: where({ kind: ["TRAINING", "DANCING"] }) },
			/^where.dimensions.0.values: there is no value of kind "DANCING"; there are all, FACILITY_ACCESS/,
		],
		[{ table, first: 5001 }, /^first: 5001 is out of range/],
		[{ table, skip: -1 }, /^skip: -1 is negative/],
	])("%o is refused with what is offered", async (variables, message) => {
		expect(await hub.refusals(STATISTICS, variables)).toEqual([
			[expect.stringMatching(message), "BAD_USER_INPUT"],
		]);
	});

	it("have an id for each of their conditions, by which they are found again", async () => {
		const asked = where({ kind: ["TRAINING"], period: ["2024-Q1"] });
		const { statistics } = await hub.data(STATISTICS, { table, where: asked, first: 50 });
		const whole = await hub.data(STATISTICS, { table, first: 50 });
		expect(whole.statistics.id).not.toBe(statistics.id);
		for (const { id, cellCount, cells } of [statistics, whole.statistics])
			expect(
				await hub.data(
					`{ node(id: "${id}") { id ... on StatisticsTable { cellCount cells(first: 50) { coordinates { dimension value } values { measure value } status } } } }`,
				),
			).toEqual({ node: { id, cellCount, cells } });
	});

	it("of a named release may be kept for a year, of the newest for a minute", async () => {
		const query =
			'query($release: ID) { statistics(table: "engagements-by-state", release: $release) { id } releases { nodes { id } } }';
		const lifetimes = async (variables: object) => {
			const answer = await hub.subgraph.execute({
				query,
				variables: variables as Record<string, unknown>,
				viewer: PUBLIC,
				requestId: "test",
			});
			return answer.extensions?.cacheControl;
		};
		const { releases } = await hub.data("{ releases { nodes { id } } }");
		expect(await lifetimes({})).toEqual({ "Query.statistics": 60, "Query.releases": 60 });
		expect(await lifetimes({ release: releases.nodes[0].id })).toEqual({
			"Query.statistics": 31_536_000,
			"Query.releases": 60,
		});
	});

	it("of an unknown release are not found", async () => {
		expect(await hub.refusals(STATISTICS, { table, release: "rel_x" })).toEqual([
			['There is no Release with the id "rel_x"', "NOT_FOUND"],
		]);
		expect(await hub.data('{ release(id: "rel_x") { id } }')).toEqual({ release: null });
	});

	it("tables are listed with dimensions and measures", async () => {
		const { statisticsTables } = await hub.data(
			"{ statisticsTables { table title dimensions { name } measures { name unit } } }",
		);
		expect(statisticsTables.map(({ table: id }: { table: string }) => id)).toEqual(
			TABLES.map(({ id }) => id),
		);
		expect(statisticsTables[5].dimensions).toEqual(
			["center", "metric", "verification", "period"].map((name) => ({ name })),
		);
	});
});

it("the same data gives the same release on any machine", async () => {
	const rows = await hub.database.read<{ digest: string }>(sql`SELECT digest FROM releases`);
	const other = await openReleasesFixture();
	await other.add(network());
	await other.report(2024, 1);
	await other.report(2024, 2);
	expect((await other.preview()).digest).toBe(rows[0]?.digest);
	await other.close();
});
