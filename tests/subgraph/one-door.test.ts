// Over 300 lines: one fixture with its shorthand for imports, the figures they report and undoing them.
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { importerOf } from "../support/importing.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
let importer: ReturnType<typeof importerOf>;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	importer = importerOf(hub);
});
afterAll(() => hub.close());

const COLLEAGUE: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "ga-mep" };
const HEADER = "id,sme_name,sme_state,employees,service_kind,service_note,date,title,new_sales_usd";
const row = (id: string, name: string, more: Partial<Record<string, string>> = {}) =>
	[
		id,
		name,
		"GA",
		more.employees ?? "3",
		"ASSISTANCE",
		more.note ?? "LEAN",
		more.date ?? "2022-02-03",
		more.title ?? "Visit",
		more.sales ?? "",
	].join(",");
const take = (viewer: Viewer, ...rows: string[]) => importer.rows(viewer, HEADER, rows);

const FIELDS = "id revision status title startedOn practice late visibility loggedSmeId sme { id }";
const idOf = async (key: string) =>
	(
		await hub.database.read<{ record_id: string }>(
			sql`SELECT q.record_id FROM requests q WHERE q.id LIKE ${`%~${key}`}`,
		)
	)[0]?.record_id as string;
const find = async (id: string, viewer: Viewer = MANAGER) =>
	(await hub.data(`{ engagement(id: "${id}") { ${FIELDS} } }`, {}, viewer)).engagement;
const imported = async (key: string) => find(await idOf(key));
const outcomeOf = async (key: string) =>
	(
		await hub.data(
			`{ engagement(id: "${await idOf(key)}") { outcomes { id revision verification sme { id } claims { metric value } } } }`,
			{},
			MANAGER,
		)
	).engagement.outcomes[0];
const change = async (mutation: string, viewer: Viewer) =>
	(await hub.data(`mutation { done: ${mutation} }`, {}, viewer)).done;
const refused = (mutation: string, viewer: Viewer) =>
	hub.refusals(`mutation { done: ${mutation} }`, {}, viewer);
const approve = async (key: string) => {
	const { id, revision } = await imported(key);
	return change(`approveEngagement(id: "${id}", revision: ${revision}) { ${FIELDS} }`, MANAGER);
};

describe("an import has the permissions of its author", () => {
	it("does not change a record that a manager approved if field staff sends the row again", async () => {
		await take(STAFF, row("a-1", "Approved Works"));
		await approve("a-1");
		const before = await imported("a-1");
		const again = await take(
			STAFF,
			row("a-1", "Approved Works", { title: "Other", date: "2022-03-04" }),
		);
		expect(again).toMatchObject({
			updated: 0,
			failed: 1,
			failures: [{ column: "id", message: "FIELD_STAFF may not amend approved engagements" }],
		});
		expect(await imported("a-1")).toEqual(before);
	});

	it("changes its author's record that waits for approval", async () => {
		await take(STAFF, row("a-2", "Waiting Works"));
		expect(await take(STAFF, row("a-2", "Waiting Works", { title: "Other" }))).toMatchObject({
			updated: 1,
		});
		expect(await imported("a-2")).toMatchObject({
			title: "Other",
			status: "SUBMITTED",
			revision: 2,
		});
	});

	it("does not overwrite a row of a colleague's file with the same id, or of another manufacturer", async () => {
		await take(STAFF, row("1", "First Works"));
		const foreign = await take(COLLEAGUE, row("1", "First Works", { title: "Mine" }));
		expect(foreign).toMatchObject({ updated: 0, failed: 1 });
		expect(foreign.failures[0]).toMatchObject({
			column: "id",
			message: expect.stringMatching(
				/"1" is the id of a row that staff-1 imported \(eng_\w+\), with other content; give the row an id of its own/,
			),
		});
		const other = await take(STAFF, row("1", "Second Works"));
		expect(other.failures[0]?.message).toMatch(/was the id of a row about another manufacturer/);
		expect(await imported("1")).toMatchObject({ title: "Visit", revision: 1 });
		expect(await take(COLLEAGUE, row("1", "First Works"))).toMatchObject({ unchanged: 1 });
	});

	it("reports a row whose id is the key of another mutation, and imports the others", async () => {
		const { sme } = await change(
			'registerSme(input: { clientMutationId: "taken", name: "Key Works" }) { sme { id } }',
			STAFF,
		);
		const answer = await take(STAFF, row("taken", "Key Works"), row("free", "Key Works"));
		expect(answer).toMatchObject({ created: 1, failed: 1 });
		expect(answer.failures).toEqual([
			{
				line: 2,
				column: "id",
				message: `"taken" was used before, by registerSme of ${sme.id}, with other content; use a new one for a new mutation`,
			},
		]);
	});

	it("names the record that was created with a used key", async () => {
		const log = (title: string) =>
			`logEngagement(input: { clientMutationId: "key-of", smeId: "sme_a", kind: EVENT, startedOn: "2022-02-03", title: "${title}" }) { id }`;
		const { id } = await change(log("one"), STAFF);
		expect((await refused(log("two"), STAFF))[0]).toEqual([
			expect.stringContaining(`by logEngagement of ${id}`),
			"CONFLICT",
		]);
	});
});

