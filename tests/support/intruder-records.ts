import { SIZES } from "../../subgraphs/engagements/statistics/family.ts";
import { subsectorOf } from "../../subgraphs/engagements/statistics/names.ts";

/** A record as the intruder places it in the tables. */
export type Counted = {
	sme: string;
	state: string | null;
	sector: string | null;
	size: string | null;
	center: string | null;
	institute: string | null;
	subject: "engagements" | "outcomes";
	/** Of outcomes, with the currency. */
	metric: string | null;
	/** Kind of service, or verification. */
	inner: string;
	/** "2024-Q1"; of outcomes, the fiscal year. */
	period: string;
	/** 1, then what each sum measures of it. */
	amounts: number[];
};

/** A record with the manufacturer's attributes, as it is stored or answered. */
export type Source = Omit<Counted, "sector" | "size" | "amounts" | "period"> & {
	naics: string | null;
	employees: number | null;
	/** A day; of outcomes, when the window ended. */
	day: string;
	sums: Array<number | null>;
};

/** The US fiscal quarter of a day. */
function periodOf(day: string, isQuarter: boolean): string {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	const fiscalYear = month >= 10 ? year + 1 : year;
	return isQuarter
		? `${fiscalYear}-Q${1 + (Math.floor((month - 1) / 3 + 1) % 4)}`
		: `${fiscalYear}`;
}

export function counted({ naics, employees, day, sums, ...rest }: Source): Counted {
	const size = employees === null ? null : SIZES.findLast(({ from }) => employees >= from)?.id;
	return {
		...rest,
		sector: subsectorOf(naics),
		size: size ?? null,
		period: periodOf(day, rest.subject === "engagements"),
		amounts: [1, ...sums.map((sum) => Math.round((sum ?? 0) * 100) / 100)],
	};
}

const AXES = {
	center: "none",
	state: "not-known",
	sector: "not-known",
	institute: "none",
	size: "not-known",
} as const;
type Axis = keyof typeof AXES;
/** Each manufacturer has one value in these. */
export const OF_MANUFACTURER: ReadonlySet<string> = new Set(["state", "sector", "size"]);

export const cellKey = (axis: string, value: string, inner: string, period: string) =>
	value === "all" ? `all|${inner}|${period}` : `${axis} ${value}|${inner}|${period}`;

/** By axis: the value that includes each value. */
export type Trees = Map<string, Map<string, string | null>>;

/** Every cell that a record counts in. */
function cellsOfRecord(record: Counted, trees: Trees): string[] {
	const periods = [record.period];
	if (record.subject === "engagements") periods.push(record.period.slice(0, 4));
	const places: Array<[string, string]> = [["", "all"]];
	for (const [axis, missing] of Object.entries(AXES)) {
		let value: string | null = record[axis as Axis] ?? missing;
		for (; value && value !== "all"; value = trees.get(axis)?.get(value) ?? null)
			places.push([axis, value]);
	}
	return places.flatMap(([axis, value]) =>
		periods.flatMap((period) =>
			["all", record.inner].map((inner) => cellKey(axis, value, inner, period)),
		),
	);
}

/** What each manufacturer has in a cell: records, then sums. */
export type Contributors = Map<string, number[]>;

export function tally(records: Iterable<Counted>, trees: Trees): Map<string, Contributors> {
	const found = new Map<string, Contributors>();
	for (const record of records)
		for (const key of cellsOfRecord(record, trees)) {
			const cell = found.get(key) ?? new Map<string, number[]>();
			found.set(key, cell);
			const sums = cell.get(record.sme) ?? record.amounts.map(() => 0);
			cell.set(
				record.sme,
				sums.map((sum, n) => sum + (record.amounts[n] as number)),
			);
		}
	return found;
}
