import type { FiscalQuarter } from "../statistics/periods.ts";
import { FLOORS, type Rules } from "../suppression/system.ts";

/** Why there is no release, and what to do. */
export type Refusal = {
	code:
		| "QUARTER_OPEN"
		| "NOTHING_CLOSED"
		| "SAME_CONTENT"
		| "RULES_BELOW_FLOORS"
		| "NOT_PROTECTABLE";
	message: string;
	remedy: string;
	/** The quarter that is open, and the centers that have not reported it, where that is the reason. */
	quarter?: FiscalQuarter;
	centers: string[];
	/** Changes that wait, where there would be nothing new but them. */
	waiting?: ReadonlyArray<{ name: string; why: string[] }>;
};

const MOST_NAMED = 20;

/** "a, b and 3 more". */
export function listed(names: readonly string[]): string {
	const more = names.length - MOST_NAMED;
	return `${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A table that would have no figure left, or that no suppression can protect. */
export const unprotectable = (name: string, why: readonly string[]): Refusal => ({
	code: "NOT_PROTECTABLE",
	message: `The ${name} cannot be protected: ${why.join("; ")}`,
	remedy:
		"Release it together with later quarters, when more manufacturers have been served: ask for a preview without its quarters, or wait until more are closed.",
	centers: [],
});

/** The release would say nothing new. */
export const sameContent = (
	number: number,
	waiting: ReadonlyArray<{ name: string; why: string[] }>,
): Refusal => ({
	code: "SAME_CONTENT",
	message: `Nothing would differ from release ${number}`,
	remedy:
		waiting.length === 0
			? "Close another quarter, or wait until records of a published one change."
			: `Changes wait, since publishing them would reveal too much: ${listed(waiting.map(({ name, why }) => `${name} (${listed(why)})`))}. Release them with another quarter, or when more has changed.`,
	centers: [],
	waiting,
});

/** A quarter that some centers have not reported. */
export const quarterOpen = (
	{ fiscalYear, quarter }: FiscalQuarter,
	centers: string[],
): Refusal => ({
	code: "QUARTER_OPEN",
	message: `Quarter ${quarter} of fiscal year ${fiscalYear} is open: ${centers.length} centers have not reported it: ${listed(centers)}`,
	remedy: `Ask them to report it, or close it with closeQuarter(fiscalYear: ${fiscalYear}, quarter: ${quarter}, reason: "…").`,
	quarter: { fiscalYear, quarter },
	centers,
});

export const quarterNotEnded = ({ fiscalYear, quarter }: FiscalQuarter): Refusal => ({
	code: "QUARTER_OPEN",
	message: `Quarter ${quarter} of fiscal year ${fiscalYear} has not ended`,
	remedy: "Leave it out.",
	quarter: { fiscalYear, quarter },
	centers: [],
});

export const nothingClosed: Refusal = {
	code: "NOTHING_CLOSED",
	message: "No fiscal quarter is closed yet",
	remedy:
		"A quarter is closed when every center has reported it, or when the program office closes it with closeQuarter.",
	centers: [],
};

/** The variables that configure rules, and whether a lower value is weaker. */
const VARIABLES: Record<keyof Rules, { variable: string; lowerIsWeaker: boolean }> = {
	minContributors: { variable: "HUB_RELEASE_MIN_CONTRIBUTORS", lowerIsWeaker: true },
	minMoneyContributors: { variable: "HUB_RELEASE_MIN_MONEY_CONTRIBUTORS", lowerIsWeaker: true },
	maxShare: { variable: "HUB_RELEASE_MAX_SHARE_PERCENT", lowerIsWeaker: false },
	priorPercent: { variable: "HUB_RELEASE_PRIOR_PERCENT", lowerIsWeaker: true },
};

/** Of rules of which one is weaker than it may be. */
export function rulesBelowFloors(rules: Rules): Refusal | undefined {
	const weak = (Object.keys(VARIABLES) as Array<keyof Rules>).filter((rule) =>
		VARIABLES[rule].lowerIsWeaker ? !(rules[rule] >= FLOORS[rule]) : !(rules[rule] <= FLOORS[rule]),
	);
	if (weak.length === 0) return undefined;
	const said = weak.map(
		(rule) => `${rule} is ${rules[rule]}, the weakest allowed is ${FLOORS[rule]}`,
	);
	return {
		code: "RULES_BELOW_FLOORS",
		message: `The rules protect too little: ${said.join("; ")}`,
		remedy: `Configure ${weak.map((rule) => VARIABLES[rule].variable).join(", ")}.`,
		centers: [],
	};
}
