import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { keepLikelyPairs } from "../../subgraphs/engagements/duplicates/likely-pairs.ts";
import { likeness } from "../../subgraphs/engagements/name-matching/likeness.ts";
import { comparable } from "../../subgraphs/engagements/name-matching/names.ts";
import { labelledPairs } from "../bench/labelled-pairs.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

let keys = 0;
const change = async (mutation: string, viewer: Viewer) =>
	(await hub.data(`mutation { done: ${mutation} }`, {}, viewer)).done;
const refused = async (mutation: string, viewer: Viewer) =>
	(await hub.refusals(`mutation { done: ${mutation} }`, {}, viewer))[0];
const register = async (name: string, more = "", viewer: Viewer = STAFF): Promise<string> =>
	(
		await change(
			`registerSme(input: { clientMutationId: "p-${keys++}", name: "${name}", createAnyway: true ${more} }) { sme { id } }`,
			viewer,
		)
	).sme.id;
const pairsOf = async (where: string, viewer: Viewer = MANAGER) =>
	(
		await hub.data(
			`{ duplicatePairs(where: ${where}) { totalCount nodes { score reasons smes { id name city state revision identifiers { value } } distinct { by reason yours } } } }`,
			{},
			viewer,
		)
	).duplicatePairs;
const idOf = (...ids: string[]) => ids.sort().join("~");
type Pair = { smes: Array<{ id: string }> };
/** The two of a pair in one word. */
const idsOf = ({ smes }: Pair) => smes.map(({ id }) => id).join("~");
const mark = (one: string, other: string, more = "") =>
	`markSmesDistinct(one: "${one}", other: "${other}", reason: "two plants" ${more}) { score smes { id } distinct { by reason yours } }`;
const unmark = (one: string, other: string) =>
	`unmarkSmesDistinct(one: "${one}", other: "${other}", reason: "one plant after all") { smes { id } distinct { at } }`;
const merging = (keep: string, merge: string, more = "") =>
	`mergeSmes(keep: "${keep}", merge: "${merge}", revision: 1, reason: "same" ${more}) { id }`;

