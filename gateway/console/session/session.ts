import { BASE_PATH } from "./address.ts";
import { lastViewer } from "./last-viewer.ts";
import { type Answered, nextState, type SessionState } from "./states.ts";

/** How people sign in to this hub: at an identity provider, by choosing a role in development, or not at all. */
export const SIGN_IN = document.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.content;

/** The header without which the hub takes no request that changes something. */
const OWN_PAGE = { "apollo-require-preflight": "1" };
/** A network that is there and brings nothing is as good as none. */
const PATIENCE_MS = 15_000;
/** Longer timers overflow. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

let state: SessionState = {
	status: SIGN_IN === "none" ? "PUBLIC" : "WAITING",
	generation: 0,
};
/** How far the clock of the hub is before that of this device. */
let skewMs = 0;
let looking: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const changes = new Set<() => void>();
const otherTabs = new BroadcastChannel("throughline-session");

export const currentSession = () => state;

/** Now by the clock of the hub, as far as it is known: that of the device may be wrong. */
export const hubNow = () => Date.now() + skewMs;
/** By how many milliseconds the clock of this device is wrong. */
export const clockError = () => -skewMs;

export function subscribeToSession(listen: () => void): () => void {
	listeners.add(listen);
	return () => listeners.delete(listen);
}

/** Calls `change` when somebody else is signed in, or nobody any more: what was answered before is not theirs to see. */
export function onViewerChange(change: () => void): void {
	changes.add(change);
}

function set(next: SessionState): void {
	const isOther = next.generation !== state.generation;
	state = next;
	if (isOther) for (const change of changes) change();
	for (const listen of listeners) listen();
}

/** Sends something that changes the session. Throws if the hub refuses. */
export async function post(path: string, body?: object): Promise<Response> {
	const headers = body ? { ...OWN_PAGE, "content-type": "application/json" } : OWN_PAGE;
	const response = await fetch(BASE_PATH + path, {
		method: "POST",
		headers,
		body: body && JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`The hub answered ${response.status}`);
	return response;
}

async function ask(): Promise<Answered> {
	const response = await fetch(`${BASE_PATH}session`, { signal: AbortSignal.timeout(PATIENCE_MS) });
	if (!response.ok) throw new Error(`The hub answered ${response.status}`);
	const answered: Answered = await response.json();
	if (answered.now !== undefined) skewMs = answered.now * 1000 - Date.now();
	return answered;
}

async function look(): Promise<void> {
	// A page that has shown nothing of the session yet begins as the public; one that shows what lies on this device does not.
	const shown = state.status === "UNREACHABLE" ? lastViewer() : undefined;
	const isNew = (state.status === "WAITING" || state.status === "UNREACHABLE") && !shown;
	let answered: Answered;
	try {
		answered = await ask();
		// Somebody may have signed in in another tab since the cookie was sent.
		if (answered.state === "ENDED" && isNew) answered = await ask();
	} catch {
		// No answer says nothing about the session.
		if (state.status === "WAITING") set({ ...state, status: "UNREACHABLE" });
		return;
	}
	if (answered.state === "ENDED" && isNew) {
		await post("session/sign-out?ended").catch(() => undefined);
		answered = { ...answered, state: "PUBLIC", problem: answered.problem ?? "ENDED" };
	}
	set(nextState(shown ? { ...state, viewer: shown } : state, answered));
	clearTimeout(timer);
	if (answered.state !== "SIGNED_IN") return;
	const left = Date.parse(answered.until) - answered.now * 1000;
	timer = setTimeout(() => void lookAtSession(), Math.min(left + 1000, LONGEST_TIMER_MS));
}

/** Asks the hub who is signed in; calls at the same time share one question. */
function lookAtSession(): Promise<void> {
	if (SIGN_IN === "none") return Promise.resolve();
	looking ??= look().finally(() => {
		looking = undefined;
	});
	return looking;
}

/** After something has changed: a question that was asked before may be answered as it was then. */
const lookAgain = (): Promise<void> => (looking ? looking.then(lookAtSession) : lookAtSession());

/** After an answer that the session has ended: true if asking again may succeed. */
export async function mayAskAgain(): Promise<boolean> {
	await lookAtSession();
	return state.status === "PUBLIC" || state.status === "SIGNED_IN";
}

/** Where to sign in, and then be led back to this page. */
export function signInAddress(): string {
	const { pathname, search, hash } = location;
	return `${BASE_PATH}session/sign-in?return=${encodeURIComponent(pathname + search + hash)}`;
}

/** Ends the session; leads to where the sign-in at the provider can be ended, too, unless `isHere`. */
export async function signOut(isHere = false): Promise<void> {
	const response = await post("session/sign-out");
	const { next } = (await response.json()) as { next: string | null };
	set(nextState(state, { state: "PUBLIC" }));
	otherTabs.postMessage("changed");
	if (next && !isHere) location.assign(next);
}

/** After this page has changed who is signed in: asks the hub, and tells other tabs. */
export async function sessionChanged(): Promise<void> {
	await lookAgain();
	otherTabs.postMessage("changed");
}

/** Forgets what was said about a sign-in that failed. */
export function dismissProblem(): void {
	set({ ...state, problem: undefined });
}

/** Asks who is signed in, now and whenever that may have changed. */
export function watchSession(): void {
	if (SIGN_IN === "none") return;
	otherTabs.addEventListener("message", () => void lookAgain());
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") void lookAtSession();
	});
	// The browser may show a page again as it was when it was left.
	addEventListener("pageshow", ({ persisted }) => {
		if (persisted) void lookAtSession();
	});
	void lookAtSession();
}
