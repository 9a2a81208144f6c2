import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { type Asker, askerOf, walk } from "../support/subgraph.ts";

let subgraph: Subgraph;
let database: Database;
const statements: string[] = [];
const asked: string[] = [];

/** Stands for the two owners: it knows ga-mep, oh-mep and mxd, and one embedding. */
async function ask<T>(name: string, query: string, variables: Record<string, unknown>): Promise<T> {
	asked.push(`${name} ${JSON.stringify(variables)}`);
	const pageInfo = { hasNextPage: false, endCursor: null };
	if (query.includes("_entities")) {
		const representations = variables.representations as Array<{ id: string }>;
		return {
			_entities: representations.map(({ id }) =>
				["ga-mep", "oh-mep", "mxd", "fac-new"].includes(id) ? { id } : null,
			),
		} as T;
	}
	if (query.includes("embeddings"))
		return {
			embeddings: {
				nodes: [
					{
						center: { id: "oh-mep" },
						institute: { id: "mxd" },
						startsOn: "2016-10-01",
						endsOn: "2018-09-30",
					},
				],
				pageInfo,
			},
		} as T;
	return { mepCenters: { nodes: [{ id: "ga-mep" }], pageInfo } } as T;
}

let asker: Asker;
const data: Asker["data"] = (query, variables) => {
	asked.length = 0;
	return asker.data(query, variables);
};

beforeAll(async () => {
	const dataDir = mkdtempSync(join(tmpdir(), "hub-"));
	subgraph = await openEngagements({
		dataDir,
		ask,
		log: createLog("silent"),
		onStatement: (statement) => statements.push(statement),
	});
	asker = askerOf(subgraph, statements);
	database = await openEngagementsDatabase({ dataDir });
	await database.write(async (manager) => {
		await manager.insert(SmeRow, [
			smeRow("sme_a", { state: "US-GA", naics: "332710", employees: 20 }),
			smeRow("sme_b", { state: "US-OH", naics: "336411", employees: 600 }),
			smeRow("sme_c", { state: "US-GA", employees: 20, larger_group: true }),
			smeRow("sme_secret", { visibility: "CONFIDENTIAL" }),
		]);
		await manager.insert(EngagementRow, [
			engagementRow(
				"eng-1",
				{ sme_id: "sme_a", kind: "TRAINING", center_id: "ga-mep", people_trained: 5 },
				"2018",
			),
			engagementRow(
				"eng-2",
				{ sme_id: "sme_a", kind: "TRAINING", center_id: "ga-mep", people_trained: 2 },
				"2018-03",
			),
			engagementRow(
				"eng-3",
				{ sme_id: "sme_a", kind: "ASSISTANCE", center_id: "ga-mep", practice: "LEAN" },
				null,
			),
			engagementRow(
				"eng-4",
				{ sme_id: "sme_b", kind: "TECH_TRANSFER", center_id: "oh-mep", institute_id: "mxd" },
				"2017-06-01",
			),
			engagementRow(
				"eng-5",
				{ sme_id: "sme_b", kind: "TECH_TRANSFER", center_id: "oh-mep", institute_id: "mxd" },
				"2019-06-01",
			),
			engagementRow(
				"eng-6",
				{
					sme_id: "sme_c",
					kind: "FACILITY_ACCESS",
					institute_id: "mxd",
					facility_id: "fac-1",
					hours: 4,
				},
				"2018-11-02",
			),
			engagementRow(
				"eng-secret",
				{ sme_id: "sme_secret", kind: "TRAINING", center_id: "ga-mep", visibility: "CONFIDENTIAL" },
				"2018",
			),
			engagementRow(
				"eng-draft",
				{ sme_id: "sme_a", kind: "TRAINING", center_id: "ga-mep", status: "DRAFT" },
				"2018",
			),
		]);
		const source = { source_document: "test", source_url: null, read_on: null };
		await manager.insert(OutcomeRow, {
			id: "out-1",
			sme_id: "sme_a",
			center_id: "ga-mep",
			institute_id: null,
			window_start: "2018",
			window_end: "2018",
			verification: "SELF_REPORTED",
			visibility: "PUBLIC",
			synthetic: false,
			...source,
		});
		await manager.insert(OutcomeClaimRow, {
			id: "out-1~NEW_SALES",
			outcome_id: "out-1",
			metric: "NEW_SALES",
			value: 1000,
			currency: "USD",
			qualifier: null,
		});
		await manager.insert(
			OutcomeCoverRow,
			["eng-1", "eng-2"].map((id) => ({
				id: `out-1~${id}`,
				outcome_id: "out-1",
				engagement_id: id,
			})),
		);
	});
});
afterAll(async () => {
	await database.close();
	await subgraph.close();
});
const TRACE_IDS =
	"query($where: TraceWhere) { trace(where: $where) { totalCount nodes { id engagementCount } } }";
