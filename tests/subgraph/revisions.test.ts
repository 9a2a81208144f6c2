// Over 300 lines: one fixture, whose records change in every way a revision can come about.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { keepRevision } from "../../subgraphs/engagements/record/revisions.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const PARTNER: Viewer = { role: "PARTNER", subject: "p-1", organization: "my-college" };
const ADMIN: Viewer = { role: "HUB_ADMIN", subject: "admin-1" };
const OUTSIDERS = [undefined, PARTNER, ADMIN, ELSEWHERE];

const REVISION =
	"id revision action by reason origin recordType recordId recordName changes { field before after }";
const PAGE = `(first: $first, after: $after) { totalCount nodes { ${REVISION} } pageInfo { hasNextPage endCursor } }`;
const TYPES = [
	"Sme",
	"Engagement",
	"Outcome",
	"Membership",
	"QuarterReport",
	"ClosedQuarter",
	"ImportBatch",
];
const OF_A_RECORD = `query($id: ID!, $first: Int! = 20, $after: String) { node(id: $id) { id ${TYPES.map((type) => `... on ${type} { revisions${PAGE} }`).join(" ")} } }`;

const revisionsOf = async (id: string, viewer?: Viewer, first = 20) =>
	(await hub.data(OF_A_RECORD, { id, first }, viewer)).node?.revisions;
const actionsOf = async (id: string, viewer?: Viewer) =>
	(await revisionsOf(id, viewer))?.nodes.map((one: { action: string }) => one.action);

let keys = 0;
async function log(viewer: Viewer = STAFF, more: object = {}): Promise<string> {
	const { logEngagement } = await hub.data(
		"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }",
		{
			input: {
				clientMutationId: `r-${keys++}`,
				smeId: "sme_a",
				kind: "EVENT",
				startedOn: "2021-03-04",
				...more,
			},
		},
		viewer,
	);
	return logEngagement.id;
}
const change = (mutation: string, viewer: Viewer = STAFF) =>
	hub.data(`mutation { done: ${mutation} { id } }`, {}, viewer);

/** An engagement that was logged, submitted, returned with a reason, and changed. */
async function worked(): Promise<string> {
	const id = await log();
	await change(`submitEngagement(id: "${id}", revision: 1)`);
	await change(`returnEngagement(id: "${id}", revision: 2, reason: "which day?")`, MANAGER);
	await change(`amendEngagement(input: { id: "${id}", revision: 3, startedOn: "2021-03-05" })`);
	return id;
}

async function register(name: string, viewer: Viewer = MANAGER): Promise<string> {
	const { registerSme } = await hub.data(
		"mutation($input: RegisterSmeInput!) { registerSme(input: $input) { sme { id } } }",
		{ input: { clientMutationId: `r-${keys++}`, name, state: "US-GA", createAnyway: true } },
		viewer,
	);
	return registerSme.sme.id;
}

