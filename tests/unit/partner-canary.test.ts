import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChosen, slotsOf, withCanary } from "../../gateway/partners/canary/rules.ts";
import {
	CANARY_RULES,
	type CanaryCall,
	type Judged,
	verdictOf,
} from "../../gateway/partners/canary/verdict.ts";
import type { ServedSubgraph } from "../../shared/registry.ts";

const HELD = CANARY_RULES.holdMs;
const verdict = (canary: CanaryCall[], more: Partial<Judged> = {}) =>
	verdictOf({ canary, heldMs: 1000, timeoutMs: 2000, named: 0, ...more }, CANARY_RULES).kind;
/** Of a canary that names one consumer, which alone decides. */
const judge = (canary: CanaryCall[], before?: CanaryCall[], heldMs = 1000) =>
	verdict(canary, { before, heldMs, named: 1 });
const seen = (calls: number, faults = 0, ms = 50, caller = "acme"): CanaryCall[] =>
	Array.from({ length: calls }, (_, index) => ({
		ms,
		fault: index < faults,
		caller,
		identified: true,
	}));
const anonymous = (calls: number, faults: number, address: string): CanaryCall[] =>
	seen(calls, faults, 50, address).map((call) => ({ ...call, identified: false }));

/** Calls of up to four consumers and up to four addresses, each mostly good or mostly bad. */
const CALLS = fc
	.array(
		fc.record({
			caller: fc.constantFrom("acme", "beta", "gamma", "delta"),
			identified: fc.boolean(),
			calls: fc.nat(60),
			share: fc.constantFrom(0, 0.03, 0.5, 1),
			ms: fc.constantFrom(10, 90, 1500),
		}),
		{ maxLength: 8 },
	)
	.map((callers) =>
		callers.flatMap(({ caller, identified, calls, share, ms }) =>
			seen(calls, Math.round(calls * share), ms, caller).map((call) => ({ ...call, identified })),
		),
	);

describe("a canary", () => {
	it("ends early if it mostly fails, and on a few failures after enough requests", () => {
		expect(judge(seen(4, 4))).toBe("WAIT");
		expect(judge(seen(5, 3))).toBe("ROLL_BACK");
		expect(judge(seen(19, 4))).toBe("WAIT");
		expect(judge(seen(20, 2))).toBe("ROLL_BACK");
		expect(judge(seen(100, 5))).toBe("WAIT");
	});

	it("does not fail if the previous version fails as often", () => {
		expect(judge(seen(20, 20), seen(20, 18))).toBe("WAIT");
		expect(judge(seen(20, 20), seen(20, 2))).toBe("ROLL_BACK");
	});

	it("ends if it is much slower than the previous version, or slow without one", () => {
		expect(judge(seen(20, 0, 240), seen(20, 0, 100))).toBe("ROLL_BACK");
		expect(judge(seen(20, 0, 190), seen(20, 0, 100))).toBe("WAIT");
		expect(judge(seen(20, 0, 90), seen(20, 0, 10))).toBe("WAIT");
		expect(judge(seen(20, 0, 1001))).toBe("ROLL_BACK");
		expect(judge(seen(20, 0, 999))).toBe("WAIT");
	});

	it("is slow if five of a hundred requests are, not four", () => {
		const slow = (count: number) => [...seen(100 - count), ...seen(count, 0, 1500)];
		expect(judge(slow(5))).toBe("ROLL_BACK");
		expect(judge(slow(4))).toBe("WAIT");
	});

	it("becomes the active version after enough time and requests without too many failures", () => {
		expect(judge(seen(20), undefined, HELD)).toBe("PROMOTE");
		expect(judge(seen(20), undefined, HELD - 1)).toBe("WAIT");
		expect(judge(seen(19), undefined, 10 * HELD)).toBe("WAIT");
		expect(judge(seen(20, 20), seen(20, 20), HELD)).toBe("WAIT");
	});

	it("is never promoted by statistics that would roll it back", () => {
		fc.assert(
			fc.property(
				CALLS,
				fc.option(CALLS, { nil: undefined }),
				fc.nat(2 * HELD),
				(canary, before, heldMs) => {
					const kind = verdict(canary, { before, heldMs });
					const faults = canary.filter(({ fault }) => fault).length;
					if (kind === "PROMOTE") expect(heldMs).toBeGreaterThanOrEqual(HELD);
					if (faults === 0 && canary.every(({ ms }) => ms <= 100))
						expect(["WAIT", "PROMOTE"]).toContain(kind);
					if (canary.length < CANARY_RULES.earlyCalls) expect(kind).toBe("WAIT");
				},
			),
		);
	});
});

