import { compareTexts } from "./dictionary.ts";
import { type Blocks, copyOf } from "./region.ts";

/** Ids as numbers in the order in which they came; they only grow. */
export type Ids = { texts: string[]; codes: Map<string, number> };

export const createIds = (): Ids => ({ texts: [], codes: new Map() });

export function idCode({ texts, codes }: Ids, id: string): number {
	let code = codes.get(id);
	if (code === undefined) {
		code = texts.length;
		texts.push(id);
		codes.set(id, code);
	}
	return code;
}

/** Manufacturers as `is small` sees them. */
export const SIZES = { unknown: 0, small: 1, large: 2 } as const;

/** What is known of each manufacturer, by the code of its id; one without engagements has no rows. */
export type Manufacturers = {
	engagements: Blocks;
	/** Which outcomes cover which of its engagements. */
	covers: Blocks;
	state: Uint16Array;
	naics: Uint16Array;
	size: Uint8Array;
};

/** A copy with room for `length` manufacturers, which can be changed while others read the first one. */
export function copyManufacturers(from: Manufacturers, length: number): Manufacturers {
	const blocks = ({ start, count }: Blocks): Blocks => ({
		start: copyOf(start, length),
		count: copyOf(count, length),
	});
	return {
		engagements: blocks(from.engagements),
		covers: blocks(from.covers),
		state: copyOf(from.state, length),
		naics: copyOf(from.naics, length),
		size: copyOf(from.size, length),
	};
}

export function createManufacturers(): Manufacturers {
	const blocks = (): Blocks => ({ start: new Uint32Array(0), count: new Uint32Array(0) });
	return {
		engagements: blocks(),
		covers: blocks(),
		state: new Uint16Array(0),
		naics: new Uint16Array(0),
		size: new Uint8Array(0),
	};
}

type Sorted = { order: Uint32Array; ranks: Uint32Array };
const sorted = new WeakMap<Ids, Sorted>();

/** Code → place in the order of the ids, and the reverse. Those that are new are merged into the order of those before. */
export function idOrder(ids: Ids): Sorted {
	const { texts } = ids;
	const known = sorted.get(ids);
	const before = known?.order ?? new Uint32Array(0);
	if (known && before.length === texts.length) return known;
	const compare = (one: number, other: number) =>
		compareTexts(texts[one] as string, texts[other] as string);
	const added = Uint32Array.from(
		{ length: texts.length - before.length },
		(_, at) => before.length + at,
	);
	added.sort(compare);
	const order = new Uint32Array(texts.length);
	const ranks = new Uint32Array(texts.length);
	for (let at = 0, old = 0, fresh = 0; at < order.length; at++) {
		const [one, other] = [before[old], added[fresh]];
		const takeOld = other === undefined || (one !== undefined && compare(one, other) < 0);
		const code = (takeOld ? one : other) as number;
		if (takeOld) old++;
		else fresh++;
		order[at] = code;
		ranks[code] = at;
	}
	const now = { order, ranks };
	sorted.set(ids, now);
	return now;
}
