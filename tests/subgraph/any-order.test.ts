import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
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
const ROLES = [STAFF, MANAGER, COLLEAGUE, MANAGER, ELSEWHERE, OFFICE, MANAGER];
const CLIENT_CODES = ["BAD_USER_INPUT", "CONFLICT", "FORBIDDEN", "NOT_FOUND", "UNAUTHENTICATED"];
const DAYS = ["2022-01-05", "2022-02-06", "2022-05-07", "2022-06-08", "2023-01-09"];
const QUARTERS = ["fiscalYear: 2022, quarter: 2", "fiscalYear: 2022, quarter: 3"];

/** Fewer runs on a server: each round trip takes time, and the rules are the same. */
const RUNS = process.env.TEST_ENGINE === "postgres" ? 6 : 15;

type Step = { what: string; role: number; a: number; b: number; c: number };
const step = fc.record<Step>({
	what: fc.constantFrom(
		...["register", "log", "import", "import", "amend", "submit", "approve", "return", "void"],
		...["withdraw", "discard", "report", "review", "merge", "unmerge", "undo", "quarter"],
	),
	role: fc.nat(ROLES.length - 1),
	a: fc.nat(1000),
	b: fc.nat(1000),
	c: fc.nat(1000),
});

type Known = { id: string; revision: number };
const rowsOf = async <T>(statement: ReturnType<typeof sql>) => hub.database.read<T>(statement);
const pick = <T>(from: readonly T[], at: number): T | undefined =>
	from.length > 0 ? from[at % from.length] : undefined;
let serial = 0;
const batches: string[] = [];

/** Statuses from which an action is allowed; most actions are tried from these, the others from any. */
const FROM: Record<string, string[]> = {
	submit: ["DRAFT", "RETURNED"],
	withdraw: ["SUBMITTED"],
	discard: ["DRAFT", "RETURNED"],
	approve: ["SUBMITTED"],
	return: ["SUBMITTED"],
};

/** The request of an action; undefined if there is no record yet to apply it to. */
async function mutationOf({ what, a, b, c }: Step): Promise<string | undefined> {
	const smes = await rowsOf<Known & { merged_into: string | null }>(
		sql`SELECT id, revision, merged_into FROM smes ORDER BY id`,
	);
	const engagements = await rowsOf<Known & { status: string; sme_id: string }>(
		sql`SELECT id, revision, status, sme_id FROM engagements WHERE id LIKE 'eng_0%' ORDER BY id DESC`,
	);
	const likely = engagements.filter(({ status }) => FROM[what]?.includes(status));
	const engagement = pick(c % 10 < 8 && likely.length > 0 ? likely : engagements, a);
	const sme = pick(smes, a)?.id;
	const key = `clientMutationId: "any-${c % 3 === 0 ? c % 20 : `fresh-${serial++}`}"`;
	const moved = (name: string, more = "") =>
		engagement &&
		`${name}(id: "${engagement.id}", revision: ${engagement.revision} ${more}) { id }`;
	switch (what) {
		case "register":
			return `registerSme(input: { ${key}, name: "Any ${b % 6}", createAnyway: true }) { sme { id } }`;
		case "log":
			return `logEngagement(input: { ${key}, smeId: "${sme}", kind: EVENT, startedOn: "${pick(DAYS, b)}", late: ${c % 4 === 0}, reason: "any" }) { id }`;
		case "amend":
			return (
				engagement &&
				`amendEngagement(input: { id: "${engagement.id}", revision: ${engagement.revision}, startedOn: "${pick(DAYS, b)}", ${c % 4 === 0 ? `smeId: "${pick(smes, c)?.id}",` : ""} late: ${c % 2 === 0}, reason: "any" }) { id }`
			);
		case "submit":
			return moved("submitEngagement");
		case "approve":
			return moved("approveEngagement", 'reason: "any"');
		case "return":
			return moved("returnEngagement", 'reason: "any"');
		case "void":
			return moved("voidEngagement", 'reason: "any"');
		case "withdraw":
			return moved("withdrawSubmission");
		case "discard":
			return moved("discardDraft");
		case "report":
			return (
				engagement &&
				`reportOutcome(input: { ${key}, smeId: "${c % 10 < 8 ? engagement.sme_id : sme}", windowStart: "2022-0${1 + (b % 9)}", windowEnd: "2022-12", covers: ["${engagement.id}"], claims: [{ metric: NEW_SALES, value: ${b}, currency: "USD" }] }) { id }`
			);
		case "review": {
			const outcomes = await rowsOf<Known>(sql`SELECT id, revision FROM outcomes ORDER BY id`);
			const outcome = pick(outcomes, a);
			const to = pick(["VERIFIED", "DISPUTED", "WITHDRAWN", "CENTER_CHECKED"], b);
			return (
				outcome &&
				`reviewOutcome(id: "${outcome.id}", revision: ${outcome.revision}, verification: ${to}, reason: "any") { id }`
			);
		}
		case "merge":
			return `mergeSmes(keep: "${sme}", merge: "${pick(smes, b)?.id}", revision: ${pick(smes, b)?.revision}, reason: "any") { id }`;
		case "unmerge": {
			const merged = smes.filter((one) => one.merged_into !== null);
			return merged.length > 0
				? `unmergeSme(id: "${pick(merged, a)?.id}", reason: "any") { id }`
				: undefined;
		}
		default:
			return `reportQuarter(centerId: "ga-mep", ${pick(QUARTERS, a)}, leaveDrafts: true) { id }`;
	}
}

