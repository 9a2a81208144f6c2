import type {
	OutcomeMetric,
	OutcomesToVerifyQueryVariables,
	Verification,
} from "../../graphql/graphql.ts";

/** What can be looked at; WAITING: all that nobody of the program office has decided. */
export const STATES = {
	WAITING: ["OUTLIER", "SELF_REPORTED", "CENTER_CHECKED"],
	OUTLIER: ["OUTLIER"],
	SELF_REPORTED: ["SELF_REPORTED"],
	CENTER_CHECKED: ["CENTER_CHECKED"],
	DISPUTED: ["DISPUTED"],
	VERIFIED: ["VERIFIED"],
} as const satisfies Record<string, readonly Verification[]>;

export const ORDERS = {
	oldest: "REPORTED_ASC",
	largest: "LARGEST_FIRST",
	latest: "REPORTED_DESC",
} as const;

export const METRICS = [
	...(["NEW_SALES", "RETAINED_SALES", "COST_SAVINGS", "COST_AVOIDED", "INVESTMENT"] as const),
	...(["JOBS_CREATED", "JOBS_RETAINED", "NET_PROMOTER_SCORE"] as const),
] satisfies OutcomeMetric[];

/** What the address of the page may say. */
export const KNOWN = {
	state: (value: string) => Object.hasOwn(STATES, value),
	order: (value: string) => Object.hasOwn(ORDERS, value),
	metric: (value: string) => (METRICS as string[]).includes(value),
};

export function variablesOf(
	says: Readonly<Record<string, string>>,
): OutcomesToVerifyQueryVariables {
	const state = (says.state ?? "WAITING") as keyof typeof STATES;
	const order = (says.order ?? "oldest") as keyof typeof ORDERS;
	return {
		verifications: [...STATES[state]],
		orderBy: ORDERS[order],
		...(says.metric && { metrics: [says.metric as OutcomeMetric] }),
	};
}
