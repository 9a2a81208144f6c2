import { calculateJwkThumbprint, type JWK } from "jose";
import { describe, expect, it } from "vitest";
import { additionsOf } from "../../gateway/console/pages/partners/additions.ts";
import { grantState } from "../../gateway/console/pages/partners/grants.ts";
import { momentOf } from "../../gateway/console/pages/partners/moment.ts";
import { addedTo } from "../../gateway/console/pages/partners/owned.ts";
import { servingOf } from "../../gateway/console/pages/partners/serving.ts";
import { verifyLog } from "../../gateway/console/pages/partners/verify-log.ts";
import { canonicalJson, type LogEntry, nextEntry } from "../../subgraphs/registry/log/rules.ts";
import { digestOf } from "../../subgraphs/registry/proof/rules.ts";
import { signProof } from "../../subgraphs/registry/proof/sign.ts";
import { newKey } from "../support/registry-fixture.ts";

const HUB = "hub-1";
const AT = "2026-11-29T12:00:00.000Z";
const PUBLISHED = { url: "https://a.example/graphql", schema: "type Query { a: Int }" };

type What = Partial<Omit<LogEntry, "detail">> & { detail?: object };

/** A log as the hub writes it. */
function logOf(whats: readonly What[]): LogEntry[] {
	const entries: LogEntry[] = [];
	for (const what of whats)
		entries.push(
			nextEntry(entries.at(-1), {
				at: AT,
				actor: "HUB_ADMIN",
				action: "registerPartner",
				partnerId: "college",
				subgraph: null,
				version: null,
				proof: null,
				...what,
				detail: canonicalJson(what.detail ?? {}),
			}),
		);
	return entries;
}

async function partner(alg: "EdDSA" | "ES256" = "EdDSA") {
	const { key, text } = await newKey(alg);
	const jwk: JWK = JSON.parse(text);
	return { key, detail: { key: jwk, kid: await calculateJwkThumbprint(jwk) } };
}

const proofOf = (key: JWK, subgraph = "ranks") =>
	signProof(key, { hub: HUB, partner: "college", subgraph, action: "publishSubgraph" }, PUBLISHED);

const published = (proof: string | null, detail: object = {}): What => ({
	actor: "partner college",
	action: "publishSubgraph",
	subgraph: "ranks",
	version: 1,
	proof,
	detail: { digest: digestOf([PUBLISHED.url, PUBLISHED.schema]), ...detail },
});

describe("the publish log, as the browser checks it", () => {
	it.each(["EdDSA", "ES256"] as const)(
		"is whole as the hub writes it, with signatures by %s",
		async (alg) => {
			const { key, detail } = await partner(alg);
			const log = logOf([{ detail }, published(await proofOf(key)), { action: "grantPartner" }]);
			expect(await verifyLog(log)).toEqual({
				entries: 3,
				signed: 1,
				unchecked: 0,
				head: log[2]?.hash,
			});
			expect(await verifyLog([])).toMatchObject({ entries: 0, head: "0".repeat(64) });
		},
	);

	it("names the first entry that was changed, taken out, or put in", async () => {
		const log = logOf([{}, { action: "changePartner" }, { action: "suspendPartner" }]);
		const fault = async (entries: LogEntry[]) => (await verifyLog(entries)).fault;
		const [first, second, third] = log as [LogEntry, LogEntry, LogEntry];
		expect(await fault([first, { ...second, actor: "nobody" }, third])).toEqual({
			seq: 2,
			what: "changed",
		});
		expect(await fault([first, third])).toEqual({ seq: 3, what: "missing" });
		const [, other] = logOf([{ at: "2025-01-01T00:00:00.000Z" }, {}]) as [LogEntry, LogEntry];
		expect(await fault([first, other])).toEqual({ seq: 2, what: "not-following" });
	});

	it("names an entry that its partner did not sign", async () => {
		const { key, detail } = await partner();
		const stranger = await partner();
		const fault = async (what: What) => (await verifyLog(logOf([{ detail }, what]))).fault?.what;
		expect(await fault(published(null))).toBe("unsigned");
		expect(await fault(published(await proofOf(stranger.key)))).toBe("wrong-signature");
		const right = await proofOf(key);
		expect(await fault(published(`${right}x.y`))).toBe("wrong-signature");
		const [head, payload] = right.split(".") as [string, string];
		expect(await fault(published(`${head}.${payload}.AAAA`))).toBe("wrong-signature");
		expect(await fault(published(await proofOf(key, "other")))).toBe("other-signature");
		expect(await fault(published(right, { digest: "another" }))).toBe("other-signature");
		expect(await fault({ ...published(right), action: "suspendSubgraph" })).toBe("other-signature");
	});
});

