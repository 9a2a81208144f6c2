import { type Absence, answerOf, FigureAnswer } from "../figures/answer.ts";
import type { Coverage } from "../figures/coverage.ts";
import type { Figured } from "../figures/figures.ts";
import { engagementCoverage, unserved } from "../figures/manufacturers.ts";
import { counted } from "../figures/rules.ts";
import { KeyFigureName, type VerificationCount } from "../figures/type.ts";
import type { YearlyFacts } from "../remote/yearly-facts.ts";
import type { ActivityRow } from "./queries.ts";
import type { Computed } from "./rules.ts";

export type Answer =
	| {
			value: number;
			n: number;
			answer: FigureAnswer;
			coverage: Coverage;
			/** Of a value that rests on outcome reports. */
			verification: VerificationCount[];
	  }
	| (Absence & { value: null; coverage: Coverage });

/** The indicator values that the hub's records of a year give, each with its coverage. */
export function computedOf(
	{ figures, records }: Figured,
	row: ActivityRow | undefined,
	facts: YearlyFacts,
): Computed<Answer> {
	const key = (name: KeyFigureName): Answer => {
		const one = figures.find(({ figure }) => figure === name);
		if (!one) throw new Error(`there is no key figure ${name}`);
		const { value, n, answer, coverage, absent, verification } = one;
		if (typeof value === "number") return { value, n, answer, coverage, verification };
		return { value: null, answer, absent: absent ?? "", coverage };
	};
	const count = (name: keyof ActivityRow) => Number(row?.[name] ?? 0);
	const coarse = (name: "coarse_transfers" | "coarse_trainings") =>
		Number(records.people?.[name] ?? 0);
	/** A count over `n` records of `smes` manufacturers; without any, `none` of the records says why. */
	const over = (value: number, n: number, smes: number, none: Absence): Answer => {
		const coverage = engagementCoverage(smes, records.people, facts);
		return n > 0
			? { value, n, answer: answerOf(value), coverage, verification: [] }
			: { value: null, ...none, coverage };
	};
	/** Why nothing is counted: there is no such record, or none of them gives it. */
	const without = (records: number, tooCoarse: number, noun: string, lacking: string): Absence =>
		records > 0
			? {
					answer: FigureAnswer.NOT_KNOWN,
					absent: `${counted(records, noun)} of this year, none of which gives ${lacking}`,
				}
			: unserved({ coarse: tooCoarse, undated: 0 }, noun);
	const [transfers, coarseTransfers] = [count("transfers"), coarse("coarse_transfers")];
	const transfer = "technology transfer";
	return {
		smesServed: key(KeyFigureName.SMES_SERVED),
		investment: key(KeyFigureName.INVESTMENT),
		newSales: key(KeyFigureName.NEW_SALES),
		newSalesPerDollar: key(KeyFigureName.NEW_SALES_PER_FEDERAL_DOLLAR),
		transferYield: key(KeyFigureName.TECH_TRANSFER_YIELD),
		licences: over(
			count("licences"),
			count("known_instruments"),
			count("instrument_smes"),
			without(transfers, coarseTransfers, transfer, "its instrument"),
		),
		sectors: over(
			count("sectors"),
			count("known_sectors"),
			count("sector_smes"),
			without(transfers, coarseTransfers, transfer, "the NAICS code of its manufacturer"),
		),
		peopleTrained: over(
			count("trained"),
			count("counted_trainings"),
			count("trained_smes"),
			without(count("trainings"), coarse("coarse_trainings"), "training", "the people trained"),
		),
	};
}
