import { answers } from "../graphql/query.ts";
import { ownName } from "../session/address.ts";
import { deviceViewer } from "../session/last-viewer.ts";
import { currentSession, mayAskAgain, subscribeToSession } from "../session/session.ts";
import type { SignedIn } from "../session/states.ts";
import { waitAfter } from "./backoff.ts";
import { importInto } from "./belongings.ts";
import { device, type StorageProblem, storageProblem } from "./device.ts";
import { type Item, ownerOf } from "./item.ts";
import { lastCount, rememberCount } from "./last-count.ts";
import type { Loaded } from "./saved-file.ts";
import { nextTime, sendDue } from "./send.ts";
import { itemStore } from "./store.ts";
import { sendAs } from "./transport.ts";

/** What lies on this device for one person. */
export type Outbox = {
	/** Undefined while nobody is known, or nothing was read yet. */
	owner?: string;
	items: readonly Item[];
	isReady: boolean;
	isSending: boolean;
	/** Why what is typed cannot be kept. */
	problem?: StorageProblem;
};

const EMPTY: Outbox = { items: [], isReady: false, isSending: false };
let state = EMPTY;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const otherTabs = new BroadcastChannel(ownName("throughline-outbox"));

export const currentOutbox = () => state;

export function subscribeToOutbox(listen: () => void): () => void {
	listeners.add(listen);
	return () => listeners.delete(listen);
}

function set(next: Partial<Outbox>): void {
	state = { ...state, ...next };
	for (const listen of listeners) listen();
}

const ownerNow = () => {
	const viewer = deviceViewer(currentSession());
	return viewer && ownerOf(viewer);
};

/** What the hub has acknowledged, as one text. */
const recordsOf = (items: readonly Item[]) =>
	items.map(({ key, record }) => record && `${key} ${JSON.stringify(record)}`).join();

/** Reads what lies on the device for who is here now. */
async function read(): Promise<void> {
	const owner = ownerNow();
	if (owner !== state.owner) set({ ...EMPTY, owner });
	if (!owner) return set({ isReady: true });
	try {
		const items = await itemStore(await device()).list(owner);
		if (owner !== ownerNow()) return;
		const hasMoved = state.isReady && recordsOf(items) !== recordsOf(state.items);
		set({ items, isReady: true, problem: undefined });
		if (items.length === 0 && lastCount(owner) > 0) set({ problem: "EVICTED" });
		// What the hub listed before is out of date.
		if (hasMoved) void answers.invalidateQueries({ queryKey: ["kept", owner] });
	} catch (error) {
		set({ problem: storageProblem(error), isReady: true });
	}
}

/** How often the hub could not be asked who is signed in. */
let unanswered = 0;

function wait(): void {
	clearTimeout(timer);
	const at = nextTime(state.items);
	const { status } = currentSession();
	// Where nobody is signed in, the outbox goes on when somebody is.
	if (["PUBLIC", "ENDED"].includes(status)) return;
	// Without an answer about who is here, the hub is asked again even if nothing waits.
	if (at === undefined && status === "SIGNED_IN") return;
	const isAsking = status !== "SIGNED_IN";
	const ms = isAsking
		? waitAfter(unanswered, Math.random())
		: Math.max(500, (at ?? 0) - Date.now());
	timer = setTimeout(() => void send(), ms);
}

/** Who is signed in at the hub, as it says now; undefined where it says nothing, or that nobody is. */
async function signedIn(): Promise<SignedIn | undefined> {
	if (currentSession().status !== "SIGNED_IN") await mayAskAgain();
	const { status, viewer } = currentSession();
	unanswered = status === "SIGNED_IN" ? 0 : unanswered + 1;
	return status === "SIGNED_IN" ? viewer : undefined;
}

const LOCK = ownName("throughline-outbox");

/** One tab sends at a time; the others wait, and find nothing left to send. */
const alone = (work: () => Promise<void>): Promise<void> =>
	navigator.locks ? navigator.locks.request(LOCK, work) : work();

async function pass(isAtOnce: boolean): Promise<void> {
	const viewer = await signedIn();
	if (!viewer) return;
	const owner = ownerOf(viewer);
	set({ isSending: true });
	try {
		const store = itemStore(await device());
		const post = sendAs(viewer);
		await sendDue({
			...{ store, owner, isAtOnce },
			async send(step) {
				const outcome = await post(step);
				// The page says so, and asks to sign in again.
				if (outcome.type === "NO_ANSWER" && outcome.failure === "SIGN_IN") await mayAskAgain();
				return outcome;
			},
			isStill: () => ownerNow() === owner && currentSession().status === "SIGNED_IN",
			now: Date.now,
			random: Math.random,
		});
	} catch (error) {
		set({ problem: storageProblem(error) });
	} finally {
		set({ isSending: false });
		await changed();
	}
}

let isQueued = false;

/** Sends what is due; `isAtOnce`: everything, whatever time it was to be tried again. */
export async function send(isAtOnce = false): Promise<void> {
	if (isQueued && !isAtOnce) return;
	isQueued = true;
	try {
		await alone(async () => {
			isQueued = false;
			await pass(isAtOnce);
		});
	} finally {
		isQueued = false;
		wait();
	}
}

async function changed(): Promise<void> {
	otherTabs.postMessage("changed");
	await read();
	if (state.owner && state.problem === undefined) rememberCount(state.owner, state.items.length);
}

/** Puts a saved file back onto the device and sends what was on its way; undefined if it cannot be read or kept. */
export async function load(file: Blob): Promise<Loaded | undefined> {
	const { owner } = state;
	try {
		const loaded = owner && (await importInto(owner, file));
		if (!loaded) return undefined;
		await changed();
		void send(true);
		return loaded;
	} catch (error) {
		set({ problem: storageProblem(error) });
		return undefined;
	}
}

/** What the browser deleted is gone; its owner knows. */
export async function acceptLoss(): Promise<void> {
	if (state.owner) rememberCount(state.owner, 0);
	await read();
}

/** Changes an item of who is here now, on the disk. Throws nothing: `problem` says why it could not be kept. */
export async function change(
	key: string,
	how: (item: Item | undefined) => Item | undefined,
): Promise<Item | undefined> {
	try {
		const kept = await itemStore(await device()).update(key, (item) =>
			item && item.owner !== ownerNow() ? item : how(item),
		);
		await changed();
		return kept;
	} catch (error) {
		set({ problem: storageProblem(error) });
		return undefined;
	}
}

/** Follows the signal, the session and other tabs. */
export function startOutbox(): void {
	const goOn = () => void read().then(() => send(true));
	otherTabs.addEventListener("message", () => void read().then(wait));
	addEventListener("online", goOn);
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") goOn();
	});
	let before = { status: currentSession().status, owner: ownerNow() };
	subscribeToSession(() => {
		const now = { status: currentSession().status, owner: ownerNow() };
		if (now.status === before.status && now.owner === before.owner) return;
		before = now;
		if (now.status === "SIGNED_IN") goOn();
		else void read();
	});
	goOn();
}
