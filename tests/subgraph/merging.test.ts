import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { importerOf } from "../support/importing.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

let keys = 0;
const key = () => `clientMutationId: "m-${keys++}"`;
const change = async (mutation: string, viewer: Viewer) =>
	(await hub.data(`mutation { done: ${mutation} }`, {}, viewer)).done;
const refused = async (mutation: string, viewer: Viewer) =>
	(await hub.refusals(`mutation { done: ${mutation} }`, {}, viewer))[0];
const register = async (name: string, viewer: Viewer = STAFF) =>
	(
		await change(
			`registerSme(input: { ${key()}, name: "${name}", createAnyway: true }) { sme { id } }`,
			viewer,
		)
	).sme.id as string;
const log = (sme: string, viewer: Viewer = STAFF) =>
	change(
		`logEngagement(input: { ${key()}, smeId: "${sme}", kind: EVENT, startedOn: "2022-02-03" }) { id revision sme { id } loggedSmeId }`,
		viewer,
	);
const report = async (sme: string, covers: string, viewer: Viewer = STAFF, year = "2022") =>
	(
		await change(
			`reportOutcome(input: { ${key()}, smeId: "${sme}", windowStart: "${year}-01", windowEnd: "${year}-12", covers: ["${covers}"], claims: [{ metric: NEW_SALES, value: 10, currency: "USD" }] }) { id }`,
			viewer,
		)
	).id as string;
const merging = (keep: string, merge: string) =>
	`mergeSmes(keep: "${keep}", merge: "${merge}", revision: 1, reason: "same") { id }`;
const outcomesOf = async (sme: string, viewer: Viewer = MANAGER) =>
	(
		await hub.data(`{ sme(id: "${sme}") { outcomes { id sme { id } } } }`, {}, viewer)
	).sme.outcomes.map((one: { id: string }) => one.id);

describe("merging", () => {
	it("is rejected while outcomes would count twice, and lists them", async () => {
		const [keep, merge] = [await register("Alder Forge"), await register("Birch Forge")];
		const mine = await report(keep, (await log(keep)).id);
		const theirs = await report(merge, (await log(merge)).id);
		const answer = await hub.subgraph.execute({
			query: `mutation { ${merging(keep, merge)} }`,
			viewer: MANAGER,
			requestId: "test",
		});
		expect(answer.errors?.[0]?.extensions).toMatchObject({
			code: "BAD_USER_INPUT",
			argument: "merge",
			conflicts: [{ metric: "NEW_SALES", outcomes: [theirs, mine] }],
		});
		expect(answer.errors?.[0]?.message).toMatch(/overlapping windows, which would count twice/);
		await change(
			`reviewOutcome(id: "${theirs}", revision: 1, verification: WITHDRAWN, reason: "twice") { id }`,
			MANAGER,
		);
		await change(merging(keep, merge), MANAGER);
		expect(await outcomesOf(merge)).toEqual([mine, theirs].sort());
	});

	it("can be reversed with the outcomes of each manufacturer, including imported ones", async () => {
		const importer = importerOf(hub);
		const header = "id,sme_name,service_kind,date,new_sales_usd";
		await importer.rows(MANAGER, header, ["w-1,Willow Forge,EVENT,2022-03-04,70"]);
		const { smes } = await hub.data('{ smes(search: "willow") { nodes { id } } }', {}, MANAGER);
		const [merge] = smes.nodes.map((node: { id: string }) => node.id);
		const keep = await register("Yew Forge", MANAGER);
		const [outcome] = await outcomesOf(merge);
		await change(merging(keep, merge), MANAGER);
		expect(await outcomesOf(keep)).toEqual([outcome]);
		// The row is imported again with new values while merged.
		expect(
			await importer.rows(MANAGER, header, ["w-1,Willow Forge,EVENT,2022-03-05,70"]),
		).toMatchObject({ updated: 1 });
		expect(
			await importer.rows(MANAGER, header, ["w-2,Willow Forge,EVENT,2023-03-05,80"]),
		).toMatchObject({ created: 1 });
		await change(`unmergeSme(id: "${merge}", reason: "not the same") { id }`, MANAGER);
		expect(await outcomesOf(keep)).toEqual([]);
		expect(await outcomesOf(merge)).toHaveLength(2);
	});

	it("cannot be reversed while an outcome covers engagements of both", async () => {
		const [keep, merge] = [await register("Cedar Forge"), await register("Dogwood Forge")];
		const theirs = await log(merge);
		await change(merging(keep, merge), MANAGER);
		const outcome = await report(keep, theirs.id);
		const unmerge = `unmergeSme(id: "${merge}", reason: "not the same") { id }`;
		expect(await refused(unmerge, MANAGER)).toEqual([
			`id: these outcomes would cover another manufacturer's engagements: ${outcome} covers ${theirs.id}; withdraw them first`,
			"BAD_USER_INPUT",
		]);
		expect(
			await refused(
				`amendEngagement(input: { id: "${theirs.id}", revision: ${theirs.revision}, smeId: "${keep}" }) { id }`,
				STAFF,
			),
		).toEqual([
			expect.stringMatching(new RegExp(`${outcome} covers this engagement`)),
			"BAD_USER_INPUT",
		]);
		await change(
			`reviewOutcome(id: "${outcome}", revision: 1, verification: WITHDRAWN, reason: "x") { id }`,
			MANAGER,
		);
		await change(unmerge, MANAGER);
	});

	it("lists merged manufacturers with the revision for unmergeSme", async () => {
		const [keep, merge] = [await register("Elm Forge"), await register("Fir Forge")];
		await change(merging(keep, merge), MANAGER);
		const { sme } = await hub.data(
			`{ sme(id: "${merge}") { id mergedManufacturers { id name revision } } }`,
			{},
			MANAGER,
		);
		expect(sme).toEqual({
			id: keep,
			mergedManufacturers: [{ id: merge, name: "Fir Forge", revision: 2 }],
		});
		const stale = `unmergeSme(id: "${merge}", revision: 1, reason: "x") { id }`;
		expect((await refused(stale, MANAGER))?.[1]).toBe("CONFLICT");
		await change(`unmergeSme(id: "${merge}", revision: 2, reason: "x") { id }`, MANAGER);
	});

	it("into another center's manufacturer: the id still resolves for its own center, including for queued records", async () => {
		const theirs = await register("Gum Forge", ELSEWHERE);
		const mine = await register("Hazel Forge");
		await change(merging(theirs, mine), OFFICE);
		expect((await hub.data(`{ sme(id: "${mine}") { id name } }`, {}, STAFF)).sme).toEqual({
			id: theirs,
			name: "Gum Forge",
		});
		expect(await log(mine)).toMatchObject({ sme: { id: theirs }, loggedSmeId: mine });
		expect((await hub.data(`{ sme(id: "${mine}") { id } }`)).sme).toBeNull();
	});

	it("is rejected for a center without revealing records of others", async () => {
		const [one, two, other] = [
			await register("Ivy Forge"),
			await register("Juniper Forge"),
			await register("Larch Forge", ELSEWHERE),
		];
		await log(other, ELSEWHERE);
		await change(merging(one, other), OFFICE);
		expect(await refused(merging(two, one), MANAGER)).toEqual([
			`a center cannot merge ${one}; ask the program office to`,
			"FORBIDDEN",
		]);
		expect(await refused(merging(two, "sme_a"), MANAGER)).toEqual([
			"a center cannot merge sme_a; ask the program office to",
			"FORBIDDEN",
		]);
	});
});

