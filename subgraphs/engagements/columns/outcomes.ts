import { codeOf, createDictionary, type Dictionary } from "./dictionary.ts";
import { createIds, type Ids, idCode } from "./manufacturers.ts";
import { type Blocks, copyOf, createRegion, type Region, withRoom } from "./region.ts";

type ClaimColumns = { metric: Uint16Array; value: Float64Array };

const createClaims = (capacity: number): ClaimColumns => ({
	metric: new Uint16Array(capacity),
	value: new Float64Array(capacity),
});

/** Outcome reports and their figures. One that totals leave out has no figures. */
export type Outcomes = {
	ids: Ids;
	/** "NEW_SALES USD" or, without a currency, "JOBS_CREATED". */
	metrics: Dictionary;
	verifications: Dictionary;
	verification: Uint16Array;
	/** Code of the center in the dictionary of engagements. */
	center: Uint16Array;
	/** 1 if PUBLIC. */
	open: Uint8Array;
	/** One more than the code of the manufacturer whose engagements it covered first; 0 if it covers none. */
	owner: Uint32Array;
	/** 1 if it covers, or once covered, engagements of several manufacturers: some were moved since it was reported. */
	divided: Uint8Array;
	claims: Blocks;
	figures: Region<ClaimColumns>;
};

export function createOutcomes(): Outcomes {
	return {
		ids: createIds(),
		metrics: createDictionary(),
		verifications: createDictionary(),
		verification: new Uint16Array(0),
		center: new Uint16Array(0),
		open: new Uint8Array(0),
		owner: new Uint32Array(0),
		divided: new Uint8Array(0),
		claims: { start: new Uint32Array(0), count: new Uint32Array(0) },
		figures: createRegion(createClaims),
	};
}

/** A copy that can be changed while others read the first one. */
export function copyOutcomes(from: Outcomes, length: number): Outcomes {
	return {
		...from,
		figures: { ...from.figures },
		verification: copyOf(from.verification, length),
		center: copyOf(from.center, length),
		open: copyOf(from.open, length),
		owner: copyOf(from.owner, length),
		divided: copyOf(from.divided, length),
		claims: { start: copyOf(from.claims.start, length), count: copyOf(from.claims.count, length) },
	};
}

/** An outcome as `queries.ts` reads it; the figures that totals leave out are missing. */
export type OutcomeRead = {
	id: string;
	center_id: string | null;
	visibility: string;
	verification: string;
	claims: Array<{ metric: string; currency: string | null; value: number }>;
};

/** Writes outcomes as they are now into `outcomes`, which must be a copy. */
export function writeOutcomes(
	outcomes: Outcomes,
	read: readonly OutcomeRead[],
	centers: Dictionary,
): void {
	for (const { id } of read) idCode(outcomes.ids, id);
	const length = outcomes.ids.texts.length;
	if (length > outcomes.open.length) Object.assign(outcomes, copyOutcomes(outcomes, length));
	const claims = read.reduce((sum, one) => sum + one.claims.length, 0);
	outcomes.figures = withRoom(outcomes.figures, claims, outcomes.claims, createClaims);
	const { figures } = outcomes;
	for (const one of read) {
		const code = idCode(outcomes.ids, one.id);
		outcomes.verification[code] = codeOf(outcomes.verifications, one.verification);
		outcomes.center[code] = codeOf(centers, one.center_id);
		outcomes.open[code] = one.visibility === "PUBLIC" ? 1 : 0;
		outcomes.claims.start[code] = figures.used;
		outcomes.claims.count[code] = one.claims.length;
		for (const { metric, currency, value } of one.claims) {
			const name = currency === null ? metric : `${metric} ${currency}`;
			figures.columns.metric[figures.used] = codeOf(outcomes.metrics, name);
			figures.columns.value[figures.used++] = value;
		}
	}
}

/** Notes that an outcome covers engagements of a manufacturer. `outcomes` must be a copy. */
export function noteOwner(outcomes: Outcomes, outcome: number, sme: number): void {
	const { owner, divided } = outcomes;
	if (owner[outcome] === 0) owner[outcome] = sme + 1;
	else if (owner[outcome] !== sme + 1) divided[outcome] = 1;
}
