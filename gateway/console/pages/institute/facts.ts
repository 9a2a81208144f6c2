import type { FigureFieldsFragment } from "../../graphql/graphql.ts";
import { type ToldFigure, toldOf } from "../../parts/told.ts";

/** Properties that the facts show, in their order. */
const FACTS = [
	"name",
	"native_name",
	"former_name",
	"technology_area",
	"mission",
	"sponsor",
	"lead",
	"managing_office",
	"headquarters",
	"satellite",
	"mrl_from",
	"mrl_to",
	"strength",
] as const;

/** Properties that other panels show: dates, agreement, money, members, calls, roadmap. */
const ELSEWHERE = new Set([
	"announced",
	"opened",
	"renamed",
	"agreement",
	"agreement_started",
	"plan_years",
	"members",
	"members_of_kind",
	"roadmap_areas",
	"base_federal_funding",
	"base_non_federal_cost_share",
	"federal_award",
	"federal_commitment",
	"federal_commitment_part",
	"federal_funding",
	"member_cost_share",
	"non_federal_commitment",
	"non_federal_commitment_part",
	"non_federal_cost_share",
	"total_commitment",
	"total_funding",
]);

type Facts = Record<(typeof FACTS)[number], ToldFigure<FigureFieldsFragment>[]>;

/** What sources say of an institute, by property, and what no other panel shows. */
export function factsOf(observations: readonly FigureFieldsFragment[]) {
	const told = toldOf(observations);
	const facts = Object.fromEntries(
		FACTS.map((property) => [property, told.filter(({ shown }) => shown.property === property)]),
	) as Facts;
	const isFact = (property: string) => (FACTS as readonly string[]).includes(property);
	const others = told.filter(
		({ shown: { property } }) =>
			!isFact(property) && !ELSEWHERE.has(property) && !property.startsWith("call_"),
	);
	return { facts, others };
}
