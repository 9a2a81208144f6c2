// Over 300 lines: one registry, in which each test starts from what the partners before it own.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../gateway/composition/compose.ts";
import { Ownership1700000006000 } from "../../subgraphs/registry/database/migrations-ownership.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import {
	ADMIN,
	activate,
	LINK,
	openRegistryFixture,
	type PartnerFixture,
	publish,
	type RegistryFixture,
	SMALL,
} from "../support/registry-fixture.ts";

const YO = `${LINK} type Query { yoLab(id: ID!): YoLab } enum YoKind { OPEN CLOSED }
type YoLab @key(fields: "id") { id: ID! name: String kind: YoKind }
type Sme @key(fields: "id") { id: ID! yoLabs: [YoLab!] }`;
const AP = `${LINK} type Query { apName: String }
type YoLab @key(fields: "id") { id: ID! apPeople(first: Int = 5): [ApPerson!] @listSize(slicingArguments: ["first"]) }
type ApPerson @key(fields: "id") { id: ID! name: String }`;
const ZED = `${LINK} type Query { zedName: String } type ApPerson @key(fields: "id") { id: ID! zedAge: Int }`;

let hub: RegistryFixture;
let yo: PartnerFixture;
let ap: PartnerFixture;
let zed: PartnerFixture;
let servers: Record<string, PartnerServer>;
const SCHEMAS: Record<string, string> = { yo: YO, ap: AP, zed: ZED };
beforeAll(async () => {
	hub = await openRegistryFixture();
	[yo, ap, zed] = [await hub.partner("yo"), await hub.partner("ap"), await hub.partner("zed")];
	servers = {};
	for (const partner of [yo, ap, zed]) {
		const schema = SCHEMAS[partner.id] as string;
		servers[partner.id] = await startPartner(schema, {});
		await serve(partner, schema);
	}
});
afterAll(async () => {
	for (const server of Object.values(servers)) await server.close();
});

const put = (partner: PartnerFixture, schema = SCHEMAS[partner.id] as string) =>
	publish(hub, partner, { name: partner.id, url: servers[partner.id]?.url ?? "", schema });
async function serve(partner: PartnerFixture, schema?: string) {
	const { report, version } = await put(partner, schema);
	expect(
		report.findings.filter(({ severity }: { severity: string }) => severity === "ERROR"),
	).toEqual([]);
	await activate(hub, partner, { name: partner.id, version: version.version });
	await hub.registry.promote(partner.id);
}
const served = async () =>
	(await hub.registry.served()).map(({ name, version }) => `${name} ${version}`);
const rules = (report: { findings: Array<{ severity: string; rule: string; place: string }> }) =>
	report.findings.flatMap(({ severity, rule, place }) =>
		severity === "ERROR" ? [`${rule} ${place}`] : [],
	);
async function act(
	partner: PartnerFixture,
	mutation: "rollBackSubgraph" | "suspendSubgraph" | "resumeSubgraph",
) {
	const name = partner.id;
	const reason = "a test";
	const proof = await partner.proof(mutation, name, { reason });
	return hub.data(
		`mutation($name: String!, $reason: String!, $proof: String) { ${mutation}(name: $name, reason: $reason, proof: $proof) { name status statusReason waitsFor withdrawn { action version reason by } } }`,
		{ name, reason, proof },
	);
}
const entries = async (action: string) =>
	(
		await hub.data(
			"{ publishLog(first: 200) { nodes { actor action partnerId subgraph version detail } } }",
		)
	).publishLog.nodes.flatMap((entry: { action: string; detail: string }) =>
		entry.action === action ? [{ ...entry, detail: JSON.parse(entry.detail) }] : [],
	);
const owned = async (type: string) =>
	(
		await hub.data(`{ schemaOwnership(type: "${type}") { coordinate partnerId sinceVersion } }`)
	).schemaOwnership.map(
		(one: { coordinate: string; partnerId: string }) => `${one.coordinate} ${one.partnerId}`,
	);

