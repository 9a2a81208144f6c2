import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { forgetOldParts } from "../../subgraphs/engagements/import/parts.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const batch = (digit: number) => `bat_${String(digit).repeat(32)}`;
const COLUMNS = ["id", "sme_name", "sme_state", "service_kind", "date"];
const IMPORT =
	"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { batchId rows created updated unchanged failed failures { line column message } outcomes } }";
type Row = { line: number; cells: string[]; fault?: string };
const row = (line: number, key: string, date = "2024-03-05"): Row => ({
	line,
	cells: [key, "Part Works", "GA", "EVENT", date],
});
const input = (digit: number, part: number, rows: Row[], more: object = {}) => ({
	input: { batchId: batch(digit), part, columns: COLUMNS, rows, ...more },
});
const sent = async (...args: Parameters<typeof input>) =>
	(await hub.data(IMPORT, input(...args), STAFF)).importEngagements;
const counts = async (digit: number, viewer: Viewer = STAFF) =>
	(
		await hub.data(
			"{ importBatches(first: 200) { nodes { id rows created unchanged failed } } }",
			{},
			viewer,
		)
	).importBatches.nodes.find(({ id }: { id: string }) => id === batch(digit));
const FAILED =
	"query($id: ID!, $first: Int, $after: String) { importFailedRows(batchId: $id, first: $first, after: $after) { totalCount nodes { line columns cells failures { line column message } } pageInfo { hasNextPage endCursor } } }";
const failed = async (digit: number, viewer: Viewer = STAFF, page: object = {}) =>
	(await hub.data(FAILED, { id: batch(digit), ...page }, viewer)).importFailedRows;

describe("a numbered part of an import", () => {
	it("gets the first answer when it is sent again, also at once, and counts once", async () => {
		const rows = [row(2, "p-1"), row(3, "p-2", "sometime"), { ...row(4, "p-3"), fault: "torn" }];
		const first = await sent(1, 1, rows);
		expect(first).toMatchObject({ rows: 3, created: 1, failed: 2 });
		expect(first.outcomes).toEqual(["CREATED", "FAILED", "FAILED"]);
		expect(first.failures).toEqual([
			{ line: 3, column: "date", message: expect.stringContaining("sometime") },
			{ line: 4, column: "", message: "torn" },
		]);
		expect(await sent(1, 1, rows)).toEqual(first);
		const second = [row(5, "p-4")];
		const both = await Promise.all([sent(1, 2, second), sent(1, 2, second)]);
		expect(both.map(({ created }) => created)).toEqual([1, 1]);
		expect(await counts(1)).toMatchObject({ rows: 4, created: 2, unchanged: 0, failed: 2 });
	});

	it("that has other rows than before is refused, as are parts without a batch or with wrong values", async () => {
		const refused = async (variables: Record<string, unknown>) =>
			(await hub.refusals(IMPORT, variables, STAFF)).join();
		expect(await refused(input(1, 2, [row(6, "p-5")]))).toMatch(/part 2 .*other rows.*next number/);
		expect(await refused(input(1, 0, []))).toMatch(/input.part.*1 to/);
		expect(await refused({ input: { part: 1, columns: COLUMNS, rows: [] } })).toMatch(
			/input.batchId.*missing/,
		);
		const other = { columns: COLUMNS.toReversed(), batchId: batch(1), part: 7, rows: [] };
		expect(await refused({ input: other })).toMatch(
			/input.columns.*id, sme_name, .*another import/,
		);
		const long = { ...row(2, "x"), fault: "y".repeat(1001) };
		expect(await refused(input(1, 9, [long]))).toMatch(/input.rows.0.fault.*1000/);
		expect(await counts(1)).toMatchObject({ rows: 4 });
	});

	it("leaves nothing in a dry run", async () => {
		expect(await sent(3, 1, [row(2, "dry")], { dryRun: true })).toMatchObject({ created: 1 });
		expect(await sent(3, 1, [row(2, "other")], { dryRun: true })).toMatchObject({ created: 1 });
		expect(await counts(3)).toBeUndefined();
	});
});

