// Over 300 lines: one fixture for every list, search and filter of the subgraph.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchable } from "../../shared/database/search.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { openInstitutesDatabase } from "../../subgraphs/institutes/database/open.ts";
import {
	CourseRow,
	DocumentRow,
	DoubtRow,
	FacilityRow,
	InstituteRow,
	NetworkInstituteRow,
	NetworkRow,
	ObservationRow,
	TierRow,
} from "../../subgraphs/institutes/database/rows.ts";
import { openInstitutes } from "../../subgraphs/institutes/subgraph.ts";
import {
	belongs,
	doubt,
	facility,
	figure,
	institute,
	network,
	tier,
} from "../support/institutes.ts";
import { emptyStorage } from "../support/storage.ts";
import { type Asker, askerOf, askNobody, walk } from "../support/subgraph.ts";

let subgraph: Subgraph;
let asker: Asker;

beforeAll(async () => {
	const storage = await emptyStorage();
	const database = await openInstitutesDatabase(storage);
	await database.write(async (manager) => {
		await manager.insert(NetworkRow, [
			network("manufacturing-usa", { native_name: "制造美国" }),
			network("dod-mii"),
			network("mep-national-network"),
		]);
		await manager.insert(InstituteRow, [
			institute("one", "DOD", "US-OH", "Additive 3D_printing"),
			institute("two", "DOE", "US-TN", "Composites"),
			institute("three", "DOC", "US-DE", "Biopharmaceuticals"),
		]);
		await manager.insert(NetworkInstituteRow, [
			...["one", "two", "three"].map((id) => belongs("manufacturing-usa", id)),
			belongs("dod-mii", "one"),
		]);
		await manager.insert(TierRow, [tier("gold", "one", 1), tier("silver", "one", 2)]);
		await manager.insert(
			FacilityRow,
			["a", "b", "c", "d", "e"].map((id) => facility(`fac-${id}`, id < "d" ? "one" : "two")),
		);
		await manager.insert(CourseRow, {
			id: "course-a",
			institute_id: "two",
			name: "Layup",
			audience: null,
			started: null,
			people_trained: 40,
			as_of: "2019",
			note: null,
			source_url: "https://example.org/course",
			read_on: "2026-01-02",
		});
		const document = { id: "test-document", title: "test", about: "Tests", language: "en" };
		await manager.insert(DocumentRow, { ...document, as_of: null, as_of_words: null });
		await manager.insert(DoubtRow, [doubt("D99"), doubt("D98", false)]);
		const dated = (id: string, property: string, text: string, accepted = true) =>
			figure(id, property, { institute_id: "one", value: null, unit: null, text, accepted });
		await manager.insert(ObservationRow, [
			figure("f-1", "members", { institute_id: "one", doubts: "D99;D98", as_printed: "over 1" }),
			figure("f-2", "projects", {
				institute_id: "one",
				as_of: "2016-04",
				search_text: searchable("ONE", "研究所", "projects", "over 30%"),
				source_document: "example.org",
			}),
			figure("f-3", "members", { institute_id: "two" }),
			dated("m-1", "opened", "2012-10"),
			dated("m-2", "announced", "2012-08"),
			dated("m-3", "announced", "2021-08", false),
			figure("n-1", "new_sales", { network_id: "manufacturing-usa", fiscal_year: 2019 }),
			figure("n-2", "new_sales", { network_id: "manufacturing-usa", fiscal_year: 2020 }),
		]);
	});
	await database.close();
	const statements: string[] = [];
	subgraph = await openInstitutes({
		...storage,
		ask: askNobody,
		log: createLog("silent"),
		onStatement: (statement) => statements.push(statement),
	});
	asker = askerOf(subgraph, statements);
});
afterAll(() => subgraph.close());

const idsOf = (list: { nodes: Array<{ id: string }> }) => list.nodes.map((node) => node.id);

