import type { Log } from "../../../shared/log.ts";
import { outageOf } from "../../../shared/outages.ts";
import type { CallCount, Registry } from "../../../shared/registry.ts";

/** Upper bounds of the latency histogram's buckets, in milliseconds; histograms with equal buckets can be added. */
const BOUNDS = [
	5, 10, 15, 25, 40, 60, 100, 150, 250, 400, 600, 1000, 1500, 2500, 4000, 6000, 10_000,
];
const SLOWEST = 60_000;

const EVERY_MS = 5000;
/** Most versions and days that are buffered until written. */
const MOST = 1000;

const boundOf = (ms: number) => BOUNDS.find((bound) => ms <= bound) ?? SLOWEST;

function merged(one: CallCount, other: CallCount): CallCount {
	const buckets = { ...one.buckets };
	for (const [bound, calls] of Object.entries(other.buckets))
		buckets[Number(bound)] = (buckets[Number(bound)] ?? 0) + calls;
	return {
		...one,
		calls: one.calls + other.calls,
		faults: one.faults + other.faults,
		busiestMinute: Math.max(one.busiestMinute, other.busiestMinute),
		buckets,
	};
}

/** Counts calls to partners by version and day, and hands the counts to the registry every few seconds. */
export function callRecorder(
	registry: Pick<Registry, "recordCalls">,
	log: Log,
	everyMs = EVERY_MS,
) {
	let counts = new Map<string, CallCount>();
	/** Calls of each version in its latest minute with calls. */
	const minutes = new Map<string, { minute: number; calls: number }>();

	function keep(key: string, count: CallCount): void {
		const found = counts.get(key);
		if (found) counts.set(key, merged(found, count));
		else if (counts.size < MOST) counts.set(key, count);
	}

	function callsInMinute(key: string, now: number): number {
		const minute = Math.floor(now / 60_000);
		const found = minutes.get(key);
		const calls = found?.minute === minute ? found.calls + 1 : 1;
		minutes.set(key, { minute, calls });
		for (const [other, { minute: last }] of minutes) if (last < minute) minutes.delete(other);
		return calls;
	}

	const outage = outageOf(
		log,
		{},
		{
			began: "calls could not be recorded; they are kept for the next time",
			over: "calls are recorded again",
		},
	);

	async function flush(): Promise<void> {
		if (counts.size === 0) return;
		const batch = counts;
		counts = new Map();
		try {
			await registry.recordCalls([...batch.values()]);
			outage.answered();
		} catch (error) {
			outage.failed({ err: error });
			for (const [key, count] of batch) keep(key, count);
		}
	}

	const timer = setInterval(() => void flush(), everyMs);
	timer.unref();
	return {
		/** `key`: "name@version". */
		add(key: string, { ms, fault }: { ms: number; fault: boolean }, now = Date.now()): void {
			const [subgraph = "", version = ""] = key.split("@");
			const day = new Date(now).toISOString().slice(0, 10);
			keep(`${key} ${day}`, {
				subgraph,
				version: Number(version),
				day,
				calls: 1,
				faults: fault ? 1 : 0,
				busiestMinute: callsInMinute(key, now),
				buckets: fault ? {} : { [boundOf(ms)]: 1 },
			});
		},
		async close(): Promise<void> {
			clearInterval(timer);
			await flush();
		},
	};
}