async function take(one: Step): Promise<void> {
	const viewer = ROLES[one.role] as Actor;
	if (one.what === "import") {
		const rows = [one.a, one.b].map((at, index) =>
			[
				`any-${(at + index) % 12}`,
				`Any ${at % 6}`,
				"EVENT",
				pick(DAYS, one.c + index),
				one.c % 2 ? String(at) : "",
				one.c % 5 === 0 ? "late" : "",
				"ga-mep",
				"https://example.org/any",
			].join(","),
		);
		const header =
			"id,sme_name,service_kind,date,new_sales_usd,late_reason,mep_center_id,source_url";
		const { batchId } = await importer.rows(viewer, header, rows);
		batches.push(batchId);
		return;
	}
	const undoing = one.what === "undo" ? pick(batches, one.a) : undefined;
	const mutation =
		one.what === "undo"
			? undoing && `undoImport(id: "${undoing}", reason: "any") { voided }`
			: await mutationOf(one);
	if (!mutation) return;
	for (const [message, code] of await hub.refusals(`mutation { ${mutation} }`, {}, viewer))
		expect(CLIENT_CODES, `${mutation}: ${message}`).toContain(code);
}

const STANDING = sql`status IN ('APPROVED', 'REPORTED', 'AMENDED')`;

async function checkCounts(): Promise<void> {
	const [{ n } = { n: -1 }] = await rowsOf<{ n: number }>(
		sql`SELECT COUNT(*) AS n FROM engagements WHERE ${STANDING}`,
	);
	const traced = await rowsOf<{ id: string }>(
		sql`SELECT e.id FROM engagements e JOIN smes k ON k.id = e.logged_sme_id WHERE e.sme_id <> k.root_id OR e.trace_id <> e.sme_id || '~' || e.kind || '~' || COALESCE(e.center_id, '') || '~' || COALESCE(e.institute_id, '')`,
	);
	expect(traced, "engagements that count elsewhere than under their manufacturer").toEqual([]);
	const { traceTotals } = await hub.data(
		"{ traceTotals(by: [KIND]) { engagementCount smeCount } }",
		{},
		OFFICE,
	);
	const sum = (name: string) =>
		traceTotals.reduce((all: number, one: Record<string, number>) => all + (one[name] ?? 0), 0);
	expect(sum("engagementCount")).toBe(Number(n));
	const recount = await rowsOf<{ n: number }>(
		sql`SELECT COUNT(DISTINCT k.root_id) AS n FROM engagements e JOIN smes k ON k.id = e.logged_sme_id WHERE ${STANDING} GROUP BY e.kind`,
	);
	expect(sum("smeCount")).toBe(recount.reduce((all, one) => all + Number(one.n), 0));
}

