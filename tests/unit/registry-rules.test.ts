import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, grantFaults } from "../../subgraphs/registry/grant/rules.ts";
import {
	canonicalJson,
	chainFault,
	type LogEntry,
	nextEntry,
} from "../../subgraphs/registry/log/rules.ts";
import {
	inNamespace,
	namespaceOf,
	overlapping,
	slugFault,
} from "../../subgraphs/registry/partner/rules.ts";
import { claimFault, type ProofClaims } from "../../subgraphs/registry/proof/rules.ts";
import {
	after,
	canaryFault,
	defaultShare,
	NOTHING,
	type ServingState,
	servedVersions,
	stateOf,
	type Transition,
} from "../../subgraphs/registry/subgraph/rules.ts";

const version = fc.integer({ min: 1, max: 5 });
const move: fc.Arbitrary<Transition> = fc.oneof(
	fc.record({
		kind: fc.constant("activate" as const),
		version,
		share: fc.integer({ min: 1, max: 100 }),
		consumers: fc.constant<string[]>([]),
		at: fc.constant<string>("2026-11-24T00:00:00.000Z"),
	}),
	fc.constantFrom<Transition>(
		{ kind: "promote" },
		{ kind: "rollBack" },
		{ kind: "suspend" },
		{ kind: "resume" },
		{ kind: "restore", version: null },
	),
	version.map((wanted): Transition => ({ kind: "restore", version: wanted })),
);
const standing = fc
	.array(move, { maxLength: 25 })
	.map((moves) => moves.reduce<ServingState>(after, NOTHING));

describe("which versions are served", () => {
	it("are unique, and never previous versions", () => {
		fc.assert(
			fc.property(standing, (now) => {
				const served = servedVersions({ ...now, suspended: false });
				expect(new Set(served).size).toBe(served.length);
				const everServed = [now.active, ...now.history];
				expect(new Set(everServed).size).toBe(everServed.length);
				expect(now.canary?.version).not.toBe(now.active ?? 0);
				expect(now.active === null || stateOf(now, now.active) === "ACTIVE").toBe(true);
				if (now.suspended) expect(servedVersions(now)).toEqual([]);
			}),
		);
	});

	it("a canary changes nothing for others, and its end restores everything", () => {
		fc.assert(
			fc.property(standing, version, (now, wanted) => {
				const rest = { ...now, canary: null };
				fc.pre(wanted !== now.active);
				const at = "2026-11-24T00:00:00.000Z";
				const canary = after(rest, {
					kind: "activate",
					version: wanted,
					share: 10,
					consumers: [],
					at,
				});
				expect({ ...canary, canary: null }).toEqual(rest);
				expect(after(canary, { kind: "rollBack" })).toEqual(rest);
				const held = after(canary, { kind: "promote" });
				expect(held.active).toBe(wanted);
				expect(after(held, { kind: "rollBack" }).active).toBe(now.active);
			}),
		);
	});

	it("the active version stays during a canary and after its failure", () => {
		fc.assert(
			fc.property(standing, version, version, (now, all, tried) => {
				fc.pre(all !== tried && all !== now.active && tried !== now.active);
				const at = "2026-11-24T00:00:00.000Z";
				const activate = { kind: "activate" as const, consumers: [], at };
				const forAll = after(now, { ...activate, version: all, share: 100 });
				// A canary that everybody had became the active version: to activate it again ends the canary.
				fc.pre(tried !== forAll.active);
				const trying = after(forAll, { ...activate, version: tried, share: 10 });
				expect([trying.active, trying.canary?.version]).toEqual([all, tried]);
				expect(after(trying, { kind: "rollBack" }).active).toBe(all);
			}),
		);
	});

	it("repeated rollbacks end without a version, each version once, and promoting twice changes nothing", () => {
		fc.assert(
			fc.property(standing, (now) => {
				const seen: number[] = [];
				let state = { ...now, canary: null };
				while (state.active !== null) {
					seen.push(state.active);
					state = { ...after(state, { kind: "rollBack" }), canary: null };
				}
				expect(new Set(seen).size).toBe(seen.length);
				expect(after(state, { kind: "rollBack" })).toBe(state);
				const promoted = after(now, { kind: "promote" });
				expect(after(promoted, { kind: "promote" })).toBe(promoted);
			}),
		);
	});
});

const entry = fc.record({
	at: fc.constant("2026-11-24T00:00:00.000Z"),
	actor: fc.string(),
	action: fc.string(),
	partnerId: fc.string(),
	subgraph: fc.option(fc.string()),
	version: fc.option(fc.integer()),
	detail: fc.dictionary(fc.string(), fc.string()).map(canonicalJson),
	proof: fc.option(fc.string()),
});
const log = fc.array(entry, { minLength: 2, maxLength: 12 }).map((entries) => {
	const chain: LogEntry[] = [];
	for (const one of entries) chain.push(nextEntry(chain.at(-1), one));
	return chain;
});

