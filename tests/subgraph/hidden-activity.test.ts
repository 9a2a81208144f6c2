import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../shared/database/database.ts";
import { encodeCursor } from "../../shared/pagination/cursor.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { Engagements1700000000000 } from "../../subgraphs/engagements/database/migrations.ts";
import { Late1700000003000 } from "../../subgraphs/engagements/database/migrations-late.ts";
import { Memberships1700000002000 } from "../../subgraphs/engagements/database/migrations-memberships.ts";
import { Records1700000001000 } from "../../subgraphs/engagements/database/migrations-records.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { RevisionRow } from "../../subgraphs/engagements/database/record-rows.ts";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { changePage } from "../../subgraphs/engagements/feed/queries.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const PARTNER: Viewer = { role: "PARTNER", subject: "p-1", organization: "my-college" };
const VIEWERS: Viewer[] = [PUBLIC, PARTNER, ELSEWHERE, STAFF, OFFICE];

/** A change of an engagement of ga-mep or oh-mep, with its visibility afterwards. */
type Event = { record: string; center: string; isPublic: boolean };
type Kept = Event & { token: string; wasPublic: boolean; revision: number; at: string };

const sees = (viewer: Viewer, { center, isPublic, wasPublic }: Kept) =>
	isPublic || wasPublic || isInside(viewer, center);
const isInside = (viewer: Viewer, center: string) =>
	viewer.role === "PROGRAM_OFFICE" || ("center" in viewer && viewer.center === center);

describe("responses depend only on what the viewer may see", () => {
	let hub: EngagementsFixture;
	const kept: Kept[] = [];
	beforeAll(async () => {
		hub = await openEngagementsFixture();
	});
	afterAll(() => hub.close());

	/** Makes a change as the hub does, with a token chosen by the test. */
	async function keep({ record, center, isPublic }: Event): Promise<void> {
		const before = kept.findLast((one) => one.record === record);
		const change: Kept = {
			...{ record, center, isPublic, wasPublic: before?.isPublic ?? false },
			token: randomUUID().replaceAll("-", ""),
			revision: (before?.revision ?? 0) + 1,
			at: new Date().toISOString(),
		};
		kept.push(change);
		const { revision, at, token, wasPublic } = change;
		const of = { sme_id: "sme_a", kind: "EVENT", center_id: center };
		const visibility = isPublic ? "PUBLIC" : "CONFIDENTIAL";
		const row = engagementRow(record, { ...of, visibility, revision }, "2021");
		await hub.database.write(async (manager) => {
			await manager.save(EngagementRow, row);
			await manager.insert(RevisionRow, {
				...{ record_type: "ENGAGEMENT", record_id: record, revision, at, token },
				...{ action: "made", subject: "test", role: "HUB", reason: null, batch_id: null },
				...{ before: null, after: "{}", center_id: center },
				...{ was_public: wasPublic, is_public: isPublic },
			});
		});
	}

	/** The expected feed, computed only from what the viewer may see. */
	function feedFor(viewer: Viewer) {
		const seen = kept.filter((change) => sees(viewer, change));
		return seen.map((change, index) => ({
			cursor: encodeCursor("changes", [change.token]),
			node: {
				id: `chg_${change.token}`,
				recordId: change.record,
				revision: isInside(viewer, change.center)
					? change.revision
					: seen.slice(0, index + 1).filter(({ record }) => record === change.record).length,
				operation: change.isPublic || isInside(viewer, change.center) ? "UPSERTED" : "WITHDRAWN",
				at: change.at,
			},
		}));
	}

	const FEED =
		"query($after: String, $first: Int!) { changes(after: $after, first: $first) { edges { cursor node { id recordId revision operation at } } pageInfo { endCursor } totalCount } }";

	async function follow(viewer: Viewer, first: number) {
		const edges: object[] = [];
		for (let after: string | null = null; ; ) {
			const { changes } = await hub.data(FEED, { after, first }, viewer);
			if (changes.edges.length === 0) return { edges, totalCount: changes.totalCount };
			edges.push(...changes.edges);
			after = changes.pageInfo.endCursor;
		}
	}

	const someEvents = fc.array(
		fc.record({ record: fc.constantFrom("1", "2", "3"), isPublic: fc.boolean() }),
		{ minLength: 1, maxLength: 8 },
	);

	it("ids, cursors and revisions of the feed, and of the records themselves", async () => {
		let run = 0;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 7 }), someEvents, async (first, drawn) => {
				run++;
				const events = drawn.map(({ record, isPublic }) => ({
					record: `e${run}-${record}`,
					isPublic,
					center: record === "3" ? "oh-mep" : "ga-mep",
				}));
				for (const event of events) await keep(event);
				for (const viewer of VIEWERS) {
					const expected = feedFor(viewer);
					expect(await follow(viewer, first)).toEqual({
						edges: expected,
						totalCount: expected.length,
					});
					for (const record of new Set(events.map((event) => event.record))) {
						const last = expected.findLast(({ node }) => node.recordId === record)?.node;
						const shown = last?.operation === "UPSERTED" ? { revision: last.revision } : null;
						expect(
							(await hub.data(`{ engagement(id: "${record}") { revision } }`, {}, viewer))
								.engagement,
						).toEqual(shown);
					}
				}
			}),
			// Each run adds to the data, so shrinking would give different examples.
			{ numRuns: 12, endOnFailure: true },
		);
	});

	it("an old cursor with a number is rejected with instructions", async () => {
		const old = encodeCursor("changes", [3]);
		expect(await hub.refusals(FEED, { after: old, first: 1 }, PUBLIC)).toEqual([
			[
				"after: this cursor was made by an earlier version of the hub; follow the changes from the beginning, without `after`",
				"BAD_USER_INPUT",
			],
		]);
		for (const position of ["0".repeat(32), "x"])
			expect(
				await hub.refusals(FEED, { after: encodeCursor("changes", [position]), first: 1 }, PUBLIC),
			).toEqual([[expect.stringMatching(/^after: not a cursor of this list/), "BAD_USER_INPUT"]]);
	});
});

