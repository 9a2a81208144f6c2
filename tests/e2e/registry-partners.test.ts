// Over 300 lines: one registry through the whole life of a partner.
import { importJWK, SignJWT } from "jose";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import { chainFault } from "../../subgraphs/registry/log/rules.ts";
import { signProof } from "../../subgraphs/registry/proof/sign.ts";
import {
	ADMIN,
	newKey,
	openRegistryFixture,
	type PartnerFixture,
	type RegistryFixture,
} from "../support/registry-fixture.ts";
import { MANAGER, OFFICE } from "../support/viewers.ts";

let hub: RegistryFixture;
let college: PartnerFixture;
beforeAll(async () => {
	hub = await openRegistryFixture();
	college = await hub.partner("college", { hosts: ["api.college.example"] });
});
afterAll(() => hub.close());

const asPartner = (organization: string): Actor => ({
	role: "PARTNER",
	subject: "someone",
	organization,
});
const REGISTER =
	"mutation($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }";
const ROTATE =
	"mutation($partnerId: ID!, $key: String!, $overlapHours: Int!, $proof: String) { rotatePartnerKey(partnerId: $partnerId, key: $key, overlapHours: $overlapHours, proof: $proof) { keys { id expiresAt } } }";
const USAGE =
	"query($partnerId: ID!, $from: String!, $to: String!, $proof: String) { partnerUsage(partnerId: $partnerId, from: $from, to: $to, proof: $proof) { requests } }";
const DAYS = { from: "2026-11-01", to: "2026-11-24" };
const reads = (proof: string, partnerId = "college") => ({ partnerId, ...DAYS, proof });

describe("a partner", () => {
	it("is registered by a HUB_ADMIN and by nobody else", async () => {
		const { text: key } = await newKey();
		const input = { id: "mine", name: "Mine", contacts: [{ email: "a@b.example" }], key };
		expect(await hub.refusals(REGISTER, { input })).toEqual([
			[
				"Authenticate with a bearer token: anonymous callers may not register partners",
				"UNAUTHENTICATED",
			],
		]);
		for (const viewer of [MANAGER, OFFICE, asPartner("college")])
			expect(await hub.refusals(REGISTER, { input }, viewer)).toEqual([
				[`${viewer.role} may not register partners`, "FORBIDDEN"],
			]);
	});

	it("tells contacts, hosts and bounds to itself and the hub's staff only", async () => {
		const query =
			'{ partners(ids: ["college"]) { id namespace contacts { email } hosts quota { timeoutMs } } }';
		const inside = {
			id: "college",
			namespace: "college",
			contacts: [{ email: "data@college.example" }],
			hosts: ["api.college.example"],
			quota: { timeoutMs: 2000 },
		};
		const outside = { ...inside, contacts: null, hosts: null, quota: null };
		for (const viewer of [ADMIN, OFFICE, asPartner("college")])
			expect((await hub.data(query, {}, viewer)).partners).toEqual([inside]);
		for (const viewer of [MANAGER, asPartner("other")])
			expect((await hub.data(query, {}, viewer)).partners).toEqual([outside]);
		expect((await hub.data(query)).partners).toEqual([outside]);
	});

	it("has faults of its registration listed, each with its place", async () => {
		const { key } = await newKey();
		const input = {
			id: "A",
			name: "",
			contacts: [{ email: "x" }],
			key: "{}",
			hosts: ["http://x"],
			quota: { timeoutMs: 1 },
		};
		const [[message]] = (await hub.refusals(REGISTER, { input }, ADMIN)) as [[string]];
		for (const path of ["id", "name", "contacts.0.email", "hosts.0", "quota.timeoutMs"])
			expect(message).toContain(`input.${path}: `);
		const fine = { id: "fine", name: "Fine", contacts: [{ email: "a@b.example" }] };
		expect(
			await hub.refusals(REGISTER, { input: { ...fine, key: JSON.stringify(key) } }, ADMIN),
		).toEqual([
			["input.key: is a private key; send its public part, without the member d", "BAD_USER_INPUT"],
		]);
		expect(
			await hub.refusals(REGISTER, { input: { ...fine, key: college.publicKey } }, ADMIN),
		).toEqual([["key: it is already registered; make a new one", "CONFLICT"]]);
		const { text } = await newKey();
		expect(
			await hub.refusals(REGISTER, { input: { ...fine, id: "college-two", key: text } }, ADMIN),
		).toEqual([[expect.stringContaining('clashes with "college"'), "BAD_USER_INPUT"]]);
	});

	it("that two gateways register at once is registered once", async () => {
		const other = await hub.again();
		const keys = await Promise.all([newKey(), newKey()]);
		const register = (asker: typeof hub | typeof other, index: number) =>
			asker.refusals(
				REGISTER,
				{
					input: {
						id: "twice",
						name: "Twice",
						contacts: [{ email: "a@b.example" }],
						key: keys[index]?.text,
					},
				},
				ADMIN,
			);
		const refused = await Promise.all([register(hub, 0), register(other, 1)]);
		expect(refused.flat()).toEqual([
			[expect.stringContaining('there is a partner "twice"'), "CONFLICT"],
		]);
		await other.close();
	});
});

