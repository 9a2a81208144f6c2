import type { Reader } from "../../../shared/database/reader-in.ts";
import { parsePartialDate } from "../../../shared/dates.ts";
import { quarterOfDay } from "../engagement/rules.ts";
import { ESTABLISHED } from "../policy.ts";
import { SUBJECTS } from "../statistics/family.ts";
import { outcomeYears, quarterPeriod, yearOf } from "../statistics/periods.ts";
import { changesSince, type RecordChange } from "./queries.ts";

/** More changes than these are not looked through: some of them matter. */
const MOST_CHANGES = 20_000;

type Snapshot = Record<string, unknown>;

/** Columns of manufacturers that the tables distinguish. */
const OF_MANUFACTURERS = ["state", "naics", "employees", "root_id"];
const COUNTED = SUBJECTS.outcomes.inner.values.map(({ id }) => id);

const periodOf = (day: unknown) => (day ? quarterPeriod(quarterOfDay(String(day))) : undefined);

function isCountedEngagement(row: Snapshot, quarters: ReadonlySet<string>): boolean {
	const [first, last] = [periodOf(row.started_first), periodOf(row.started_last)];
	return (
		(ESTABLISHED as readonly unknown[]).includes(row.status) &&
		first !== undefined &&
		first === last &&
		quarters.has(first)
	);
}

function isCountedOutcome(row: Snapshot, years: readonly number[]): boolean {
	const end = parsePartialDate(String(row.window_end ?? ""));
	const period = end && periodOf(end.first);
	return (
		COUNTED.includes(String(row.verification)) &&
		period !== undefined &&
		years.includes(yearOf(period))
	);
}

/** Whether a change is one of records that a release over `quarters` counts. */
function matters(
	{ record_type, before, after }: RecordChange,
	quarters: ReadonlySet<string>,
	years: readonly number[],
): boolean {
	const versions: Snapshot[] = [before, after].flatMap((text) => (text ? [JSON.parse(text)] : []));
	const [was, is] = versions;
	if (record_type === "SME")
		// A new manufacturer has no records yet.
		return is !== undefined && OF_MANUFACTURERS.some((column) => was?.[column] !== is[column]);
	return versions.some((row) =>
		record_type === "ENGAGEMENT"
			? isCountedEngagement(row, quarters)
			: isCountedOutcome(row, years),
	);
}

/** Whether records that a release over `quarters` counts have changed after the change `seq`. */
export async function isStale(
	database: Reader,
	seq: number,
	quarters: readonly string[],
): Promise<boolean> {
	const changes = await changesSince(database, seq, MOST_CHANGES + 1);
	if (changes.length > MOST_CHANGES) return true;
	const covered = new Set(quarters);
	const years = outcomeYears(quarters);
	return changes.some((change) => matters(change, covered, years));
}
