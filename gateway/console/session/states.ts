/** Why somebody who wanted to sign in is not signed in; ENDED: because an earlier session has ended. */
type Problem = "DENIED" | "PROVIDER_DOWN" | "NOT_BEGUN_HERE" | "NO_ROLE" | "FAILED" | "ENDED";

/** Who is signed in: no token, nothing that would let anybody act as them. */
export type SignedIn = {
	role: "FIELD_STAFF" | "CENTER_MANAGER" | "PROGRAM_OFFICE" | "PARTNER" | "HUB_ADMIN";
	subject: string;
	name?: string;
	/** Of staff and managers. */
	center?: string;
	/** Of partners. */
	organization?: string;
};

/** What the hub answers at /session. */
export type Answered = { problem?: Problem; now?: number } & (
	| { state: "PUBLIC" | "ENDED" | "UNKNOWN" }
	| { state: "SIGNED_IN"; viewer: SignedIn; until: string; now: number }
);

export type SessionState = {
	/**
	 * WAITING for the first answer; UNREACHABLE: there was none. ENDED: `viewer` was signed in when this page was opened;
	 * what it shows is still theirs. UNKNOWN: the identity provider does not answer.
	 */
	status: "WAITING" | "UNREACHABLE" | "PUBLIC" | "SIGNED_IN" | "ENDED" | "UNKNOWN";
	viewer?: SignedIn;
	problem?: Problem;
	/** Counts viewers of this page: what was shown to one is not shown to the next. */
	generation: number;
};

const isSame = (one: SignedIn | undefined, other: SignedIn | undefined) =>
	one?.role === other?.role &&
	one?.subject === other?.subject &&
	one?.center === other?.center &&
	one?.organization === other?.organization;

/** The state after an answer of the hub. */
export function nextState(before: SessionState, answered: Answered): SessionState {
	const { viewer, generation } = before;
	const problem = answered.problem ?? before.problem;
	// Both keep the page as it is, and whose it is.
	if (answered.state === "ENDED" || answered.state === "UNKNOWN")
		return { status: answered.state, viewer, problem, generation };
	const next = answered.state === "SIGNED_IN" ? answered.viewer : undefined;
	const isFirst = before.status === "WAITING" || before.status === "UNREACHABLE";
	return {
		status: answered.state,
		viewer: next,
		problem: next ? undefined : problem,
		generation: isFirst || isSame(viewer, next) ? generation : generation + 1,
	};
}