describe("the publish log's chain", () => {
	it("is valid as written, from the start or from any entry", () => {
		fc.assert(
			fc.property(log, fc.nat(), (chain, at) => {
				const cut = at % chain.length;
				expect(chainFault(chain)).toBeUndefined();
				expect(chainFault(chain.slice(cut), cut > 0 ? chain[cut - 1] : undefined)).toBeUndefined();
			}),
		);
	});

	it("is invalid after any change, removal or reordering of entries", () => {
		const fields = ["at", "actor", "action", "partnerId", "detail", "proof", "previous", "hash"];
		fc.assert(
			fc.property(log, fc.nat(), fc.constantFrom(...fields), (chain, at, field) => {
				const index = at % chain.length;
				const changed = chain.map((one, place) =>
					place === index ? { ...one, [field]: `${one[field as "at"]}x` } : one,
				);
				expect(chainFault(changed)).toMatch(/^entry \d+/);
				const removed = chain.filter((_, place) => place !== index);
				// Truncation at the end is detected with an earlier head.
				if (index < chain.length - 1) expect(chainFault(removed)).toMatch(/is missing/);
				const [first, second, ...rest] = chain as [LogEntry, LogEntry, ...LogEntry[]];
				expect(chainFault([second, first, ...rest])).toBeDefined();
			}),
		);
	});

	it("is still invalid if an entry is hashed again", () => {
		fc.assert(
			fc.property(log, (chain) => {
				const [first, ...rest] = chain as [LogEntry, ...LogEntry[]];
				const forged = nextEntry(undefined, { ...first, actor: `${first.actor}x` });
				expect(chainFault([forged, ...rest])).toMatch(/entry 2 does not follow/);
			}),
		);
	});
});

describe("names", () => {
	it("of root fields belong to exactly one namespace", () => {
		const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
		const id = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join("-"));
		fc.assert(
			fc.property(id, id, fc.stringMatching(/^[A-Z]?\w{0,8}$/), (one, other, rest) => {
				const [mine, theirs] = [namespaceOf(one), namespaceOf(other)];
				fc.pre(overlapping(mine, [theirs]).length === 0);
				const field = mine + rest;
				if (inNamespace(field, mine)) expect(inNamespace(field, theirs)).toBe(false);
			}),
		);
		expect(inNamespace("collegeCredential", "college")).toBe(true);
		expect(inNamespace("colleges", "college")).toBe(false);
	});

	it("of partners are slugs", () => {
		for (const id of ["fox-valley", "a1"]) expect(slugFault("id", id)).toEqual([]);
		for (const id of ["Fox", "fox--valley", "-fox", "1fox", "f", "__proto__", "x".repeat(41), ""])
			expect(slugFault("id", id)).toHaveLength(1);
	});
});

describe("a proof's claims", () => {
	const now = 1_800_000_000;
	const wanted = { aud: "hub", action: "a", partner: "p", subgraph: "s", digest: "d" };
	const good: ProofClaims = { ...wanted, iat: now, exp: now + 300, jti: "0123456789abcdef" };
	it("are valid for their action, for five minutes", () => {
		expect(claimFault(good, wanted, now)).toBeUndefined();
		for (const [change, reason] of [
			[{ aud: "other" }, /"aud"/],
			[{ action: "b" }, /"action"/],
			[{ partner: "q" }, /"partner"/],
			[{ subgraph: "t" }, /"subgraph"/],
			[{ digest: "e" }, /"digest"/],
			[{ exp: now + 301 }, /more than 300/],
			[{ iat: now + 60, exp: now + 90 }, /future/],
			[{ iat: now - 300, exp: now }, /expired/],
			[{ exp: undefined }, /whole seconds/],
			[{ jti: "short" }, /jti/],
		] as const)
			expect(claimFault({ ...good, ...change } as ProofClaims, wanted, now)).toMatch(reason);
	});
});

describe("a canary", () => {
	it("takes everybody where nothing is active yet, otherwise a tenth", () => {
		expect(defaultShare(NOTHING)).toBe(100);
		expect(defaultShare({ ...NOTHING, active: 1 })).toBe(10);
	});

	it("takes a share of 1 to 100 or named consumers", () => {
		for (const share of [1, 100, null, undefined]) expect(canaryFault(share, [])).toBeUndefined();
		for (const share of [0, -1, 101]) expect(canaryFault(share, [])).toMatch(/out of range/);
		expect(canaryFault(null, ["ga-mep"])).toBeUndefined();
		expect(canaryFault(10, ["ga-mep"])).toMatch(/not both/);
		for (const name of ["", "a,b", "x".repeat(201)])
			expect(canaryFault(null, [name])).toMatch(/1 to 200 characters/);
	});
});

describe("a grant", () => {
	const grant = { kind: "REQUIRES_FIELD", type: "Sme", field: "name" };

	it("covers its field, or all fields of its type, for its kind only", () => {
		expect(covers(grant, grant)).toBe(true);
		expect(covers({ ...grant, field: null }, grant)).toBe(true);
		expect(covers(grant, { ...grant, field: "state" })).toBe(false);
		expect(covers(grant, { ...grant, field: null })).toBe(false);
		expect(covers(grant, { ...grant, type: "Owner" })).toBe(false);
		expect(covers(grant, { ...grant, kind: "OVERRIDE" })).toBe(false);
	});

	it("names a purpose, a consumer, and a time to come", () => {
		const now = new Date("2026-11-24T12:00:00Z");
		const good = { ...grant, purpose: "Ranks by size", consumer: "their dashboard" };
		const paths = (more: object) => grantFaults({ ...good, ...more }, now).map(({ path }) => path);
		expect(paths({})).toEqual([]);
		expect(paths({ expiresAt: "2026-11-24T12:00:01Z" })).toEqual([]);
		expect(paths({ expiresAt: "2026-11-24T12:00:00Z" })).toEqual(["input.expiresAt"]);
		expect(paths({ expiresAt: "soon" })).toEqual(["input.expiresAt"]);
		expect(paths({ purpose: "   short   ", consumer: " " })).toEqual([
			"input.purpose",
			"input.consumer",
		]);
		expect(paths({ field: null })).toEqual(["input.field"]);
		expect(paths({ kind: "ROOT_FIELD" })).toEqual(["input.type"]);
		expect(paths({ kind: "ROOT_FIELD", type: "Query" })).toEqual([]);
		expect(paths({ type: "a b", field: "c d" })).toEqual(["input.type", "input.field"]);
	});
});
