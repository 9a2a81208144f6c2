import {
	COLLUDERS,
	DISTINCT_WIDTH,
	demandedWidth,
	unsafeSum,
} from "../../subgraphs/engagements/suppression/safety.ts";
import { FLOORS, type Rules } from "../../subgraphs/engagements/suppression/system.ts";
import { type Contributors, type Counted, tally } from "./intruder-records.ts";
import type { Block } from "./intruder-tables.ts";

/** Whose confidential records the intruder has beside all that is public. */
export type View = { name: string; center?: string; smes: string[] };

export const PUBLIC_VIEW: View = { name: "the public", smes: [] };
export const centerView = (center: string): View => ({ name: center, center, smes: [] });
export const smeView = (...smes: string[]): View => ({ name: smes.join(" and "), smes });

export const isOwn = ({ center, smes }: View, record: Counted): boolean =>
	(center !== undefined && record.center === center) || smes.includes(record.sme);

/** What a measure takes of a contributor: 1 of each for manufacturers (0), else an amount. */
const amountOf = (amounts: readonly number[], measure: number) =>
	measure === 0 ? 1 : (amounts[measure - 1] as number);

export function amountsIn(of: Contributors | undefined, measure: number): number[] {
	const amounts = [...(of?.values() ?? [])].map((one) => amountOf(one, measure));
	return amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
}

export type Kind = { money: boolean; whole: boolean };
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * How wide the interval of a measure of a cell must be for a view; 0 where it may be known. `all` are the confidential
 * amounts of the cell, `others` those without the viewer's own records.
 */
export function demandOf(
	view: View,
	all: readonly number[],
	others: readonly number[],
	measure: number,
	{ money, whole }: Kind,
	rules: Rules,
): number {
	const [largest = 0, ...rest] = others;
	if (largest === 0) return 0;
	const leastOf = (given: Rules) => (money ? given.minMoneyContributors : given.minContributors);
	if (view.center !== undefined) {
		if (!unsafeSum(others, leastOf(FLOORS), rules, 1)) return 0;
		return measure === 0 ? DISTINCT_WIDTH : demandedWidth(others, whole, rules);
	}
	const colluding = all.length - others.length;
	const uncertain = sum(rest.slice(COLLUDERS - colluding));
	const isSafe =
		all.length >= leastOf(rules) &&
		largest <= rules.maxShare * sum(all) &&
		uncertain >= (rules.priorPercent / 100) * largest;
	if (isSafe) return 0;
	return measure === 0
		? DISTINCT_WIDTH
		: demandedWidth([largest, sum(all) - largest], whole, rules);
}

/** Pairs who share cells that few contribute to, most cells first. */
export function pairsThatShare({ secret, trees, cells }: Block, count: number): View[] {
	const shared = new Map<string, number>();
	for (const [key, of] of tally(secret, trees)) {
		const smes = [...of.keys()].sort();
		if (!cells.get(key)?.suppressed || smes.length < 3 || smes.length > 4) continue;
		for (const [n, one] of smes.entries())
			for (const other of smes.slice(n + 1)) {
				const pair = `${one} ${other}`;
				shared.set(pair, 1 + (shared.get(pair) ?? 0));
			}
	}
	const most = [...shared].sort((a, b) => b[1] - a[1]).slice(0, count);
	return most.map(([pair]) => smeView(...pair.split(" ")));
}
