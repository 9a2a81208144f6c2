import type { Rules } from "../../subgraphs/engagements/suppression/system.ts";
import { isCentersOwn, kindOf, type Seen, seenBy } from "./intruder.ts";
import { trueFigures } from "./intruder-differences.ts";
import type { Contributors } from "./intruder-records.ts";
import type { Block } from "./intruder-tables.ts";
import { amountsIn, centerView, demandOf, PUBLIC_VIEW } from "./intruder-views.ts";
import { CENTERS } from "./owners.ts";

function isUnsafe(seen: Seen, key: string): boolean {
	const { view, block, rules, secret, others } = seen;
	if (isCentersOwn(view, key)) return false;
	return block.measures.some(({ id }, measure) => {
		const of = (all: Map<string, Contributors>) => amountsIn(all.get(key), measure);
		return demandOf(view, of(secret), of(others), measure, kindOf(block, id), rules) > 0;
	});
}

/** A block as it would be with no suppression at all, or with that of unsafe cells only. */
export function unprotected(block: Block, rules: Rules, suppressed: "none" | "unsafe"): Block {
	const views = [PUBLIC_VIEW, ...CENTERS.map(({ id }) => centerView(id))];
	const all = views.map((view) => seenBy(view, block, rules));
	const figures = trueFigures(block);
	const cells = [...block.cells].map(([key, cell]): [string, typeof cell] => {
		if (!cell.suppressed) return [key, cell];
		if (suppressed === "unsafe" && all.some((seen) => isUnsafe(seen, key))) return [key, cell];
		return [key, { suppressed: false, values: figures(key) }];
	});
	return { ...block, cells: new Map(cells) };
}
