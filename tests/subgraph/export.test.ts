import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow } from "../support/rows.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
let columns: string[];
beforeAll(async () => {
	hub = await openEngagementsFixture();
	({ importColumns: columns } = await hub.data("{ importColumns }"));
});
afterAll(() => hub.close());

type Cells = Record<string, string>;
const IMPORT =
	"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { created updated unchanged failures { line column message } } }";
const take = async (viewer: Viewer, rows: string[][], names = columns) =>
	(
		await hub.data(
			IMPORT,
			{
				input: { columns: names, rows: rows.map((cells, index) => ({ line: index + 2, cells })) },
			},
			viewer,
		)
	).importEngagements;
const EXPORT =
	"query($centerId: ID!, $first: Int!, $after: String) { exportedEngagements(centerId: $centerId, first: $first, after: $after) { totalCount nodes { id: engagementId cells } pageInfo { hasNextPage endCursor } } }";
type Page = {
	totalCount: number;
	nodes: Array<{ id: string; cells: string[] }>;
	pageInfo: { hasNextPage: boolean; endCursor: string };
};
async function exported(viewer: Viewer, first = 200): Promise<string[][]> {
	const rows: string[][] = [];
	for (let after: string | null = null, more = true; more; ) {
		const page: Page = (await hub.data(EXPORT, { centerId: "ga-mep", first, after }, viewer))
			.exportedEngagements;
		rows.push(...page.nodes.map((node) => node.cells));
		more = page.pageInfo.hasNextPage;
		after = page.pageInfo.endCursor;
		if (!more) expect(page.totalCount).toBe(rows.length);
	}
	return rows;
}
const named = (cells: string[]): Cells =>
	Object.fromEntries(
		columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]]] : [])),
	);

const FILE: Cells[] = [
	{
		id: "v-1",
		sme_name: "Round Works, Inc.",
		sme_city: "Macon",
		sme_state: "US-GA",
		naics: "332710",
		employees: "40",
		larger_group: "false",
		mep_center_id: "ga-mep",
		service_kind: "ASSISTANCE",
		service_note: "LEAN",
		date: "2024-01-05",
		end_date: "2024-02",
		title: '=1+1 "quoted", and\na second line',
		new_sales_usd: "1250000.5",
		jobs_created: "3",
		qualifier: "new_sales: more than",
		evidence: "Told by the client (twice) (jobs_created: 3)",
		source_url: "https://example.org/a",
		read_on: "2024-03-01",
	},
	{
		id: "v-2",
		sme_name: "机床有限公司",
		mep_center_id: "ga-mep",
		institute_id: "mxd",
		service_kind: "FACILITY_ACCESS",
		date: "2024",
		facility_id: "fac-1",
		hours: "0.0000001",
		fee_paid: "true",
	},
	{
		id: "v-3",
		sme_name: "Round Works, Inc.",
		sme_state: "US-GA",
		mep_center_id: "ga-mep",
		service_kind: "TECH_TRANSFER",
		date: "2024-03",
		instrument: "CRADA",
		mrl_from: "4",
		mrl_to: "6",
		evidence: "(new_sales: of no figure)",
	},
	{
		id: "v-4",
		sme_name: "Round Works, Inc.",
		sme_state: "US-GA",
		mep_center_id: "ga-mep",
		service_kind: "TRAINING",
		date: "2024-03-01",
		people_trained: "12",
		credential: "Green Belt",
	},
];
const rowsOf = (file: Cells[]) => file.map((cells) => columns.map((column) => cells[column] ?? ""));