describe("amending a manufacturer", () => {
	it("is allowed for its center and the program office, with history", async () => {
		const id = await register("Maple Forge");
		const amend = (more: string, revision = 1) =>
			`amendSme(input: { id: "${id}", revision: ${revision}, ${more} }) { name city employees revision identifiers { value } }`;
		expect((await refused(amend('name: "X"'), ELSEWHERE))?.[1]).toBe("NOT_FOUND");
		expect(
			await change(
				amend(
					'name: "Maple Forge Works", city: "Macon", identifiers: [{ scheme: CAGE, value: "1abc2" }]',
				),
				STAFF,
			),
		).toEqual({
			name: "Maple Forge Works",
			city: "Macon",
			employees: null,
			revision: 2,
			identifiers: [{ value: "1ABC2" }],
		});
		expect((await refused(amend("employees: -1", 2), STAFF))?.[0]).toBe(
			"input.employees: -1 is out of range; 0 to 10000000 employees",
		);
		expect((await refused(amend("name: null", 2), STAFF))?.[0]).toBe("input.name: is missing");
		await change(amend("employees: 12, city: null", 2), OFFICE);
		const { sme } = await hub.data(
			`{ sme(id: "${id}") { history { action by changes { field before after } } } }`,
			{},
			STAFF,
		);
		expect(sme.history.slice(1)).toEqual([
			{
				action: "amended",
				by: "staff-1",
				changes: expect.arrayContaining([
					{ field: "name", before: "Maple Forge", after: "Maple Forge Works" },
				]),
			},
			{
				action: "amended",
				by: "office-1",
				changes: expect.arrayContaining([
					{ field: "city", before: "Macon", after: null },
					{ field: "employees", before: null, after: "12" },
				]),
			},
		]);
		// Imports match the new name.
		const found = await importerOf(hub).rows(STAFF, "id,sme_name,service_kind,date", [
			"mp-1,Maple Forge Works,EVENT,2022-05-06",
		]);
		expect(found.created).toBe(1);
		expect(
			(await hub.data(`{ sme(id: "${id}") { engagements { totalCount } } }`, {}, STAFF)).sme
				.engagements.totalCount,
		).toBe(1);
	});
});