describe("imported figures follow the rules of reported ones", () => {
	const sales = { employees: "3", sales: "999999999999" };

	it("count once, and not if above the limit for the firm's size", async () => {
		const answer = await take(
			STAFF,
			row("o-1", "Sales Works", sales),
			row("o-2", "Sales Works", sales),
		);
		expect(answer).toMatchObject({ created: 1, failed: 1 });
		expect(answer.failures[0]).toMatchObject({
			line: 3,
			column: "new_sales_usd",
			message: expect.stringMatching(/NEW_SALES was reported for 2022-02-03 to 2022-02-03 already/),
		});
		expect(await outcomeOf("o-1")).toMatchObject({ verification: "OUTLIER" });
		// The rejected row left no record.
		expect(await idOf("o-2")).toBeUndefined();
	});

	it("are corrected when the row is imported again", async () => {
		expect(await take(STAFF, row("o-1", "Sales Works", { sales: "120000" }))).toMatchObject({
			updated: 1,
			unchanged: 0,
		});
		expect(await outcomeOf("o-1")).toMatchObject({
			verification: "SELF_REPORTED",
			revision: 2,
			claims: [{ metric: "NEW_SALES", value: 120_000 }],
		});
		expect(await take(STAFF, row("o-1", "Sales Works", { sales: "120000" }))).toMatchObject({
			unchanged: 1,
		});
	});

	it("keep their review", async () => {
		const { id, revision } = await outcomeOf("o-1");
		await change(
			`reviewOutcome(id: "${id}", revision: ${revision}, verification: VERIFIED, reason: "seen the books") { id }`,
			OFFICE,
		);
		const again = await take(STAFF, row("o-1", "Sales Works", { sales: "5" }));
		expect(again.failures[0]).toMatchObject({
			column: "",
			message: expect.stringMatching(
				/is VERIFIED; it was reviewed, so a report can no longer change its figures/,
			),
		});
	});

	it("are reported by the program office for published cases, and by the center for its records", async () => {
		const header =
			"id,sme_name,service_kind,people_trained,date,mep_center_id,investment_usd,source_url";
		const published = "eng-1,sme_a,TRAINING,5,2018,ga-mep,77,https://example.org/case";
		for (const viewer of [STAFF, MANAGER])
			expect(await importer.rows(viewer, header, [published])).toMatchObject({
				failures: [{ message: expect.stringMatching(/may not publish outcomes/) }],
			});
		await take(STAFF, row("o-5", "Private Works"));
		const id = await idOf("o-5");
		const theirs = `${id},Private Works,ASSISTANCE,,2022-02-03,ga-mep,88,https://example.org/case`;
		expect(await importer.rows(OFFICE, header, [theirs])).toMatchObject({
			failures: [{ message: expect.stringMatching(/PROGRAM_OFFICE may not report outcomes/) }],
		});
	});

	it("are not restored by settling a dispute after others were reported for the same period", async () => {
		await take(STAFF, row("o-3", "Disputed Works", { sales: "10" }));
		const disputed = await outcomeOf("o-3");
		const review = (to: string, revision: number) =>
			`reviewOutcome(id: "${disputed.id}", revision: ${revision}, verification: ${to}, reason: "why") { id }`;
		await change(review("DISPUTED", 1), OFFICE);
		await take(STAFF, row("o-4", "Disputed Works", { sales: "20" }));
		expect((await refused(review("VERIFIED", 2), OFFICE))[0]?.[0]).toMatch(/was reported for/);
	});
});