describe("ownership", () => {
	it("is recorded at publication: the type is its first publisher's, each field whoever adds it", async () => {
		expect(await owned("YoLab")).toEqual([
			"YoLab yo",
			"YoLab.apPeople ap",
			"YoLab.id yo",
			"YoLab.kind yo",
			"YoLab.name yo",
		]);
		expect(await owned("Query")).toEqual([
			"Query.apName ap",
			"Query.yoLab yo",
			"Query.zedName zed",
		]);
		// The hub's own is not recorded; what a partner adds to it is.
		expect(await owned("Sme")).toEqual(["Sme.yoLabs yo"]);
		expect(await served()).toEqual(["ap 1", "yo 1", "zed 1"]);
	});

	it("another's extension does not take a type from its owner, before or after a roll-back", async () => {
		const { report } = await put(yo, `${YO} type YoRoom { name: String }`);
		expect(rules(report)).toEqual([]);
		await act(yo, "rollBackSubgraph");
		const again = await put(yo, `${YO} type YoRoom { name: String seats: Int }`);
		expect(rules(again.report)).toEqual([]);
		const { report: activated } = await activate(hub, yo, { name: "yo", version: 1 });
		expect(activated.passed).toBe(true);
		await hub.registry.promote("yo");
	});

	it("stays recorded while the type is not served: nobody else takes or extends it", async () => {
		await act(yo, "rollBackSubgraph");
		const stolen = AP.replace("apPeople", "name: String apPeople");
		expect(rules((await put(ap, stolen)).report)).toEqual(["OWNER_NOT_SERVED YoLab"]);
		await activate(hub, yo, { name: "yo", version: 1 });
		await hub.registry.promote("yo");
		expect(rules((await put(ap, stolen)).report)).toEqual(["OWNERSHIP_SHAREABLE YoLab.name"]);
	});
});

describe("a subgraph that extends another partner's type", () => {
	it("waits while that is rolled back or suspended, and is served again at the version it had", async () => {
		for (const [leave, comeBack] of [
			["rollBackSubgraph", () => activate(hub, yo, { name: "yo", version: 1 })],
			["suspendSubgraph", () => act(yo, "resumeSubgraph")],
		] as const) {
			const [waited, returned] = [await entries("waitSubgraph"), await entries("returnSubgraph")];
			await act(yo, leave);
			// zed extends a type of ap's, which waits itself.
			expect(await served()).toEqual([]);
			const query =
				'{ subgraph(name: "ap") { status activeVersion waitsFor withdrawn { action version reason } } }';
			expect((await hub.data(query)).subgraph).toEqual({
				status: "SERVED",
				activeVersion: 1,
				waitsFor: ["YoLab"],
				withdrawn: {
					action: "WAITS",
					version: 1,
					reason: "It extends YoLab, which yo does not serve now",
				},
			});
			const because = { action: leave, partnerId: "yo", subgraph: "yo" };
			const how = leave === "rollBackSubgraph" ? "rolled back" : "suspended";
			const reason = expect.stringContaining(`was ${how}`);
			expect((await entries("waitSubgraph")).slice(waited.length)).toEqual([
				{
					actor: "hub",
					action: "waitSubgraph",
					partnerId: "ap",
					subgraph: "ap",
					version: 1,
					detail: { types: ["YoLab"], because, reason },
				},
				{
					actor: "hub",
					action: "waitSubgraph",
					partnerId: "zed",
					subgraph: "zed",
					version: 1,
					detail: { types: ["ApPerson"], because, reason },
				},
			]);
			const mark = await hub.registry.changed();
			await comeBack();
			expect(await hub.registry.changed()).not.toBe(mark);
			expect(await served()).toEqual(["ap 1", "yo 1", "zed 1"]);
			expect((await hub.data(query)).subgraph).toMatchObject({ waitsFor: [], withdrawn: null });
			expect((await entries("returnSubgraph")).slice(returned.length)).toMatchObject([
				{ partnerId: "ap", version: 1 },
				{ partnerId: "zed", version: 1 },
			]);
			await hub.registry.promote("yo");
		}
	});

	it("waits for a suspended partner too", async () => {
		await hub.data('mutation { suspendPartner(id: "yo", reason: "a test") { id } }', {}, ADMIN);
		expect(await served()).toEqual([]);
		await hub.data('mutation { reinstatePartner(id: "yo", reason: "a test") { id } }', {}, ADMIN);
		expect(await served()).toEqual(["ap 1", "yo 1", "zed 1"]);
		expect((await entries("waitSubgraph")).at(-1).detail.because).toEqual({
			action: "suspendPartner",
			partnerId: "yo",
		});
	});
});

describe("an enum of another partner", () => {
	const USING = `${AP.replace("apName: String", "apLabs(kind: YoKind): [YoLab!]")} enum YoKind { OPEN CLOSED }`;

	it("is used in arguments by a recorded grant, with its owner's values only", async () => {
		expect(rules((await put(ap, USING)).report)).toContain("OWNERSHIP_USE_ENUM YoKind");
		await hub.data(
			"mutation($input: GrantPartnerInput!) { grantPartner(input: $input) { id } }",
			{
				input: {
					partnerId: "ap",
					kind: "USE_ENUM",
					type: "YoKind",
					purpose: "labs of a kind",
					consumer: "ap",
				},
			},
			ADMIN,
		);
		const other = USING.replace("CLOSED }", "CLOSED SECRET }");
		expect(rules((await put(ap, other)).report)).toContain("OWNERSHIP_USE_ENUM YoKind");
		expect(rules((await put(ap, USING.replace("apLabs", "apName: String apLabs"))).report)).toEqual(
			[],
		);
	});
});

