import type { Log } from "./log.ts";

/** How often an outage that lasts is logged again, with the count of what failed. */
const REMIND_MS = 60_000;

const secondsSince = (start: number) => Math.round((Date.now() - start) / 1000);

export type Outage = {
	/** Logged where it is the first failure of an outage; otherwise only counted. */
	failed(entry: Record<string, unknown>): void;
	/** Ends an outage, with a log entry that says how long it was and how much failed. */
	answered(): void;
	/** True from the first failure until something succeeds. */
	isStanding(): boolean;
};

/**
 * Outages of parts whose recovery is not seen where their failures are logged: one is over when a part has not failed
 * for a minute.
 */
export function silentOutages(log: Log, words: { began: string; over: string }) {
	const outages = new Map<string, { outage: Outage; over?: NodeJS.Timeout }>();
	return (part: string, entry: Record<string, unknown>): void => {
		const found = outages.get(part) ?? { outage: outageOf(log, { part }, words) };
		outages.set(part, found);
		clearTimeout(found.over);
		found.over = setTimeout(() => {
			outages.delete(part);
			found.outage.answered();
		}, REMIND_MS).unref();
		found.outage.failed(entry);
	};
}

/** Logs an outage once when it begins, once a minute while it lasts, and once when it is over. */
export function outageOf(
	log: Log | undefined,
	about: Record<string, unknown>,
	words: { began: string; over: string },
): Outage {
	let began: number | undefined;
	let told = 0;
	let failures = 0;
	return {
		failed(entry) {
			failures++;
			if (began === undefined) {
				began = Date.now();
				told = began;
				log?.error({ ...about, ...entry }, words.began);
			} else if (Date.now() - told >= REMIND_MS) {
				told = Date.now();
				log?.error({ ...about, failures, seconds: secondsSince(began) }, `${words.began} (lasts)`);
			}
		},
		answered() {
			if (began === undefined) return;
			log?.info({ ...about, failures, seconds: secondsSince(began) }, words.over);
			began = undefined;
			failures = 0;
		},
		isStanding: () => began !== undefined,
	};
}
