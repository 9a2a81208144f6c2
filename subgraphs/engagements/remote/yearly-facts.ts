import { HubError } from "../../../shared/errors.ts";
import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { SubgraphClient } from "../../../shared/subgraph/subgraph.ts";
import { DOUBT_FRAGMENT, OBSERVATION_FIELDS, servedFigure } from "./observations.ts";

export type ParentType = "MepCenter" | "Institute" | "Network";
/** The year that a caller asks for: in the calendar of the network, or from January to December. */
export type AskedYear = { year: number; calendar: boolean };

type Ratio = { value: number; figures: number };

/** What the owning subgraph knows about a center, institute or network for one year. */
export type YearlyFacts = {
	/** Month in which the requested year starts. */
	startMonth: number;
	/** Whether its fiscal years are calendar years. */
	isCalendar: boolean;
	/** Federal money of the year, USD. */
	federal: number | null;
	/** Non-federal ÷ federal, and how many printed figures that is made of. */
	match: Ratio | null;
	/** SMEs among the industry members ÷ industry members. */
	smeShare: Ratio | null;
	/** What is published about a network for the year; null for a center or institute. */
	published: Observation[] | null;
	/** Why each of the three is null, in words for the client. */
	missing: { federal: string; match: string; smeShare: string };
	/** What the match covers: a year, or a whole agreement. */
	matchCovers: string;
};

const US_FEDERAL = 10;
const MISSING = {
	federal: "no source gives its federal money",
	match: "no source gives federal and non-federal money of this year",
	smeShare: "no source counts the SMEs among its industry members for this year",
};
const NOTHING: YearlyFacts = {
	startMonth: US_FEDERAL,
	isCalendar: false,
	federal: null,
	match: null,
	smeShare: null,
	published: null,
	missing: MISSING,
	matchCovers: "of the network as a whole",
};
const BY_FISCAL_YEAR =
	"money and members are published by US federal year; ask for fiscalYear instead of calendarYear";

type Amount = { amount: number } | null;
type CenterAnswer = {
	awards?: Array<{ amount: { amount: number }; fiscalYear: number | null; coverage: string }>;
};
type InstituteAnswer = {
	networks?: Array<{ fiscalYearStartMonth: number }>;
	funding?: { federal: Amount; nonFederal: Amount; phase: { withinPlan: boolean | null } | null };
};
type NetworkAnswer = { fiscalYearStartMonth?: number; metrics?: Observation[] };

function ofCenter({ awards = [] }: CenterAnswer, year: number): YearlyFacts {
	const found = awards.find(
		({ fiscalYear, coverage }) =>
			fiscalYear !== null &&
			((coverage === "ONE_YEAR" && fiscalYear === year) ||
				(coverage === "EACH_OF_FIVE_YEARS" && year >= fiscalYear && year < fiscalYear + 5)),
	);
	const federal = "no federal award is known that covers this year alone; see MepCenter.awards";
	return { ...NOTHING, federal: found?.amount.amount ?? null, missing: { ...MISSING, federal } };
}

function ofInstitute({ networks = [], funding }: InstituteAnswer): YearlyFacts {
	const [federal, other] = [funding?.federal?.amount, funding?.nonFederal?.amount];
	const planned = funding?.phase?.withinPlan === true;
	return {
		...NOTHING,
		startMonth: networks[0]?.fiscalYearStartMonth ?? US_FEDERAL,
		isCalendar: networks[0]?.fiscalYearStartMonth === 1,
		match: planned && federal && other ? { value: other / federal, figures: 2 } : null,
		matchCovers:
			"of the whole agreement, whose planned years this one is among; not of this year alone",
		missing: {
			...MISSING,
			federal: "commitments are made for a whole agreement, not for a year; see Institute.funding",
		},
	};
}