describe("pairs that may be the same", () => {
	it("are listed with the likeliest first, why, and the two, in a fixed number of statements", async () => {
		const place = ', state: "US-GA", city: "Macon"';
		const [one, other] = [
			await register("Zirkel Gearboxes Inc", place),
			await register("Zirkel Gearboxes LLC", place),
		];
		const third = await register("Zirkel Gearboxes", ', state: "US-OH"');
		const { totalCount, nodes } = await pairsOf(`{ smeIds: ["${one}"] }`);
		expect(totalCount).toBe(2);
		expect(idsOf(nodes[0])).toBe(idOf(one, other));
		expect(nodes[0]).toMatchObject({
			score: 0.98,
			reasons: ["the same name but for the legal form, in the same city"],
			distinct: null,
		});
		expect(nodes[0].smes.map((sme: { name: string }) => sme.name).sort()).toEqual([
			"Zirkel Gearboxes Inc",
			"Zirkel Gearboxes LLC",
		]);
		expect(idsOf(nodes[1])).toBe(idOf(one, third));
		expect(nodes[1].score).toBeLessThan(0.98);
		const few = hub.statements.length;
		await register("Zirkel Gearboxes Corp", place);
		const { totalCount: more } = await pairsOf("{}");
		expect(more).toBeGreaterThan(2);
		// Without where.smeIds, two statements fewer: nothing is looked up by id.
		expect(hub.statements.length).toBe(few - 2);
		expect((await pairsOf('{ states: ["US-OH"] }')).nodes.map(idsOf)).toContain(idOf(one, third));
		expect((await pairsOf('{ states: ["US-TX"] }')).totalCount).toBe(0);
	});

	it("can be walked page by page in both directions", async () => {
		const query =
			"query($first: Int, $after: String) { list: duplicatePairs(first: $first, after: $after) { nodes { smes { id } } pageInfo { hasNextPage endCursor } } }";
		const all = (await pairsOf("{}")).nodes.map(idsOf);
		expect(all.length).toBeGreaterThan(3);
		const walked: string[] = [];
		for (let after: string | null = null, more = true; more; ) {
			const { list } = await hub.data(query, { first: 2, after }, MANAGER);
			walked.push(...list.nodes.map(idsOf));
			({ hasNextPage: more, endCursor: after } = list.pageInfo);
		}
		expect(walked).toEqual(all);
		const { duplicatePairs: last } = await hub.data(
			"{ duplicatePairs(last: 2) { nodes { smes { id } } pageInfo { hasPreviousPage startCursor } } }",
			{},
			MANAGER,
		);
		expect(last.nodes.map(idsOf)).toEqual(all.slice(-2));
		expect(last.pageInfo.hasPreviousPage).toBe(true);
	});

	it("follow what is registered, amended and merged", async () => {
		const [one, other] = [await register("Quandary Optics"), await register("Quondam Rollers")];
		expect((await pairsOf(`{ smeIds: ["${one}"] }`)).totalCount).toBe(0);
		await change(
			`amendSme(input: { id: "${other}", revision: 1, name: "Quandary Optics Ltd" }) { id }`,
			STAFF,
		);
		expect((await pairsOf(`{ smeIds: ["${one}"] }`)).totalCount).toBe(1);
		await change(
			`mergeSmes(keep: "${one}", merge: "${other}", revision: 2, reason: "same") { id }`,
			MANAGER,
		);
		// The id of the merged one means the one it was merged into.
		expect((await pairsOf(`{ smeIds: ["${other}"] }`)).totalCount).toBe(0);
		await change(`unmergeSme(id: "${other}", reason: "not the same") { id }`, MANAGER);
		expect((await pairsOf(`{ smeIds: ["${one}"] }`)).totalCount).toBe(1);
	});

	it("are for who may merge, and only of manufacturers that they see", async () => {
		const query = "{ duplicatePairs { totalCount } }";
		expect(await hub.refusals(query)).toEqual([[expect.any(String), "UNAUTHENTICATED"]]);
		expect(await hub.refusals(query, {}, STAFF)).toEqual([[expect.any(String), "FORBIDDEN"]]);
		const hidden = await register("Umbral Castings");
		const theirs = await register("Umbral Castings", "", { ...STAFF, center: "oh-mep" } as Viewer);
		for (const viewer of [MANAGER, ELSEWHERE])
			expect((await pairsOf("{}", viewer)).nodes.map(idsOf)).not.toContain(idOf(hidden, theirs));
		expect((await pairsOf("{}", OFFICE)).nodes.map(idsOf)).toContain(idOf(hidden, theirs));
		expect(
			await hub.refusals(
				`{ duplicatePairs(where: { smeIds: ["${hidden}"] }) { totalCount } }`,
				{},
				ELSEWHERE,
			),
		).toEqual([[`where.smeIds: there is no Sme with the id "${hidden}"`, "BAD_USER_INPUT"]]);
		// Nor may what they do not see be declared distinct.
		expect(await refused(mark(hidden, theirs), MANAGER)).toEqual([expect.any(String), "NOT_FOUND"]);
	});

	it("are the same as those that are found one by one, for every labelled pair", async () => {
		for (const { id, one, other } of labelledPairs()) {
			const compared = [one, other].map((side, index) => ({
				...side,
				id: `sme_${index}`,
				matchName: comparable(side.name),
			}));
			const found = await keepLikelyPairs().update(compared);
			expect([id, found.map(({ score }) => score)]).toEqual([
				id,
				[likeness(one, other)?.score].filter((score) => score !== undefined),
			]);
		}
	});
});

