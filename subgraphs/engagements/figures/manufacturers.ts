import { median } from "../../../shared/median.ts";
import { servedFigure } from "../remote/observations.ts";
import type { YearlyFacts } from "../remote/yearly-facts.ts";
import { type Absence, answerOf, FigureAnswer } from "./answer.ts";
import { type Coverage, coverageOf, type Whole } from "./coverage.ts";
import { PUBLISHED_MANUFACTURERS } from "./published.ts";
import type { ServedRow } from "./queries.ts";
import type { Records } from "./records.ts";
import { counted, ratio } from "./rules.ts";
import { KeyFigureName, type MadeFigure } from "./type.ts";

/** Why no engagement of the year is counted. `noun` names one engagement. */
export function unserved(
	{ coarse, undated }: { coarse: number; undated: number },
	noun = "record",
): Absence {
	const without = undated > 0 ? `; ${counted(undated, noun)} without a date` : "";
	if (coarse > 0)
		return {
			answer: FigureAnswer.DATED_TOO_COARSELY,
			absent: `${counted(coarse, noun)} dated too coarsely to be placed in this year${without}; ask for calendarYear`,
		};
	return {
		answer: FigureAnswer.NO_RECORDS,
		absent: `no ${noun} of this year that may be seen${without}`,
	};
}

/** The manufacturers that a source counts for the year, of a network; null where none does. */
export function publishedManufacturers({ published }: YearlyFacts): number | null {
	return servedFigure(published ?? [], PUBLISHED_MANUFACTURERS)?.value ?? null;
}

/** The total: as published for a network, otherwise the manufacturers whose records may be of the year. */
export function wholeOf(facts: YearlyFacts, known: number): Whole {
	return facts.published === null ? { known } : { published: publishedManufacturers(facts) };
}

/** The coverage of a figure over manufacturers' engagements; `records` manufacturers are in it. */
export function engagementCoverage(
	records: number,
	people: ServedRow | undefined,
	facts: YearlyFacts,
): Coverage {
	const unplaced = { coarse: Number(people?.coarse ?? 0), undated: Number(people?.undated ?? 0) };
	return coverageOf(records, wholeOf(facts, Number(people?.known ?? 0)), unplaced, "record");
}

/** Figures over the manufacturers that were served in the year. */
export function overManufacturers(
	{ people, steps, complete }: Records,
	facts: YearlyFacts,
): MadeFigure[] {
	const count = (name: keyof ServedRow) => Number(people?.[name] ?? 0);
	const [smes, transfers] = [count("smes"), count("transfers")];
	const nobody = unserved({ coarse: count("coarse"), undated: count("undated") });
	const make = (
		figure: KeyFigureName,
		value: number | null,
		unit: string,
		n: number,
		records: number,
		absence: Absence,
	): MadeFigure => ({
		figure,
		value,
		unit,
		n,
		verification: [],
		coverage: engagementCoverage(records, people, facts),
		...(value === null ? absence : { answer: answerOf(value), absent: null }),
	});
	const share = (figure: KeyFigureName, part: number) =>
		make(figure, ratio(part, smes), "ratio", smes, smes, nobody);
	const surelyNone = complete && count("coarse") + count("undated") === 0;
	const noGain: Absence =
		transfers > 0
			? {
					answer: FigureAnswer.NOT_KNOWN,
					absent: `${counted(transfers, "technology transfer")} of this year, none of which gives both levels`,
				}
			: unserved({ coarse: count("coarse_transfers"), undated: 0 }, "technology transfer");
	return [
		make(
			KeyFigureName.SMES_SERVED,
			smes > 0 || surelyNone ? smes : null,
			"smes",
			smes,
			smes,
			nobody,
		),
		share(KeyFigureName.TECH_TRANSFER_YIELD, count("transferred")),
		make(
			KeyFigureName.MEDIAN_MRL_GAIN,
			median(steps.map((row) => Number(row.gain))),
			"levels",
			steps.length,
			count("gained"),
			noGain,
		),
		share(KeyFigureName.CROSS_PROGRAM_REACH, count("both")),
	];
}
