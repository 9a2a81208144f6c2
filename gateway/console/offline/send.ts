import { isDue } from "./backoff.ts";
import { seal, settle } from "./change.ts";
import type { Item, Step } from "./item.ts";
import type { Outcome } from "./reply.ts";
import { nextStep } from "./steps.ts";

/** Where items are kept. */
export type Store = {
	/** The items of one person, the earliest first. */
	list(owner: string): Promise<Item[]>;
	/** Replaces an item by what `change` makes of it, with nothing in between; undefined deletes it. Returns what is kept. */
	update(
		key: string,
		change: (item: Item | undefined) => Item | undefined,
	): Promise<Item | undefined>;
};

export type Sending = {
	store: Store;
	owner: string;
	/** Sends a step, once, and says what the hub answered. */
	send(step: Step): Promise<Outcome>;
	/** Whether the owner is still the one who is signed in, and the page still there. */
	isStill(): boolean;
	now(): number;
	random(): number;
	/** Does not wait for the time of the next attempt: the signal is back, or somebody asked. */
	isAtOnce: boolean;
};

/** Seals the next step of an item in the store, so that it is the same one after whatever happens. */
async function sealNext(
	{ store }: Sending,
	key: string,
	items: Map<string, Item>,
): Promise<Step | undefined> {
	let step: Step | undefined;
	await store.update(key, (item) => {
		step = item && nextStep(item, items);
		return item && step ? seal(item, step) : item;
	});
	return step;
}

/**
 * Sends what is to be sent, in order, one after the other, and ends when nothing is due or the hub cannot be reached.
 * May run several times at once, and end at any point: steps are sealed before they are sent, and the hub does each once.
 */
export async function sendDue(sending: Sending): Promise<void> {
	const { store, owner, send, now, random, isAtOnce } = sending;
	const tried = new Set<string>();
	while (sending.isStill()) {
		const list = await store.list(owner);
		const items = new Map(list.map((item) => [item.key, item]));
		const next = list.find((item) => {
			const step = nextStep(item, items);
			return step && !tried.has(step.key) && (isAtOnce || isDue(item.nextAt, now()));
		});
		if (!next) return;
		const step = await sealNext(sending, next.key, items);
		if (!step || !sending.isStill()) continue;
		tried.add(step.key);
		const outcome = await send(step);
		await store.update(
			next.key,
			(item) => item && settle(item, step, outcome, { now: now(), random: random() }),
		);
		// The others would fare no better.
		if (outcome.type === "NO_ANSWER" && outcome.failure !== "BUSY") return;
	}
}

/** When the next attempt is due; undefined where nothing waits for its time. */
export function nextTime(list: readonly Item[]): number | undefined {
	const items = new Map(list.map((item) => [item.key, item]));
	const times = list.filter((item) => nextStep(item, items)).map(({ nextAt }) => nextAt);
	return times.length > 0 ? Math.min(...times) : undefined;
}
