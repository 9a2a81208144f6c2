/** Columns of an engagement of which few combinations occur. */
const PROFILED = ["kind", "center", "institute", "fiscalYear", "calendarYear", "open"] as const;

export type Profiled = (typeof PROFILED)[number];

/**
 * The combinations of codes that occur, so that conditions and groups are worked out once for each of them and not for
 * each engagement, which holds only the number of its own. They only grow, and none is ever changed.
 */
export type Profiles = {
	size: number;
	numbers: Map<string, number>;
	columns: Record<Profiled, Uint16Array>;
};

const FIRST_SIZE = 1024;

const columnsOf = (of: (name: Profiled) => Uint16Array) =>
	Object.fromEntries(PROFILED.map((name) => [name, of(name)])) as Profiles["columns"];

export const createProfiles = (): Profiles => ({
	size: 0,
	numbers: new Map(),
	columns: columnsOf(() => new Uint16Array(FIRST_SIZE)),
});

/** A scan keeps the columns that it began with. */
function grow(profiles: Profiles): void {
	const before = profiles.columns;
	profiles.columns = columnsOf((name) => {
		const column = new Uint16Array(before[name].length * 2);
		column.set(before[name]);
		return column;
	});
}

/** The number of a combination, a new one if need be. */
export function profileOf(profiles: Profiles, codes: Record<Profiled, number>): number {
	const { kind, center, institute, fiscalYear, calendarYear, open } = codes;
	const key = String.fromCharCode(kind, center, institute, fiscalYear, calendarYear, open);
	const known = profiles.numbers.get(key);
	if (known !== undefined) return known;
	const number = profiles.size++;
	if (number === profiles.columns.kind.length) grow(profiles);
	for (const name of PROFILED) profiles.columns[name][number] = codes[name];
	profiles.numbers.set(key, number);
	return number;
}