describe("the revisions of a record", () => {
	it("are read in pages, newest first, each exactly once", async () => {
		const id = await worked();
		const all = await revisionsOf(id, STAFF);
		expect(all.totalCount).toBe(4);
		expect(all.nodes.map((one: { revision: number }) => one.revision)).toEqual([4, 3, 2, 1]);
		expect(all.nodes[1]).toMatchObject({
			action: "returned",
			by: "boss-1",
			reason: "which day?",
			origin: "DIRECT",
			recordType: "ENGAGEMENT",
			recordId: id,
			changes: [{ field: "status", before: "SUBMITTED", after: "RETURNED" }],
		});
		expect(all.nodes[0].changes).toContainEqual({
			field: "started_on",
			before: "2021-03-04",
			after: "2021-03-05",
		});
		const paged = `query($first: Int!, $after: String) { engagement(id: "${id}") { list: revisions${PAGE} } }`;
		const viewed = {
			...hub,
			data: async (query: string, variables?: Record<string, unknown>) => ({
				list: (await hub.data(query, variables, STAFF)).engagement.list,
			}),
		};
		expect(await walk(viewed, paged, 1)).toEqual(all.nodes.map((one: { id: string }) => one.id));
	});

	it("are for the record's center and the program office only", async () => {
		const draft = await worked();
		for (const viewer of [STAFF, MANAGER, OFFICE])
			expect((await revisionsOf(draft, viewer)).totalCount).toBe(4);
		for (const viewer of OUTSIDERS) expect(await revisionsOf(draft, viewer)).toBeUndefined();
		await change(
			'amendEngagement(input: { id: "eng-2", revision: 1, title: "More", reason: "found" })',
			MANAGER,
		);
		for (const viewer of OUTSIDERS)
			expect(await revisionsOf("eng-2", viewer)).toMatchObject({ totalCount: 0, nodes: [] });
		expect((await revisionsOf("eng-2", STAFF)).nodes).toMatchObject([
			{ reason: "found", recordName: "More" },
		]);
	});

	it("are refused by every other way: _entities, references, lists, ids and cursors of others", async () => {
		const id = await worked();
		const { nodes, pageInfo } = await revisionsOf(id, STAFF, 2);
		const ENTITIES = `query($first: Int!, $after: String) { _entities(representations: [{ __typename: "Engagement", id: "${id}" }, { __typename: "Engagement", id: "eng-1" }, { __typename: "Sme", id: "sme_a" }, { __typename: "Outcome", id: "out-1" }]) { ... on Engagement { id history { id } revisions${PAGE} sme { revisions${PAGE} history { id } } } ... on Sme { revisions${PAGE} engagements { nodes { revisions${PAGE} } } } ... on Outcome { revisions${PAGE} covers { revisions${PAGE} } } } }`;
		for (const viewer of OUTSIDERS) {
			const answer = await hub.data(ENTITIES, { first: 20 }, viewer);
			expect(answer._entities[0]).toBeNull();
			const text = JSON.stringify(answer);
			for (const word of ["which day?", "boss-1", "staff-1", id, '"id":"rev_'])
				expect(text).not.toContain(word);
			// The cursor of another's revision tells nothing.
			const after = pageInfo.endCursor;
			expect(
				(await hub.data(ENTITIES, { first: 20, after }, viewer))._entities[1].revisions,
			).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
			for (const one of nodes)
				expect((await hub.data(`{ node(id: "${one.id}") { id } }`, {}, viewer)).node).toBeNull();
		}
		for (const one of nodes)
			expect(
				(await hub.data(`{ node(id: "${one.id}") { ... on Revision { reason } } }`, {}, OFFICE))
					.node,
			).toEqual({ reason: one.reason });
	});

	it("of another center are hidden although the record is one's own now", async () => {
		const before = engagementRow(
			"eng-moved",
			{ sme_id: "sme_a", kind: "EVENT", center_id: "oh-mep" },
			"2021",
		);
		const after = { ...before, center_id: "ga-mep", revision: 2 };
		await hub.database.write(async (manager) => {
			await manager.insert("engagements", after);
			const one = { type: "ENGAGEMENT", batchId: null } as const;
			await keepRevision(manager, ELSEWHERE, {
				...one,
				action: "logged",
				before: null,
				after: before,
				reason: "a secret",
			});
			await keepRevision(manager, OFFICE, {
				...one,
				action: "amended",
				before,
				after,
				reason: "not theirs",
			});
		});
		expect(await actionsOf("eng-moved", OFFICE)).toEqual(["amended", "logged"]);
		expect(await actionsOf("eng-moved", STAFF)).toEqual(["amended"]);
		const { engagement } = await hub.data(
			'{ engagement(id: "eng-moved") { history { reason } } }',
			{},
			STAFF,
		);
		expect(engagement.history).toEqual([{ reason: "not theirs" }]);
	});
});