describe("rows that failed", () => {
	it("are kept in the order of the file, page by page, for the center and the program office alone", async () => {
		const all = await failed(1);
		expect(all).toMatchObject({
			totalCount: 2,
			nodes: [
				{ line: 3, columns: COLUMNS, cells: ["p-2", "Part Works", "GA", "EVENT", "sometime"] },
				{ line: 4, failures: [{ column: "", message: "torn" }] },
			],
		});
		const { nodes, pageInfo } = await failed(1, MANAGER, { first: 1 });
		expect(nodes).toEqual([all.nodes[0]]);
		const rest = await failed(1, OFFICE, { first: 5, after: pageInfo.endCursor });
		expect(rest.nodes).toEqual([all.nodes[1]]);
		for (const viewer of [
			ELSEWHERE,
			{ role: "HUB_ADMIN", subject: "admin-1" },
			{ role: "PUBLIC" },
		] as Viewer[])
			expect(await failed(1, viewer)).toMatchObject({ totalCount: 0, nodes: [] });
	});

	it("and were mended count once, and are no longer kept", async () => {
		const again = await sent(1, 3, [row(3, "p-2"), row(4, "p-3", "2024-02-31")]);
		expect(again).toMatchObject({ rows: 2, created: 1, failed: 1 });
		expect(await counts(1)).toMatchObject({ rows: 4, created: 3, failed: 1 });
		expect((await failed(1)).nodes).toMatchObject([
			{ line: 4, failures: [{ column: "date", message: expect.stringContaining("2024-02-31") }] },
		]);
	});

	it("are forgotten after 30 days", async () => {
		const after = (days: number) =>
			hub.database.write((manager) => forgetOldParts(manager, Date.now() + days * 86_400_000));
		await after(29);
		expect((await failed(1)).totalCount).toBe(1);
		await after(31);
		expect((await failed(1)).totalCount).toBe(0);
	});
});

it("nothing is added to an import that was undone", async () => {
	await sent(2, 1, [row(2, "u-1")]);
	await hub.data(
		'mutation($id: ID!) { undoImport(id: $id, reason: "wrong file") { voided } }',
		{ id: batch(2) },
		MANAGER,
	);
	const refused = await hub.refusals(IMPORT, input(2, 2, [row(3, "u-2")]), STAFF);
	expect(refused.join()).toMatch(/undone by boss-1/);
	expect(await sent(2, 1, [row(2, "u-1")])).toMatchObject({ created: 1 });
});

describe("columns", () => {
	const SUGGEST =
		"query($names: [String!]!) { suggestImportColumns(names: $names) { name column match } }";
	it("are suggested by their names, each once", async () => {
		const names = [
			"Company",
			"Ste",
			"Visit date",
			"reason",
			"Remarks",
			"",
			"company name",
			"as_of",
		];
		const { suggestImportColumns } = await hub.data(SUGGEST, { names });
		expect(suggestImportColumns).toEqual([
			{ name: "Company", column: "sme_name", match: "KNOWN" },
			{ name: "Ste", column: "sme_state", match: "SIMILAR" },
			{ name: "Visit date", column: "date", match: "KNOWN" },
			{ name: "reason", column: null, match: "IGNORED" },
			{ name: "Remarks", column: null, match: "UNKNOWN" },
			{ name: "", column: null, match: "UNKNOWN" },
			{ name: "company name", column: null, match: "UNKNOWN" },
			{ name: "as_of", column: null, match: "IGNORED" },
		]);
	});

	it("have meanings, and all of these can be imported", async () => {
		const { importColumnMeanings } = await hub.data("{ importColumnMeanings { column meaning } }");
		const columns = importColumnMeanings.map(({ column }: { column: string }) => column);
		const all = { input: { columns, rows: [], dryRun: true } };
		expect((await hub.data(IMPORT, all, STAFF)).importEngagements).toMatchObject({ rows: 0 });
	});

	it("too many or too long names are refused", async () => {
		const refused = async (names: string[]) =>
			(await hub.refusals(SUGGEST, { names }, STAFF)).join();
		expect(await refused(Array.from({ length: 201 }, () => "x"))).toMatch(/201 names; 200/);
		expect(await refused(["x", "y".repeat(201)])).toMatch(/names.1: is longer than 200/);
	});
});