describe("a proof", () => {
	it("is good once, for whichever gateway", async () => {
		const other = await hub.again();
		const proof = await college.proof("partnerUsage", "", DAYS);
		const answers = await Promise.all(
			[hub, other, hub, other].map((asker) => asker.refusals(USAGE, reads(proof))),
		);
		expect(answers.filter((refusals) => refusals.length === 0)).toHaveLength(1);
		expect(answers.flat()).toEqual(
			Array(3).fill(["proof: it was used before; sign a new one for each request", "CONFLICT"]),
		);
		await other.close();
	});

	it("is good for exactly what was signed, by whose key it is, for this hub", async () => {
		const twin = await hub.partner("twin");
		const { registry } = await hub.data("{ registry { id } }");
		const about = { hub: registry.id, partner: "college", action: "partnerUsage" } as const;
		const es256 = await newKey("ES256");
		const cases: Array<[Promise<string>, RegExp]> = [
			[college.proof("partnerUsage", "", { ...DAYS, to: "2026-11-25" }), /its "digest" is/],
			[college.proof("disclosures", "", {}), /its "action" is "disclosures"/],
			[college.proof("partnerUsage", "x", DAYS), /its "subgraph" is "x"/],
			[twin.proof("partnerUsage", "", DAYS), /is no current key of the partner "college"/],
			[signProof(twin.key, about, DAYS), /is no current key/],
			[signProof(es256.key, about, DAYS), /is no current key/],
			[signProof(college.key, { ...about, hub: "another" }, DAYS), /its "aud" is "another"/],
			[Promise.resolve("not.a.proof"), /not a compact JWS/],
			[
				(async () => {
					const proof = await college.proof("partnerUsage", "", DAYS);
					return proof.slice(0, -4) + (proof.endsWith("AAAA") ? "BBBB" : "AAAA");
				})(),
				/its signature is wrong/,
			],
			[
				(async () =>
					new SignJWT({})
						.setProtectedHeader({ alg: "EdDSA", kid: "x" })
						.sign(await importJWK(college.key, "EdDSA")))(),
				/its header must say "typ"/,
			],
		];
		for (const [proof, reason] of cases)
			expect(await hub.refusals(USAGE, reads(await proof))).toEqual([
				[expect.stringMatching(reason), "UNAUTHENTICATED"],
			]);
	});

	it("may be signed with P-256", async () => {
		const { key, text } = await newKey("ES256");
		await hub.partner("curve");
		await hub.data(ROTATE, { partnerId: "curve", key: text, overlapHours: 0 }, ADMIN);
		const { registry } = await hub.data("{ registry { id } }");
		const about = { hub: registry.id, partner: "curve", action: "partnerUsage" } as const;
		const proof = await signProof(key, about, DAYS);
		expect(await hub.refusals(USAGE, reads(proof, "curve"))).toEqual([]);
	});
});

describe("keys", () => {
	it("rotate by a proof of the old one, and both are good until the overlap ends", async () => {
		const rotor = await hub.partner("rotor");
		const { registry } = await hub.data("{ registry { id } }");
		const next = await newKey();
		const { calculateJwkThumbprint } = await import("jose");
		const kid = await calculateJwkThumbprint(JSON.parse(next.text));
		const proof = await rotor.proof("rotatePartnerKey", "", { kid, overlapHours: 24 });
		const input = { partnerId: "rotor", key: next.text, overlapHours: 24 };
		expect(await hub.refusals(ROTATE, { ...input, overlapHours: 0, proof })).toEqual([
			[expect.stringContaining('its "digest" is'), "UNAUTHENTICATED"],
		]);
		const { rotatePartnerKey } = await hub.data(ROTATE, { ...input, proof });
		expect(
			rotatePartnerKey.keys.map((key: { expiresAt: string | null }) => typeof key.expiresAt),
		).toEqual(["string", "object"]);
		const byNew = () =>
			signProof(next.key, { hub: registry.id, partner: "rotor", action: "partnerUsage" }, DAYS);
		const byOld = () => rotor.proof("partnerUsage", "", DAYS);
		for (const sign of [byOld, byNew])
			expect(await hub.refusals(USAGE, reads(await sign(), "rotor"))).toEqual([]);
		// What somebody else may hold ends at once.
		const last = await newKey();
		await hub.data(ROTATE, { partnerId: "rotor", key: last.text, overlapHours: 0 }, ADMIN);
		for (const sign of [byOld, byNew])
			expect(await hub.refusals(USAGE, reads(await sign(), "rotor"))).toEqual([
				[expect.stringContaining("is no current key"), "UNAUTHENTICATED"],
			]);
	});
});