describe("the revisions of a manufacturer", () => {
	it("include those of one that was merged into it while it is, each named", async () => {
		const [keep, merged] = [await register("Oak Gears"), await register("Oak Gear Works")];
		await change(
			`mergeSmes(keep: "${keep}", merge: "${merged}", revision: 1, reason: "one firm")`,
			MANAGER,
		);
		const { nodes } = await revisionsOf(keep, STAFF);
		expect(nodes).toMatchObject([
			{
				action: "merged",
				origin: "MERGE",
				reason: "one firm",
				recordId: merged,
				recordName: "Oak Gear Works",
			},
			{ action: "registered", recordId: merged },
			{ action: "registered", recordId: keep, recordName: "Oak Gears" },
		]);
		expect((await hub.data(`{ node(id: "${nodes[0].id}") { id } }`, {}, STAFF)).node).toEqual({
			id: nodes[0].id,
		});
		await change(`unmergeSme(id: "${merged}", reason: "two firms")`, MANAGER);
		expect(await actionsOf(keep, STAFF)).toEqual(["registered"]);
		expect(await actionsOf(merged, STAFF)).toEqual(["unmerged", "merged", "registered"]);
	});

	it("do not show a center what another center's manufacturer went through before they were merged", async () => {
		const [mine, theirs] = [
			await register("Elm Dies"),
			await register("Elm Die Casting", ELSEWHERE),
		];
		await change(
			`amendSme(input: { id: "${theirs}", revision: 1, city: "Lima", reason: "told in confidence" })`,
			ELSEWHERE,
		);
		await change(
			`mergeSmes(keep: "${mine}", merge: "${theirs}", revision: 2, reason: "one firm")`,
			OFFICE,
		);
		expect(await actionsOf(mine, OFFICE)).toEqual([
			"merged",
			"amended",
			"registered",
			"registered",
		]);
		expect(await actionsOf(mine, STAFF)).toEqual(["registered"]);
		expect(await actionsOf(mine, ELSEWHERE)).toEqual(["merged", "amended", "registered"]);
	});
});

describe("memberships, quarters and imports", () => {
	it("of memberships: recorded and ended, with the reason", async () => {
		const { recordMembership } = await hub.data(
			"mutation($input: RecordMembershipInput!) { recordMembership(input: $input) { id } }",
			{
				input: {
					clientMutationId: `r-${keys++}`,
					smeId: "sme_a",
					instituteId: "mxd",
					startsOn: "2018",
				},
			},
			MANAGER,
		);
		const { id } = recordMembership;
		await change(
			`endMembership(id: "${id}", revision: 1, endsOn: "2019", reason: "sold")`,
			MANAGER,
		);
		expect((await revisionsOf(id, STAFF)).nodes).toMatchObject([
			{
				action: "ended",
				reason: "sold",
				changes: [{ field: "ended_on", before: null, after: "2019" }],
			},
			{ action: "recorded" },
		]);
		for (const viewer of OUTSIDERS) expect(await revisionsOf(id, viewer)).toBeUndefined();
	});

	it("of quarters: the report, for its center; the closing, for the program office", async () => {
		await change('reportQuarter(centerId: "ga-mep", fiscalYear: 2017, quarter: 1)', MANAGER);
		await change(
			'closeQuarter(fiscalYear: 2017, quarter: 2, reason: "one center is late")',
			OFFICE,
		);
		expect((await revisionsOf("ga-mep~2017~1", STAFF)).nodes).toMatchObject([
			{ action: "reported", by: "boss-1", recordType: "QUARTER", origin: "DIRECT" },
		]);
		expect((await revisionsOf("2017~2", OFFICE)).nodes).toMatchObject([
			{ action: "closed", reason: "one center is late" },
		]);
		for (const viewer of OUTSIDERS)
			expect(await revisionsOf("ga-mep~2017~1", viewer)).toBeUndefined();
		for (const viewer of [STAFF, ...OUTSIDERS])
			expect(await revisionsOf("2017~2", viewer)).toBeUndefined();
	});

	it("of an import: what it changed, and what undoing it changed", async () => {
		const { importEngagements } = await hub.data(
			"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { batchId created failures { message } } }",
			{
				input: {
					columns: ["id", "sme_name", "service_kind", "date"],
					rows: [{ line: 2, cells: ["h-1", "Hazel Forge", "EVENT", "2022-05-06"] }],
				},
			},
			STAFF,
		);
		const { batchId, created, failures } = importEngagements;
		expect({ created, failures }).toEqual({ created: 1, failures: [] });
		const imported = await revisionsOf(batchId, STAFF);
		expect(imported.nodes).toMatchObject([
			{ recordType: "ENGAGEMENT", action: "imported", origin: "IMPORT" },
			{ recordType: "SME", action: "imported", origin: "IMPORT", recordName: "Hazel Forge" },
		]);
		await hub.data(
			`mutation { undoImport(id: "${batchId}", reason: "wrong file") { voided } }`,
			{},
			STAFF,
		);
		const { nodes } = await revisionsOf(batchId, MANAGER);
		expect(nodes.length).toBeGreaterThan(imported.nodes.length);
		expect(nodes[0]).toMatchObject({ origin: "IMPORT_UNDONE", reason: "wrong file" });
		for (const viewer of OUTSIDERS) expect(await revisionsOf(batchId, viewer)).toBeUndefined();
	});
});