describe("no single caller moves a canary", () => {
	const flood = fc
		.record({ calls: fc.nat(300), ms: fc.constantFrom(1, 1900) })
		.chain((one) => fc.nat(one.calls).map((faults) => seen(one.calls, faults, one.ms, "flood")));

	it("does not roll it back: whatever one consumer adds, the others must see the failure too", () => {
		fc.assert(
			fc.property(CALLS, flood, (others, added) => {
				if (verdict([...others, ...added]) !== "ROLL_BACK") return;
				expect(["ROLL_BACK", "CONFIRM"]).toContain(
					verdict(others.filter(({ identified }) => identified)),
				);
			}),
			{ numRuns: 1000 },
		);
		expect(verdict(seen(300, 300))).toBe("CONFIRM");
		expect(verdict([...seen(300, 300), ...seen(20, 0, 50, "beta")])).toBe("CONFIRM");
		expect(verdict([...seen(5, 5), ...seen(5, 5, 50, "beta")])).toBe("ROLL_BACK");
	});

	it("does not keep it from being promoted", () => {
		fc.assert(
			fc.property(CALLS, flood, (others, added) => {
				if (others.some(({ fault }) => fault)) return;
				if (verdict(others, { heldMs: HELD }) !== "PROMOTE") return;
				const faulty = added.map((call) => ({ ...call, fault: true }));
				expect(verdict([...others, ...faulty], { heldMs: HELD })).toBe("PROMOTE");
			}),
			{ numRuns: 1000 },
		);
	});

	it("who makes requests fail finds no support with those for whom they are slow", () => {
		const quick = Array.from({ length: 400 }, () => anonymous(1, 0, "10.0.0.1")).flat();
		const slowFor = [...seen(20, 0, 1500, "acme"), ...seen(20, 0, 1500, "beta")];
		const others = [...quick, ...quick, ...slowFor];
		expect(verdict(others, { heldMs: HELD })).toBe("PROMOTE");
		const added = seen(300, 300, 1, "flood");
		expect(verdict([...others, ...added], { heldMs: HELD })).toBe("PROMOTE");
	});

	it("however many addresses they come from, anonymous calls alone never roll it back", () => {
		fc.assert(
			fc.property(CALLS, (calls) => {
				const nobody = calls.map((call) => ({ ...call, identified: false }));
				expect(verdict(nobody)).not.toBe("ROLL_BACK");
			}),
		);
		const many = Array.from({ length: 50 }, (_, index) => anonymous(20, 20, `10.0.0.${index}`));
		expect(verdict(many.flat())).toBe("CONFIRM");
		expect(verdict([...many.flat(), ...seen(30), ...seen(30, 0, 50, "beta")])).toBe("CONFIRM");
	});
});

describe("the callers of a canary", () => {
	const canary = (share: number, consumers: string[] = []) => ({ share, consumers, since: "2026" });
	const who = (subject: string, consumer = "ga-mep") => ({ subject, consumer });

	it("are those listed by organisation or subject, and nobody else", () => {
		const named = canary(100, ["ga-mep", "staff-9"]);
		expect(isChosen(named, "colleges", who("staff-1"))).toBe(true);
		expect(isChosen(named, "colleges", who("staff-9", "oh-mep"))).toBe(true);
		expect(isChosen(named, "colleges", who("staff-1", "oh-mep"))).toBe(false);
	});

	it("are the configured share, always the same ones, and others for another partner", () => {
		const everyone = Array.from({ length: 4000 }, (_, index) => who(`caller-${index}`));
		const chosen = (name: string, share: number) =>
			everyone.filter((one) => isChosen(canary(share), name, one));
		for (const share of [1, 10, 50]) {
			const found = chosen("colleges", share);
			expect(found.length / everyone.length).toBeCloseTo(share / 100, 1);
			expect(chosen("colleges", share)).toEqual(found);
			expect(chosen("colleges", share + 10)).toEqual(expect.arrayContaining(found.slice(0, 50)));
		}
		expect(chosen("colleges", 100)).toHaveLength(4000);
		expect(chosen("other", 10)).not.toEqual(chosen("colleges", 10));
	});
});

it("a canary replaces the active version in its own graph only, and at most four run at once", () => {
	const version = (name: string, number: number, since?: string) =>
		({
			name,
			version: number,
			canary: since ? { share: 10, consumers: [], since } : null,
		}) as unknown as ServedSubgraph;
	const { base, canaries } = slotsOf([
		version("a", 1),
		version("a", 2, "2026-05"),
		...["5", "4", "3", "2"].map((day) => version(`n${day}`, 1, `2026-0${day}`)),
	]);
	expect(base.map(({ name, version }) => [name, version])).toEqual([["a", 1]]);
	expect(canaries.map(({ name }) => name)).toEqual(["n2", "n3", "n4", "a"]);
	const full = { ...version("a", 3), canary: { share: 100, consumers: [], since: "2026" } };
	expect(slotsOf([version("a", 1), full])).toEqual({ base: [full], canaries: [] });
	expect(withCanary(base, version("a", 2, "2026")).map(({ version }) => version)).toEqual([2]);
	expect(withCanary(base, version("b", 1, "2026"))).toHaveLength(2);
});
