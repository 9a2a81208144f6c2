import type { Dimension, Question } from "../live-totals.ts";
import { sectorOfCode } from "../sme/naics.ts";
import { ranksIn, ranksOf } from "./dictionary.ts";
import { idRanks } from "./manufacturers.ts";
import type { Store } from "./store.ts";

/** A digit of a group's key: `rank[code] * stride`, so that the order of keys is that of the groups. */
type Digit = { codes: Uint16Array; weights: Float64Array };

/** How groups are numbered: a key is the sum of the digits of its manufacturer and its row. */
export type Grouping = {
	ofRow: Digit[];
	ofSme: Digit[];
	/** The digit of the manufacturer itself, by its code, where groups are by manufacturer. */
	sme?: Float64Array;
	/** All keys are below this. */
	keys: number;
	/** For each of the question's dimensions, the values of groups by their keys. */
	valuesOf(groupKeys: readonly number[]): Array<Array<string | number | null>>;
};

type Coding = {
	codes?: Uint16Array;
	ranks: Uint32Array;
	values: ReadonlyArray<string | number | null>;
};

const asNumbers = (texts: ReadonlyArray<string | null>) =>
	texts.map((text) => (text === null ? null : Number(text)));

function codingOf(store: Store, dimension: Dimension): Coding {
	const { dictionaries, engagements, manufacturers, ids } = store;
	const { columns } = engagements;
	switch (dimension) {
		case "KIND":
		case "CENTER":
		case "INSTITUTE": {
			const name = ({ KIND: "kind", CENTER: "center", INSTITUTE: "institute" } as const)[dimension];
			const dictionary = dictionaries[name];
			return { codes: columns[name], ranks: ranksIn(dictionary), values: dictionary.texts };
		}
		case "FISCAL_YEAR":
		case "CALENDAR_YEAR": {
			const name = dimension === "FISCAL_YEAR" ? "fiscalYear" : "calendarYear";
			const { texts } = dictionaries[name];
			const ranks = ranksOf(texts, (one, other) => Number(one) - Number(other));
			return { codes: columns[name], ranks, values: asNumbers(texts) };
		}
		case "SME_STATE":
			return {
				codes: manufacturers.state,
				ranks: ranksIn(dictionaries.state),
				values: dictionaries.state.texts,
			};
		case "NAICS_SECTOR": {
			const sectors = dictionaries.naics.texts.map((code) => code && sectorOfCode(code));
			return { codes: manufacturers.naics, ranks: ranksOf(sectors), values: sectors };
		}
		case "SME":
			return { ranks: idRanks(ids), values: ids.texts };
	}
}

const OF_SMES: readonly Dimension[] = ["SME_STATE", "NAICS_SECTOR", "SME"];

/** Keys that can be divided into their digits without rounding. */
const MOST_KEYS = 2 ** 50;

/** Throws a RangeError where the groups cannot be numbered exactly. */
export function groupingOf(store: Store, { by }: Question): Grouping {
	const codings = by.map((dimension) => codingOf(store, dimension));
	const strides: number[] = new Array(by.length);
	let stride = 1;
	for (let at = by.length - 1; at >= 0; at--) {
		strides[at] = stride;
		stride *= codings[at]?.ranks.length ?? 1;
	}
	if (stride > MOST_KEYS) throw new RangeError("too many groups are possible");
	const weightsOf = (at: number) =>
		Float64Array.from(codings[at]?.ranks ?? [], (rank) => rank * (strides[at] as number));
	const grouping: Grouping = { ofRow: [], ofSme: [], keys: stride, valuesOf };
	for (const [at, { codes }] of codings.entries())
		if (!codes) grouping.sme = weightsOf(at);
		else
			(OF_SMES.includes(by[at] as Dimension) ? grouping.ofSme : grouping.ofRow).push({
				codes,
				weights: weightsOf(at),
			});
	const byRank = codings.map(({ ranks, values }) => {
		const found = new Array<string | number | null>(ranks.length);
		for (let code = ranks.length - 1; code >= 0; code--)
			found[ranks[code] as number] = values[code] ?? null;
		return found;
	});
	function valuesOf(groupKeys: readonly number[]): Array<Array<string | number | null>> {
		return byRank.map((values, at) => {
			const step = strides[at] as number;
			return groupKeys.map((key) => values[Math.floor(key / step) % values.length] ?? null);
		});
	}
	return grouping;
}
