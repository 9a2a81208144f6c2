import type { Rules } from "../../subgraphs/engagements/suppression/system.ts";
import { kindOf } from "./intruder.ts";
import { type Contributors, type Counted, tally } from "./intruder-records.ts";
import { type Block, periodOfKey } from "./intruder-tables.ts";
import { amountsIn, demandOf, isOwn, type View } from "./intruder-views.ts";

/** The figures of cells by all records, PUBLIC and confidential. */
export function trueFigures({ open, secret, measures, trees }: Block) {
	const all = tally([...open, ...secret], trees);
	return (key: string): Array<number | null> => {
		const of = [...(all.get(key)?.values() ?? [])];
		return measures.map(({ only }, measure) => {
			if (only !== null && !only.includes(key.split("|")[1] as string)) return null;
			if (measure === 0) return of.length;
			const sum = of.reduce((total, amounts) => total + (amounts[measure - 1] as number), 0);
			return Math.round(sum * 100) / 100;
		});
	};
}

/** Published cells that are not what the records say; none unless the intruder counts wrongly. */
export function differences(block: Block): unknown[] {
	const figures = trueFigures(block);
	return [...block.cells].flatMap(([key, { suppressed, values }]) => {
		const truth = figures(key);
		const isSame = values.every((value, n) => value === truth[n]);
		return suppressed || isSame ? [] : [[key, values, truth]];
	});
}

/** What each manufacturer has in some cells together, the cells of one relation or one cell. */
function together(cells: readonly string[], of: Map<string, Contributors>): Contributors {
	const found: Contributors = new Map();
	for (const cell of cells)
		for (const [sme, amounts] of of.get(cell) ?? [])
			found.set(
				sme,
				amounts.map((amount, n) => amount + (found.get(sme)?.[n] ?? 0)),
			);
	return found;
}

/** By how much the confidential amounts of each manufacturer differ between two versions. */
function changesOf(before: Contributors, after: Contributors): Contributors {
	const found: Contributors = new Map();
	for (const sme of new Set([...before.keys(), ...after.keys()])) {
		const [was, is] = [before.get(sme), after.get(sme)];
		const by = (is ?? was ?? []).map((_, n) => Math.abs((is?.[n] ?? 0) - (was?.[n] ?? 0)));
		if (by.some((amount) => amount > 1e-6)) found.set(sme, by);
	}
	return found;
}

/** Published figures, and what the suppressed children of a published parent have together, of some periods: everybody can compute both. */
function computable({ cells, relations }: Block, periods: ReadonlySet<string>): string[][] {
	const isPublished = (key: string) =>
		cells.get(key)?.suppressed === false && periods.has(periodOfKey(key));
	const rests = relations.flatMap(({ parent, children }) => {
		const rest = children.filter((child) => !isPublished(child));
		return isPublished(parent) && rest.length > 0 ? [rest] : [];
	});
	return [...[...cells.keys()].filter(isPublished).map((key) => [key]), ...rests];
}

/** Differences between two versions of a block by which a view learns too much of those whose records changed, and how many there are. */
export function revealing(view: View, before: Block, after: Block, rules: Rules) {
	const found: string[] = [];
	let changed = 0;
	const without = (records: readonly Counted[]) => records.filter((one) => !isOwn(view, one));
	const [was, is] = [tally(before.secret, before.trees), tally(after.secret, after.trees)];
	const wasOthers = tally(without(before.secret), before.trees);
	const isOthers = tally(without(after.secret), after.trees);
	for (const cells of computable(after, before.periods)) {
		const all = changesOf(together(cells, was), together(cells, is));
		const others = changesOf(together(cells, wasOthers), together(cells, isOthers));
		if (others.size > 0) changed++;
		after.measures.forEach(({ id, only }, measure) => {
			const inner = cells[0]?.split("|")[1] as string;
			if (only !== null && !only.includes(inner)) return;
			const [some, rest] = [amountsIn(all, measure), amountsIn(others, measure)];
			if (demandOf(view, some, rest, measure, kindOf(after, id), rules) > 0)
				found.push(`${view.name}: ${id} of ${cells.join(" and ")}`);
		});
	}
	return { found, changed };
}
