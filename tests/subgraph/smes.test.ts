import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { DatasetRow } from "../../subgraphs/engagements/database/rows.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { emptyStorage } from "../support/storage.ts";
import { askNobody } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

let keys = 0;
const key = () => `record-${keys++}`;
const REGISTER =
	"mutation($input: RegisterSmeInput!) { registerSme(input: $input) { sme { id name revision identifiers { scheme value } } duplicates { sme { id } score reasons } } }";
const register = async (more: object, viewer: Viewer = STAFF) =>
	(await hub.data(REGISTER, { input: { clientMutationId: key(), ...more } }, viewer)).registerSme;
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

describe("likely duplicates", () => {
	it("are returned with reasons, the most likely first, instead of creating a record", async () => {
		const uei = [{ scheme: "UEI", value: "n4yffgl4cdx5" }];
		const { sme } = await register({
			name: "Bölter & Söhne Castings, Inc.",
			city: "Macon",
			state: "US-GA",
			identifiers: uei,
		});
		expect(sme.identifiers).toEqual([{ scheme: "UEI", value: "N4YFFGL4CDX5" }]);
		const like = { name: "Bolter and Sohne Castings LLC", city: "Macon", state: "US-GA" };
		expect(await register(like)).toEqual({
			sme: null,
			duplicates: [
				{
					sme: { id: sme.id },
					score: expect.closeTo(0.98),
					reasons: ["the same name but for the legal form, in the same city"],
				},
			],
		});
		expect(
			(await register({ name: "Quite another name", identifiers: uei })).duplicates[0],
		).toMatchObject({
			score: 1,
			reasons: ["the same UEI, N4YFFGL4CDX5"],
		});
		expect((await register({ ...like, name: "Bolter Son Castings" })).duplicates).toHaveLength(1);
		expect((await register({ ...like, name: "Precision Gears" })).duplicates).toEqual([]);
		const anyway = await register({ ...like, createAnyway: true });
		expect(anyway.sme.id).not.toBe(sme.id);
		expect(anyway.duplicates).toEqual([]);
	});

	it("of another center are not returned", async () => {
		await register({ name: "Hidden Forge", state: "US-OH" }, ELSEWHERE);
		const { sme, duplicates } = await register({ name: "Hidden Forge", state: "US-OH" });
		expect([sme.name, duplicates]).toEqual(["Hidden Forge", []]);
	});

	it("invalid input reports all errors at once", async () => {
		const bad = {
			clientMutationId: "k",
			name: " ",
			state: "Georgia",
			naics: "3x",
			employees: -1,
			identifiers: [
				{ scheme: "UEI", value: "N4YFFGL4CDX6" },
				{ scheme: "CAGE", value: "OOO" },
			],
		};
		const [[message, code] = []] = await hub.refusals(REGISTER, { input: bad }, STAFF);
		expect(code).toBe("BAD_USER_INPUT");
		for (const path of [
			"name",
			"state",
			"naics",
			"employees",
			"identifiers.0.value",
			"identifiers.1.value",
		])
			expect(message).toContain(`input.${path}: `);
	});
});

it("records written into a synthetic data set are marked as synthetic", async () => {
	const storage = await emptyStorage();
	const database = await openEngagementsDatabase(storage);
	await database.write((manager) => manager.insert(DatasetRow, { kind: "SYNTHETIC" }));
	await database.close();
	const subgraph = await openEngagements({ ...storage, ask: askNobody, log: createLog("silent") });
	const query =
		'mutation { registerSme(input: { clientMutationId: "1", name: "Demonstration" }) { sme { synthetic } } }';
	const { data } = await subgraph.execute({ query, viewer: STAFF, requestId: "test" });
	expect(data).toEqual({ registerSme: { sme: { synthetic: true } } });
	await subgraph.close();
});

