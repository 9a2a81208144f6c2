import type { GraphQLObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { keepBatch, markUndone } from "../../subgraphs/engagements/import/batches.ts";
import { ownsBatch } from "../../subgraphs/engagements/import/queries.ts";
import { keepRevision } from "../../subgraphs/engagements/record/revisions.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { smeRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const batch = (digit: number) => `bat_${String(digit).repeat(32)}`;
const none = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
const keep = (actor: Actor, digit: number, at: string, more: object = {}) =>
	hub.database.write((manager) =>
		keepBatch(manager, actor, { id: batch(digit), at, counts: { ...none, ...more } }),
	);

const FIELDS =
	"id fileName by role startedAt lastAt rows created updated unchanged failed state undoneAt undoneBy undoReason center { id }";
const listed = async (viewer: Viewer, where = "{}") =>
	(
		await hub.data(
			`{ importBatches(where: ${where}) { totalCount nodes { ${FIELDS} } } }`,
			{},
			viewer,
		)
	).importBatches;
const idsOf = async (viewer: Viewer, where?: string) => {
	const { totalCount, nodes } = await listed(viewer, where);
	expect(totalCount).toBe(nodes.length);
	return nodes.map((node: { id: string }) => Number(node.id.at(-1)));
};

describe("an import", () => {
	it("is stored with the first part, and adds the counts of the others with one statement each", async () => {
		const statements: string[] = [];
		await hub.database.write(async (manager) => {
			const query = manager.query.bind(manager);
			manager.query = (text: string, values?: unknown[]) => {
				statements.push(text);
				return query(text, values);
			};
			const parts: Array<[string, string | null, object]> = [
				["2024-01-01T00:00:00.000Z", null, { rows: 3, created: 2, failed: 1 }],
				["2024-01-01T00:00:05.000Z", "visits.csv", { rows: 2, updated: 1, unchanged: 1 }],
				["2024-01-01T00:00:09.000Z", "other.csv", { rows: 1, created: 1 }],
			];
			for (const [at, fileName, counts] of parts)
				await keepBatch(manager, STAFF, {
					id: batch(1),
					fileName,
					at,
					counts: { ...none, ...counts },
				});
		});
		expect(statements).toHaveLength(3);
		expect((await listed(STAFF)).nodes).toEqual([
			{
				id: batch(1),
				center: { id: "ga-mep" },
				fileName: "visits.csv",
				by: "staff-1",
				role: "FIELD_STAFF",
				startedAt: "2024-01-01T00:00:00.000Z",
				lastAt: "2024-01-01T00:00:09.000Z",
				rows: 6,
				created: 3,
				updated: 1,
				unchanged: 1,
				failed: 1,
				state: "TAKEN",
				undoneAt: null,
				undoneBy: null,
				undoReason: null,
			},
		]);
	});

	it("is not stored if its transaction fails", async () => {
		await expect(
			hub.database.write(async (manager) => {
				await keepBatch(manager, STAFF, { id: batch(9), at: "2024", counts: none });
				throw new Error("dry run");
			}),
		).rejects.toThrow("dry run");
		expect(await idsOf(OFFICE)).toEqual([1]);
	});

	it("can only be extended by the person who started it", async () => {
		const owns = (actor: Actor, digit = 1) => ownsBatch(hub.database, actor, batch(digit));
		expect(await owns(STAFF)).toBe(true);
		expect(await owns({ ...STAFF, subject: "staff-2" } as Actor)).toBe(false);
		expect(await owns({ ...STAFF, role: "CENTER_MANAGER" } as Actor)).toBe(false);
		expect(await owns({ ...STAFF, center: "oh-mep" } as Actor)).toBe(false);
		expect(await owns(STAFF, 9)).toBeUndefined();
	});

	it("returns who undid it, when and why", async () => {
		const undo = { at: "2024-01-02T00:00:00.000Z", reason: "wrong file" };
		await hub.database.write(async (manager) => {
			await markUndone(manager, MANAGER, { id: batch(1), whole: false, ...undo });
		});
		const told = { undoneAt: undo.at, undoneBy: "boss-1", undoReason: "wrong file" };
		expect((await listed(STAFF)).nodes[0]).toMatchObject({ state: "PARTLY_UNDONE", ...told });
		await hub.database.write((manager) =>
			markUndone(manager, MANAGER, { id: batch(1), whole: true, ...undo }),
		);
		expect((await listed(STAFF)).nodes[0]).toMatchObject({ state: "UNDONE", ...told });
	});
});

describe("imports are listed", () => {
	beforeAll(async () => {
		await keep(MANAGER, 2, "2024-03-01T00:00:00.000Z");
		await keep(ELSEWHERE, 3, "2024-02-01T00:00:00.000Z");
		await keep(OFFICE, 4, "2024-02-01T00:00:00.000Z");
		// A later part makes a batch recent, but does not create a new one.
		await keep(ELSEWHERE, 3, "2024-06-01T00:00:00.000Z");
	});

	it("newest first, to viewers with access", async () => {
		expect(await idsOf(OFFICE)).toEqual([2, 4, 3, 1]);
		expect(await idsOf(STAFF)).toEqual([2, 1]);
		expect(await idsOf(MANAGER)).toEqual([2, 1]);
		expect(await idsOf(ELSEWHERE)).toEqual([3]);
		for (const viewer of [
			PUBLIC,
			{ role: "HUB_ADMIN", subject: "admin-1" } as const,
			{ role: "PARTNER", subject: "staff-1", organization: "ga-mep" } as const,
		])
			expect(await listed(viewer, "{ mine: true }")).toEqual({ totalCount: 0, nodes: [] });
	});

	it.each([
		["{ mine: true }", [1]],
		["{ mine: false }", [2]],
		["{ states: [UNDONE] }", [1]],
		["{ states: [TAKEN, PARTLY_UNDONE] }", [2]],
		['{ since: "2024-02" }', [2]],
		['{ since: "2024-03-01T02:00:00+02:00" }', [2]],
		['{ since: "2024-03-01T01:00:00+00:00" }', []],
	])("by %s", async (where, expected) => {
		expect(await idsOf(STAFF, where)).toEqual(expected);
	});

	it("by the time of their last rows", async () => {
		expect(await idsOf(OFFICE, '{ since: "2024-05" }')).toEqual([3]);
	});

	it("a page at a time, none missed, in one statement and one for the count", async () => {
		const query =
			"query($first: Int!, $after: String) { list: importBatches(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }";
		const asker = {
			...hub,
			data: (text: string, given?: object) => hub.data(text, given as never, OFFICE),
		};
		expect((await walk(asker, query, 1)).map((id) => Number(id.at(-1)))).toEqual([2, 4, 3, 1]);
		expect(hub.statements).toHaveLength(2);
	});
});

describe("changes contain their import", () => {
	const columns = [
		"id",
		"sme_name",
		"sme_state",
		"service_kind",
		"date",
		"institute_id",
		"source_url",
	];
	const take = async (viewer: Viewer, cells: string[]) =>
		(
			await hub.data(
				"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { batchId failures { message } } }",
				{ input: { columns, rows: [{ line: 2, cells }] } },
				viewer,
			)
		).importEngagements.batchId;
	const feed = async (viewer: Viewer) =>
		(
			await hub.data(
				"{ changes(first: 200) { nodes { recordId type batchId engagement { history { batchId } } } } }",
				{},
				viewer,
			)
		).changes.nodes.filter((node: { type: string }) => node.type === "ENGAGEMENT");

	it("for insiders, and reveal nothing to others", async () => {
		const own = await take(STAFF, ["k-1", "Own Works", "GA", "EVENT", "2024-01-02", "", ""]);
		const [change] = await feed(STAFF);
		expect(change).toMatchObject({ batchId: own, engagement: { history: [{ batchId: own }] } });
		const office = await take(OFFICE, [
			"k-2",
			"Public Works",
			"GA",
			"EVENT",
			"2024-01-02",
			"mxd",
			"https://example.org/case",
		]);
		expect((await feed(OFFICE)).map((node: { batchId: string }) => node.batchId)).toEqual([
			own,
			office,
		]);
		for (const viewer of [PUBLIC, ELSEWHERE, { role: "HUB_ADMIN", subject: "a" } as const]) {
			const seen = await feed(viewer);
			expect(seen).toMatchObject([{ batchId: null, engagement: { history: [] } }]);
			expect(JSON.stringify(seen)).not.toContain("bat_");
		}
	});

	it("of a manufacturer for the center that registered it, not for another that serves it", async () => {
		const sme = smeRow("sme_theirs", { center_id: "oh-mep" });
		await hub.database.write(async (manager) => {
			const change = { type: "SME", action: "imported", before: null, after: sme } as const;
			await keepRevision(manager, ELSEWHERE, { ...change, batchId: batch(3) });
		});
		const batchOf = async (viewer: Viewer) =>
			(
				await hub.data("{ changes(first: 200) { nodes { recordId batchId } } }", {}, viewer)
			).changes.nodes.find((node: { recordId: string }) => node.recordId === sme.id).batchId;
		expect(await batchOf(ELSEWHERE)).toBe(batch(3));
		expect(await batchOf(STAFF)).toBeNull();
	});
});

describe("an undone import", () => {
	it("is the same in the result of undoImport, in the list and by its id", async () => {
		const columns = ["id", "sme_name", "sme_state", "service_kind", "date"];
		const rows = [{ line: 2, cells: ["u-1", "Undone Works", "GA", "EVENT", "2024-01-02"] }];
		const { importEngagements } = await hub.data(
			"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { batchId } }",
			{ input: { columns, rows } },
			STAFF,
		);
		const { undoImport } = await hub.data(
			`mutation($id: ID!) { undoImport(id: $id, reason: "wrong file") { voided removedManufacturers batch { ${FIELDS} } } }`,
			{ id: importEngagements.batchId },
			STAFF,
		);
		expect(undoImport).toMatchObject({
			voided: 1,
			removedManufacturers: 1,
			batch: { state: "UNDONE", undoReason: "wrong file" },
		});
		const { nodes } = await listed(STAFF, "{ states: [UNDONE] }");
		expect(nodes).toContainEqual(undoImport.batch);
		const { node } = await hub.data(
			`query($id: ID!) { node(id: $id) { ... on ImportBatch { ${FIELDS} } } }`,
			{ id: importEngagements.batchId },
			STAFF,
		);
		expect(node).toEqual(undoImport.batch);
	});

	it("returns the effects of undoing only in the result of undoImport, so that an id has one content", () => {
		const { ImportBatch, UndoImportPayload } = hub.subgraph.schema.getTypeMap();
		const fields = (type: typeof ImportBatch) =>
			Object.keys((type as GraphQLObjectType).getFields());
		expect(fields(UndoImportPayload)).toContain("voided");
		expect(fields(UndoImportPayload)).not.toContain("id");
		expect(fields(ImportBatch).filter((one) => fields(UndoImportPayload).includes(one))).toEqual(
			[],
		);
	});
});