describe("giving up and transferring", () => {
	const TRANSFER =
		"mutation($coordinate: String!, $toPartnerId: ID!, $reason: String!, $proof: String) { transferOwnership(coordinate: $coordinate, toPartnerId: $toPartnerId, reason: $reason, proof: $proof) { coordinate partnerId } }";
	const GIVE_UP =
		"mutation($coordinate: String!, $reason: String!, $proof: String) { giveUpOwnership(coordinate: $coordinate, reason: $reason, proof: $proof) { coordinate } }";

	it("are the owner's alone, by its proof, and stand in the log", async () => {
		const input = {
			coordinate: "ApPerson.name",
			toPartnerId: "zed",
			reason: "zed keeps names now",
		};
		expect(await hub.refusals(TRANSFER, input)).toEqual([
			[expect.stringContaining("transferOwnership"), "UNAUTHENTICATED"],
		]);
		const wrong = await zed.proof("transferOwnership", "", input);
		expect(await hub.refusals(TRANSFER, { ...input, proof: wrong })).toEqual([
			[expect.stringContaining("no current key"), "UNAUTHENTICATED"],
		]);
		const proof = await ap.proof("transferOwnership", "", input);
		await hub.data(TRANSFER, { ...input, proof });
		expect(await owned("ApPerson")).toEqual([
			"ApPerson ap",
			"ApPerson.id ap",
			"ApPerson.name zed",
			"ApPerson.zedAge zed",
		]);
		const back = { coordinate: "ApPerson.name", toPartnerId: "ap", reason: "a test" };
		await hub.data(TRANSFER, { ...back, proof: await zed.proof("transferOwnership", "", back) });
		expect(
			(await entries("transferOwnership")).map(({ detail }: { detail: object }) => detail),
		).toEqual([input, back]);
	});

	it("what is still served cannot be given up; what is not is anybody's", async () => {
		const input = { coordinate: "YoLab", reason: "a test" };
		expect(
			await hub.refusals(GIVE_UP, {
				...input,
				proof: await yo.proof("giveUpOwnership", "", input),
			}),
		).toEqual([[expect.stringContaining('is defined by version 1 of "yo"'), "CONFLICT"]]);
		const room = { coordinate: "YoRoom", reason: "a test" };
		const proof = await yo.proof("giveUpOwnership", "", room);
		await hub.data(GIVE_UP, { ...room, proof });
		expect(await owned("YoRoom")).toEqual([]);
		expect(rules((await put(zed, `${ZED} type YoRoom { floor: Int }`)).report)).toEqual([]);
		expect(await owned("YoRoom")).toEqual(["YoRoom zed", "YoRoom.floor zed"]);
		expect(await hub.refusals(GIVE_UP, room, ADMIN)).toEqual([]);
	});
});

it("what was published before ownership was recorded is recorded by replaying it in order", async () => {
	const parts = ["yo", "ap", "zed"].map((name) => ({ name, version: 1 }));
	const sdl = compose([
		SMALL,
		...Object.entries(SCHEMAS).map(([name, text]) => ({ name, url: "http://x", sdl: text })),
	]);
	await hub.registry.keepSupergraph(sdl, [{ name: "hub", version: 0 }, ...parts]);
	const query = "{ schemaOwnership { coordinate partnerId subgraph } }";
	const recorded = (await hub.data(query)).schemaOwnership;
	await hub.close();
	const database = await openRegistryDatabase(hub.storage);
	await database.write(async (manager) => {
		const runner = manager.queryRunner as NonNullable<typeof manager.queryRunner>;
		const migration = new Ownership1700000006000();
		await migration.down(runner);
		await migration.up(runner);
	});
	await database.close();
	const again = await hub.again();
	const replayed = (await again.data(query)).schemaOwnership;
	// A roll-back or a gift is nothing that versions tell: what yo gave up is again its first publisher's.
	const gave = ({ coordinate }: { coordinate: string }) => coordinate.startsWith("YoRoom");
	expect(replayed.filter((one: { coordinate: string }) => !gave(one))).toEqual(
		recorded.filter((one: { coordinate: string }) => !gave(one)),
	);
	expect((await again.registry.served()).map(({ name }) => name)).toEqual(["ap", "yo", "zed"]);
	await again.close();
});