const tracesWhere = async (where: object) => {
	const { trace } = await data(TRACE_IDS, { where });
	expect(trace.totalCount).toBe(trace.nodes.length);
	return trace.nodes.map(
		(node: { id: string; engagementCount: number }) => `${node.id} ${node.engagementCount}`,
	);
};

describe("trace", () => {
	it("groups engagements by manufacturer, kind, center and institute", async () => {
		const { trace } = await data(
			"{ trace { nodes { sme { id name } kind center { id } institute { id } engagementCount firstOn lastOn hours peopleTrained } } }",
		);
		expect(trace.nodes).toEqual([
			{
				sme: { id: "sme_a", name: "sme_a" },
				kind: "ASSISTANCE",
				center: { id: "ga-mep" },
				institute: null,
				engagementCount: 1,
				firstOn: null,
				lastOn: null,
				hours: null,
				peopleTrained: null,
			},
			{
				sme: { id: "sme_a", name: "sme_a" },
				kind: "TRAINING",
				center: { id: "ga-mep" },
				institute: null,
				engagementCount: 2,
				firstOn: "2018",
				lastOn: "2018-03",
				hours: null,
				peopleTrained: 7,
			},
			{
				sme: { id: "sme_b", name: "sme_b" },
				kind: "TECH_TRANSFER",
				center: { id: "oh-mep" },
				institute: { id: "mxd" },
				engagementCount: 2,
				firstOn: "2017-06-01",
				lastOn: "2019-06-01",
				hours: null,
				peopleTrained: null,
			},
			{
				sme: { id: "sme_c", name: "sme_c" },
				kind: "FACILITY_ACCESS",
				center: null,
				institute: { id: "mxd" },
				engagementCount: 1,
				firstOn: "2018-11-02",
				lastOn: "2018-11-02",
				hours: 4,
				peopleTrained: null,
			},
		]);
	});

	const A_TRAINING = "sme_a~TRAINING~ga-mep~";
	const B = "sme_b~TECH_TRANSFER~oh-mep~mxd";
	const C = "sme_c~FACILITY_ACCESS~~mxd";
	it.each([
		[{ kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ smeIds: ["sme_c"] }, [`${C} 1`]],
		[{ centerIds: ["oh-mep"] }, [`${B} 2`]],
		[{ instituteIds: ["mxd"] }, [`${B} 2`, `${C} 1`]],
		[{ facilityIds: ["fac-1"] }, [`${C} 1`]],
		[{ facilityIds: ["fac-new"] }, []],
		[{ smeStates: ["US-OH"] }, [`${B} 2`]],
		[{ naicsPrefix: "336" }, [`${B} 2`]],
		[{ naicsPrefix: "33", kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ from: "2018", to: "2018" }, [`${A_TRAINING} 2`, `${C} 1`]],
		[{ from: "2018-02", to: "2018-12" }, [`${A_TRAINING} 1`, `${C} 1`]],
		[{ fiscalYears: [2018] }, [`${A_TRAINING} 1`]],
		[{ fiscalYears: [2019] }, [`${B} 1`, `${C} 1`]],
		[{ embedded: true }, [`${B} 1`]],
		[{ embedded: false }, ["sme_a~ASSISTANCE~ga-mep~ 1", `${A_TRAINING} 2`, `${B} 1`, `${C} 1`]],
		[{ center: { hostOrganization: "university" }, kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ centerIds: ["oh-mep"], center: { states: ["US-GA"] } }, []],
		[{ kinds: [] }, []],
	])("where %j", async (where, expected) => {
		expect(await tracesWhere(where)).toEqual(expected);
	});

	it("asks an owner once per request, however often the filter stands in it", async () => {
		const where = '{ center: { hostOrganization: "university" } }';
		await data(
			`{ a: trace(where: ${where}) { totalCount } b: trace(where: ${where}) { totalCount } traceTotals(where: ${where}, by: []) { smeCount } }`,
		);
		expect(asked).toHaveLength(1);
	});

	it("carries its filter to the engagements behind it", async () => {
		const { trace } = await data(
			'{ trace(where: { from: "2018-02", to: "2018-12", kinds: [TRAINING] }) { nodes { engagements { totalCount nodes { id } } } } }',
		);
		expect(trace.nodes).toEqual([{ engagements: { totalCount: 1, nodes: [{ id: "eng-2" }] } }]);
	});
});

