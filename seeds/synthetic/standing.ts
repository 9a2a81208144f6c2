import type {
	EngagementRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { LAST_FISCAL_YEAR } from "./calendar.ts";
import { quarterOf, type ReportedQuarters, reportedQuarters } from "./quarters.ts";
import { createRandom, type Random, weights } from "./random.ts";
import type { Center } from "./reference.ts";

/** Which of the records are public, and how far they have come. */
export type Standing = {
	/** Percent of the engagements that are confidential. */
	confidential: number;
	/** Whether all records are approved: no drafts, no reported quarters. */
	approvedOnly: boolean;
};

const choice = <T extends string>(shares: Record<T, number>) =>
	weights(Object.keys(shares) as T[], (value) => shares[value]);

/** Engagements are logged late in the last years only, so that releases publish the earlier ones unchanged. */
const FIRST_LATE_YEAR = LAST_FISCAL_YEAR - 1;

/** Statuses, in percent, within a quarter that the center has reported. */
const IN_REPORTED = choice({ REPORTED: 90, AMENDED: 2, LATE: 3, VOIDED: 2, DRAFT: 2, RETURNED: 1 });
const IN_OPEN = choice({ APPROVED: 60, SUBMITTED: 15, DRAFT: 15, RETURNED: 5, VOIDED: 5 });
/** Without a center, or too coarsely dated for a quarter. */
const OUTSIDE = choice({ APPROVED: 97, VOIDED: 3 });
const VERIFICATIONS = choice({
	SELF_REPORTED: 55,
	CENTER_CHECKED: 28,
	VERIFIED: 9,
	OUTLIER: 2,
	DISPUTED: 3,
	WITHDRAWN: 3,
});
const ESTABLISHED = ["APPROVED", "REPORTED", "AMENDED"];

/** Whether an engagement counts, or will when the center's manager approves it. */
export const isEstablished = ({ status, late }: EngagementRow) =>
	late || ESTABLISHED.includes(status);

function drawStatus(row: EngagementRow, quarters: ReportedQuarters, random: Random) {
	const quarter = quarterOf(row);
	const reported = quarter !== undefined && quarters.rows.has(quarter);
	const drawn = random.weighted<string>(
		quarter === undefined ? OUTSIDE : reported ? IN_REPORTED : IN_OPEN,
	);
	// Approved later, see `publishReleases`.
	if (drawn === "LATE" && Number(row.fiscal_year) >= FIRST_LATE_YEAR)
		return { status: "SUBMITTED", late: true };
	const status = drawn === "LATE" ? "REPORTED" : drawn;
	if (reported && ["REPORTED", "AMENDED"].includes(status)) quarters.count(quarter, row.sme_id);
	return { status, late: false };
}

/**
 * Draws the standing of the records of a run, from a random generator of its own: it changes nothing else about them.
 * Public engagements are concentrated with few manufacturers, of which others stay confidential.
 */
export function drawStandings(
	{ confidential, approvedOnly }: Standing,
	centers: readonly Center[],
	seed: number,
) {
	const random = createRandom(seed + 1_000_003);
	const open = 1 - confidential / 100;
	const openSmes = Math.min(1, open * 2);
	const quarters = approvedOnly ? undefined : reportedQuarters(centers, random);
	return {
		quarters: () => [...(quarters?.rows.values() ?? [])],
		sme: (row: SmeRow): SmeRow => ({
			...row,
			visibility: random.chance(openSmes) ? "PUBLIC" : "CONFIDENTIAL",
		}),
		engagement(row: EngagementRow, sme: SmeRow): EngagementRow {
			const found = { ...row, ...(quarters && drawStatus(row, quarters, random)) };
			const isPublic =
				sme.visibility === "PUBLIC" && isEstablished(found) && random.chance(open / openSmes);
			return { ...found, visibility: isPublic ? "PUBLIC" : "CONFIDENTIAL" };
		},
		/** An outcome is public if everything that it covers is. */
		outcome: (row: OutcomeRow, covered: readonly EngagementRow[]): OutcomeRow => ({
			...row,
			verification: quarters ? random.weighted<string>(VERIFICATIONS) : row.verification,
			visibility: covered.every(({ visibility }) => visibility === "PUBLIC")
				? "PUBLIC"
				: "CONFIDENTIAL",
		}),
	};
}