describe("suspension", () => {
	it("refuses what the partner's key asks at once, until it is reinstated", async () => {
		const bad = await hub.partner("bad");
		const suspend =
			'mutation { suspendPartner(id: "bad", reason: "keys leaked") { status statusReason } }';
		expect(await hub.refusals(suspend, {}, OFFICE)).toEqual([
			["PROGRAM_OFFICE may not suspend partners", "FORBIDDEN"],
		]);
		const before = await hub.registry.changed();
		expect((await hub.data(suspend, {}, ADMIN)).suspendPartner).toEqual({
			status: "SUSPENDED",
			statusReason: "keys leaked",
		});
		expect(await hub.registry.changed()).not.toBe(before);
		const ask = async () =>
			hub.refusals(USAGE, reads(await bad.proof("partnerUsage", "", DAYS), "bad"));
		expect(await ask()).toEqual([[expect.stringContaining('"bad" is suspended'), "FORBIDDEN"]]);
		await hub.data(
			'mutation { reinstatePartner(id: "bad", reason: "new keys") { id } }',
			{},
			ADMIN,
		);
		expect(await ask()).toEqual([]);
	});
});

describe("grants", () => {
	const GRANT =
		"mutation($input: GrantPartnerInput!) { grantPartner(input: $input) { id expiresAt } }";
	const input = {
		partnerId: "college",
		kind: "REQUIRES_FIELD",
		type: "Sme",
		field: "state",
		purpose: "finds the nearest college",
		consumer: "advisers",
	};
	it("name field, purpose, consumer and end; end when they say or are taken back", async () => {
		expect(await hub.refusals(GRANT, { input }, asPartner("college"))).toEqual([
			["PARTNER may not grant fields", "FORBIDDEN"],
		]);
		const [[message]] = (await hub.refusals(
			GRANT,
			{ input: { ...input, purpose: "x", consumer: " ", field: null, expiresAt: "2020-01-01" } },
			OFFICE,
		)) as [[string]];
		for (const path of ["purpose", "consumer", "field", "expiresAt"])
			expect(message).toContain(`input.${path}: `);
		const soon = new Date(Date.now() + 1500).toISOString();
		const before = await hub.registry.changed();
		const { grantPartner } = await hub.data(
			GRANT,
			{ input: { ...input, expiresAt: soon } },
			OFFICE,
		);
		const { grantPartner: second } = await hub.data(GRANT, { input }, ADMIN);
		// The answer may have been lost: the same grant again is the same.
		const again = await Promise.all([1, 2].map(() => hub.data(GRANT, { input }, OFFICE)));
		expect(again.map((one) => one.grantPartner.id)).toEqual([second.id, second.id]);
		const held = async () =>
			(await hub.data('{ grants(partnerId: "college") { id } }')).grants.map(
				({ id }: { id: string }) => id,
			);
		const granted = await hub.registry.changed();
		expect(granted).not.toBe(before);
		expect(await held()).toEqual([grantPartner.id, second.id]);
		await expect.poll(() => hub.registry.changed()).not.toBe(granted);
		expect(await held()).toEqual([second.id]);
		await hub.data(
			'mutation($id: ID!) { revokeGrant(id: $id, reason: "no longer needed") { revokedAt } }',
			{ id: second.id },
			ADMIN,
		);
		expect(await held()).toEqual([]);
	});
});

describe("the publish log", () => {
	const LOG =
		"query($after: String) { publishLog(first: 200, after: $after) { nodes { seq at actor action partnerId subgraph version detail proof previous hash } } }";
	it("holds everything that was done, in one chain, however many write at once", async () => {
		const other = await hub.again();
		await Promise.all(
			[hub, other, hub, other].map((asker, index) =>
				asker.data(
					`mutation { changePartner(input: { id: "college", name: "Name ${index}" }) { id } }`,
					{},
					ADMIN,
				),
			),
		);
		await other.close();
		const { nodes } = (await hub.data(LOG)).publishLog;
		expect(chainFault(nodes)).toBeUndefined();
		const actions = nodes.map(({ action }: { action: string }) => action);
		expect(new Set(actions)).toEqual(
			new Set([
				"registerPartner",
				"changePartner",
				"rotatePartnerKey",
				"suspendPartner",
				"reinstatePartner",
				"grantPartner",
				"revokeGrant",
			]),
		);
		expect(
			nodes.filter(({ action }: { action: string }) => action === "changePartner"),
		).toHaveLength(4);
		expect(JSON.stringify(nodes)).not.toContain("data@college.example");
	});

	it("cannot be changed or shortened, not even in the database", async () => {
		const database = await openRegistryDatabase(hub.storage);
		for (const statement of [
			"UPDATE publish_log SET actor = 'nobody' WHERE seq = 1",
			"DELETE FROM publish_log WHERE seq = 1",
		])
			await expect(database.write((manager) => manager.query(statement))).rejects.toThrow(
				/append-only/,
			);
		const rows = await database.read(sql`SELECT l.seq FROM publish_log l WHERE l.seq = 1`);
		expect(rows).toHaveLength(1);
		await database.close();
	});
});
