import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { openInstitutesDatabase } from "../../subgraphs/institutes/database/open.ts";
import {
	CourseRow,
	DoubtRow,
	FacilityRow,
	InstituteRow,
	MilestoneRow,
	ObservationRow,
} from "../../subgraphs/institutes/database/rows.ts";
import { openInstitutes } from "../../subgraphs/institutes/subgraph.ts";
import { facility, figure, institute } from "../support/institutes.ts";
import { emptyStorage } from "../support/storage.ts";
import { type Asker, askerOf, askNobody, walk } from "../support/subgraph.ts";

let subgraph: Subgraph;
let asker: Asker;

beforeAll(async () => {
	const storage = await emptyStorage();
	const database = await openInstitutesDatabase(storage);
	await database.write(async (manager) => {
		await manager.insert(InstituteRow, [
			institute("one", "DOD", "US-OH", "Additive 3D_printing"),
			institute("two", "DOE", "US-TN", "Composites"),
			institute("three", "DOC", "US-DE", "Biopharmaceuticals"),
		]);
		await manager.insert(MilestoneRow, [
			{ id: "one-opened", institute_id: "one", kind: "OPENED", date: "2012-10" },
			{ id: "one-announced", institute_id: "one", kind: "ANNOUNCED", date: "2012-08" },
		]);
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
		await manager.insert(DoubtRow, {
			id: "D99",
			severity: "high",
			what: "the figure",
			printed: "12",
			right: "1.2",
			settled_by: "documents",
			why: "ten times too much",
		});
		await manager.insert(ObservationRow, [
			figure("f-1", "members", { institute_id: "one", doubt_id: "D99", as_printed: "over 1" }),
			figure("f-2", "projects", { institute_id: "one" }),
			figure("f-3", "members", { institute_id: "two" }),
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

	it("are walked page by page, each row once", async () => {
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

describe("bad input is named", () => {
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

it("tells an institute with its milestones, its figures and their doubts", async () => {
	const { institute: told } = await asker.data(
		`{ institute(id: "one") {
			name nativeName formerNames sponsor { id name } headquarters { state country }
			milestones { kind date source { line } }
			observations(property: "members") { value asPrinted source { document } doubt { id why } }
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
			{ kind: "ANNOUNCED", date: "2012-08", source: { line: 7 } },
			{ kind: "OPENED", date: "2012-10", source: { line: 7 } },
		],
		observations: [
			{
				value: 1,
				asPrinted: "over 1",
				source: { document: "test" },
				doubt: { id: "D99", why: "ten times too much" },
			},
		],
		source: { section: "Table 1", line: 7 },
	});
});

it("tells a network's figures of the years asked for", async () => {
	const { network } = await asker.data(
		'{ network(id: "manufacturing-usa") { metrics(fiscalYears: [2020]) { property value } institutes { totalCount } } }',
	);
	expect(network).toEqual({
		metrics: [{ property: "new_sales", value: 1 }],
		institutes: { totalCount: 3 },
	});
});

it("answers _entities in the order asked, null where it knows none, in one statement a type", async () => {
	const representations = [
		["Institute", "two"],
		["Facility", "fac-a"],
		["Institute", "x"],
		["Course", "course-a"],
		["Institute", "one"],
		["Technology", "x"],
	].map(([__typename, id]) => ({ __typename, id }));
	const { _entities } = await asker.data(
		"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Institute { name } ... on Facility { id city } ... on Course { peopleTrained } ... on Technology { name } } }",
		{ representations },
	);
	expect(_entities).toEqual([
		{ name: "TWO" },
		{ id: "fac-a", city: "Chicago" },
		null,
		{ peopleTrained: 40 },
		{ name: "ONE" },
		null,
	]);
	expect(asker.statements).toHaveLength(4);
});

describe("SQL", () => {
	it.each([
		["{ institutes { nodes { name } } }", 1],
		["{ institutes { totalCount nodes { name sponsor { name } networks { id } } } }", 2],
		["{ institutes { nodes { facilities { name } courses { name } technologies { name } } } }", 4],
		["{ institutes { nodes { milestones { date } observations { value doubt { id } } } } }", 3],
		["{ facilities { nodes { institute { name facilities { name institute { id } } } } } }", 4],
		["{ networks { id metrics { value } } }", 1],
	])("%s takes %i statements, whatever the rows", async (query, count) => {
		await asker.data(query);
		expect(asker.statements).toHaveLength(count);
	});

	it("reads only what is selected", async () => {
		await asker.data("{ institutes { nodes { name sponsor { id } } } }");
		expect(asker.statements[0]).toMatch(/^SELECT t\.id, t\.name, t\.sponsor FROM institutes/);
	});
});