describe("what a change names", () => {
	const NAMED = `query($id: ID!) { engagement(id: $id) { revisions { nodes { changes { field beforeRecord { __typename id ... on Sme { name } } afterRecord { __typename id ... on Sme { name city } } } } } } }`;

	it("is a record that can be read on, where the viewer sees it", async () => {
		const id = await log(STAFF, { smeId: "sme_a" });
		await change(`amendEngagement(input: { id: "${id}", revision: 1, smeId: "sme_b" })`);
		const { engagement } = await hub.data(NAMED, { id }, STAFF);
		const [amended, logged] = engagement.revisions.nodes;
		expect(amended.changes).toContainEqual({
			field: "sme_id",
			beforeRecord: { __typename: "Sme", id: "sme_a", name: "sme_a" },
			afterRecord: { __typename: "Sme", id: "sme_b", name: "sme_b", city: null },
		});
		expect(logged.changes).toContainEqual({
			field: "center_id",
			beforeRecord: null,
			afterRecord: { __typename: "MepCenter", id: "ga-mep" },
		});
		expect(logged.changes).toContainEqual({ field: "kind", beforeRecord: null, afterRecord: null });
	});

	it("is nothing where the viewer sees it no longer", async () => {
		const hidden = smeRow("sme_hidden", { visibility: "CONFIDENTIAL", center_id: "oh-mep" });
		const before = engagementRow(
			"eng-named",
			{ sme_id: "sme_a", kind: "EVENT", center_id: "ga-mep" },
			"2021",
		);
		await hub.database.write(async (manager) => {
			await manager.insert("smes", hidden);
			await manager.insert("engagements", { ...before, revision: 2 });
			const after = { ...before, sme_id: "sme_hidden", revision: 2 };
			await keepRevision(manager, OFFICE, { type: "ENGAGEMENT", action: "amended", before, after });
		});
		const recordsFor = async (viewer: Viewer) => {
			const { engagement } = await hub.data(NAMED, { id: "eng-named" }, viewer);
			return engagement.revisions.nodes[0].changes.find(
				(one: { field: string }) => one.field === "sme_id",
			);
		};
		expect(await recordsFor(STAFF)).toMatchObject({
			afterRecord: null,
			beforeRecord: { id: "sme_a" },
		});
		expect(await recordsFor(OFFICE)).toMatchObject({ afterRecord: { id: "sme_hidden" } });
	});
});

it("reads the pages of many records, and what they name, in the same number of statements as for one", async () => {
	const ids = [await worked(), await worked(), await worked(), await worked()];
	const READ = `query($records: [_Any!]!) { _entities(representations: $records) { ... on Engagement { revisions { totalCount nodes { ${REVISION} changes { beforeRecord { id } afterRecord { id ... on Sme { name } } } } } } } }`;
	const statementsFor = async (some: string[]) => {
		const records = some.map((id) => ({ __typename: "Engagement", id }));
		const { _entities } = await hub.data(READ, { records }, STAFF);
		for (const { revisions } of _entities) expect(revisions.totalCount).toBe(4);
		return hub.statements.length;
	};
	const one = await statementsFor(ids.slice(0, 1));
	expect(await statementsFor(ids)).toBe(one);
});
