import type { Rules } from "../../subgraphs/engagements/suppression/system.ts";
import { type Contributors, tally } from "./intruder-records.ts";
import { FREE, narrowOf, System, type Target } from "./intruder-system.ts";
import type { Block, Relation } from "./intruder-tables.ts";
import { amountsIn, demandOf, isOwn, type Kind, type View } from "./intruder-views.ts";

/** A confidential figure that a view learns more narrowly than the rules allow. */
export type Recovered = {
	view: string;
	block: string;
	cell: string;
	measure: string;
	truth: number;
	lower: number;
	upper: number;
	/** How wide the interval must be. */
	demanded: number;
};

/** Records, then sums, of all contributors of a cell. */
function totals(of: Contributors | undefined, sums: number): number[] {
	const found = new Array<number>(sums + 1).fill(0);
	for (const amounts of of?.values() ?? [])
		amounts.forEach((amount, n) => {
			found[n] = (found[n] as number) + amount;
		});
	return found;
}

export type Seen = {
	view: View;
	block: Block;
	rules: Rules;
	open: Map<string, Contributors>;
	own: Map<string, Contributors>;
	/** The truth, to judge what is found. */
	secret: Map<string, Contributors>;
	others: Map<string, Contributors>;
};

export const kindOf = ({ name }: Block, measure: string): Kind => ({
	money: /-[A-Z]{3} /.test(name) && measure === "value",
	whole: !["hours", "value"].includes(measure),
});

/** Whether a cell is one of those that hold the records of the viewer's center and nothing else. */
export const isCentersOwn = ({ center }: View, key: string) =>
	center !== undefined && key.startsWith(`center ${center}|`);

/** How wide a measure of a cell must stay for the viewer, and the truth of it. */
function demanded({ view, block, rules, secret, others }: Seen, key: string, measure: number) {
	const all = amountsIn(secret.get(key), measure);
	const rest = amountsIn(others.get(key), measure);
	const kind = kindOf(block, block.measures[measure]?.id as string);
	return demandOf(view, all, rest, measure, kind, rules);
}

/** Published figures that tell too much by themselves once PUBLIC records and the viewer's own are subtracted. */
function publishedTooMuch(seen: Seen): Omit<Recovered, "view" | "block">[] {
	const found: Omit<Recovered, "view" | "block">[] = [];
	for (const [cell, { suppressed, values }] of seen.block.cells) {
		if (suppressed || isCentersOwn(seen.view, cell)) continue;
		values.forEach((value, measure) => {
			if (value === null) return;
			const width = demanded(seen, cell, measure);
			const id = seen.block.measures[measure]?.id as string;
			if (width > 0)
				found.push({
					cell,
					measure: id,
					truth: value,
					lower: value,
					upper: value,
					demanded: width,
				});
		});
	}
	return found;
}

/** Columns of the counts of a cell. For a center, `outside` are manufacturers with records that are not its own. */
type Counts = { distinct: number; records: number; outside: number };

/** Manufacturers and records: without the viewers themselves; for a center, with its own manufacturers, whose records it subtracts. */
function countsOf(seen: Seen): { system: System; targets: Target[] } {
	const { view, block, open, own, secret, others } = seen;
	const isCenter = view.center !== undefined;
	const largest = Math.max(0, ...[...secret.values()].map((of) => totals(of, 0)[0] as number));
	const system = new System(10 * (10 + largest));
	const columns = new Map<string, Counts>();
	const targets: Target[] = [];
	for (const [key, { suppressed, values }] of block.cells) {
		const mine = own.get(key)?.size ?? 0;
		const myRecords = totals(own.get(key), 0)[0] as number;
		let [distinct, records] = [-1, -1];
		if (isCentersOwn(view, key)) {
			distinct = system.column(mine, mine);
			records = system.column(0, 0);
		} else if (suppressed) {
			distinct = system.column(isCenter ? Math.max(1, mine) : mine > 0 ? 0 : 1);
			records = system.column(0);
			const truth = isCenter ? secret.get(key)?.size : others.get(key)?.size;
			const otherRecords = totals(others.get(key), 0)[0] as number;
			for (const [measure, column, value] of [
				[0, distinct, truth ?? 0],
				[1, records, otherRecords],
			] as const) {
				const width = demanded(seen, key, measure);
				const id = block.measures[measure]?.id as string;
				if (width > 0)
					targets.push({
						cell: key,
						measure: id,
						demanded: width,
						truth: value,
						column,
						whole: true,
					});
			}
		} else {
			const left = (values[0] as number) - (open.get(key)?.size ?? 0) - (isCenter ? 0 : mine);
			const rest = (values[1] as number) - (totals(open.get(key), 0)[0] as number) - myRecords;
			distinct = system.column(left, left);
			records = system.column(rest, rest);
		}
		let outside = distinct;
		if (isCenter) {
			outside = system.column(0);
			system.row(
				[
					[distinct, 1],
					[outside, -1],
				],
				0,
				mine,
			);
			if (suppressed) system.row([[distinct, 1]], mine, FREE);
		}
		system.row(
			[
				[records, 1],
				[outside, -1],
			],
			0,
			FREE,
		);
		columns.set(key, { distinct, records, outside });
	}
	const at = (key: string) => columns.get(key) as Counts;
	for (const { parent, children, byManufacturer } of block.relations) {
		const [above, below] = [at(parent), children.map(at)];
		system.equal(
			above.records,
			below.map(({ records }) => records),
		);
		for (const which of isCenter ? (["distinct", "outside"] as const) : (["distinct"] as const)) {
			const some = below.map((one) => one[which]);
			if (byManufacturer) system.equal(above[which], some);
			else system.covered(above[which], some);
		}
	}
	return { system, targets };
}

