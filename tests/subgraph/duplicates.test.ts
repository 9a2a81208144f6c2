import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../shared/database/database.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { Engagements1700000000000 } from "../../subgraphs/engagements/database/migrations.ts";
import { Memberships1700000002000 } from "../../subgraphs/engagements/database/migrations-memberships.ts";
import { Records1700000001000 } from "../../subgraphs/engagements/database/migrations-records.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeIdentifierRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { smeNamed } from "../../subgraphs/engagements/import/read-ahead.ts";
import { likeness } from "../../subgraphs/engagements/name-matching/likeness.ts";
import { comparable } from "../../subgraphs/engagements/name-matching/names.ts";
import { duplicatesOf } from "../../subgraphs/engagements/sme/duplicates.ts";
import { labelledPairs } from "../bench/labelled-pairs.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const pairs = labelledPairs();
let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	await hub.database.write(async (manager) => {
		for (const { id, other } of pairs) {
			const { identifiers, ...sme } = other;
			await manager.insert(SmeRow, smeRow(`pair-${id}`, sme));
			for (const { scheme, value } of identifiers)
				await manager.insert(SmeIdentifierRow, {
					id: `pair-${id}~${scheme}~${value}`,
					sme_id: `pair-${id}`,
					scheme,
					value,
				});
		}
	});
});
afterAll(() => hub.close());

let keys = 0;
const REGISTER =
	"mutation($input: RegisterSmeInput!) { registerSme(input: $input) { sme { id } duplicates { sme { id } score reasons } } }";
const register = async (more: object, viewer: Viewer = STAFF) => {
	const input = { clientMutationId: `duplicate-${keys++}`, ...more };
	return (await hub.data(REGISTER, { input }, viewer)).registerSme;
};

it("every labelled pair above the threshold is found among the others, in any state, with one reason", async () => {
	const lost: string[] = [];
	for (const { id, one, other } of pairs) {
		const like = likeness(one, other);
		const found = await duplicatesOf(hub.database, OFFICE, one);
		const mine = found.find(({ sme }) => sme.id === `pair-${id}`);
		if (like && !mine) lost.push(`${one.name} | ${other.name}`);
		if (mine) expect(mine.reasons).toEqual([like?.reason]);
		expect(found.map(({ score }) => score)).toEqual(
			found.map(({ score }) => score).sort((a, b) => b - a),
		);
	}
	expect(lost).toEqual([]);
});

describe("registering", () => {
	const place = { city: "Macon", state: "US-GA" };
	const idOf = async (name: string, more: object = place) =>
		(await register({ name, ...more, createAnyway: true })).sme.id as string;

	it("shows a name with a typing error, in another state or none, and in another city", async () => {
		const id = await idOf("Quenstedt Extrusions");
		for (const [name, state, city, reason] of [
			[
				"Quenstedt Extrusions LLC",
				"US-OH",
				null,
				"the same name but for the legal form, in another state",
			],
			["Quenstadt Extrusions", "US-OH", null, /^a similar name \(9\d % alike\), in another state$/],
			["Quensted Extrusions", null, null, /^a similar name .*; one of the places is not known$/],
			["Extrusions Quenstedt", null, "Macon", "the same words in another order, in the same city"],
			["Quenstedt", "US-GA", "Macon", 'the same name but for "extrusions", in the same city'],
			[
				"Quenstedt Extrusions",
				"US-GA",
				"Rome",
				"the same name, in the same state but in another city",
			],
		] as const) {
			const { duplicates } = await register({ name, state, city });
			const expected = typeof reason === "string" ? reason : expect.stringMatching(reason);
			expect(duplicates).toEqual([{ sme: { id }, score: expect.any(Number), reasons: [expected] }]);
		}
	});

	it("returns the manufacturer that one of this name was merged into, to viewers of both", async () => {
		const keep = await idOf("Zwickau Drives");
		const merge = await idOf("Ofterdingen Gearboxes");
		await hub.data(
			`mutation { mergeSmes(keep: "${keep}", merge: "${merge}", revision: 1, reason: "same") { id } }`,
			{},
			MANAGER,
		);
		expect((await register({ name: "Ofterdingen Gearboxes Inc", ...place })).duplicates).toEqual([
			{
				sme: { id: keep },
				score: expect.closeTo(0.98),
				reasons: [
					'the same name but for the legal form, in the same city; as "Ofterdingen Gearboxes", which was merged into it',
				],
			},
		]);
		const elsewhere = await register({ name: "Ofterdingen Gearboxes", ...place }, ELSEWHERE);
		expect(elsewhere.duplicates).toEqual([]);
	});
});

