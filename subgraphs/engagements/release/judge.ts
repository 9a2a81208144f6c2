import { fillCells } from "../statistics/cells.ts";
import { coordinatesOf } from "../statistics/entries.ts";
import { gridOf, type PeriodGroups } from "../statistics/grid.ts";
import { confidentialCells, systemOf } from "../statistics/system.ts";
import { mayAmend } from "../suppression/amend.ts";
import type { TableSystem } from "../suppression/system.ts";
import { type Conditions, frozenIn, isOfMoney, type Linked } from "./linked.ts";

const MOST_SHOWN = 10;
const QUARTERS = 4;

/**
 * Why published records may not be replaced by those of now: what the difference would reveal, by cell. None if they
 * may.
 */
export async function judgeChange(
	linked: Linked,
	published: readonly PeriodGroups[],
	now: readonly PeriodGroups[],
	{ previous, rules, stateOf }: Conditions,
): Promise<string[]> {
	const { subject, metric } = linked;
	const year = published.length === QUARTERS ? linked.year : null;
	const grid = gridOf(subject, [published, now], year, stateOf);
	const variants = [published, now].map((records) => fillCells(grid, records));
	const included = confidentialCells(grid, variants);
	const frozen = frozenIn(previous, grid, metric);
	const [before, after] = variants.map((cells) =>
		systemOf(grid, cells, included, frozen, isOfMoney(linked)),
	) as [TableSystem, TableSystem];
	const verdict = await mayAmend(before, after, rules);
	if (verdict.ok) return [];
	return verdict.why.slice(0, MOST_SHOWN).map(({ cell, reason }) => {
		const place = coordinatesOf(grid, included[cell] as number, metric);
		return `${place.join(", ")}: ${reason}`;
	});
}
