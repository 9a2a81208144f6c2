import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

describe("records that are not public", () => {
	it("are not found by any list, lookup, count or _entities", async () => {
		const answer = await hub.data(`{
			sme(id: "sme_secret") { id } engagement(id: "eng-secret") { id } draft: engagement(id: "eng-draft") { id }
			smes(first: 200) { totalCount nodes { id } } engagements(first: 200) { totalCount nodes { id } }
			trace(first: 200) { totalCount } traceTotals(by: [SME]) { sme { id } engagementCount }
			_entities(representations: [{ __typename: "Sme", id: "sme_secret" }, { __typename: "Engagement", id: "eng-secret" }, { __typename: "MepCenter", id: "ga-mep" }]) {
				... on Sme { id } ... on Engagement { id } ... on MepCenter { engagements { totalCount nodes { id } } traces { totalCount } }
			}
		}`);
		expect(answer.sme ?? answer.engagement ?? answer.draft).toBeNull();
		expect([
			answer.smes.totalCount,
			answer.engagements.totalCount,
			answer.trace.totalCount,
		]).toEqual([3, 6, 4]);
		expect(answer._entities).toEqual([
			null,
			null,
			{
				engagements: { totalCount: 3, nodes: [{ id: "eng-2" }, { id: "eng-1" }, { id: "eng-3" }] },
				traces: { totalCount: 2 },
			},
		]);
		expect(JSON.stringify(answer)).not.toMatch(/secret|eng-draft/);
	});
});

describe("totals", () => {
	it("count each manufacturer and each outcome once per group", async () => {
		const { traceTotals } = await hub.data(
			"{ traceTotals(by: [KIND]) { kind smeCount engagementCount peopleTrained hours status outcomes { metric value reports verification } } }",
		);
		expect(traceTotals[3]).toEqual({
			kind: "TRAINING",
			smeCount: 1,
			engagementCount: 2,
			peopleTrained: 7,
			hours: null,
			status: "PUBLISHED",
			outcomes: [{ metric: "NEW_SALES", value: 1000, reports: 1, verification: "SELF_REPORTED" }],
		});
		expect(
			await hub.data(
				"{ traceTotals(by: [NAICS_SECTOR, FISCAL_YEAR]) { naicsSector fiscalYear smeCount } }",
			),
		).toEqual({
			traceTotals: [
				{ naicsSector: null, fiscalYear: 2019, smeCount: 1 },
				{ naicsSector: "31-33", fiscalYear: null, smeCount: 1 },
				{ naicsSector: "31-33", fiscalYear: 2017, smeCount: 1 },
				{ naicsSector: "31-33", fiscalYear: 2018, smeCount: 1 },
				{ naicsSector: "31-33", fiscalYear: 2019, smeCount: 1 },
			],
		});
	});

	it("are cached until something is written", async () => {
		const query = "{ traceTotals(by: [SME_STATE]) { smeState engagementCount } }";
		await hub.data(query);
		// On PostgreSQL a write to any database of the server invalidates the cache, and tests run in parallel.
		await expect
			.poll(async () => {
				await hub.data(query);
				return [...hub.statements];
			})
			.toEqual([]);
		await hub.database.write((manager) =>
			manager.insert(
				EngagementRow,
				engagementRow("eng-7", { sme_id: "sme_b", kind: "EVENT", center_id: "oh-mep" }, "2020"),
			),
		);
		const { traceTotals } = await hub.data(query);
		expect(traceTotals).toContainEqual({ smeState: "US-OH", engagementCount: 3 });
		await hub.database.write((manager) => manager.delete(EngagementRow, { id: "eng-7" }));
	});
});

describe("SQL", () => {
	it.each([
		["{ trace { nodes { sme { id } engagementCount } } }", 1],
		[
			"{ trace { nodes { sme { name } engagements { nodes { id outcomes { claims { value } } } } } } }",
			5,
		],
		['{ sme(id: "sme_a") { name engagements { nodes { id center { id } } } } }', 2],
		["{ smes { nodes { name traces { totalCount nodes { id } } outcomes { id } } } }", 4],
		["{ engagements { nodes { id sme { name } } } }", 2],
	])("%s takes %i statements, independent of the number of rows", async (query, count) => {
		await hub.data(query);
		expect(hub.statements).toHaveLength(count);
	});

	it("reads only what is selected", async () => {
		await hub.data("{ engagements { nodes { id } } }");
		expect(hub.statements[0]).not.toMatch(/note|sme_id|source/);
	});

	it("reads the lists of many entities in one statement", async () => {
		const representations = ["ga-mep", "oh-mep", "xx-mep"].map((id) => ({
			__typename: "MepCenter",
			id,
		}));
		const { _entities } = await hub.data(
			"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MepCenter { engagements(first: 1) { nodes { id sme { name } } pageInfo { hasNextPage } } } } }",
			{ representations },
		);
		expect(_entities.map((entity: { engagements: object }) => entity.engagements)).toEqual([
			{ nodes: [{ id: "eng-2", sme: { name: "sme_a" } }], pageInfo: { hasNextPage: true } },
			{ nodes: [{ id: "eng-5", sme: { name: "sme_b" } }], pageInfo: { hasNextPage: true } },
			{ nodes: [], pageInfo: { hasNextPage: false } },
		]);
		expect(hub.statements).toHaveLength(2);
	});
});

it("a company is small below 500 employees, and unknown if a source says it belongs to a larger group", async () => {
	const { smes } = await hub.data("{ smes { nodes { id isSmall } } }");
	expect(smes.nodes).toEqual([
		{ id: "sme_a", isSmall: true },
		{ id: "sme_b", isSmall: false },
		{ id: "sme_c", isSmall: null },
	]);
});

describe("paging while rows are inserted", () => {
	let made = 0;
	const arrivals = fc.array(
		fc.record({
			date: fc.constantFrom("2015", "2018-03", "2018-03-07", "2021", null),
			kind: fc.constantFrom("EVENT", "TRAINING", "REFERRAL"),
			sme_id: fc.constantFrom("sme_a", "sme_b", "sme_c"),
		}),
		{ maxLength: 4 },
	);

	it.each(["engagements", "trace"])("of %s misses and repeats no existing row", async (list) => {
		const query = `query($after: String, $first: Int!) { list: ${list}(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 4 }), arrivals, async (first, coming) => {
				const before = await walk(hub, query, 200);
				const walked = await walk(hub, query, first, async () => {
					const next = coming.pop();
					if (!next) return;
					const { date, ...what } = next;
					const row = engagementRow(`eng-walk-${made++}`, { ...what, center_id: "oh-mep" }, date);
					await hub.database.write((manager) => manager.insert(EngagementRow, row));
				});
				expect(new Set(walked).size).toBe(walked.length);
				expect(walked.filter((id) => before.includes(id))).toEqual(before);
			}),
			{ numRuns: 15 },
		);
	});
});
