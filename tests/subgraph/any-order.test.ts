import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { step, stepsOn } from "../support/random-steps.ts";
import { OFFICE } from "../support/viewers.ts";

let hub: EngagementsFixture;
let take: ReturnType<typeof stepsOn>;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	take = stepsOn(hub);
});
afterAll(() => hub.close());

/** Fewer runs on a server: each round trip takes time, and the rules are the same. */
const RUNS = process.env.TEST_ENGINE === "postgres" ? 6 : 15;

const rowsOf = async <T>(statement: ReturnType<typeof sql>) => hub.database.read<T>(statement);

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
