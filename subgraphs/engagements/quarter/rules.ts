type Fault = { path: string; message: string };

/** The first fiscal year of MEP, and one beyond which nobody means it. */
const [FIRST_YEAR, LAST_YEAR] = [1988, 2200];

/** What is wrong with the name of a quarter; whether it has ended is another question. */
export function quarterFaults(fiscalYear: number, quarter: number): Fault[] {
	const faults: Fault[] = [];
	if (fiscalYear < FIRST_YEAR || fiscalYear > LAST_YEAR)
		faults.push({
			path: "fiscalYear",
			message: `${fiscalYear} is out of range; ${FIRST_YEAR} is the first year of MEP`,
		});
	if (quarter < 1 || quarter > 4)
		faults.push({ path: "quarter", message: `${quarter} is no quarter; 1 is October to December` });
	return faults;
}

/** A center's quarter, by which its report is known: ga-mep~2019~2. */
export function quarterId(centerId: string, fiscalYear: number, quarter: number): string {
	return [centerId, fiscalYear, quarter].join("~");
}

/** What `quarterId` put together. */
export function partsOf(id: string): { centerId: string; fiscalYear: number; quarter: number } {
	const [centerId = "", fiscalYear, quarter] = id.split("~");
	return { centerId, fiscalYear: Number(fiscalYear), quarter: Number(quarter) };
}