describe("lists", () => {
	it.each([
		[{}, ["one", "three", "two"]],
		[{ ids: ["two", "one"] }, ["one", "two"]],
		[{ sponsors: ["DOE", "DOC"] }, ["three", "two"]],
		[{ states: ["US-OH"] }, ["one"]],
		[{ technologyArea: "3d_PRINT" }, ["one"]],
		[{ technologyArea: "3dxprint" }, []],
		[{ networkIds: ["dod-mii", "manufacturing-usa"] }, ["one", "three", "two"]],
		[{ networkIds: ["manufacturing-usa"] }, ["one", "three", "two"]],
		[{ networkIds: ["dod-mii"] }, ["one"]],
		[{ networkIds: ["dod-mii"], sponsors: ["DOE"] }, []],
		[{ networkIds: ["mep-national-network"] }, []],
		[{ ids: [] }, []],
	])("institutes where %j", async (where, expected) => {
		const { institutes } = await asker.data(
			"query($where: InstituteWhere) { institutes(where: $where) { totalCount nodes { id } } }",
			{ where },
		);
		expect([institutes.totalCount, idsOf(institutes)]).toEqual([expected.length, expected]);
	});

	it("facilities and courses by institute and by id", async () => {
		const answer = await asker.data(`{
			a: facilities(where: { instituteIds: ["two"] }) { totalCount nodes { id } }
			b: facilities(where: { ids: ["fac-b"], instituteIds: ["one"] }) { totalCount nodes { id } }
			c: courses(where: { instituteIds: ["one"] }) { totalCount nodes { id } }
		}`);
		expect([answer.a, answer.b, answer.c].map(idsOf)).toEqual([["fac-d", "fac-e"], ["fac-b"], []]);
	});

	it("return each row once, page by page", async () => {
		const query =
			"query($first: Int!, $after: String) { list: facilities(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
		for (const first of [1, 2, 3, 5, 6])
			expect(await walk(asker, query, first)).toEqual([
				"fac-a",
				"fac-b",
				"fac-c",
				"fac-d",
				"fac-e",
			]);
	});
});

describe("invalid input is reported", () => {
	it.each([
		["institutes", { ids: ["x"] }, 'where.ids: there is no Institute with the id "x"'],
		["institutes", { sponsors: ["NASA"] }, 'where.sponsors: there is no Agency with the id "NASA"'],
		["institutes", { networkIds: ["x"] }, 'where.networkIds: there is no Network with the id "x"'],
		[
			"institutes",
			{ states: ["Ohio"] },
			'where.states: "Ohio" is not a state; write ISO 3166-2 such as US-GA',
		],
		[
			"facilities",
			{ instituteIds: ["x"] },
			'where.instituteIds: there is no Institute with the id "x"',
		],
		["courses", { ids: ["x"] }, 'where.ids: there is no Course with the id "x"'],
		["technologies", { ids: ["x"] }, 'where.ids: there is no Technology with the id "x"'],
	])("%s where %j", async (list, where, message) => {
		const type = { institutes: "Institute", facilities: "Facility", courses: "Course" }[list];
		expect(
			await asker.refusals(
				`query($where: ${type ?? "Technology"}Where) { ${list}(where: $where) { totalCount } }`,
				{ where },
			),
		).toEqual([[message, "BAD_USER_INPUT"]]);
	});

	it.each(["first: 0", "first: 201", 'after: "x"'])("%s", async (argument) => {
		expect(await asker.refusals(`{ institutes(${argument}) { totalCount } }`)).toEqual([
			[expect.stringMatching(new RegExp(`^${argument.split(":")[0]}: `)), "BAD_USER_INPUT"],
		]);
	});

	it("a cursor of another list", async () => {
		const { facilities } = await asker.data("{ facilities(first: 1) { pageInfo { endCursor } } }");
		expect(
			await asker.refusals("query($after: String) { courses(after: $after) { totalCount } }", {
				after: facilities.pageInfo.endCursor,
			}),
		).toEqual([[expect.stringMatching(/^after: /), "BAD_USER_INPUT"]]);
	});

	it("an unknown id of a lookup is null", async () => {
		expect(await asker.data('{ institute(id: "x") { id } network(id: "x") { id } }')).toEqual({
			institute: null,
			network: null,
		});
	});
});