describe("a pair that was marked distinct", () => {
	it("leaves the list for everybody, cannot be merged, and comes back when that is taken back", async () => {
		const [one, other] = [await register("Velour Textiles"), await register("Velour Textiles Inc")];
		const key = ', clientMutationId: "mark-1"';
		const marked = await change(mark(one, other, key), MANAGER);
		expect(marked).toMatchObject({
			smes: [one, other].sort().map((id) => ({ id })),
			distinct: { by: "boss-1", reason: "two plants", yours: true },
		});
		expect(await change(mark(one, other, key), MANAGER)).toEqual(marked);
		// Marked once more by somebody else, it stays what the first one said.
		expect(await change(mark(other, one), OFFICE)).toEqual(marked);
		for (const viewer of [MANAGER, OFFICE])
			expect((await pairsOf(`{ smeIds: ["${one}"] }`, viewer)).totalCount).toBe(0);
		expect((await pairsOf(`{ smeIds: ["${one}"], distinct: true }`)).nodes[0]).toMatchObject({
			smes: [one, other].sort().map((id) => ({ id })),
			distinct: { by: "boss-1", reason: "two plants", yours: true },
		});
		expect(await refused(merging(one, other), MANAGER)).toEqual([
			expect.stringMatching(/^merge: .* were marked as distinct manufacturers/),
			"CONFLICT",
		]);
		const { changes } = await hub.data(
			"{ changes(last: 3) { nodes { type recordId } } }",
			{},
			MANAGER,
		);
		expect(changes.nodes).toContainEqual({ type: "DISTINCT_PAIR", recordId: idOf(one, other) });
		expect((await change(unmark(one, other), MANAGER)).distinct).toBeNull();
		expect((await pairsOf(`{ smeIds: ["${one}"] }`)).totalCount).toBe(1);
		expect(await refused(unmark(one, other), MANAGER)).toEqual([
			"other: the two are not marked as distinct",
			"BAD_USER_INPUT",
		]);
		await change(mark(one, other), MANAGER);
		await change(unmark(one, other), OFFICE);
		await change(merging(one, other), MANAGER);
		expect(await refused(mark(one, other), MANAGER)).toEqual([
			"other: the two are the same manufacturer",
			"BAD_USER_INPUT",
		]);
	});

	it("stays distinct after one of them was merged into a third", async () => {
		const [one, other, third] = [
			await register("Wexel Die Works"),
			await register("Wexel Die Works Inc"),
			await register("Wexel Die Works Co"),
		];
		await change(mark(one, other), MANAGER);
		await change(merging(third, one), MANAGER);
		expect((await pairsOf(`{ smeIds: ["${other}"] }`)).totalCount).toBe(0);
		expect((await refused(merging(third, other), MANAGER))?.[1]).toBe("CONFLICT");
		expect(idsOf((await pairsOf(`{ smeIds: ["${other}"], distinct: true }`)).nodes[0])).toBe(
			idOf(other, third),
		);
		await change(unmark(third, other), MANAGER);
		await change(merging(third, other), MANAGER);
	});

	it("was marked by a center whose words others do not read, nor take back", async () => {
		await change(mark("sme_a", "sme_b"), MANAGER);
		const [pair] = (await pairsOf('{ smeIds: ["sme_a"], distinct: true }', ELSEWHERE)).nodes;
		expect(pair.distinct).toEqual({ by: null, reason: null, yours: false });
		expect(await refused(unmark("sme_a", "sme_b"), ELSEWHERE)).toEqual([
			expect.any(String),
			"FORBIDDEN",
		]);
		const { changes } = await hub.data("{ changes(last: 200) { nodes { type } } }", {}, ELSEWHERE);
		expect(changes.nodes).not.toContainEqual({ type: "DISTINCT_PAIR" });
		for (const mutation of [mark("sme_a", "sme_c"), unmark("sme_a", "sme_b")])
			expect((await refused(mutation, STAFF))?.[1]).toBe("FORBIDDEN");
		expect(
			await refused(`markSmesDistinct(one: "sme_a", other: "sme_c", reason: " ") { score }`, MANAGER),
		).toEqual([expect.stringMatching(/^reason/), "BAD_USER_INPUT"]);
		await change(unmark("sme_a", "sme_b"), OFFICE);
	});
});

describe("merges", () => {
	const MERGES = (where: string) =>
		`{ smeMerges(where: ${where}) { totalCount nodes { at by reason yours merged { id name revision } into { id name } } } }`;
	const merges = async (where: string, viewer: Viewer = MANAGER) =>
		(await hub.data(MERGES(where), {}, viewer)).smeMerges;

	it("are listed until they are undone, the latest first", async () => {
		const [keep, first, second] = [
			await register("Xebec Molds"),
			await register("Xebec Molds Inc"),
			await register("Xebec Molds Co"),
		];
		await change(merging(keep, first), MANAGER);
		await change(merging(keep, second), MANAGER);
		const { totalCount, nodes } = await merges(`{ smeIds: ["${keep}"] }`);
		expect(totalCount).toBe(2);
		expect(nodes.map(({ merged }: { merged: { id: string } }) => merged.id)).toEqual([
			second,
			first,
		]);
		expect(nodes[0]).toMatchObject({
			by: "boss-1",
			reason: "same",
			yours: true,
			merged: { name: "Xebec Molds Co", revision: 2 },
			into: { id: keep, name: "Xebec Molds" },
		});
		await change(
			`unmergeSme(id: "${second}", revision: 2, reason: "not the same") { id }`,
			MANAGER,
		);
		expect(
			(await merges(`{ smeIds: ["${first}"] }`)).nodes.map(
				({ merged }: { merged: { id: string } }) => merged.id,
			),
		).toEqual([first]);
		expect((await merges(`{ smeIds: ["${keep}"] }`, OFFICE)).nodes[0]).toMatchObject({
			by: "boss-1",
			yours: true,
		});
		expect(JSON.stringify(await merges("{}", ELSEWHERE))).not.toContain(first);
		expect(await hub.refusals(MERGES("{}"), {}, STAFF)).toEqual([
			[expect.any(String), "FORBIDDEN"],
		]);
		expect(await hub.refusals(MERGES("{}"))).toEqual([[expect.any(String), "UNAUTHENTICATED"]]);
	});

	it("are refused if the one that stays was changed meanwhile", async () => {
		const [keep, merge] = [await register("Yonder Presses"), await register("Yonder Presses Inc")];
		await change(`amendSme(input: { id: "${keep}", revision: 1, city: "Rome" }) { id }`, STAFF);
		expect(await refused(merging(keep, merge, ", keepRevision: 1"), MANAGER)).toEqual([
			expect.stringMatching(/^keepRevision: 1 is not the current revision/),
			"CONFLICT",
		]);
		await change(merging(keep, merge, ", keepRevision: 2"), MANAGER);
	});
});