describe("bad input is named", () => {
	it.each([
		[{ centerIds: ["nowhere"] }, 'where.centerIds: there is no MepCenter with the id "nowhere"'],
		[{ smeIds: ["sme_x"] }, 'where.smeIds: there is no Sme with the id "sme_x"'],
		[
			{ from: "March 2018" },
			'where.from: "March 2018" is not a date; write 2018, 2018-03 or 2018-03-07',
		],
		[{ from: "2019", to: "2018" }, "where.from: 2019 is after where.to, 2018"],
		[
			{ smeStates: ["Georgia"] },
			'where.smeStates: "Georgia" is not a state; write ISO 3166-2 such as US-GA',
		],
		[{ naicsPrefix: "3x" }, 'where.naicsPrefix: "3x" is not two to six digits'],
	])("where %j", async (where, message) => {
		expect(await asker.refusals(TRACE_IDS, { where })).toEqual([[message, "BAD_USER_INPUT"]]);
	});

	it.each(["first: 0", "first: 201", 'after: "x"'])("%s", async (argument) => {
		expect(await asker.refusals(`{ trace(${argument}) { totalCount } }`)).toEqual([
			[expect.stringMatching(new RegExp(`^${argument.split(":")[0]}: `)), "BAD_USER_INPUT"],
		]);
	});

	it("an unknown id of a lookup is null", async () => {
		expect(await data('{ sme(id: "x") { name } engagement(id: "x") { id } }')).toEqual({
			sme: null,
			engagement: null,
		});
	});
});

describe("what is not public", () => {
	it("is found by no list, lookup, count or _entities", async () => {
		const answer = await data(`{
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
	it("count each manufacturer and each outcome once a group", async () => {
		const { traceTotals } = await data(
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
			await data(
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

	it("are computed once until something is written", async () => {
		const query = "{ traceTotals(by: [SME_STATE]) { smeState engagementCount } }";
		await data(query);
		await data(query);
		expect(statements).toEqual([]);
		await database.write((manager) =>
			manager.insert(
				EngagementRow,
				engagementRow("eng-7", { sme_id: "sme_b", kind: "EVENT", center_id: "oh-mep" }, "2020"),
			),
		);
		const { traceTotals } = await data(query);
		expect(traceTotals).toContainEqual({ smeState: "US-OH", engagementCount: 3 });
		await database.write((manager) => manager.delete(EngagementRow, { id: "eng-7" }));
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
	])("%s takes %i statements, whatever the rows", async (query, count) => {
		await data(query);
		expect(statements).toHaveLength(count);
	});

	it("reads only what is selected", async () => {
		await data("{ engagements { nodes { id } } }");
		expect(statements[0]).not.toMatch(/note|sme_id|source/);
	});

	it("reads the lists of many entities in one statement", async () => {
		const representations = ["ga-mep", "oh-mep", "xx-mep"].map((id) => ({
			__typename: "MepCenter",
			id,
		}));
		const { _entities } = await data(
			"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MepCenter { engagements(first: 1) { nodes { id sme { name } } pageInfo { hasNextPage } } } } }",
			{ representations },
		);
		expect(_entities.map((entity: { engagements: object }) => entity.engagements)).toEqual([
			{ nodes: [{ id: "eng-2", sme: { name: "sme_a" } }], pageInfo: { hasNextPage: true } },
			{ nodes: [{ id: "eng-5", sme: { name: "sme_b" } }], pageInfo: { hasNextPage: true } },
			{ nodes: [], pageInfo: { hasNextPage: false } },
		]);
		expect(statements).toHaveLength(2);
	});
});

it("a company is small below 500 employees, and unknown where a source says it belongs to a larger group", async () => {
	const { smes } = await data("{ smes { nodes { id isSmall } } }");
	expect(smes.nodes).toEqual([
		{ id: "sme_a", isSmall: true },
		{ id: "sme_b", isSmall: false },
		{ id: "sme_c", isSmall: null },
	]);
});

describe("pages walked while rows are inserted", () => {
	let made = 0;
	const arrivals = fc.array(
		fc.record({
			date: fc.constantFrom("2015", "2018-03", "2018-03-07", "2021", null),
			kind: fc.constantFrom("EVENT", "TRAINING", "REFERRAL"),
			sme_id: fc.constantFrom("sme_a", "sme_b", "sme_c"),
		}),
		{ maxLength: 4 },
	);

	it.each(["engagements", "trace"])(
		"of %s miss nothing and repeat nothing that stood before",
		async (list) => {
			const query = `query($after: String, $first: Int!) { list: ${list}(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
			await fc.assert(
				fc.asyncProperty(fc.integer({ min: 1, max: 4 }), arrivals, async (first, coming) => {
					const before = await walk(asker, query, 200);
					const walked = await walk(asker, query, first, async () => {
						const next = coming.pop();
						if (!next) return;
						const { date, ...what } = next;
						const row = engagementRow(`eng-walk-${made++}`, { ...what, center_id: "oh-mep" }, date);
						await database.write((manager) => manager.insert(EngagementRow, row));
					});
					expect(new Set(walked).size).toBe(walked.length);
					expect(walked.filter((id) => before.includes(id))).toEqual(before);
				}),
				{ numRuns: 15 },
			);
		},
	);
});
