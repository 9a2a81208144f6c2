import { describe, expect, it } from "vitest";
import { verdictOf } from "../bench/verdict.ts";
import { isWarm } from "../bench/warm.ts";

const rounds = (...pairs: Array<[hub: number, single: number]>) =>
	pairs.map(([hub, single]) => ({ hub, single }));

describe("the guard on speed", () => {
	it("passes within the limit, even if one round exceeds it", () => {
		const found = verdictOf(rounds([1.2, 1], [9, 1], [1.3, 1]), 2);
		expect(found).toMatchObject({ passes: true, ratio: 1.3 });
		expect(found.text).toBe("ratio 1.30, at most 2: passed");
	});

	it("fails above the limit", () => {
		const found = verdictOf(rounds([4.2, 2], [4.4, 2], [0.5, 2]), 2);
		expect(found).toMatchObject({ passes: false, ratio: 2.1 });
		expect(found.text).toBe("ratio 2.10, at most 2: FAILED");
	});

	it("compares the rounds pair by pair, so that a busy machine does not look like a slow hub", () => {
		expect(verdictOf(rounds([1, 1], [5, 5], [7, 5]), 2).ratio).toBe(1);
	});

	it("fails without measurements", () => {
		expect(verdictOf([], 2).passes).toBe(false);
		expect(verdictOf(rounds([Number.NaN, 1]), 2).passes).toBe(false);
	});
});

describe("a server under load", () => {
	it("is not warm while its requests get faster", () => {
		expect(isWarm([])).toBe(false);
		expect(isWarm([5])).toBe(false);
		expect(isWarm([5, 4, 3, 2])).toBe(false);
		expect(isWarm([5, 2, 2.1, 1.8])).toBe(false);
	});

	it("is warm after three rounds without improvement", () => {
		expect(isWarm([5, 2, 2.1, 2, 1.99])).toBe(true);
		expect(isWarm([5, 2, 3, 3, 3])).toBe(true);
	});
});