describe("what a partner adds", () => {
	const SCHEMA = `type Sme @key(fields: "id") { id: ID! @external state: String @external
		"Its rank." rank(of: String = "all"): Int needs(of: String!): Int credentials: [Credential!] }
		extend type Institute @key(fields: "id") { id: ID! tags: [String!] }
		type Credential { title: String }
		type Query { collegeName: String }
		input Ignored { a: Int }`;
	const owned = [
		"Sme.rank",
		"Sme.needs",
		"Sme.credentials",
		"Institute.tags",
		"Credential",
		"Credential.title",
		"Query.collegeName",
	];

	it("is its own fields, with descriptions and queries that ask them; keys are not", () => {
		const [sme, institute, query, credential] = additionsOf(SCHEMA, new Set(owned));
		expect(sme).toEqual({
			type: "Sme",
			isOwn: false,
			fields: [
				{
					name: "rank",
					signature: 'rank(of: String = "all"): Int',
					description: "Its rank.",
					example: "{ smes(first: 3) { nodes { id rank } } }",
				},
				{ name: "needs", signature: "needs(of: String!): Int", description: null, example: null },
				{
					name: "credentials",
					signature: "credentials: [Credential!]",
					description: null,
					example: null,
				},
			],
		});
		expect(institute?.fields.map(({ example }) => example)).toEqual([
			"{ institutes(first: 3) { nodes { id tags } } }",
		]);
		expect(query?.fields[0]?.example).toBe("{ collegeName }");
		expect(credential).toMatchObject({ type: "Credential", isOwn: true });
		expect(additionsOf(undefined, new Set(owned))).toEqual([]);
	});

	it("stands by type: types of the hub first, with whose each is", () => {
		const own = (coordinate: string, partnerId = "college") => ({
			coordinate,
			partnerId,
			subgraph: "ranks",
			sinceVersion: 1,
			since: AT,
		});
		expect(
			addedTo([own("Loom"), own("Loom.speed"), own("Sme.rank"), own("Loom.price", "other")]),
		).toEqual([
			{ type: "Sme", owner: null, partnerId: "college", fields: ["rank"] },
			{ type: "Loom", owner: "college", partnerId: "college", fields: ["speed"] },
			{ type: "Loom", owner: "college", partnerId: "other", fields: ["price"] },
		]);
	});
});

describe("how a subgraph fares", () => {
	const subgraph = {
		name: "ranks",
		status: "SERVED" as const,
		statusReason: null,
		activeVersion: 1,
		waitsFor: [],
		canary: null,
		withdrawn: null,
	};
	const withdrawn = (action: "ROLLED_BACK" | "SUSPENDED" | "WAITS") => ({
		action,
		version: 2,
		reason: null,
		by: null,
	});
	it.each([
		[{}, false, "served"],
		[{ activeVersion: null }, false, "not-activated"],
		[{ canary: { version: 2, share: 10, consumers: [], since: AT } }, false, "canary"],
		[{ withdrawn: withdrawn("ROLLED_BACK") }, false, "served"],
		[{ withdrawn: withdrawn("ROLLED_BACK"), activeVersion: null }, false, "rolled-back"],
		[{ withdrawn: withdrawn("WAITS"), waitsFor: ["Loom"] }, false, "waits"],
		[{ status: "SUSPENDED" as const }, false, "suspended"],
		[{}, true, "suspended"],
	])("%j, partner suspended: %s → %s", (more, isSuspended, expected) => {
		expect(servingOf({ ...subgraph, ...more }, isSuspended)).toBe(expected);
	});
});

it("a grant holds until it ends or is revoked", () => {
	expect(grantState({ expiresAt: null, revokedAt: null }, AT)).toBe("open");
	expect(grantState({ expiresAt: "2026-12-01", revokedAt: null }, AT)).toBe("until");
	expect(grantState({ expiresAt: "2026-11-01", revokedAt: null }, AT)).toBe("expired");
	expect(grantState({ expiresAt: "2026-12-01", revokedAt: AT }, AT)).toBe("revoked");
});

it("moments are said in UTC", () => {
	expect(momentOf("en", AT)).toBe("Nov 29, 2026, 12:00 UTC");
	expect(momentOf("zh", AT)).toContain("2026年11月29日");
});
