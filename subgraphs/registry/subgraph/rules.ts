/** Who gets a version before all do: `share` percent of consumers, or the named ones (share 0). */
type CanaryPart = { version: number; share: number; consumers: string[]; since: string };

/** Which versions of a subgraph are served. */
export type ServingState = {
	/** Served to everybody whom the canary does not take. */
	active: number | null;
	canary: CanaryPart | null;
	/** Versions that were active before, oldest first, each once. */
	history: number[];
	suspended: boolean;
};

export const NOTHING: ServingState = { active: null, canary: null, history: [], suspended: false };

export type Transition =
	| { kind: "activate"; version: number; share: number; consumers: string[]; at: string }
	| { kind: "promote" }
	| { kind: "rollBack" }
	| { kind: "suspend" }
	| { kind: "resume" }
	/** To what a kept supergraph had: at once, without a canary. */
	| { kind: "restore"; version: number | null };

/** Share of a canary where nothing is said: all where nothing is active yet, so that nobody depends on it. */
export function defaultShare(state: ServingState): number {
	return state.active === null ? 100 : 10;
}

function without(history: readonly number[], ...versions: Array<number | null>): number[] {
	return history.filter((version) => !versions.includes(version));
}

/** Makes `version` active, with the one before it kept for a roll-back; none active has nothing before it. */
function activeNow(state: ServingState, version: number | null): ServingState {
	if (version === state.active) return { ...state, canary: null };
	if (version === null) return { ...state, active: null, canary: null, history: [] };
	const before = state.active === null ? [] : [state.active];
	const history = [...without(state.history, version, state.active), ...before];
	return { ...state, active: version, canary: null, history };
}

/** A canary that everybody has stays everybody's while another version is tried; one of some makes room for it. */
function settled(state: ServingState, next: number): ServingState {
	const { canary } = state;
	const forAll = canary !== null && canary.share >= 100 && canary.consumers.length === 0;
	return forAll && canary.version !== next ? activeNow(state, canary.version) : state;
}

function backOne(state: ServingState): ServingState {
	if (state.canary) return { ...state, canary: null };
	const history = [...state.history];
	const active = history.pop() ?? null;
	return { ...state, active, history };
}

/** The state after a transition; the same object where the transition changes nothing. */
export function after(state: ServingState, transition: Transition): ServingState {
	switch (transition.kind) {
		case "activate": {
			const { version, share, consumers, at: since } = transition;
			if (version === state.active) return state.canary ? { ...state, canary: null } : state;
			return { ...settled(state, version), canary: { version, share, consumers, since } };
		}
		case "promote":
			return state.canary ? activeNow(state, state.canary.version) : state;
		case "rollBack":
			return state.canary || state.active !== null ? backOne(state) : state;
		case "suspend":
			return state.suspended ? state : { ...state, suspended: true };
		case "resume":
			return state.suspended ? { ...state, suspended: false } : state;
		case "restore":
			return state.active === transition.version && !state.canary
				? state
				: activeNow(state, transition.version);
	}
}

/** Why a canary cannot be as asked, or undefined. */
export function canaryFault(
	share: number | null | undefined,
	consumers: readonly string[],
): string | undefined {
	if (consumers.length > 0 && share) return "name consumers or a share, not both";
	if (share !== null && share !== undefined && (share < 1 || share > 100))
		return `${share} is out of range; 1 to 100 percent are possible`;
	if (consumers.some((name) => name === "" || name.length > 200 || name.includes(",")))
		return "names of consumers have 1 to 200 characters and no comma";
	return undefined;
}

/** The versions that are served now, by state. */
export function servedVersions(state: ServingState): number[] {
	if (state.suspended) return [];
	const { active, canary } = state;
	return [...(active === null ? [] : [active]), ...(canary ? [canary.version] : [])];
}

/** The state of a version, as readers see it. */
export function stateOf(
	state: ServingState,
	version: number,
): "ACTIVE" | "CANARY" | "RETIRED" | "PUBLISHED" {
	if (state.canary?.version === version) return "CANARY";
	if (state.active === version) return "ACTIVE";
	return state.history.includes(version) ? "RETIRED" : "PUBLISHED";
}
