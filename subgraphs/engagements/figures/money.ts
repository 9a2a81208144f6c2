import { HubError } from "../../../shared/errors.ts";
import type { Ask } from "../../../shared/subgraph/subgraph.ts";

export type ParentType = "MepCenter" | "Institute" | "Network";

/** What the owner of a center, institute or network knows of it for one year. */
export type Owned = {
	/** Month in which its fiscal year starts. */
	startMonth: number;
	/** Federal money of the year, USD. */
	federal: number | null;
	/** Non-federal ÷ federal, and how many printed figures that is made of. */
	match: { value: number; figures: number } | null;
	/** SMEs among the industry members ÷ industry members. */
	smeShare: { value: number; figures: number } | null;
	/** Why `federal` is null, in words for the caller. */
	noFederal: string;
};

const US_FEDERAL = 10;
const NOTHING: Owned = {
	startMonth: US_FEDERAL,
	federal: null,
	match: null,
	smeShare: null,
	noFederal: "no source gives its federal money",
};

type Amount = { amount: number } | null;
type CenterAnswer = {
	awards?: Array<{ amount: { amount: number }; fiscalYear: number | null; coverage: string }>;
};
type InstituteAnswer = {
	networks?: Array<{ fiscalYearStartMonth: number }>;
	funding?: { federal: Amount; nonFederal: Amount; phase: { withinPlan: boolean | null } | null };
};
type Metric = { property: string; value: number | null; unit: string | null; accepted: boolean };
type NetworkAnswer = { fiscalYearStartMonth?: number; metrics?: Metric[] };

function ofCenter({ awards = [] }: CenterAnswer, year: number): Owned {
	const found = awards.find(
		({ fiscalYear, coverage }) =>
			fiscalYear !== null &&
			((coverage === "ONE_YEAR" && fiscalYear === year) ||
				(coverage === "EACH_OF_FIVE_YEARS" && year >= fiscalYear && year < fiscalYear + 5)),
	);
	return {
		...NOTHING,
		federal: found?.amount.amount ?? null,
		noFederal: "no federal award is known that covers this year alone; see MepCenter.awards",
	};
}

function ofInstitute({ networks = [], funding }: InstituteAnswer): Owned {
	const [federal, other] = [funding?.federal?.amount, funding?.nonFederal?.amount];
	const planned = funding?.phase?.withinPlan === true;
	return {
		...NOTHING,
		startMonth: networks[0]?.fiscalYearStartMonth ?? US_FEDERAL,
		match: planned && federal && other ? { value: other / federal, figures: 2 } : null,
		noFederal: "commitments are made for a whole agreement, not for a year; see Institute.funding",
	};
}

function ofNetwork({ fiscalYearStartMonth = US_FEDERAL, metrics = [] }: NetworkAnswer): Owned {
	const served = (property: string) =>
		metrics.find((one) => one.property === property && one.accepted && one.value !== null);
	const federal = served("federal_funding")?.value ?? served("federal_base_funding")?.value ?? null;
	const other = served("state_and_private_investment")?.value;
	const share = served("sme_share_of_industry_members");
	const [smes, industry] = [served("sme_members")?.value, served("industry_members")?.value];
	const scale = share?.unit === "percent" ? 100 : 1;
	return {
		startMonth: fiscalYearStartMonth,
		federal,
		match: federal && other ? { value: other / federal, figures: 2 } : null,
		smeShare: share
			? { value: (share.value as number) / scale, figures: 1 }
			: smes && industry
				? { value: smes / industry, figures: 2 }
				: null,
		noFederal: "no source gives its federal money of this year; see Network.metrics",
	};
}

const FIELDS: Record<ParentType, string> = {
	MepCenter: "awards { amount { amount } fiscalYear coverage }",
	Institute:
		"networks { fiscalYearStartMonth } funding { federal { amount } nonFederal { amount } phase(year: $year) { withinPlan } }",
	Network:
		'fiscalYearStartMonth metrics(fiscalYears: [$year], metrics: ["federal_funding", "federal_base_funding", "state_and_private_investment", "sme_share_of_industry_members", "sme_members", "industry_members"]) { property value unit accepted }',
};

function read(type: ParentType, entity: unknown, year: number): Owned {
	if (!entity) return NOTHING;
	if (type === "MepCenter") return ofCenter(entity, year);
	return type === "Institute" ? ofInstitute(entity) : ofNetwork(entity);
}

/**
 * Asks the owner for the money and members of several centers, institutes or networks in a year. Where it cannot be
 * asked, figures that need it are absent and say so; the others are still answered.
 */
export async function askOwned(
	ask: Ask,
	type: ParentType,
	ids: readonly string[],
	year: number,
): Promise<Owned[]> {
	const uses = type === "MepCenter" ? "" : ", $year: Int!";
	const query = `query Owned($representations: [_Any!]!${uses}) { _entities(representations: $representations) { ... on ${type} { ${FIELDS[type]} } } }`;
	const representations = ids.map((id) => ({ __typename: type, id }));
	const variables = { representations, ...(uses && { year }) };
	try {
		const subgraph = type === "MepCenter" ? "mep" : "institutes";
		const { _entities } = await ask<{ _entities: unknown[] }>(subgraph, query, variables);
		return ids.map((_, index) => read(type, _entities[index], year));
	} catch (error) {
		if (!(error instanceof HubError) || error.extensions.code !== "UNAVAILABLE") throw error;
		return ids.map(() => ({ ...NOTHING, noFederal: error.message }));
	}
}
