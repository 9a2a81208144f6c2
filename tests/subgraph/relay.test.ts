import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../gateway/embedded.ts";
import { loadSeeds } from "../../seeds/load.ts";
import type { Storage } from "../../shared/database/database.ts";
import { unavailable } from "../../shared/errors.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import {
	contradictions,
	entitiesOf,
	note,
	questionsOf,
	type Seen,
	sharedIds,
} from "../support/identity.ts";
import { SEEDS } from "../support/paths.ts";
import { engagementRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";

/** Arguments that change the content or counts of a list. */
const TRACES = [
	"(first: 200)",
	"(where: { kinds: [TRAINING, TECH_TRANSFER] })",
	"(first: 200, where: { fiscalYears: [2018, 2019] })",
	'(first: 200, where: { from: "2017", to: "2020-06" })',
	'(first: 200, where: { institute: { sponsors: ["DOD"] } })',
	"(where: { embedded: false })",
];
const GIVEN: Record<string, string[]> = {
	trace: TRACES,
	engagements: TRACES,
	smes: ["(first: 200)", '(search: "inc")', '(where: { states: ["US-GA"] })'],
	institutes: ["(first: 200)", '(search: "纤维")'],
	facilities: ["(first: 200)"],
	courses: ["(first: 200)"],
	technologies: ["(first: 200)"],
	observations: [
		"(first: 200)",
		"(where: { accepted: false })",
		"(where: { fiscalYears: [2018] })",
	],
	mepCenters: ["(first: 200)", "(where: { hostKinds: [UNIVERSITY] })"],
	embeddings: ["(first: 200)", "(where: { kinds: [EMBEDDED_STAFF] })"],
	changes: ["(first: 200)"],
	statistics: [
		'(table: "engagements-by-center")',
		'(table: "engagements-by-state")',
		'(table: "engagements-by-state", where: { dimensions: [{ dimension: "kind", values: ["TRAINING"] }] })',
		'(table: "outcomes-by-center")',
	],
};

/** Fields that the public and staff may not ask for; the program office may. */
const FOR_THE_OFFICE = ["previewRelease", "duplicatePairs", "smeMerges"];

/** One manufacturer with several engagements in a trace, so that a filter includes only some of them. */
const SERVED = { sme_id: "sme_vartega-inc-co", kind: "FACILITY_ACCESS", institute_id: "mxd" };
const FLOOR = "fac-mxd-mxd-factory-floor";
const PAGE = { source_url: "https://example.org/case", source_document: "example.org" };
const MADE = [
	engagementRow(
		"eng-a",
		{ ...SERVED, hours: 1, facility_id: FLOOR, ...PAGE, read_on: "2020-01-01" },
		"2018",
	),
	engagementRow("eng-b", { ...SERVED, hours: 2, ...PAGE, read_on: "2020-02-02" }, "2018-03"),
	engagementRow("eng-c", { ...SERVED, hours: 4, read_on: "2020-03-03" }, "2019-06-01"),
	engagementRow(
		"eng-d",
		{ ...SERVED, hours: 8, facility_id: FLOOR, read_on: "2020-04-04" },
		"2020-01",
	),
	engagementRow("eng-draft", { ...SERVED, status: "DRAFT", center_id: "ga-mep" }, null),
	engagementRow(
		"eng-e",
		{ ...SERVED, hours: 16, visibility: "CONFIDENTIAL", center_id: "ga-mep" },
		null,
	),
];

/** Entities that a subgraph extends with lists without owning them. */
const REFERENCES: Record<string, string[]> = {
	Institute: ["mxd", "america-makes"],
	MepCenter: ["ga-mep"],
	Facility: [FLOOR],
	Network: ["manufacturing-usa", "mep-national-network"],
};

let storage: Storage;
let subgraphs: Subgraph[];
beforeAll(async () => {
	storage = await emptyStorage();
	await loadSeeds({ ...storage, seedsDir: SEEDS, say: () => undefined });
	const database = await openEngagementsDatabase(storage);
	await database.write((manager) => manager.insert(EngagementRow, MADE));
	await database.close();
	subgraphs = await openEmbedded({ ...storage, log: createLog("silent") });
});
afterAll(async () => {
	for (const subgraph of subgraphs) await subgraph.close();
});

const walked = new Map<Viewer, Promise<Seen>>();

/** Everything that a viewer can see, read once. */
function walkAll(viewer: Viewer): Promise<Seen> {
	const seen = walked.get(viewer) ?? walk(viewer);
	walked.set(viewer, seen);
	return seen;
}

async function walk(viewer: Viewer): Promise<Seen> {
	const seen: Seen = new Map();
	async function ask({ execute }: Subgraph, query: string, variables = {}) {
		const answer = await execute({ query, variables, viewer, requestId: "walk" });
		expect([query, answer.errors]).toEqual([query, undefined]);
		note(seen, answer.data);
	}
	for (const subgraph of subgraphs)
		for (const query of questionsOf(subgraph.schema, 2, GIVEN)) {
			const refused = FOR_THE_OFFICE.some((field) => query.startsWith(`{ ${field}`));
			if (!refused || viewer.role === "PROGRAM_OFFICE") await ask(subgraph, query);
		}
	for (const subgraph of subgraphs)
		for (const [type, ids] of Object.entries(REFERENCES)) {
			if (!subgraph.schema.getType(type)) continue;
			const representations = ids.map((id) => ({ __typename: type, id }));
			await ask(subgraph, entitiesOf(subgraph.schema, type, 2), { representations });
		}
	return seen;
}

it.each([PUBLIC, STAFF])(
	"one id has one content, independent of arguments, for $role",
	async (viewer) => {
		const seen = await walkAll(viewer);
		expect(contradictions(seen)).toEqual([]);
		expect(sharedIds(seen)).toEqual([]);
	},
);

describe("node", () => {
	const engagements = () => subgraphs.find(({ name }) => name === "engagements") as Subgraph;

	/** The object with an id, with all scalars of the subgraph that returns it. */
	async function node(
		id: string,
		viewer: Viewer,
		fields = "",
	): Promise<Record<string, unknown> | null> {
		const query = `query($id: ID!) { node(id: $id) { __typename id ${fields} } }`;
		const answer = await engagements().execute({
			query,
			variables: { id },
			viewer,
			requestId: "node",
		});
		expect([id, answer.errors]).toEqual([id, undefined]);
		return JSON.parse(JSON.stringify(answer.data?.node));
	}

	const SOME_OF_A_TYPE = 4;
	it.each([PUBLIC, STAFF])("finds every object by its id, for $role", async (viewer) => {
		const byType = new Map<string, string[]>();
		for (const key of (await walkAll(viewer)).keys()) {
			const at = key.indexOf(" ");
			const ids = byType.get(key.slice(0, at)) ?? [];
			byType.set(key.slice(0, at), [...ids, key.slice(at + 1)]);
		}
		byType.delete("Source");
		expect(byType.size).toBeGreaterThan(20);
		for (const [type, ids] of byType)
			for (const id of [...ids.slice(0, SOME_OF_A_TYPE), ...ids.slice(-SOME_OF_A_TYPE)])
				expect(await node(id, viewer)).toEqual({ __typename: type, id });
	});

	it("a filtered trace is found by id with the same content", async () => {
		const held = "engagementCount firstOn lastOn hours engagements { totalCount nodes { id } }";
		for (const where of [
			"fiscalYears: [2018, 2019]",
			'from: "2018-02", to: "2019"',
			"embedded: false, calendarYears: [2018]",
			`facilityIds: ["${FLOOR}"]`,
		]) {
			const query = `{ trace(where: { smeIds: ["${SERVED.sme_id}"], ${where} }) { nodes { __typename id ${held} } } }`;
			const { data } = await engagements().execute({ query, viewer: PUBLIC, requestId: "node" });
			const [found] = (data as { trace: { nodes: Array<{ id: string }> } }).trace.nodes;
			expect(await node(found?.id ?? "", PUBLIC, `... on Trace { ${held} }`)).toEqual(found);
		}
	});

	it.each(["eng-e", "eng-draft", `${SERVED.sme_id}~FACILITY_ACCESS~ga-mep~mxd`])(
		"objects that a viewer may not see do not exist: %s",
		async (id) => {
			expect([await node(id, PUBLIC), (await node(id, OFFICE))?.id]).toEqual([null, id]);
		},
	);

	const part = (json: string) =>
		`${SERVED.sme_id}~FACILITY_ACCESS~~mxd~${Buffer.from(json).toString("base64url")}`;
	it.each([
		"",
		"nothing",
		"sme_nobody",
		"eng-none",
		"chg_0",
		"chg_99999999999999999999",
		"rev_1",
		"ga-mep~2018~1",
		"a~b~c~d",
		"~~~~~~",
		part("x"),
		part('{"kinds":["TRAINING"]}'),
		part('{"facilityIds":["nowhere"]}'),
		part('{"fiscalYears":[1]}'),
		part('{"fiscalYears":[2019,2018]}'),
		part("{}"),
		part('{"facilityIds":["nul\\u0000"]}'),
		"x".repeat(10_000),
	])("%j does not exist", async (id) => {
		expect(await node(id, PUBLIC)).toBeNull();
	});

	it("a subgraph that is down is named in the error, unless the other one has the object", async () => {
		const down: SubgraphClient = async (subgraph, query, variables, caller) => {
			if (subgraph === "institutes")
				throw unavailable(subgraph, "The institutes subgraph cannot be reached");
			const mep = subgraphs.find(({ name }) => name === subgraph) as Subgraph;
			return (await mep.execute({ query, variables, requestId: "node", viewer: PUBLIC, ...caller }))
				.data as never;
		};
		const alone = await openEngagements({ ...storage, ask: down, log: createLog("silent") });
		const found = await alone.execute({
			query: '{ a: node(id: "ga-mep") { id } b: node(id: "mxd") { id } }',
			viewer: PUBLIC,
			requestId: "node",
		});
		await alone.close();
		expect(found.data).toEqual({ a: { id: "ga-mep" }, b: null });
		expect(found.errors?.map((error) => error.extensions.code)).toEqual(["UNAVAILABLE"]);
	});
});
