import type { OutcomeFieldsFragment } from "../graphql/graphql.ts";
import type { Words } from "../words/use-words.ts";

type Claim = OutcomeFieldsFragment["claims"][number];
/** One figure of an outcome. */
export type Claimed = { key: string; outcome: OutcomeFieldsFragment; claim: Claim };

/** The figures of outcomes, one a row. */
export function claimsOf(outcomes: readonly OutcomeFieldsFragment[]): Claimed[] {
	return outcomes.flatMap((outcome) =>
		outcome.claims.map((claim) => ({ key: `${outcome.id} ${claim.metric}`, outcome, claim })),
	);
}

/** The same as plain values. */
export function claimsAsCells(outcomes: readonly OutcomeFieldsFragment[]) {
	return {
		columns: [
			"metric",
			"value",
			"currency",
			"qualifier",
			"window_start",
			"window_end",
			"verification",
			"covers",
			"center",
			"institute",
			"source",
			"url",
		],
		rows: claimsOf(outcomes).map(({ outcome, claim }) => [
			claim.metric,
			claim.value,
			claim.currency,
			claim.qualifier,
			outcome.windowStart,
			outcome.windowEnd,
			outcome.verification,
			outcome.covers.map(({ id }) => id).join(" "),
			outcome.center?.name,
			outcome.institute?.name,
			outcome.source.document,
			outcome.source.url,
		]),
	};
}

/** A figure to its last digit, for whoever answers for it: 13,000,000 USD. */
export const exactly = (t: Words, value: number, currency: string | null | undefined): string =>
	[t.number(value), currency].filter(Boolean).join(" ");