function ofNetwork({
	fiscalYearStartMonth = US_FEDERAL,
	metrics = [],
}: NetworkAnswer): YearlyFacts {
	const value = (property: string) => servedFigure(metrics, property)?.value;
	// The two figures that documents divide. MEP's federal_funding has no counterpart.
	const [base, other] = [value("federal_base_funding"), value("state_and_private_investment")];
	const share = servedFigure(metrics, "sme_share_of_industry_members");
	const [smes, industry] = [value("sme_members"), value("industry_members")];
	const scale = share?.unit === "percent" ? 100 : 1;
	return {
		...NOTHING,
		startMonth: fiscalYearStartMonth,
		isCalendar: fiscalYearStartMonth === 1,
		federal: value("federal_funding") ?? null,
		match: base && other ? { value: other / base, figures: 2 } : null,
		smeShare: share
			? { value: (share.value as number) / scale, figures: 1 }
			: smes && industry
				? { value: smes / industry, figures: 2 }
				: null,
		published: metrics,
		missing: {
			...MISSING,
			federal: "no source gives its federal money of this year; see Network.metrics",
		},
	};
}

/** Published properties that these facts are made of. */
const INGREDIENTS = [
	"federal_funding",
	"federal_base_funding",
	"state_and_private_investment",
	"sme_members",
	"industry_members",
];

const fieldsOf = (properties: readonly string[]): Record<ParentType, string> => ({
	MepCenter: "awards { amount { amount } fiscalYear coverage }",
	Institute:
		"networks { fiscalYearStartMonth } funding { federal { amount } nonFederal { amount } phase(year: $year) { withinPlan } }",
	Network: `fiscalYearStartMonth metrics(fiscalYears: [$year], metrics: ${JSON.stringify([...new Set([...INGREDIENTS, ...properties])])}) { ${OBSERVATION_FIELDS} }`,
});

function read(type: ParentType, entity: unknown, { year, calendar }: AskedYear): YearlyFacts {
	if (!entity) return { ...NOTHING, startMonth: calendar ? 1 : US_FEDERAL };
	const facts =
		type === "MepCenter"
			? ofCenter(entity, year)
			: type === "Institute"
				? ofInstitute(entity)
				: ofNetwork(entity);
	if (!calendar || facts.isCalendar) return facts;
	const missing = { federal: BY_FISCAL_YEAR, match: BY_FISCAL_YEAR, smeShare: BY_FISCAL_YEAR };
	return { ...NOTHING, startMonth: 1, missing, published: type === "Network" ? [] : null };
}

/**
 * Asks the owning subgraph for money and members of several centers, institutes or networks in a year. If it cannot be
 * reached, the facts are null with that reason. Throws UNAVAILABLE if the start of the fiscal year is needed too.
 */
export async function askYearlyFacts(
	ask: SubgraphClient,
	type: ParentType,
	ids: readonly string[],
	asked: AskedYear,
	properties: readonly string[] = [],
): Promise<YearlyFacts[]> {
	const uses = type === "MepCenter" ? "" : ", $year: Int!";
	const fragment = type === "Network" ? ` ${DOUBT_FRAGMENT}` : "";
	const query = `query Owned($representations: [_Any!]!${uses}) { _entities(representations: $representations) { ... on ${type} { ${fieldsOf(properties)[type]} } } }${fragment}`;
	const representations = ids.map((id) => ({ __typename: type, id }));
	const variables = { representations, ...(uses && { year: asked.year }) };
	try {
		const subgraph = type === "MepCenter" ? "mep" : "institutes";
		const { _entities } = await ask<{ _entities: unknown[] }>(subgraph, query, variables);
		return ids.map((_, index) => read(type, _entities[index], asked));
	} catch (error) {
		if (!(error instanceof HubError) || error.extensions.code !== "UNAVAILABLE") throw error;
		if (type !== "MepCenter" && !asked.calendar) throw error;
		const missing = { federal: error.message, match: error.message, smeShare: error.message };
		const startMonth = asked.calendar ? 1 : US_FEDERAL;
		return ids.map(() => ({ ...NOTHING, startMonth, missing }));
	}
}
