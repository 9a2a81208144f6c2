import type { OutcomesToVerifyQuery } from "../../graphql/graphql.ts";
import { exactly } from "../../parts/outcome-claims.ts";
import type { Words } from "../../words/use-words.ts";

export type ToVerify = OutcomesToVerifyQuery["outcomes"]["nodes"][number];
type Claim = ToVerify["claims"][number];
type Compared = ToVerify["comparisons"][number];
type Comparison = Compared["comparisons"][number];

/** One reason why a figure is remarkable or not. */
export type Reason = { key: string; text: string; isStriking: boolean };

function basisOf(t: Words, { basis }: Comparison, compared: Compared): string {
	const { kind, employeesFrom, employeesTo } = compared;
	if (basis === "KIND") return t("outcomes.basis.KIND", { kind: kind ? t(`kind.${kind}`) : "" });
	if (basis === "SIZE_CLASS")
		return employeesTo === null
			? t("outcomes.basis.LARGE", { from: employeesFrom ?? 0 })
			: t("outcomes.basis.SIZE_CLASS", { from: employeesFrom ?? 0, to: employeesTo });
	return t("outcomes.basis.METRIC");
}

/** Between these shares of a median, a figure is about the same. */
const [FROM, TO] = [0.8, 1.25];

/** How a figure stands beside a median: so many times it, about it, or not as a multiple. */
function standingOf({ timesMedian }: Comparison): "times" | "about" | "zero" {
	if (timesMedian === null) return "zero";
	return timesMedian > FROM && timesMedian < TO ? "about" : "times";
}

const OWN = {
	times: "outcomes.explain.own",
	about: "outcomes.explain.own.about",
	zero: "outcomes.explain.own.zero",
} as const;

function comparisonText(t: Words, claim: Claim, compared: Compared, one: Comparison): string {
	const { basis, reports, median, timesMedian, exceeds } = one;
	if (median === null)
		return basis === "OWN_EARLIER"
			? t("outcomes.explain.own.none")
			: t("outcomes.explain.few", { reports, basis: basisOf(t, one, compared) });
	const standing = standingOf(one);
	const values = {
		reports,
		exceeds: exceeds ?? 0,
		median: exactly(t, median, claim.currency),
		times: t.number(timesMedian ?? 0),
		basis: basisOf(t, one, compared),
	};
	return t(basis === "OWN_EARLIER" ? OWN[standing] : `outcomes.explain.${standing}`, values);
}

/** Why a figure is remarkable or not, in words: the bound for the firm's size, then what others reported. */
export function reasonsOf(t: Words, claim: Claim, compared: Compared | undefined): Reason[] {
	if (!compared) return [];
	const { limit, employees, comparisons } = compared;
	const isBeyond = limit !== null && claim.value > limit;
	const bound = {
		key: "BOUND",
		isStriking: true,
		text:
			employees === null
				? t("outcomes.explain.bound-unknown", { limit: exactly(t, limit ?? 0, claim.currency) })
				: t("outcomes.explain.bound", {
						employees,
						limit: exactly(t, limit ?? 0, claim.currency),
					}),
	};
	return [
		...(isBeyond ? [bound] : []),
		...comparisons.map((one) => ({
			key: one.basis,
			isStriking: one.isUnusual === true,
			text: comparisonText(t, claim, compared, one),
		})),
	];
}