describe("undoing an import", () => {
	it("is allowed for the author of the import and for managers", async () => {
		const { batchId } = await take(MANAGER, row("u-1", "Undo Works"));
		expect((await importer.undoRefused(STAFF, batchId))[0]?.[1]).toBe("FORBIDDEN");
		expect((await importer.undoRefused(ELSEWHERE, batchId))[0]?.[1]).toBe("NOT_FOUND");
		const published = await importer.rows(OFFICE, `${HEADER},mep_center_id,source_url`, [
			`${row("u-2", "Public Works")},ga-mep,https://example.org/case`,
		]);
		expect((await importer.undoRefused(STAFF, published.batchId))[0]?.[1]).toBe("NOT_FOUND");
		expect([(await imported("u-1")).status, (await imported("u-2")).status]).toEqual([
			"APPROVED",
			"APPROVED",
		]);
		expect(await importer.undo(MANAGER, batchId)).toMatchObject({ voided: 1, kept: [] });
		expect(await importer.undo(MANAGER, batchId)).toMatchObject({ voided: 0, kept: [] });
	});

	it("lists and keeps records that a manager approved since", async () => {
		const { batchId } = await take(STAFF, row("u-3", "Undo Works"), row("u-4", "Undo Works"));
		const approved = await approve("u-3");
		const gone = await idOf("u-4");
		expect(await importer.undo(STAFF, batchId)).toEqual({
			voided: 1,
			restored: 0,
			kept: [approved.id],
			keptRecords: [
				{ recordId: approved.id, type: "ENGAGEMENT", reason: "approved by boss-1 since" },
			],
			removedManufacturers: 0,
		});
		expect(await find(gone)).toMatchObject({ status: "VOIDED" });
	});

	it("restores each field that nobody changed since", async () => {
		await take(STAFF, row("u-5", "Field Works"));
		const { batchId } = await take(
			STAFF,
			row("u-5", "Field Works", { title: "Two", note: "GROWTH" }),
		);
		const { id } = await imported("u-5");
		await change(
			`amendEngagement(input: { id: "${id}", revision: 2, title: "Three" }) { id }`,
			STAFF,
		);
		expect(await importer.undo(STAFF, batchId)).toMatchObject({
			restored: 1,
			keptRecords: [{ recordId: id, reason: "title changed since" }],
		});
		expect(await find(id)).toMatchObject({ title: "Three", practice: "LEAN" });
	});

	it("voids a record that a file contained twice", async () => {
		const { batchId } = await take(
			STAFF,
			row("u-6", "Twice Works"),
			row("u-6", "Twice Works", { title: "Second" }),
		);
		const id = await idOf("u-6");
		expect(await importer.undo(STAFF, batchId)).toMatchObject({ voided: 1, restored: 0, kept: [] });
		expect(await find(id)).toMatchObject({ status: "VOIDED" });
	});

	it("keeps a merge, so that the engagement stays in its manufacturer's traces", async () => {
		await take(MANAGER, row("u-7", "Merged Works"));
		const { batchId } = await take(MANAGER, row("u-7", "Merged Works", { title: "Second" }));
		const { id, loggedSmeId } = await imported("u-7");
		const keep = (
			await change(
				'registerSme(input: { clientMutationId: "u-7-keep", name: "Kept Works", createAnyway: true }) { sme { id } }',
				MANAGER,
			)
		).sme.id;
		await change(
			`mergeSmes(keep: "${keep}", merge: "${loggedSmeId}", revision: 1, reason: "same") { id }`,
			MANAGER,
		);
		expect(await importer.undo(MANAGER, batchId)).toMatchObject({ restored: 1, kept: [] });
		expect(await find(id)).toMatchObject({ title: "Visit", sme: { id: keep }, loggedSmeId });
		const { sme } = await hub.data(
			`{ sme(id: "${keep}") { traces { nodes { engagementCount } } } }`,
			{},
			MANAGER,
		);
		expect(sme.traces.nodes).toEqual([{ engagementCount: 1 }]);
	});

	it("moves no record into a reported quarter", async () => {
		await take(MANAGER, row("u-8", "Quarter Works", { date: "2021-04-05" }));
		const { batchId } = await take(MANAGER, row("u-8", "Quarter Works", { date: "2021-08-05" }));
		await change('reportQuarter(centerId: "ga-mep", fiscalYear: 2021, quarter: 3) { id }', MANAGER);
		const { id } = await imported("u-8");
		expect(await importer.undo(MANAGER, batchId)).toMatchObject({
			restored: 0,
			keptRecords: [
				{ recordId: id, reason: expect.stringMatching(/quarter 3 of 2021 was reported/) },
			],
		});
		expect(await find(id)).toMatchObject({ startedOn: "2021-08-05", status: "APPROVED" });
	});

	it("removes manufacturers that it created and nothing uses, until the file is imported again", async () => {
		const rows = [row("u-9", "Gone Works"), row("u-10", "Stays Works")];
		const { batchId } = await take(STAFF, ...rows);
		await approve("u-10");
		const { loggedSmeId } = await imported("u-9");
		const listed = async () =>
			(await hub.data('{ smes(search: "works") { nodes { id } } }', {}, STAFF)).smes.nodes.map(
				(node: { id: string }) => node.id,
			);
		expect(await listed()).toContain(loggedSmeId);
		expect(await importer.undo(STAFF, batchId)).toMatchObject({
			voided: 1,
			removedManufacturers: 1,
		});
		expect(await listed()).not.toContain(loggedSmeId);
		expect((await hub.data(`{ sme(id: "${loggedSmeId}") { removed } }`, {}, STAFF)).sme).toEqual({
			removed: true,
		});
		expect(await take(STAFF, rows[0] as string)).toMatchObject({ created: 1 });
		expect(await imported("u-9")).toMatchObject({ loggedSmeId });
		expect(await listed()).toContain(loggedSmeId);
	});

	it("withdraws the figures it created and restores those it corrected", async () => {
		await take(STAFF, row("u-11", "Figure Works", { sales: "10" }));
		const second = await take(STAFF, row("u-11", "Figure Works", { sales: "20" }));
		expect(await outcomeOf("u-11")).toMatchObject({ claims: [{ value: 20 }] });
		expect(await importer.undo(STAFF, second.batchId)).toMatchObject({ kept: [] });
		expect(await outcomeOf("u-11")).toMatchObject({
			claims: [{ value: 10 }],
			verification: "SELF_REPORTED",
		});
		const third = await take(
			STAFF,
			row("u-12", "Figure Works", { sales: "30", date: "2022-06-01" }),
		);
		const id = await idOf("u-12");
		await importer.undo(STAFF, third.batchId);
		const { engagement } = await hub.data(
			`{ engagement(id: "${id}") { outcomes { verification } } }`,
			{},
			STAFF,
		);
		expect(engagement.outcomes).toEqual([{ verification: "WITHDRAWN" }]);
	});

	it("lets others write while it processes hundreds of rows", async () => {
		const rows = Array.from({ length: 200 }, (_, index) => row(`many-${index}`, "Many Works"));
		const { batchId } = await take(STAFF, ...rows);
		let over = false;
		const undoing = importer.undo(STAFF, batchId).finally(() => {
			over = true;
		});
		let between = 0;
		for (let index = 0; !over; index++) {
			await change(
				`logEngagement(input: { clientMutationId: "between-${index}", smeId: "sme_a", kind: EVENT, startedOn: "2022-02-03" }) { id }`,
				STAFF,
			);
			if (!over) between++;
		}
		expect(await undoing).toMatchObject({ voided: 200, kept: [] });
		// Twenty transactions of ten: others can write in between.
		expect(between).toBeGreaterThanOrEqual(5);
	});
});
