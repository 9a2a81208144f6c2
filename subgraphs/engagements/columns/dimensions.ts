import type { Coded, Dimension, Question } from "../live-totals.ts";
import { sectorOfCode } from "../sme/naics.ts";
import { ranksIn, ranksOf } from "./dictionary.ts";
import { groupTable } from "./group-table.ts";
import { idOrder } from "./manufacturers.ts";
import type { Store } from "./store.ts";

type Value = string | number | null;

/** A digit of a group's key: `weights[codes[…]]`, so that the order of keys is that of the groups. */
type Digit = { codes?: Uint16Array; weights: Float64Array };

/** How groups are numbered: a key is the sum of what the profile of a row and its manufacturer add to it. */
export type Grouping = {
	/** Rows of these profiles are in the same part of the groups; -1 if they do not count. */
	partOf: Int32Array;
	/** What each part adds to the key. */
	partKeys: Float64Array;
	/** What a manufacturer adds; undefined if all add the same. */
	smeKeyOf?: (sme: number) => number;
	/** How many values that can have, or, where each has its own and so groups of its own, infinitely many. */
	smeKeys: number;
	/** For each of the question's dimensions, the values of groups by their keys. */
	valuesOf(groupKeys: Float64Array): Coded<Value>[];
};

type Coding = {
	codes?: Uint16Array;
	/** Code → place in the order of values. */
	ranks: Uint32Array;
	/** The values by their codes, or, for manufacturers, codes by their places. */
	values: readonly Value[];
	order?: Uint32Array;
};

const COLUMNS = {
	KIND: "kind",
	CENTER: "center",
	INSTITUTE: "institute",
	FISCAL_YEAR: "fiscalYear",
	CALENDAR_YEAR: "calendarYear",
} as const;
const OF_SMES: readonly Dimension[] = ["SME_STATE", "NAICS_SECTOR", "SME"];

function codingOf(store: Store, dimension: Dimension): Coding {
	const { dictionaries, profiles, manufacturers, ids } = store;
	switch (dimension) {
		case "SME_STATE": {
			const { state } = dictionaries;
			return { codes: manufacturers.state, ranks: ranksIn(state), values: state.texts };
		}
		case "NAICS_SECTOR": {
			const sectors = dictionaries.naics.texts.map((code) => code && sectorOfCode(code));
			return { codes: manufacturers.naics, ranks: ranksOf(sectors), values: sectors };
		}
		case "SME":
			return { ...idOrder(ids), values: ids.texts };
		case "FISCAL_YEAR":
		case "CALENDAR_YEAR": {
			const name = COLUMNS[dimension];
			const years = dictionaries[name].texts.map((text) => (text === null ? null : Number(text)));
			const ranks = ranksOf(dictionaries[name].texts, (one, other) => Number(one) - Number(other));
			return { codes: profiles.columns[name], ranks, values: years };
		}
		default: {
			const name = COLUMNS[dimension];
			const dictionary = dictionaries[name];
			return {
				codes: profiles.columns[name],
				ranks: ranksIn(dictionary),
				values: dictionary.texts,
			};
		}
	}
}

/** Keys that can be divided into their digits without rounding. */
const MOST_KEYS = 2 ** 50;

/** Numbers the parts into which profiles fall. */
function partsOf(allowed: Uint8Array, digits: readonly Digit[], keys: number) {
	const partOf = new Int32Array(allowed.length).fill(-1);
	const found: number[] = [];
	const table = groupTable(keys);
	for (let profile = 0; profile < allowed.length; profile++) {
		if (allowed[profile] === 0) continue;
		let key = 0;
		for (const { codes, weights } of digits)
			key += weights[(codes as Uint16Array)[profile] as number] as number;
		let part = table.find(key) - 1;
		if (part < 0) {
			part = found.push(key) - 1;
			table.set(key, part + 1);
		}
		partOf[profile] = part;
	}
	return { partOf, partKeys: Float64Array.from(found) };
}

function smeKeyOf(digits: readonly Digit[]): Grouping["smeKeyOf"] {
	if (digits.length === 0) return undefined;
	return (sme) => {
		let key = 0;
		for (const { codes, weights } of digits)
			key += weights[codes ? (codes[sme] as number) : sme] as number;
		return key;
	};
}

/** Place in the order → code. */
function orderOf({ ranks, order }: Coding): Uint32Array {
	if (order) return order;
	const codes = new Uint32Array(ranks.length);
	for (let code = ranks.length - 1; code >= 0; code--) codes[ranks[code] as number] = code;
	return codes;
}

/** The values of a digit of keys. Only those that occur are sent to whoever asked. */
function valuesAt(coding: Coding, groupKeys: Float64Array, stride: number): Coded<Value> {
	const order = orderOf(coding);
	const occurring: Value[] = [];
	const placeOf = new Map<number, number>();
	const codes = new Uint32Array(groupKeys.length);
	for (let group = 0; group < groupKeys.length; group++) {
		const rank = Math.floor((groupKeys[group] as number) / stride) % order.length;
		let place = placeOf.get(rank);
		if (place === undefined) {
			place = occurring.push(coding.values[order[rank] as number] ?? null) - 1;
			placeOf.set(rank, place);
		}
		codes[group] = place;
	}
	return { values: occurring, codes };
}

function digitOf({ codes, ranks }: Coding, stride: number): Digit {
	const weights = new Float64Array(ranks.length);
	for (let code = 0; code < ranks.length; code++) weights[code] = (ranks[code] as number) * stride;
	return { codes, weights };
}

/** Throws a RangeError where the groups cannot be numbered exactly. */
export function groupingOf(store: Store, { by }: Question, allowed: Uint8Array): Grouping {
	const codings = by.map((dimension) => codingOf(store, dimension));
	const strides: number[] = new Array(by.length);
	let keys = 1;
	for (let at = by.length - 1; at >= 0; at--) {
		strides[at] = keys;
		keys *= codings[at]?.ranks.length ?? 1;
	}
	if (keys > MOST_KEYS) throw new RangeError("too many groups are possible");
	const digits = codings.map((coding, at) => digitOf(coding, strides[at] as number));
	const isOfSme = (at: number) => OF_SMES.includes(by[at] as Dimension);
	const smeKeys = codings.reduce((all, { codes, ranks }, at) => {
		if (!isOfSme(at)) return all;
		return all * (codes ? ranks.length : Number.POSITIVE_INFINITY);
	}, 1);
	return {
		...partsOf(
			allowed,
			digits.filter((_, at) => !isOfSme(at)),
			keys,
		),
		smeKeyOf: smeKeyOf(digits.filter((_, at) => isOfSme(at))),
		smeKeys,
		valuesOf: (groupKeys) =>
			codings.map((coding, at) => valuesAt(coding, groupKeys, strides[at] as number)),
	};
}
