import { describe, expect, it } from "vitest";
import { callRecorder } from "../../gateway/partners/poller/call-recorder.ts";
import { createLog } from "../../shared/log.ts";
import type { CallCount } from "../../shared/registry.ts";
import { added, NONE, quantileMs } from "../../subgraphs/registry/standing/rules.ts";
import {
	afterAttempt,
	MOST_ATTEMPTS,
	retryDelayMs,
} from "../../subgraphs/registry/webhook/rules.ts";

const NOON = Date.parse("2026-11-29T12:00:00Z");

describe("a gateway's record of calls", () => {
	it("keeps day and version apart, the busiest minute, and what could not be written", async () => {
		const written: CallCount[] = [];
		let failing = true;
		const recorder = callRecorder(
			{
				async recordCalls(counted) {
					if (failing) throw new Error("disk full");
					written.push(...counted);
				},
			},
			createLog("silent"),
			5,
		);
		for (const ms of [3, 7, 7, 90_000]) recorder.add("ranks@1", { ms, fault: false }, NOON);
		recorder.add("ranks@1", { ms: 2000, fault: true }, NOON + 60_000);
		recorder.add("ranks@2", { ms: 7, fault: false }, NOON);
		recorder.add("ranks@1", { ms: 7, fault: false }, NOON + 86_400_000);
		await new Promise((done) => setTimeout(done, 30));
		failing = false;
		await recorder.close();
		const at = (version: number, day: string) =>
			written.filter((one) => one.version === version && one.day === day);
		expect(at(1, "2026-11-29")).toEqual([
			{
				subgraph: "ranks",
				version: 1,
				day: "2026-11-29",
				calls: 5,
				faults: 1,
				busiestMinute: 4,
				buckets: { 5: 1, 10: 2, 60000: 1 },
			},
		]);
		expect(at(2, "2026-11-29")).toMatchObject([{ calls: 1 }]);
		expect(at(1, "2026-11-30")).toMatchObject([{ calls: 1, busiestMinute: 1 }]);
	});
});

describe("latencies of several days", () => {
	it("add up to the same bounds as if they were of one", () => {
		const one = { ...NONE, calls: 4, buckets: new Map([[10, 4]]) };
		const other = {
			...NONE,
			calls: 4,
			buckets: new Map([
				[10, 1],
				[400, 3],
			]),
		};
		const both = added(one, other);
		expect(quantileMs(both.buckets, 0.5)).toBe(10);
		expect(quantileMs(both.buckets, 0.95)).toBe(400);
		expect(quantileMs(NONE.buckets, 0.5)).toBeNull();
	});
});

describe("delays between attempts", () => {
	it("grow to twelve hours and are spread by a fifth", () => {
		const middle = Array.from({ length: MOST_ATTEMPTS }, (_, index) =>
			retryDelayMs(index + 1, 0.5),
		);
		expect(middle.slice(0, 3)).toEqual([30_000, 120_000, 480_000]);
		expect(middle.at(-1)).toBe(12 * 3_600_000);
		expect([retryDelayMs(1, 0), retryDelayMs(1, 1)]).toEqual([24_000, 36_000]);
		const failed = { kind: "FAILED" as const, error: "HTTP 500" };
		const now = new Date(NOON);
		expect(afterAttempt(failed, MOST_ATTEMPTS - 1, now, 0.5).status).toBe("PENDING");
		expect(afterAttempt(failed, MOST_ATTEMPTS, now, 0.5).status).toBe("DEAD");
	});
});
