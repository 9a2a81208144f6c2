import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { answerOf, FigureAnswer } from "../figures/answer.ts";
import { publishedCoverage } from "../figures/coverage.ts";
import { byCalendar, keyFigures } from "../figures/figures.ts";
import type { FigureScope } from "../figures/queries.ts";
import type { FiscalYear } from "../figures/rules.ts";
import { askPublished } from "../remote/indicators.ts";
import { type AskedYear, askYearlyFacts, type YearlyFacts } from "../remote/yearly-facts.ts";
import { type Answer, computedOf } from "./computed.ts";
import { observedFor } from "./observed.ts";
import { activity } from "./queries.ts";
import { type Computed, EVALUATED_PROPERTIES, recipeOf, sourceFor, unanswered } from "./rules.ts";
import { type Evaluation, type Indicator, IndicatorStatus } from "./type.ts";

type Asking = Pick<Context, "database" | "viewer" | "ask">;
type Parent = { id: string; facts: YearlyFacts };
/** The kind of subject, the year, and whether published fiscal years match it. */
type Question = { subject: "Network" | "Institute"; year: FiscalYear; byFiscalYear: boolean };

function indicatorOf(
	id: string,
	{ subject, year, byFiscalYear }: Question,
	figures: Observation[],
	computed: Computed<Answer>,
): Indicator {
	const recipe = recipeOf(id);
	const { found, absence, others } = observedFor(recipe, figures, year, byFiscalYear);
	const source = sourceFor(recipe, subject);
	if (source === "OBSERVED" && found) {
		const { value, unit, seriesBreak } = found;
		return {
			definition: { id },
			status: IndicatorStatus.OBSERVED,
			answer: answerOf(value ?? 0),
			value,
			unit,
			observation: found,
			seriesBreak,
			coverage: publishedCoverage(1, `of the ${subject.toLowerCase()} as a whole`),
			verification: [],
			otherFigures: others,
		};
	}
	const none = { definition: { id }, status: IndicatorStatus.NOT_AVAILABLE, verification: [] };
	if (source === "OBSERVED" && absence)
		return { ...none, answer: absence.answer, reason: absence.absent, otherFigures: others };
	if (source === "COMPUTED" && recipe.computed) {
		const made = computed[recipe.computed.figure];
		const otherFigures = found ? [found, ...others] : others;
		if (made.value === null) {
			const { answer, absent, coverage } = made;
			return { ...none, answer, reason: absent, coverage, otherFigures };
		}
		const { unit, formula } = recipe.computed;
		const status = IndicatorStatus.COMPUTED;
		return { definition: { id }, status, ...made, unit, formula, otherFigures };
	}
	return {
		...none,
		answer: FigureAnswer.NOT_KNOWN,
		reason: unanswered(recipe),
		otherFigures: others,
	};
}

async function evaluate(
	context: Asking,
	scope: FigureScope,
	asked: AskedYear,
	question: Question,
	parents: readonly Parent[],
	published: { indicatorIds: string[]; figuresOf(id: string): Observation[] },
): Promise<Evaluation[]> {
	const { database, viewer } = context;
	const [figured, rows] = await Promise.all([
		keyFigures(context, scope, question.year, parents),
		activity(database, viewer, scope, question.year),
	]);
	return parents.map(({ id, facts }, index) => {
		const made = figured[index];
		if (!made) throw new Error(`no figures were made of ${id}`);
		const computed = computedOf(
			made,
			rows.find((row) => row.parent === id),
			facts,
		);
		return {
			fiscalYear: asked.calendar ? null : asked.year,
			calendarYear: asked.calendar ? asked.year : null,
			indicators: published.indicatorIds.map((one) =>
				indicatorOf(one, question, published.figuresOf(id), computed),
			),
		};
	});
}

/** Whether a network's fiscal years match the requested year: false only for calendar years of a network where they differ. */
const isByFiscalYear = ({ calendar }: AskedYear, facts: YearlyFacts) =>
	!calendar || facts.isCalendar;

/** The evaluations of several institutes in a year, in their order, each in the calendar of its network. */
export async function evaluationsOf(
	context: Asking,
	ids: readonly string[],
	asked: AskedYear,
): Promise<Evaluation[]> {
	const [facts, { indicatorIds, figures }] = await Promise.all([
		askYearlyFacts(context.ask, "Institute", ids, asked),
		askPublished(context.ask, "Institute", ids, EVALUATED_PROPERTIES),
	]);
	const figuresOf = (id: string) => figures[ids.indexOf(id)] ?? [];
	const parents = ids.map((id, index) => ({ id, facts: facts[index] as YearlyFacts }));
	return byCalendar("institute_id", parents, asked, (scope, year, some) => {
		const question = { subject: "Institute", year, byFiscalYear: !asked.calendar } as const;
		return evaluate(context, scope, asked, question, some, { indicatorIds, figuresOf });
	});
}

/** The evaluation of a network in a year. */
export async function evaluationOfNetwork(
	context: Asking,
	scope: FigureScope,
	parent: Parent,
	asked: AskedYear,
): Promise<Evaluation> {
	const { indicatorIds, figures } = await askPublished(
		context.ask,
		"Network",
		[parent.id],
		EVALUATED_PROPERTIES,
	);
	const year = { year: asked.year, startMonth: parent.facts.startMonth };
	const byFiscalYear = isByFiscalYear(asked, parent.facts);
	const question = { subject: "Network", year, byFiscalYear } as const;
	const figuresOf = () => figures[0] ?? [];
	const [made] = await evaluate(context, scope, asked, question, [parent], {
		indicatorIds,
		figuresOf,
	});
	return made as Evaluation;
}