describe("merging", () => {
	const FIND =
		"query($id: ID!) { sme(id: $id) { id mergedFrom engagements { nodes { id loggedSmeId sme { id } } } traces { totalCount } } }";
	const change = (name: string, args: string) => `mutation { ${name}(${args}) { id mergedFrom } }`;

	it("is reversible: old ids resolve, records keep the id they were logged under, and return to it", async () => {
		const one = (await register({ name: "Alpha Tools", createAnyway: true })).sme.id;
		const two = (await register({ name: "Beta Tools", createAnyway: true })).sme.id;
		const three = (await register({ name: "Gamma Tools", createAnyway: true })).sme.id;
		const logged = {
			[one]: (await log(one)).id,
			[two]: (await log(two)).id,
			[three]: (await log(three)).id,
		};
		const stand = async (id: string) => (await hub.data(FIND, { id }, STAFF)).sme;
		const before = await Promise.all([one, two, three].map(stand));
		await hub.data(
			change("mergeSmes", `keep: "${two}", merge: "${three}", revision: 1, reason: "same"`),
			{},
			MANAGER,
		);
		await hub.data(
			change("mergeSmes", `keep: "${one}", merge: "${two}", revision: 1, reason: "same"`),
			{},
			MANAGER,
		);
		for (const id of [one, two, three]) {
			const found = await stand(id);
			expect([found.id, found.mergedFrom.sort()]).toEqual([one, [two, three].sort()]);
			expect(found.engagements.nodes).toHaveLength(3);
			for (const node of found.engagements.nodes) {
				expect(node.sme.id).toBe(one);
				expect(logged[node.loggedSmeId]).toBe(node.id);
			}
		}
		const { _entities } = await hub.data(
			`{ _entities(representations: [{ __typename: "Sme", id: "${three}" }]) { ... on Sme { name } } }`,
			{},
			STAFF,
		);
		expect(_entities).toEqual([{ name: "Alpha Tools" }]);
		const listed = await hub.data('{ smes(search: "tools") { nodes { id } } }', {}, STAFF);
		expect(listed.smes.nodes).toEqual([{ id: one }]);
		// An engagement logged under an old id counts for the manufacturer it was merged into.
		const late = await log(three);
		await hub.data(
			change("unmergeSme", `id: "${two}", revision: 2, reason: "not the same"`),
			{},
			MANAGER,
		);
		expect((await stand(three)).id).toBe(two);
		expect((await stand(three)).engagements.nodes.map((node: { id: string }) => node.id)).toContain(
			late.id,
		);
		await hub.data(
			change("unmergeSme", `id: "${three}", revision: 2, reason: "not the same"`),
			{},
			MANAGER,
		);
		const after = await Promise.all([one, two, three].map(stand));
		after[2].engagements.nodes = after[2].engagements.nodes.filter(
			(node: { id: string }) => node.id !== late.id,
		);
		expect(after).toEqual(before);
	});

	it("hides confidential parts from the public", async () => {
		const quiet = (await register({ name: "Quiet Tools", createAnyway: true })).sme.id;
		await log(quiet);
		const into = (keep: string, merge: string) =>
			`mutation { mergeSmes(keep: "${keep}", merge: "${merge}", revision: 1, reason: "same") { id } }`;
		expect((await hub.refusals(into(quiet, "sme_c"), {}, OFFICE))[0]?.[0]).toMatch(
			/keep the public one/,
		);
		await hub.data(into("sme_c", quiet), {}, MANAGER);
		const query = `{ old: sme(id: "${quiet}") { id } sme(id: "sme_c") { mergedFrom engagements { totalCount } } }`;
		expect(await hub.data(query)).toEqual({
			old: null,
			sme: { mergedFrom: [], engagements: { totalCount: 1 } },
		});
		expect(await hub.data(query, {}, STAFF)).toEqual({
			old: { id: "sme_c" },
			sme: { mergedFrom: [quiet], engagements: { totalCount: 2 } },
		});
	});

	it("is rejected if another center is affected, with a stale revision, or twice", async () => {
		const mine = (await register({ name: "Delta Tools", createAnyway: true })).sme.id;
		const [[, foreign] = []] = await hub.refusals(
			change("mergeSmes", `keep: "${mine}", merge: "sme_b", revision: 1, reason: "x"`),
			{},
			MANAGER,
		);
		expect(foreign).toBe("FORBIDDEN");
		const [[, stale] = []] = await hub.refusals(
			change("mergeSmes", `keep: "sme_a", merge: "${mine}", revision: 7, reason: "x"`),
			{},
			MANAGER,
		);
		expect(stale).toBe("CONFLICT");
		const [[, itself] = []] = await hub.refusals(
			change("mergeSmes", `keep: "${mine}", merge: "${mine}", revision: 1, reason: "x"`),
			{},
			MANAGER,
		);
		expect(itself).toBe("BAD_USER_INPUT");
		const [[, staff] = []] = await hub.refusals(
			change("mergeSmes", `keep: "sme_a", merge: "${mine}", revision: 1, reason: "x"`),
			{},
			STAFF,
		);
		expect(staff).toBe("FORBIDDEN");
	});
});
