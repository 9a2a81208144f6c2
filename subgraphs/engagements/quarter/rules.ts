type Fault = { path: string; message: string };

/** The first fiscal year of MEP, and an upper bound. */
const [FIRST_YEAR, LAST_YEAR] = [1988, 2200];

/** What is wrong with a fiscal year and quarter; whether the quarter has ended is not checked. */
export function quarterFaults(fiscalYear: number, quarter: number): Fault[] {
	const faults: Fault[] = [];
	if (fiscalYear < FIRST_YEAR || fiscalYear > LAST_YEAR)
		faults.push({
			path: "fiscalYear",
			message: `${fiscalYear} is out of range; ${FIRST_YEAR} is the first year of MEP`,
		});
	if (quarter < 1 || quarter > 4)
		faults.push({
			path: "quarter",
			message: `${quarter} is not a quarter; 1 is October to December`,
		});
	return faults;
}

/** The id of a center's quarter and its report: ga-mep~2019~2. */
export function quarterId(centerId: string, fiscalYear: number, quarter: number): string {
	return [centerId, fiscalYear, quarter].join("~");
}

/** The id of a quarter that the program office closed: 2019~2. */
export function closedQuarterId(fiscalYear: number, quarter: number): string {
	return [fiscalYear, quarter].join("~");
}

/** The parts of a `quarterId`. */
export function partsOf(id: string): { centerId: string; fiscalYear: number; quarter: number } {
	const [centerId = "", fiscalYear, quarter] = id.split("~");
	return { centerId, fiscalYear: Number(fiscalYear), quarter: Number(quarter) };
}

/** A quarter as one number, which goes up by one from quarter to quarter. */
export const ordinalOf = ({ fiscalYear, quarter }: { fiscalYear: number; quarter: number }) =>
	fiscalYear * 4 + quarter - 1;

/** The quarter of an `ordinalOf`. */
export const quarterOfOrdinal = (ordinal: number) => ({
	fiscalYear: Math.floor(ordinal / 4),
	quarter: (ordinal % 4) + 1,
});
