/**
 * Confidential contributors of cells, flattened: those of cell `i` stand at `start[i]` to `start[i + 1] - 1`,
 * one entry for each contributor and group that has records in the cell.
 */
export type Contributions = {
	/** One entry more than there are cells. */
	start: Int32Array;
	/** Number of the contributor. */
	contributor: Int32Array;
	/** Number of the group whose own records these are, such as a center, which therefore knows them; -1 for none. */
	group: Int32Array;
	/** One array for each measure but "distinct", in their order. */
	values: Float64Array[];
};

/** What is published of each cell: its distinct contributors, how many records it has, or a sum over its records. */
export type Measure =
	| { name: string; kind: "distinct" }
	| { name: string; kind: "records" }
	| {
			name: string;
			kind: "sum";
			whole: boolean;
			money: boolean;
			/** Whether 0 is a value like any other; otherwise the sum does not apply to cells in which it is 0. */
			everywhere?: boolean;
	  };

/** The records of the parent are those of its children, each in one child. */
export type Relation = {
	parent: number;
	children: number[];
	/** Whether each contributor, too, is in one child only, as with the states of manufacturers. */
	byContributor?: boolean;
};

/** Tables that share cells, as one system. Cells without confidential contributors need not be in it; if they are, they are published. */
export type TableSystem = {
	cells: number;
	relations: Relation[];
	/** Either "distinct" and "records" first, then sums; or sums only. `values` has an array for each but "distinct", in this order. */
	measures: Measure[];
	contributions: Contributions;
	/** For each cell, the group all of whose records it holds by definition, and nobody else's; -1 for none. */
	owner?: Int32Array;
	/** For each cell, the table it stands in; -1 if several tables share it. */
	table?: Int32Array;
	/** For each cell: 0 if it is to be decided, 1 if it was published earlier, 2 if it was suppressed earlier. */
	frozen?: Uint8Array;
};

/** Why a cell is suppressed; `suppressed[cell]` is the place in this list plus one. */
export const REASONS = [
	"FEW_CONTRIBUTORS",
	"DOMINANCE",
	"P_PERCENT",
	"KNOWN_TO_A_CENTER",
	"COMPLEMENTARY",
	"EARLIER_RELEASE",
] as const;
export type Reason = (typeof REASONS)[number];

export type Rules = {
	/** Fewest contributors of a published cell. */
	minContributors: number;
	/** Fewest contributors of a published cell with money. */
	minMoneyContributors: number;
	/** Largest share of a sum that one contributor may have, 0 to 1. */
	maxShare: number;
	/** What others contribute must be at least this percentage of the largest contribution. */
	priorPercent: number;
};

/** Rules may be stricter than these, never weaker. */
export const FLOORS: Rules = {
	minContributors: 3,
	minMoneyContributors: 5,
	maxShare: 0.8,
	priorPercent: 10,
};

export type Protection = {
	/** For each cell: 0 if published, otherwise the place of its reason in REASONS plus one. */
	suppressed: Uint8Array;
	/** Unsafe cells whose intervals were checked. */
	audited: number;
	/** Narrowest interval of an unsafe cell, as a share of what the rules demand: at least 1. */
	narrowest: number;
	/** Linear programs that the audit needed. */
	programs: number;
};