describe("imported records", () => {
	it("are exported as imported, with the same key, and import again unchanged", async () => {
		expect(await take(STAFF, rowsOf(FILE))).toMatchObject({ created: 4, failures: [] });
		const rows = (await exported(STAFF)).filter((cells) => cells[0]?.startsWith("v-"));
		expect(rows).toHaveLength(4);
		// Records of one millisecond have no order.
		for (const cells of rows) {
			const { sme_id, sme_city, naics, employees, larger_group, ...rest } = named(cells);
			const {
				sme_city: _,
				naics: __,
				employees: ___,
				larger_group: ____,
				...sent
			} = FILE.find(({ id }) => id === cells[0]) as Cells;
			expect(sme_id).toMatch(/^sme_/);
			expect(rest).toEqual(sent);
			if (sent.sme_name !== "Round Works, Inc.") continue;
			// The manufacturer was given in full once.
			expect({ sme_city, naics, employees, larger_group }).toEqual({
				sme_city: "Macon",
				naics: "332710",
				employees: "40",
				larger_group: "false",
			});
		}
		expect(await take(STAFF, rows)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
	});

	it("are exported to a colleague with their own id: keys belong to the person who used them", async () => {
		const rows = await exported(MANAGER);
		expect(rows.some(([key]) => key?.startsWith("v-"))).toBe(false);
		expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
	});

	it("are exported in their current state, without void ones", async () => {
		const id = async (key: string) => {
			const rows = await exported(STAFF);
			const at = rows.findIndex((cells) => cells[0] === key);
			return { at, cells: named(rows[at] ?? []), total: rows.length };
		};
		const before = await id("v-4");
		const { nodes } = (
			await hub.data(
				"{ engagements(where: { kinds: [TRAINING], calendarYears: [2024] }) { nodes { id revision } } }",
				{},
				STAFF,
			)
		).engagements;
		await hub.data(
			`mutation { voidEngagement(id: "${nodes[0].id}", revision: 1, reason: "double") { id } }`,
			{},
			MANAGER,
		);
		expect(await id("v-4")).toEqual({ at: -1, cells: {}, total: before.total - 1 });
	});
});

describe("records that were not imported", () => {
	it("are exported with their own id, in every status except void, page by page", async () => {
		const rows = (await exported(STAFF, 2)).map(named);
		expect(rows.map(({ id }) => id)).toEqual(
			expect.arrayContaining(["eng-1", "eng-2", "eng-3", "eng-draft", "eng-secret"]),
		);
		expect(rows.find(({ id }) => id === "eng-2")).toEqual({
			id: "eng-2",
			sme_id: "sme_a",
			sme_name: "sme_a",
			sme_state: "US-GA",
			naics: "332710",
			employees: "20",
			mep_center_id: "ga-mep",
			service_kind: "TRAINING",
			date: "2018-03",
			people_trained: "2",
		});
		expect(rows.every(({ mep_center_id }) => mep_center_id === "ga-mep")).toBe(true);
	});

	it("import again unchanged with the others, and are updated if the file was changed", async () => {
		for (const viewer of [STAFF, MANAGER]) {
			const rows = await exported(viewer);
			expect(await take(viewer, rows)).toEqual({
				created: 0,
				updated: 0,
				unchanged: rows.length,
				failures: [],
			});
		}
		const title = columns.indexOf("title");
		const rows = (await exported(MANAGER)).map((cells) => cells.with(title, "Renamed in the file"));
		expect(await take(MANAGER, rows)).toMatchObject({ created: 0, updated: rows.length });
		const again = await exported(STAFF);
		expect(again.map(named).every((cells) => cells.title === "Renamed in the file")).toBe(true);
		// Records of the staff keep the key of the staff's file, although another file has used their id since.
		expect(again.filter(([key]) => key?.startsWith("v-"))).toHaveLength(3);
		expect(await take(STAFF, again)).toMatchObject({ created: 0, updated: 0, failures: [] });
	});

	it("contain no separately reported figures, which would be reported twice", async () => {
		const rows = (await exported(OFFICE)).map(named);
		expect(rows.find(({ id }) => id === "eng-1")?.new_sales_usd).toBeUndefined();
	});

	it("take two statements per page, independent of the number of rows, and one lookup of the center", async () => {
		await hub.data(EXPORT, { centerId: "ga-mep", first: 200 }, STAFF);
		// Including the count.
		expect(hub.statements).toHaveLength(4);
	});
});

it("the program office exports a center's records with their own ids: it does not share the center's keys", async () => {
	const ids = (await exported(OFFICE)).map((cells) => cells[0]);
	expect(ids.some((id) => id?.startsWith("v-"))).toBe(false);
	expect(new Set(ids).size).toBe(ids.length);
});

it("nobody else can export them", async () => {
	const asked = { centerId: "ga-mep", first: 10 };
	expect(await hub.refusals(EXPORT, asked, PUBLIC)).toEqual([
		[expect.stringMatching(/^centerId: only a center's staff/), "UNAUTHENTICATED"],
	]);
	for (const viewer of [
		ELSEWHERE,
		{ role: "HUB_ADMIN", subject: "a" } as const,
		{ role: "PARTNER", subject: "p", organization: "ga-mep" } as const,
	])
		expect(await hub.refusals(EXPORT, asked, viewer)).toEqual([
			[expect.stringMatching(/^centerId: /), "FORBIDDEN"],
		]);
	expect(await hub.refusals(EXPORT, { ...asked, centerId: "nowhere" }, OFFICE)).toEqual([
		['centerId: there is no MepCenter with the id "nowhere"', "BAD_USER_INPUT"],
	]);
});

it("an export misses no record whose date changes meanwhile", async () => {
	const seen: string[] = [];
	for (let after: string | null = null, more = true; more; ) {
		const page: Page = (await hub.data(EXPORT, { centerId: "ga-mep", first: 3, after }, STAFF))
			.exportedEngagements;
		seen.push(...page.nodes.map((node) => node.id));
		more = page.pageInfo.hasNextPage;
		after = page.pageInfo.endCursor;
		const moved = engagementRow(
			"x",
			{ sme_id: "sme_a", kind: "EVENT" },
			seen.length % 2 ? "1990" : "2023",
		);
		await hub.database.write((manager) =>
			manager.update(
				EngagementRow,
				{ center_id: "ga-mep" },
				{ started_first: moved.started_first, started_last: moved.started_last },
			),
		);
	}
	expect(new Set(seen).size).toBe(seen.length);
	expect(seen).toHaveLength((await exported(STAFF)).length);
});
