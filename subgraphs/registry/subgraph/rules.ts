/** Who gets a version before all do: `share` percent of consumers, or the named ones (share 0). */
type CanaryPart = { version: number; share: number; consumers: string[]; since: string };

/** Which versions of a subgraph are served. */
export type Standing = {
	/** Served to everybody whom the canary does not take. */
	active: number | null;
	canary: CanaryPart | null;
	/** Versions that were active before, oldest first, each once. */
	history: number[];
	suspended: boolean;
};

export const NOTHING: Standing = { active: null, canary: null, history: [], suspended: false };

export type Move =
	| { kind: "activate"; version: number; share: number; consumers: string[]; at: string }
	| { kind: "promote" }
	| { kind: "rollBack" }
	| { kind: "suspend" }
	| { kind: "resume" }
	/** To what a kept supergraph had: at once, without a canary. */
	| { kind: "restore"; version: number | null };

/** Share of a canary where nothing is said: all where nothing is active yet, so that nobody depends on it. */
export function defaultShare(standing: Standing): number {
	return standing.active === null ? 100 : 10;
}

function without(history: readonly number[], ...versions: Array<number | null>): number[] {
	return history.filter((version) => !versions.includes(version));
}

/** Makes `version` active, with the one before it kept for a roll-back; none active has nothing before it. */
function activeNow(standing: Standing, version: number | null): Standing {
	if (version === standing.active) return { ...standing, canary: null };
	if (version === null) return { ...standing, active: null, canary: null, history: [] };
	const before = standing.active === null ? [] : [standing.active];
	const history = [...without(standing.history, version, standing.active), ...before];
	return { ...standing, active: version, canary: null, history };
}

/** A canary that everybody has stays everybody's while another version is tried; one of some makes room for it. */
function settled(standing: Standing, next: number): Standing {
	const { canary } = standing;
	const forAll = canary !== null && canary.share >= 100 && canary.consumers.length === 0;
	return forAll && canary.version !== next ? activeNow(standing, canary.version) : standing;
}

function backOne(standing: Standing): Standing {
	if (standing.canary) return { ...standing, canary: null };
	const history = [...standing.history];
	const active = history.pop() ?? null;
	return { ...standing, active, history };
}

/** The standing after a move; the same object where the move changes nothing. */
export function after(standing: Standing, move: Move): Standing {
	switch (move.kind) {
		case "activate": {
			const { version, share, consumers, at: since } = move;
			if (version === standing.active)
				return standing.canary ? { ...standing, canary: null } : standing;
			return { ...settled(standing, version), canary: { version, share, consumers, since } };
		}
		case "promote":
			return standing.canary ? activeNow(standing, standing.canary.version) : standing;
		case "rollBack":
			return standing.canary || standing.active !== null ? backOne(standing) : standing;
		case "suspend":
			return standing.suspended ? standing : { ...standing, suspended: true };
		case "resume":
			return standing.suspended ? { ...standing, suspended: false } : standing;
		case "restore":
			return standing.active === move.version && !standing.canary
				? standing
				: activeNow(standing, move.version);
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

/** The versions that are served now, by standing. */
export function servedVersions(standing: Standing): number[] {
	if (standing.suspended) return [];
	const { active, canary } = standing;
	return [...(active === null ? [] : [active]), ...(canary ? [canary.version] : [])];
}

/** What became of a version, as its readers are told. */
export function stateOf(
	standing: Standing,
	version: number,
): "ACTIVE" | "CANARY" | "RETIRED" | "PUBLISHED" {
	if (standing.canary?.version === version) return "CANARY";
	if (standing.active === version) return "ACTIVE";
	return standing.history.includes(version) ? "RETIRED" : "PUBLISHED";
}
