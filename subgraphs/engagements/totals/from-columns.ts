import type { ServiceKind } from "../enums.ts";
import type { Scope } from "../filter/scope.ts";
import type { GroupTotals, OutcomeKind, Question } from "../live-totals.ts";
import type { OutcomeTotal } from "../outcome/type.ts";
import { sightOf } from "../policy.ts";
import { stub } from "./present.ts";
import { CellStatus, TraceDimension, type TraceTotal, type TraceTotalOrder } from "./type.ts";

/** A request for the first totals of an order. */
export type TotalsRequest = {
	scope: Scope;
	/** Each at most once. */
	by: TraceDimension[];
	orderBy: TraceTotalOrder;
	/** At most so many groups. */
	limit: number;
	withOutcomes: boolean;
	/** Whether hours or people are asked for, or ordered by. */
	withAmounts: boolean;
};

/** The same request for the columns in memory; undefined if it has conditions that they do not know. */
export function questionOf({ scope, ...request }: TotalsRequest): Question | undefined {
	const { viewer, established, practices, listed, ...conditions } = scope;
	if (!established || practices || listed) return undefined;
	return { ...request, sight: sightOf(viewer), conditions };
}

const stated = (amount: number): number | null => (Number.isNaN(amount) ? null : amount);

type OutcomeTotals = NonNullable<GroupTotals["outcomes"]>;

/** The outcome totals of each group. */
function outcomesOf(totals: OutcomeTotals, size: number): OutcomeTotal[][] {
	const { groups, kinds, value, reports } = totals;
	const found = Array.from({ length: size }, (): OutcomeTotal[] => []);
	for (let at = 0; at < groups.length; at++) {
		const { metric, currency, verification } = kinds.values[
			kinds.codes[at] as number
		] as OutcomeKind;
		found[groups[at] as number]?.push({
			metric: metric as OutcomeTotal["metric"],
			value: value[at] as number,
			currency,
			reports: reports[at] as number,
			verification: verification as OutcomeTotal["verification"],
		});
	}
	return found;
}

/** Their answer. Groups share what stands for their centers, institutes and manufacturers. */
export function totalsFrom(found: GroupTotals, by: readonly TraceDimension[]): TraceTotal[] {
	const { smes, engagements, hours, people } = found;
	const dimension = <T>(name: TraceDimension, as: (value: never) => T) => {
		const { values, codes } = found.values[by.indexOf(name as never)] ?? {};
		const made = values?.map((value) => as(value as never));
		return (at: number): T | undefined => made?.[codes?.[at] as number];
	};
	const same = <T>(value: T | null) => value;
	const kind = dimension(TraceDimension.KIND, same<ServiceKind>);
	const center = dimension(TraceDimension.CENTER, stub);
	const institute = dimension(TraceDimension.INSTITUTE, stub);
	const sme = dimension(TraceDimension.SME, stub);
	const smeState = dimension(TraceDimension.SME_STATE, same<string>);
	const naicsSector = dimension(TraceDimension.NAICS_SECTOR, same<string>);
	const fiscalYear = dimension(TraceDimension.FISCAL_YEAR, same<number>);
	const calendarYear = dimension(TraceDimension.CALENDAR_YEAR, same<number>);
	const outcomes = found.outcomes && outcomesOf(found.outcomes, smes.length);
	return Array.from(smes, (smeCount, at) => ({
		kind: kind(at),
		center: center(at) ?? null,
		institute: institute(at) ?? null,
		sme: sme(at) ?? null,
		smeState: smeState(at),
		naicsSector: naicsSector(at),
		fiscalYear: fiscalYear(at),
		calendarYear: calendarYear(at),
		smeCount,
		engagementCount: engagements[at] as number,
		hours: stated(hours[at] as number),
		peopleTrained: stated(people[at] as number),
		outcomes: outcomes?.[at],
		status: CellStatus.PUBLISHED,
	}));
}
