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