/** A sum of others' records, in the cells that it applies to. */
function sumsOf(seen: Seen, measure: number): { system: System; targets: Target[] } {
	const { view, block, open, own, secret, others } = seen;
	const { id, only } = block.measures[measure] as Block["measures"][number];
	const amountIn = (of: Map<string, Contributors>, key: string) =>
		totals(of.get(key), measure - 1)[measure - 1] as number;
	const applies = (key: string) => only === null || only.includes(key.split("|")[1] as string);
	const largest = Math.max(0, ...[...secret.keys()].map((key) => amountIn(secret, key)));
	const system = new System(10 * (10 + largest));
	const { whole } = kindOf(block, id);
	const columns = new Map<string, number>();
	const targets: Target[] = [];
	for (const [key, { suppressed, values }] of block.cells) {
		if (!applies(key)) continue;
		if (isCentersOwn(view, key)) columns.set(key, system.column(0, 0));
		else if (suppressed) {
			const column = system.column(0);
			columns.set(key, column);
			const width = demanded(seen, key, measure);
			const truth = amountIn(others, key);
			if (width > 0)
				targets.push({ cell: key, measure: id, demanded: width, truth, column, whole });
		} else {
			const rest = (values[measure] as number) - amountIn(open, key) - amountIn(own, key);
			const known = Math.round(rest * 100) / 100;
			columns.set(key, system.column(known, known));
		}
	}
	const isIn = ({ parent, children }: Relation) => [parent, ...children].every(applies);
	for (const relation of block.relations)
		if (isIn(relation))
			system.equal(
				columns.get(relation.parent) as number,
				relation.children.map((child) => columns.get(child) as number),
			);
	return { system, targets };
}

/** What a view has and the truth, for one block. */
export function seenBy(view: View, block: Block, rules: Rules): Seen {
	const { trees } = block;
	return {
		view,
		block,
		rules,
		open: tally(block.open, trees),
		own: tally(
			block.secret.filter((record) => isOwn(view, record)),
			trees,
		),
		secret: tally(block.secret, trees),
		others: tally(
			block.secret.filter((record) => !isOwn(view, record)),
			trees,
		),
	};
}

/** All that a view learns of a block beyond what the rules allow, and how many figures must stay uncertain. */
export async function intrude(
	view: View,
	block: Block,
	rules: Rules,
): Promise<{ recovered: Recovered[]; sought: number }> {
	const seen = seenBy(view, block, rules);
	const found = publishedTooMuch(seen);
	let sought = found.length;
	const sums = block.measures.map((_, measure) => measure).slice(2);
	for (const { system, targets } of [
		countsOf(seen),
		...sums.map((measure) => sumsOf(seen, measure)),
	]) {
		sought += targets.length;
		if (targets.length === 0) continue;
		for (const { cell, measure, truth, lower, upper, demanded: width } of await narrowOf(
			system,
			targets,
		))
			found.push({ cell, measure, truth, lower, upper, demanded: width });
	}
	const name = `${block.name} (${block.version})`;
	return { recovered: found.map((one) => ({ view: view.name, block: name, ...one })), sought };
}