async function checkOutcomes(): Promise<void> {
	const twice = await rowsOf(
		sql`SELECT o.id, p.id AS other FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id JOIN outcomes p ON p.sme_id = o.sme_id AND p.center_id = o.center_id AND p.id > o.id JOIN outcome_claims l ON l.outcome_id = p.id AND l.metric = k.metric WHERE o.verification NOT IN ('WITHDRAWN', 'DISPUTED') AND p.verification NOT IN ('WITHDRAWN', 'DISPUTED') AND SUBSTR(o.window_start, 1, 7) <= SUBSTR(p.window_end, 1, 7) AND SUBSTR(p.window_start, 1, 7) <= SUBSTR(o.window_end, 1, 7) AND (LENGTH(o.window_start) < 10 OR LENGTH(p.window_start) < 10 OR o.window_start = p.window_start)`,
	);
	expect(twice, "outcomes of the same client, center, metric and time").toEqual([]);
	const astray = await rowsOf(
		sql`SELECT o.id FROM outcomes o JOIN smes k ON k.id = o.logged_sme_id WHERE o.sme_id <> k.root_id`,
	);
	expect(astray, "outcomes that count under another manufacturer").toEqual([]);
}

async function checkLocks(): Promise<void> {
	const open = await rowsOf(
		sql`SELECT e.id, e.status FROM engagements e JOIN quarters q ON q.center_id = e.center_id WHERE e.status = 'APPROVED' AND ((q.fiscal_year = 2022 AND q.quarter = 2 AND e.started_first >= '2022-01-01' AND e.started_last <= '2022-03-31') OR (q.fiscal_year = 2022 AND q.quarter = 3 AND e.started_first >= '2022-04-01' AND e.started_last <= '2022-06-30'))`,
	);
	expect(
		open,
		"engagements in a reported quarter that are neither reported nor amendments",
	).toEqual([]);
}

/** The statuses from which each role may change engagements, by any mutation or import. */
const BEFORE: Record<string, Array<string | null>> = {
	FIELD_STAFF: [null, "DRAFT", "SUBMITTED", "RETURNED"],
	CENTER_MANAGER: [null, "DRAFT", "SUBMITTED", "RETURNED", "APPROVED"],
};
const AFTER_STAFF = ["DRAFT", "SUBMITTED", "RETURNED", "VOIDED"];

async function checkRoles(): Promise<void> {
	const revisions = await rowsOf<{
		record_id: string;
		role: string;
		action: string;
		before: string | null;
		after: string;
		center_id: string | null;
	}>(
		sql`SELECT r.record_id, r.role, r.action, r."before", r."after", r.center_id FROM revisions r WHERE r.record_type = 'ENGAGEMENT' ORDER BY r.seq`,
	);
	const last = new Map<string, object>();
	const COUNTED = { sme_id: 0, trace_id: 0 };
	for (const { record_id, role, action, before, after, center_id } of revisions) {
		const was = before && JSON.parse(before);
		const now = JSON.parse(after);
		const what = `${record_id} ${action} by ${role}`;
		if (BEFORE[role]) expect(BEFORE[role], what).toContain(was?.status ?? null);
		if (role === "FIELD_STAFF") expect(AFTER_STAFF, what).toContain(now.status);
		if (role !== "PROGRAM_OFFICE") expect(["ga-mep", "oh-mep"], what).toContain(center_id);
		// Every change of an engagement has a revision, except merges, which change the manufacturer it counts for.
		const known = last.get(record_id);
		if (known) expect({ ...was, ...COUNTED }, what).toEqual({ ...known, ...COUNTED });
		last.set(record_id, now);
	}
}

it("for any actions by anybody in any order, no engagement is lost, no figure counts twice, locks hold, and mutations and imports have the same rules", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 70 }), async (steps) => {
			for (const one of steps) await take(one);
			await checkCounts();
			await checkOutcomes();
			await checkLocks();
			await checkRoles();
		}),
		{ numRuns: RUNS, endOnFailure: true },
	);
}, 180_000);
