import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../gateway/embedded.ts";
import { loadSeeds } from "../../seeds/load.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { SEEDS } from "../support/paths.ts";
import { emptyStorage } from "../support/storage.ts";

let subgraphs: Subgraph[];
beforeAll(async () => {
	const storage = await emptyStorage();
	await loadSeeds({ ...storage, seedsDir: SEEDS, say: () => undefined });
	subgraphs = await openEmbedded({ ...storage, log: createLog("silent") });
});
afterAll(async () => {
	for (const subgraph of subgraphs) await subgraph.close();
});

describe("pages", () => {
	/** Every list, at the root and in entities: the text before `(`, and its other arguments. */
	const LISTS: Array<[subgraph: string, list: string, more: string]> = [
		["institutes", "institutes", ""],
		["institutes", "facilities", ""],
		["institutes", "observations", 'where: { properties: ["members"] }'],
		["institutes", 'network(id: "dod-mii") { list: institutes', ""],
		["mep", "mepCenters", ""],
		["mep", "embeddings", ""],
		["engagements", "engagements", ""],
		["engagements", "engagements", "orderBy: STARTED_ON_ASC, where: { kinds: [TRAINING] }"],
		["engagements", "smes", ""],
		["engagements", "trace", "where: { kinds: [TRAINING, TECH_TRANSFER] }"],
		["engagements", "changes", ""],
		["engagements", "outcomes", ""],
		["engagements", 'sme(id: "sme_vartega-inc-co") { list: engagements', ""],
		["engagements", 'sme(id: "sme_vartega-inc-co") { list: traces', ""],
		["engagements", 'sme(id: "sme_vartega-inc-co") { list: memberships', ""],
	];

	type Listed = {
		nodes: Array<{ id: string }>;
		pageInfo: {
			hasNextPage: boolean;
			hasPreviousPage: boolean;
			startCursor: string;
			endCursor: string;
		};
	};
	async function page(subgraph: string, list: string, args: string): Promise<Listed> {
		const { execute } = subgraphs.find(({ name }) => name === subgraph) as Subgraph;
		const inner = list.includes("{");
		const query = `{ ${inner ? "" : "list: "}${list}(${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }${inner ? " }" : ""}`;
		const answer = await execute({ query, viewer: PUBLIC, requestId: "page" });
		expect([query, answer.errors]).toEqual([query, undefined]);
		const data = answer.data as { list?: Listed } & Record<string, { list: Listed }>;
		return data.list ?? (Object.values(data)[0] as { list: Listed }).list;
	}

	it.each(LISTS)("of %s %s(%s) are the same walked from the end", async (subgraph, list, more) => {
		const whole = (await page(subgraph, list, `first: 200, ${more}`)).nodes.map(({ id }) => id);
		expect(whole.length).toBeGreaterThan(0);
		const size = Math.max(1, Math.ceil(whole.length / 5));
		const walked: string[] = [];
		let before = "";
		for (let more_ = true; more_; ) {
			const { nodes, pageInfo } = await page(subgraph, list, `last: ${size}, ${before} ${more}`);
			walked.unshift(...nodes.map(({ id }) => id));
			expect(pageInfo.hasNextPage).toBe(before !== "");
			more_ = pageInfo.hasPreviousPage;
			before = `before: "${pageInfo.startCursor}",`;
		}
		expect(walked).toEqual(whole);
	});

	it("between two cursors, from either end", async () => {
		const all = await page("mep", "mepCenters", "first: 10");
		const ids = all.nodes.map(({ id }) => id);
		const [second, ninth] = [
			(await page("mep", "mepCenters", "first: 2")).pageInfo.endCursor,
			(await page("mep", "mepCenters", "first: 9")).pageInfo.endCursor,
		];
		const between = `after: "${second}", before: "${ninth}"`;
		const first = await page("mep", "mepCenters", `first: 3, ${between}`);
		expect([first.nodes.map(({ id }) => id), first.pageInfo.hasNextPage]).toEqual([
			ids.slice(2, 5),
			true,
		]);
		const last = await page("mep", "mepCenters", `last: 3, ${between}`);
		expect([last.nodes.map(({ id }) => id), last.pageInfo.hasPreviousPage]).toEqual([
			ids.slice(5, 8),
			true,
		]);
	});

	it.each([
		["first: 2, last: 2", "last: is asked for together with first; ask for one of them"],
		["last: 0", "last: 0 is out of range; ask for 1 to 200 items a page"],
		[
			'last: 2, before: "x"',
			"before: not a cursor of this list and order; pass an endCursor it returned, unchanged",
		],
	])("reject %s", async (args, message) => {
		const { execute } = subgraphs.find(({ name }) => name === "mep") as Subgraph;
		const query = `{ mepCenters(${args}) { totalCount } }`;
		const { errors } = await execute({ query, viewer: PUBLIC, requestId: "page" });
		expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([
			[message, "BAD_USER_INPUT"],
		]);
	});

	it("a variable without a value is ignored", async () => {
		const { execute } = subgraphs.find(({ name }) => name === "mep") as Subgraph;
		const query =
			"query($first: Int, $last: Int) { mepCenters(first: $first, last: $last) { nodes { id } } }";
		const answer = await execute({
			query,
			variables: { last: 1 },
			viewer: PUBLIC,
			requestId: "page",
		});
		expect(answer).toMatchObject({ data: { mepCenters: { nodes: [{ id: expect.any(String) }] } } });
	});
});
