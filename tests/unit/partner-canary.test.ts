import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	CANARY_RULES,
	isChosen,
	type Seen,
	slotsOf,
	verdictOf,
	withCanary,
} from "../../gateway/partners/canary/rules.ts";
import type { ServedSubgraph } from "../../shared/registry.ts";

const HELD = CANARY_RULES.holdMs;
const judge = (canary: Seen, before?: Seen, heldMs = 1000) =>
	verdictOf(canary, before, heldMs, 2000, CANARY_RULES).kind;
const seen = (calls: number, faults = 0, p95Ms = 50): Seen => ({ calls, faults, p95Ms });

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

	it("becomes the active version after enough time and requests without too many failures", () => {
		expect(judge(seen(20), undefined, HELD)).toBe("PROMOTE");
		expect(judge(seen(20), undefined, HELD - 1)).toBe("WAIT");
		expect(judge(seen(19), undefined, 10 * HELD)).toBe("WAIT");
		expect(judge(seen(20, 20), seen(20, 20), HELD)).toBe("WAIT");
	});

	it("is never promoted by statistics that would roll it back", () => {
		const any = fc
			.record({ calls: fc.nat(200), p95Ms: fc.nat(3000) })
			.chain((one) => fc.nat(one.calls).map((faults) => ({ ...one, faults })));
		fc.assert(
			fc.property(
				any,
				fc.option(any, { nil: undefined }),
				fc.nat(2 * HELD),
				(canary, before, heldMs) => {
					const kind = judge(canary, before, heldMs);
					if (kind === "PROMOTE") {
						expect(canary.faults / canary.calls).toBeLessThanOrEqual(CANARY_RULES.faultShare);
						expect(heldMs).toBeGreaterThanOrEqual(HELD);
					}
					if (canary.faults === 0 && canary.p95Ms <= 100) expect(kind).not.toBe("ROLL_BACK");
					if (canary.calls < CANARY_RULES.earlyCalls) expect(kind).toBe("WAIT");
				},
			),
		);
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
