import type { Log } from "../../../shared/log.ts";
import { outageOf } from "../../../shared/outages.ts";
import type { OperationSeen, Registry } from "../../../shared/registry.ts";

/** An operation independent of its consumers: `OperationSeen` without consumer, day and counts. */
export type Operation = Pick<OperationSeen, "hash" | "document" | "name" | "fields" | "partners">;

/** Most distinct operations and consumers that are buffered until written; further ones are dropped. */
const MOST_AT_ONCE = 2000;

/** Most characters of their texts. */
const MOST_TEXT = 5_000_000;

const EVERY_MS = 5000;

const A_DAY_MS = 86_400_000;

/** Tells the day in UTC, whose text is made once a day. */
function dayTeller(): () => string {
	let number = Number.NaN;
	let text = "";
	return () => {
		const now = Date.now();
		const today = Math.floor(now / A_DAY_MS);
		if (today !== number) {
			number = today;
			text = new Date(now).toISOString().slice(0, 10);
		}
		return text;
	};
}

/** Characters that an operation takes in the buffer. */
export const lengthOf = ({ document, fields }: Operation): number =>
	fields.reduce((sum, field) => sum + field.length, document.length);

/** Counts operations by consumer and day, and hands the counts to the registry every few seconds. */
export function operationLog(
	registry: Pick<Registry, "recordOperations">,
	log: Log,
	everyMs = EVERY_MS,
) {
	const today = dayTeller();
	let seen = new Map<string, OperationSeen>();
	let text = 0;
	let lost = 0;

	const outage = outageOf(
		log,
		{},
		{
			began: "operations could not be recorded; they are kept for the next time",
			over: "operations are recorded again",
		},
	);

	async function flush(): Promise<void> {
		if (lost > 0) log.warn({ lost }, "too many distinct operations; some were not recorded");
		lost = 0;
		if (seen.size === 0) return;
		const batch = seen;
		seen = new Map();
		text = 0;
		try {
			await registry.recordOperations([...batch.values()]);
			outage.answered();
		} catch (error) {
			outage.failed({ err: error });
			for (const [key, one] of batch) {
				const newer = seen.get(key);
				if (!newer) {
					seen.set(key, one);
					text += lengthOf(one);
				} else {
					newer.count += one.count;
					newer.errors += one.errors;
				}
			}
		}
	}

	const timer = setInterval(() => void flush(), everyMs);
	timer.unref();
	return {
		add(operation: Operation, consumer: string, failed: boolean): void {
			const day = today();
			const key = `${day} ${operation.hash} ${consumer}`;
			let found = seen.get(key);
			if (!found) {
				if (seen.size >= MOST_AT_ONCE || text > MOST_TEXT) {
					lost++;
					return;
				}
				text += lengthOf(operation);
				found = { ...operation, consumer, day, count: 0, errors: 0 };
				seen.set(key, found);
			}
			found.count++;
			if (failed) found.errors++;
		},
		async close(): Promise<void> {
			clearInterval(timer);
			await flush();
		},
	};
}

export type OperationLog = ReturnType<typeof operationLog>;
