import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseSeconds } from "../../shared/observe/metrics.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import type { Asker } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
let other: Awaited<ReturnType<EngagementsFixture["another"]>>;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	other = await hub.another();
	await hub.data(
		'mutation { reportQuarter(centerId: "ga-mep", fiscalYear: 2021, quarter: 1) { id } }',
		{},
		MANAGER,
	);
});
afterAll(async () => {
	await other.close();
	await hub.close();
});

const LOG =
	"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id revision } }";
const SUBMIT =
	"mutation($id: ID!, $key: ID!) { submitEngagement(id: $id, revision: 1, clientMutationId: $key) { id } }";
let keys = 0;
const input = (
	more: Record<string, unknown> = {},
): Record<string, unknown> & { clientMutationId: string } => ({
	clientMutationId: `t-${++keys}`,
	...{ smeId: "sme_a", kind: "EVENT", startedOn: "2022-03-04" },
	...more,
});

/** Writers, what each sends, and what it is told where it is refused. */
const WRITERS: Record<
	string,
	{ viewer?: Actor; more?: Record<string, unknown>; refused?: RegExp }
> = {
	logs: {},
	"of another center": { viewer: ELSEWHERE },
	"late, with a reason": { more: { startedOn: "2020-11-05", late: true, reason: "found" } },
	"for nobody": { more: { smeId: "sme_nobody" }, refused: /there is no Sme/ },
	"in a reported quarter": { more: { startedOn: "2020-11-05" }, refused: /was reported/ },
	"late in an open quarter": { more: { late: true, reason: "x" }, refused: /not been reported/ },
};

type Sent = { kind: string; at: Asker; viewer: Actor; body: ReturnType<typeof input> };
type Told = Sent & { id?: string; said: string };

async function send(sent: Sent): Promise<Told> {
	const { data, errors = [] } = await sent.at.answer(LOG, { input: sent.body }, sent.viewer);
	const id = (data as { logEngagement?: { id: string } } | null)?.logEngagement?.id;
	return { ...sent, id, said: errors.map(({ message }) => message).join() };
}

type Numbered = { seq: number; record_id: string };
const since = (seq: number) =>
	hub.database.read<Numbered>(
		sql`SELECT r.seq, r.record_id FROM revisions r WHERE r.seq > ${seq} ORDER BY r.seq`,
	);

/** Reads what is committed, again and again, each time after the last number that it has seen. */
function follow(seq: number) {
	const seen: string[] = [];
	let last = seq;
	let goesOn = true;
	async function read(): Promise<void> {
		for (const row of await since(last)) {
			seen.push(row.record_id);
			last = Number(row.seq);
		}
	}
	const reading = (async () => {
		while (goesOn) await read();
	})();
	return async () => {
		goesOn = false;
		await reading;
		await read();
		return seen;
	};
}

const step = fc.record({
	kind: fc.constantFrom(...Object.keys(WRITERS)),
	elsewhere: fc.boolean(),
	/** Sent again at the same time: as it is, or with other content under the same key. */
	again: fc.constantFrom("no", "no", "same", "other"),
	after: fc.nat(3),
});

it("each of many writers at once has the answer it would have alone, what was acknowledged is kept once, and readers miss no change", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
			const [before] = await hub.database.read<{ seq: number }>(
				sql`SELECT COALESCE(MAX(r.seq), 0) AS seq FROM revisions r`,
			);
			const first = Number(before?.seq);
			const stop = follow(first);
			const told: Told[] = await Promise.all(
				steps.flatMap(({ kind, elsewhere, again, after }) => {
					const { viewer = STAFF, more } = WRITERS[kind] ?? {};
					const sent: Sent = { kind, viewer, at: elsewhere ? other : hub, body: input(more) };
					const all = [sent];
					if (again === "same") all.push({ ...sent, at: hub });
					if (again === "other") all.push({ ...sent, body: { ...sent.body, note: "other" } });
					return all.map(async (one) => {
						await new Promise((done) => setTimeout(done, after));
						return send(one);
					});
				}),
			);
			const seen = await stop();
			const made = new Map<string, string>();
			const ids: string[] = [];
			for (const { kind, id, said, body } of told) {
				const { refused } = WRITERS[kind] ?? {};
				if (refused) expect([id, said]).toEqual([undefined, expect.stringMatching(refused)]);
				else if (!id) expect(said).toMatch(/was used before, by logEngagement/);
				else {
					const content = `${body.clientMutationId} ${id}`;
					const known = made.get(body.clientMutationId) ?? content;
					expect(content).toBe(known);
					if (!made.has(body.clientMutationId)) ids.push(id);
					made.set(body.clientMutationId, content);
				}
			}
			for (const { kind, body } of told)
				if (!WRITERS[kind]?.refused) expect(made.has(body.clientMutationId)).toBe(true);
			expect(new Set(ids).size).toBe(ids.length);
			const rows = await since(first);
			expect(rows.map((row) => row.record_id).sort()).toEqual([...ids].sort());
			expect(seen).toEqual(rows.map((row) => row.record_id));
			const kept = await hub.database.read<{ id: string }>(
				sql`SELECT e.id FROM engagements e JOIN revisions r ON r.record_id = e.id AND r.revision = 1 WHERE r.seq > ${first}`,
			);
			expect(kept.map(({ id }) => id).sort()).toEqual([...ids].sort());
		}),
		{ numRuns: 20 },
	);
});

async function transactions(): Promise<number> {
	const { values } = await databaseSeconds.get();
	return values
		.filter(({ metricName, labels }) => metricName?.endsWith("_count") && labels.kind === "write")
		.reduce((sum, { value }) => sum + value, 0);
}

it("those that wait share a transaction, also with a change of another kind, and a few statements", async () => {
	const logged = await send({ kind: "", at: hub, viewer: STAFF, body: input() });
	const before = await transactions();
	const [submitted, ...told] = await Promise.all([
		hub.answer(SUBMIT, { id: logged.id, key: "submit" }, STAFF),
		...Array.from({ length: 32 }, () => send({ kind: "", at: hub, viewer: STAFF, body: input() })),
	]);
	expect(submitted.errors).toBeUndefined();
	expect(new Set(told.map(({ id }) => id)).size).toBe(32);
	// The first may be alone; all others wait for it.
	expect((await transactions()) - before).toBeLessThanOrEqual(6);
});

it("a retry gets the first answer even if the same would be refused by now, another content a CONFLICT", async () => {
	const body = input({ instituteId: "mxd" });
	const logged = await hub.data(LOG, { input: body }, STAFF);
	hub.ownersDown(true);
	try {
		expect(await hub.refusals(LOG, { input: input({ instituteId: "mxd" }) }, STAFF)).toEqual([
			["The institutes subgraph cannot be reached; try again", "UNAVAILABLE"],
		]);
		expect(await hub.data(LOG, { input: body }, STAFF)).toEqual(logged);
		const [[message, code] = []] = await hub.refusals(
			LOG,
			{ input: { ...body, title: "another" } },
			STAFF,
		);
		expect([message, code]).toEqual([expect.stringContaining("was used before"), "CONFLICT"]);
	} finally {
		hub.ownersDown(false);
	}
});