it("a renamed manufacturer is compared and searched by its new name, a removed one not at all", async () => {
	const { sme } = await register({ name: "Holzapfel Kilns", createAnyway: true });
	const input = { id: sme.id, revision: 1, name: "隆興窯業有限公司", clientMutationId: "rename" };
	await hub.data(
		"mutation($input: AmendSmeInput!) { amendSme(input: $input) { id } }",
		{ input },
		MANAGER,
	);
	const found = await register({ name: "隆兴窑业" });
	expect(found.duplicates.map((one: { sme: { id: string } }) => one.sme.id)).toEqual([sme.id]);
	const listed = await hub.data('{ smes(search: "隆兴") { nodes { id } } }', {}, MANAGER);
	expect(listed.smes.nodes).toEqual([{ id: sme.id }]);
	const wanted = { name: "Holzapfel Kilns", city: null, state: null, identifiers: [] };
	await hub.database.write((manager) =>
		manager.insert(SmeRow, smeRow("undone", { name: wanted.name, removed: true })),
	);
	expect(await duplicatesOf(hub.database, OFFICE, wanted)).toEqual([]);
});

it("an import matches the manufacturer with the same normalized name and state, preferably in the same city", async () => {
	const rows = [
		smeRow("import-1", { name: "Drüberg Mfg., Inc.", state: "US-TX", city: "Waco" }),
		smeRow("import-2", { name: "Druberg Manufacturing", state: "US-TX", city: null }),
		smeRow("import-3", { name: "DRUBERG MFG LLC", state: "US-TX", city: "El Paso" }),
		smeRow("import-4", { name: "德儒堡機械有限公司", state: "CN-SD", city: "青島" }),
	];
	const match = (name: string, state: string, city: string | null) =>
		hub.database.write(async (manager) => {
			const transaction = { manager, actor: STAFF, read: new Map() };
			return (await smeNamed(transaction, comparable(name), { state, city }))?.id;
		});
	await hub.database.write((manager) => manager.insert(SmeRow, rows));
	const name = "Druberg Mfg";
	expect(await match(name, "US-TX", "EL PASO")).toBe("import-3");
	expect(await match(name, "US-TX", "waco")).toBe("import-1");
	expect(await match(name, "US-TX", "Austin")).toBe("import-2");
	expect(await match(name, "US-TX", null)).toBe("import-2");
	expect(await match(name, "US-OK", "Waco")).toBeUndefined();
	expect(await match("德儒堡机械股份有限公司", "CN-SD", "青岛市")).toBe("import-4");
});

it("manufacturers are found in simplified and traditional Chinese, in any width and case", async () => {
	await hub.database.write((manager) =>
		manager.insert(SmeRow, [
			smeRow("search-1", { name: "臺灣龍鳳機械" }),
			smeRow("search-2", { name: "台湾龙凤电子" }),
			smeRow("search-3", { name: "Élan Ｔｏｏｌｓ" }),
		]),
	);
	const found = async (search: string) =>
		(
			await hub.data("query($search: String) { smes(search: $search) { nodes { id } } }", {
				search,
			})
		).smes.nodes.map((node: { id: string }) => node.id);
	for (const search of ["龍鳳", "龙凤", "臺灣 龍", "台湾 龙"])
		expect((await found(search)).sort()).toEqual(["search-1", "search-2"]);
	expect(await found("ÉLAN tools")).toEqual(["search-3"]);
});

it("names stored by an older version are normalized again for comparison and search", async () => {
	const storage = await emptyStorage();
	const old = await openDatabase({
		...storage,
		name: "engagements",
		rows: [],
		migrations: [Engagements1700000000000, Records1700000001000, Memberships1700000002000],
	});
	const names = [
		"海爾智家股份有限公司",
		"O'Brien Mfg. Co.",
		...Array.from({ length: 500 }, (_, at) => `Old ${at}`),
	];
	const values = names.map(
		(name, at) =>
			`('old-${at}', '${name.replaceAll("'", "''")}', 'PUBLIC', FALSE, 'old-${at}', 'stale')`,
	);
	await old.write((manager) =>
		manager.query(
			`INSERT INTO smes (id, name, visibility, synthetic, root_id, match_name) VALUES ${values.join(", ")}`,
		),
	);
	await old.close();
	const database = await openEngagementsDatabase(storage);
	const rows = await database.read(
		sql`SELECT s.name, s.match_name, s.search_name FROM smes s WHERE s.id IN ('old-0', 'old-1', 'old-501') ORDER BY s.id`,
	);
	expect(rows).toEqual([
		{ name: names[0], match_name: "海尔智家", search_name: "海尔智家股份有限公司" },
		{ name: names[1], match_name: "obrienmanufacturing", search_name: "o'brien mfg. co." },
		{ name: "Old 499", match_name: "old499", search_name: "old 499" },
	]);
	const [stale] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM smes s WHERE s.match_name = 'stale' OR s.search_name = ''`,
	);
	expect(stale?.count).toBe(0);
	await database.close();
});