it("returns an institute with its milestones, its figures and their doubts", async () => {
	const { institute: told } = await asker.data(
		`{ institute(id: "one") {
			name nativeName formerNames sponsor { id name } headquarters { state country }
			milestones { kind date }
			observations(property: "members") { value asPrinted source { document } doubt { id why } doubts { id settled documents } }
			source { section line }
		} }`,
	);
	expect(told).toEqual({
		name: "ONE",
		nativeName: "研究所",
		formerNames: ["First", "Older"],
		sponsor: { id: "DOD", name: "Department of Defense" },
		headquarters: { state: "US-OH", country: "US" },
		milestones: [
			{ kind: "ANNOUNCED", date: "2012-08" },
			{ kind: "OPENED", date: "2012-10" },
		],
		observations: [
			{
				value: 1,
				asPrinted: "over 1",
				source: { document: "test" },
				doubt: { id: "D99", why: "ten times too much" },
				doubts: [
					{ id: "D99", settled: true, documents: ["One", "Two"] },
					{ id: "D98", settled: false, documents: ["One", "Two"] },
				],
			},
		],
		source: { section: "Table 1", line: 7 },
	});
});

it("returns a network's figures of the requested years", async () => {
	const { network } = await asker.data(
		'{ network(id: "manufacturing-usa") { metrics(fiscalYears: [2020]) { property value } institutes { totalCount } } }',
	);
	expect(network).toEqual({
		metrics: [{ property: "new_sales", value: 1 }],
		institutes: { totalCount: 3 },
	});
});

it("returns _entities in the requested order, null if unknown, from memory once each type's table was read", async () => {
	const representations = [
		["Institute", "two"],
		["Facility", "fac-a"],
		["Institute", "x"],
		["Course", "course-a"],
		["Institute", "one"],
		["Technology", "x"],
	].map(([__typename, id]) => ({ __typename, id }));
	const ask = () =>
		asker.data(
			"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Institute { name } ... on Facility { id city } ... on Course { peopleTrained } ... on Technology { name } } }",
			{ representations },
		);
	await ask();
	expect(new Set(asker.statements).size).toBe(asker.statements.length);
	const { _entities } = await ask();
	expect(_entities).toEqual([
		{ name: "TWO" },
		{ id: "fac-a", city: "Chicago" },
		null,
		{ peopleTrained: 40 },
		{ name: "ONE" },
		null,
	]);
	expect(asker.statements).toEqual([]);
});

describe("search", () => {
	it.each([
		["研究", ["one", "three", "two"]],
		["3D_print", ["one"]],
		["PRINT additive", ["one"]],
		["print composites", []],
		["３Ｄ", ["one"]],
		["100%", []],
		["  ", ["one", "three", "two"]],
	])("%j", async (search, expected) => {
		const { institutes } = await asker.data(
			"query($search: String) { institutes(search: $search) { totalCount nodes { id } } }",
			{ search },
		);
		expect([institutes.totalCount, idsOf(institutes)]).toEqual([expected.length, expected]);
	});

	it("too long is rejected", async () => {
		expect(
			await asker.refusals(
				"query($search: String) { institutes(search: $search) { totalCount } }",
				{
					search: "x".repeat(201),
				},
			),
		).toEqual([["search: has 201 characters; 200 are the most", "BAD_USER_INPUT"]]);
	});
});

