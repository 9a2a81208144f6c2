import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { importerOf } from "../support/importing.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

let keys = 0;
const key = () => `record-${keys++}`;
const LOG =
	"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id revision } }";
const log = async (smeId: string, viewer: Viewer = STAFF) =>
	(
		await hub.data(
			LOG,
			{ input: { clientMutationId: key(), smeId, kind: "EVENT", startedOn: "2021-03-04" } },
			viewer,
		)
	).logEngagement;

describe("the change feed", () => {
	const FEED =
		"query($after: String, $first: Int!) { changes(after: $after, first: $first) { nodes { id type recordId operation engagement { id } sme { id } } pageInfo { hasNextPage endCursor } } }";
	type Node = { id: string; type: string; recordId: string; operation: string };

	async function follow(after: string | null, first: number, viewer: Viewer) {
		const { changes } = await hub.data(FEED, { after, first }, viewer);
		return {
			nodes: changes.nodes as Node[],
			after: (changes.pageInfo.endCursor ?? after) as string | null,
		};
	}

	async function drain(from: string | null, first: number, viewer: Viewer) {
		const all: Node[] = [];
		for (let after = from; ; ) {
			const page = await follow(after, first, viewer);
			if (page.nodes.length === 0) return { all, after };
			all.push(...page.nodes);
			after = page.after;
		}
	}

	it("has no gaps or duplicates while others write and the reader restarts", async () => {
		const start = await drain(null, 200, OFFICE);
		let from = start.after;
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 5 }),
				fc.array(fc.boolean(), { maxLength: 6 }),
				async (writers, first, restarts) => {
					const writing = Promise.all(
						Array.from({ length: writers }, async (_, index) => {
							const made = await log("sme_a");
							if (index % 3 === 0)
								await hub.refusals(
									LOG,
									{ input: { clientMutationId: "", smeId: "x", kind: "EVENT" } },
									STAFF,
								);
							return made.id;
						}),
					);
					const seen: Node[] = [];
					let kept = from;
					for (const restart of restarts) {
						const page = await follow(kept, first, OFFICE);
						// A reader that crashes before storing its cursor requests the same page again.
						if (restart) continue;
						seen.push(...page.nodes);
						kept = page.after;
					}
					const written = await writing;
					const rest = await drain(kept, first, OFFICE);
					seen.push(...rest.all);
					from = rest.after;
					expect(seen.map((node) => node.recordId).sort()).toEqual(written.sort());
					expect(new Set(seen.map((node) => node.id)).size).toBe(seen.length);
				},
			),
			{ numRuns: 15 },
		);
	});

	it("shows each viewer the changes they may see, including records that became invisible", async () => {
		const made = await log("sme_a");
		const mine = await drain(null, 200, STAFF);
		expect(mine.all.some((node) => node.recordId === made.id)).toBe(true);
		for (const viewer of [PUBLIC, ELSEWHERE])
			expect((await drain(null, 200, viewer)).all.some((node) => node.recordId === made.id)).toBe(
				false,
			);
		const { all, after } = await drain(null, 200, PUBLIC);
		await hub.data(
			'mutation { voidEngagement(id: "eng-1", revision: 1, reason: "made in error") { id } }',
			{},
			MANAGER,
		);
		expect((await drain(after, 200, PUBLIC)).all).toEqual([
			{
				id: expect.any(String),
				type: "ENGAGEMENT",
				recordId: "eng-1",
				operation: "WITHDRAWN",
				engagement: null,
				sme: null,
			},
		]);
		expect(all.every((node) => node.operation === "UPSERTED")).toBe(true);
	});

	it("reports the removal of a manufacturer created by an undone import", async () => {
		const { after } = await drain(null, 200, PUBLIC);
		const importer = importerOf(hub);
		const { batchId } = await importer.rows(
			OFFICE,
			"id,sme_name,sme_state,service_kind,date,mep_center_id,source_url",
			["undone-1,Undone Works,GA,EVENT,2021-05-06,ga-mep,https://example.org/case"],
		);
		const made = await drain(after, 200, PUBLIC);
		await importer.undo(OFFICE, batchId);
		const undone = await drain(made.after, 200, PUBLIC);
		const told = (nodes: Node[]) =>
			nodes.map(({ type, operation }) => `${type} ${operation}`).sort();
		expect(told(made.all)).toEqual(["ENGAGEMENT UPSERTED", "SME UPSERTED"]);
		expect(told(undone.all)).toEqual(["ENGAGEMENT WITHDRAWN", "SME WITHDRAWN"]);
	});
});
