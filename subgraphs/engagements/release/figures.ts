import { type Cells, fillCells } from "../statistics/cells.ts";
import { collectGrid, collectTable, coordinatesOf } from "../statistics/entries.ts";
import { type Grid, gridOf, type PeriodGroups } from "../statistics/grid.ts";
import { confidentialCells, systemOf } from "../statistics/system.ts";
import { NotProtectable, protect } from "../suppression/protect.ts";
import { REASONS } from "../suppression/system.ts";
import { type Conditions, type Figures, frozenIn, isOfMoney, type Linked } from "./linked.ts";
import { listed } from "./refusals.ts";

const OTHERS = REASONS.indexOf("COMPLEMENTARY") + 1;
const EARLIER = REASONS.indexOf("EARLIER_RELEASE") + 1;
/** Some cells cannot be protected, whatever is suppressed. */
class Unprotectable extends Error {}

const HIDES_ALL = "every figure would have to be suppressed";

/** An error of the engine, with the coordinates of the cells in its message. */
function inCells(error: unknown, coordinates: (cell: number) => string[]): unknown {
	if (!(error instanceof NotProtectable)) return error;
	return new Unprotectable(
		`${error.cells.length} cells, ${listed(error.cells.map((cell) => coordinates(cell).join(" ")))}`,
	);
}

type Decided = {
	/** Place of the reason in REASONS plus one of a cell with confidential records; 0 if it is published. */
	reasons: Map<number, number>;
	grid: Grid;
	cells: Cells;
	audited: number;
	programs: number;
};

/** Counts records and decides which cells are suppressed; those of the release before stay as they are. Throws Unprotectable. */
async function decideCells(
	linked: Linked,
	records: readonly PeriodGroups[],
	year: string | null,
	{ previous, rules, stateOf, progress }: Conditions,
): Promise<Decided> {
	const { subject, metric } = linked;
	const grid = gridOf(subject, [records], year, stateOf);
	const cells = fillCells(grid, records);
	const included = confidentialCells(grid, [cells]);
	const frozen = frozenIn(previous, grid, metric);
	const system = systemOf(grid, cells, included, frozen, isOfMoney(linked));
	const free = included.some((_, index) => system.frozen?.[index] === 0);
	const protection = free
		? await protect(system, rules, { progress }).catch((error: unknown) => {
				throw inCells(error, (cell) => coordinatesOf(grid, included[cell] as number, metric));
			})
		: undefined;
	const reasonOf = (cell: number, index: number) =>
		frozen(cell) === 2 ? EARLIER : (protection?.suppressed[index] ?? 0);
	const reasons = new Map(included.map((cell, index) => [cell, reasonOf(cell, index)] as const));
	const { audited = 0, programs = 0 } = protection ?? {};
	return { reasons, grid, cells, audited, programs };
}

/** The same, with all figures of the year suppressed: quarters that were published earlier can make it impossible to protect. */
async function decideWithoutYear(
	linked: Linked,
	records: readonly PeriodGroups[],
	conditions: Conditions,
): Promise<Decided> {
	const { subject, metric, year } = linked;
	const quarters = await decideCells(linked, records, null, conditions);
	const keyOf = (grid: Grid, cell: number) => coordinatesOf(grid, cell, metric).join("\n");
	const known = new Map(
		[...quarters.reasons].map(([cell, reason]) => [keyOf(quarters.grid, cell), reason]),
	);
	const grid = gridOf(subject, [records], year, conditions.stateOf);
	const cells = fillCells(grid, records);
	const reasons = new Map(
		confidentialCells(grid, [cells]).map((cell) => [cell, known.get(keyOf(grid, cell)) ?? OTHERS]),
	);
	return { ...quarters, reasons, grid, cells };
}

async function protectedFigures(
	linked: Linked,
	records: readonly PeriodGroups[],
	conditions: Conditions,
): Promise<Figures> {
	const { subject, metric, year } = linked;
	const frozenIsIn = linked.parts.some(({ part }) => conditions.previous?.bases.has(part));
	const { reasons, grid, cells, audited, programs } = await decideCells(
		linked,
		records,
		year,
		conditions,
	).catch((error: unknown) => {
		if (!(error instanceof Unprotectable) || year === null || !frozenIsIn) throw error;
		return decideWithoutYear(linked, records, conditions);
	});
	const suppressed = (cell: number) => reasons.get(cell) ?? 0;
	const frozen = frozenIn(conditions.previous, grid, metric);
	const free = [...reasons.keys()].filter((cell) => frozen(cell) === 0);
	const hidesAll = free.length > 0 && free.every((cell) => suppressed(cell) > 0);
	return {
		collect: (into) => collectGrid(into, grid, cells, suppressed, metric),
		// A metric that few reported is suppressed; engagements of which nothing is left are no statistics.
		refused: hidesAll && subject === "engagements" ? [HIDES_ALL] : [],
		audited,
		programs,
	};
}

/** The same figures as in the release before. */
export function figuresAsBefore(
	{ metric, parts, year, subject }: Linked,
	{ previous }: Conditions,
): Figures {
	const periods = new Set<string | undefined>(parts.map(({ period }) => period));
	if (year !== null) periods.add(year);
	return {
		collect(into) {
			for (const table of previous?.tables.values() ?? [])
				if (table.id.startsWith(subject))
					collectTable(
						into,
						table,
						(ids) => periods.has(ids.at(-1)) && (metric === null || ids[1] === metric),
						EARLIER,
					);
		},
		refused: [],
		audited: 0,
		programs: 0,
	};
}

/** Figures of records; where they cannot be protected, `refused` says why and they stay as before. */
export async function figuresOf(
	linked: Linked,
	records: readonly PeriodGroups[],
	conditions: Conditions,
): Promise<Figures> {
	try {
		return await protectedFigures(linked, records, conditions);
	} catch (error) {
		if (!(error instanceof Unprotectable)) throw error;
		return { ...figuresAsBefore(linked, conditions), refused: [error.message] };
	}
}