it("two hubs that differ only in hidden records give others the same responses", async () => {
	const hubs = [await openEngagementsFixture(), await openEngagementsFixture()] as const;
	const [quiet, busy] = hubs;
	let keys = 0;
	async function hiddenWork(): Promise<void> {
		const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
		const input = { smeId: "sme_a", kind: "EVENT", startedOn: "2021-03-04" };
		for (let i = 0; i < 3; i++) {
			const content = { ...input, clientMutationId: `hidden-${keys++}` };
			const { logEngagement } = await busy.data(LOG, { input: content }, STAFF);
			await busy.data(
				`mutation { submitEngagement(id: "${logEngagement.id}", revision: 1) { id } }`,
				{},
				STAFF,
			);
		}
	}
	const OPEN = [
		'mutation { voidEngagement(id: "eng-1", revision: 1, reason: "made in error") { id } }',
		'mutation { amendEngagement(input: { id: "eng-2", revision: 1, title: "More", reason: "found" }) { id } }',
		'mutation { amendEngagement(input: { id: "eng-2", revision: 2, title: "Most", reason: "found" }) { id } }',
	];
	for (const mutation of OPEN) {
		await hiddenWork();
		for (const hub of hubs) await hub.data(mutation, {}, MANAGER);
	}
	await hiddenWork();
	const READ =
		'{ changes(first: 200) { totalCount edges { cursor node { id type recordId revision operation at } } pageInfo { startCursor endCursor hasNextPage } } engagement(id: "eng-2") { id revision title history { id } } engagements(first: 200) { totalCount edges { cursor node { id revision } } } }';
	/** Replaces random tokens and times by the order of their first occurrence. */
	function plain(text: string): string {
		const decoded = text.replace(/"(WyJjaGFuZ2Vz[\w-]*)"/g, (_, cursor) =>
			JSON.stringify(Buffer.from(cursor, "base64url").toString()),
		);
		const names: string[] = [];
		return decoded.replace(/[0-9a-f]{32}|\d{4}-\d\d-\d\dT[\d:.]*Z/g, (name) => {
			if (!names.includes(name)) names.push(name);
			return `<${name.length} ${names.indexOf(name)}>`;
		});
	}
	for (const viewer of [PUBLIC, PARTNER, ELSEWHERE]) {
		const [one, other] = [await quiet.data(READ, {}, viewer), await busy.data(READ, {}, viewer)];
		expect(one.changes.totalCount).toBe(3);
		expect(plain(JSON.stringify(other))).toBe(plain(JSON.stringify(one)));
	}
	for (const hub of hubs) await hub.close();
});

it("revisions keep their ids, which contain no number", async () => {
	const hub = await openEngagementsFixture();
	await hub.database.write((manager) => manager.insert(SmeRow, smeRow("sme_x")));
	const READ = '{ engagement(id: "eng-2") { history { id revision } } }';
	await hub.data(
		'mutation { amendEngagement(input: { id: "eng-2", revision: 1, title: "More", reason: "found" }) { id } }',
		{},
		MANAGER,
	);
	const { engagement } = await hub.data(READ, {}, STAFF);
	expect(engagement.history).toEqual([
		{ id: expect.stringMatching(/^rev_[0-9a-f]{32}$/), revision: 2 },
	]);
	expect((await hub.data(READ, {}, OFFICE)).engagement).toEqual(engagement);
	await hub.close();
});

it("older revisions get tokens and stay in order in the feed", async () => {
	const storage = await emptyStorage();
	const migrations = [
		Engagements1700000000000,
		Records1700000001000,
		Memberships1700000002000,
		Late1700000003000,
	];
	const before = await openDatabase({ ...storage, name: "engagements", rows: [], migrations });
	await before.write(async (manager) => {
		for (const id of ["one", "two", "three"])
			await manager.query(
				`INSERT INTO revisions (record_type, record_id, revision, action, at, subject, role, "after", was_public, is_public) VALUES ('SME', '${id}', 1, 'loaded', '2026-01-01T00:00:00Z', 'test', 'HUB', '{}', FALSE, TRUE)`,
			);
	});
	await before.close();
	const after = await openEngagementsDatabase(storage);
	const rows = await changePage(after, PUBLIC, { first: 10 });
	expect(rows.map((row) => row.record_id)).toEqual(["one", "two", "three"]);
	expect(new Set(rows.map((row) => row.token)).size).toBe(3);
	for (const { token } of rows) expect(token).toMatch(/^[0-9a-f]{32}$/);
	await after.close();
});