describe("observations", () => {
	it.each([
		[{ instituteIds: ["two"] }, ["f-3"]],
		[{ networkIds: ["manufacturing-usa"], fiscalYears: [2020] }, ["n-2"]],
		[{ instituteIds: ["two"], networkIds: ["manufacturing-usa"] }, ["f-3", "n-1", "n-2"]],
		[{ doubtIds: ["D98"] }, ["f-1"]],
		[{ accepted: false }, ["m-3"]],
		[{ properties: ["announced"], accepted: true }, ["m-2"]],
		[{ properties: [] }, []],
		[{ documents: ["example.org"] }, ["f-2"]],
		[{ documents: ["test-document"], accepted: false }, ["m-3"]],
		[{ documents: [] }, []],
		[{ years: [2016, 2020] }, ["f-2", "n-2"]],
		[{ inDoubt: true }, ["f-1"]],
		[{ inDoubt: false, instituteIds: ["one"] }, ["f-2", "m-1", "m-2", "m-3"]],
		[{ search: "30% Projects" }, ["f-2"]],
		[{ search: "研究所 one" }, ["f-2"]],
		[{ search: "one missing" }, []],
	])("where %j", async (where, expected) => {
		const { observations } = await asker.data(
			"query($where: ObservationWhere) { observations(where: $where) { totalCount nodes { id } } }",
			{ where },
		);
		expect([observations.totalCount, idsOf(observations)]).toEqual([expected.length, expected]);
	});

	it.each([
		[{ doubtIds: ["D00"] }, 'where.doubtIds: there is no Doubt with the id "D00"'],
		[{ networkIds: ["制造美国"] }, 'where.networkIds: there is no Network with the id "制造美国"'],
		[{ years: [20180] }, "where.years: 20180 is not a year"],
		[{ search: "x".repeat(201) }, "where.search: has 201 characters; 200 are the most"],
	])("where %j is rejected", async (where, message) => {
		expect(
			await asker.refusals(
				"query($where: ObservationWhere) { observations(where: $where) { totalCount } }",
				{ where },
			),
		).toEqual([[message, "BAD_USER_INPUT"]]);
	});

	it("facets name each value with how many observations have it, of all or of those that a filter lists", async () => {
		const { all, ofTwo } = await asker.data(`{
			all: observationFacets { subjects { type subjectId count } properties { value count } documents { value count } years { value count } doubts { value count } }
			ofTwo: observationFacets(where: { instituteIds: ["two"] }) { subjects { subjectId count } years { value } doubts { value } }
		}`);
		expect(all).toEqual({
			subjects: [
				{ type: "Network", subjectId: "manufacturing-usa", count: 2 },
				{ type: "Institute", subjectId: "one", count: 5 },
				{ type: "Institute", subjectId: "two", count: 1 },
			],
			properties: [
				{ value: "announced", count: 2 },
				{ value: "members", count: 2 },
				{ value: "new_sales", count: 2 },
				{ value: "opened", count: 1 },
				{ value: "projects", count: 1 },
			],
			documents: [
				{ value: "test-document", count: 7 },
				{ value: "example.org", count: 1 },
			],
			years: [
				{ value: "2020", count: 1 },
				{ value: "2019", count: 1 },
				{ value: "2016", count: 1 },
			],
			doubts: [
				{ value: "D98", count: 1 },
				{ value: "D99", count: 1 },
			],
		});
		expect(ofTwo).toEqual({ subjects: [{ subjectId: "two", count: 1 }], years: [], doubts: [] });
	});

	it("doubts can be filtered by whether they are settled", async () => {
		expect(
			await asker.data("{ yes: doubts(settled: true) { id } no: doubts(settled: false) { id } }"),
		).toEqual({ yes: [{ id: "D99" }], no: [{ id: "D98" }] });
	});
});

describe("SQL", () => {
	it.each([
		["{ institutes { nodes { name } } }", 1],
		["{ institutes { totalCount nodes { name sponsor { name } networks { id } } } }", 3],
		["{ institutes { nodes { facilities { name } courses { name } technologies { name } } } }", 4],
		["{ institutes { nodes { milestones { date } observations { value doubt { id } } } } }", 3],
		["{ facilities { nodes { institute { name facilities { name institute { id } } } } } }", 2],
		[
			"{ networks { id metrics { value } goals { text } milestones { date } observations { id } } }",
			3,
		],
		[
			"{ institutes { nodes { tiers { entitlements { right } } calls { id } roadmap { id } } } }",
			6,
		],
		[
			"{ institutes { nodes { funding { phase(year: 2016) { funds } } members { latest { value } } mrlFrom agreement { kind } satellites { city } governance { text } } } }",
			6,
		],
		["{ networks { institutes(first: 2) { totalCount nodes { name lead { name } } } } }", 3],
		["{ projects { nodes { call { id } technology { id } institute { id } } } }", 1],
		["{ observations { nodes { doubts { id } } } doubts { id } documents { id } }", 3],
		[
			'{ observations(where: { search: "x", years: [2019], documents: ["a"], inDoubt: true }) { totalCount } }',
			4,
		],
		["{ observationFacets { documents { count } subjects { count } years { count } } }", 2],
	])("%s takes %i statements, independent of the number of rows", async (query, count) => {
		await asker.data('{ institute(id: "one") { id } }');
		await asker.data(query);
		expect(asker.statements).toHaveLength(count);
	});

	it("reads only what is selected", async () => {
		await asker.data("{ institutes { nodes { name sponsor { id } } } }");
		expect(asker.statements[0]).toMatch(/^SELECT t\.id, t\.name, t\.sponsor FROM institutes/);
	});
});
