import type { Reader } from "../../../shared/database/reader-in.ts";
import { isMoney } from "../statistics/dimensions.ts";
import { type Collection, coordinatesOf, tableOfAxis } from "../statistics/entries.ts";
import type { Subject } from "../statistics/family.ts";
import { type Grid, type PeriodGroups, partsOf } from "../statistics/grid.ts";
import { fingerprintOf, groupsText } from "../statistics/groups.ts";
import type { Rules } from "../suppression/system.ts";
import { type Previous, statusIn } from "./previous.ts";

/** The records of one period, with the name under which their basis is kept; see `ReleaseBasisRow`. */
export type Part = PeriodGroups & { part: string };

/** Parts whose figures hang together and are decided together: a fiscal year of engagements, or a metric in one. */
export type Linked = {
	/** What messages call it. */
	name: string;
	subject: Subject;
	metric: string | null;
	/** The fiscal year that the periods of all its parts make; null if they do not, or are one. */
	year: string | null;
	/** The records as they are now. */
	parts: Part[];
};

/** Records of a part that a release has to keep. */
export type Basis = { part: string; text: string; fingerprint: string };

/** Figures of linked parts, with what is suppressed of them. */
export type Figures = {
	collect(into: Collection): void;
	/** Why nothing of it can be published; empty where something can. */
	refused: string[];
	audited: number;
	programs: number;
	/** See `Protection`; infinite where nothing is unsafe. */
	narrowest: number;
};

/** How linked parts enter a release. */
export type Decision = Figures & {
	bases: Basis[];
	/** Published again because records changed. */
	amended: boolean;
	/** Why a change of published records has to wait, where one has. */
	waiting: string[];
};

/** What decisions depend on beside the records. */
export type Conditions = {
	reader: Reader;
	previous: Previous | undefined;
	rules: Rules;
	stateOf(center: string): string | null;
	progress(done: number): void;
};

export function basisOf({ part, groups }: Part): Basis {
	const text = groupsText(groups);
	return { part, text, fingerprint: fingerprintOf(text) };
}

export const isOfMoney = ({ metric }: Linked): boolean => metric !== null && isMoney(metric);

/** What the release before said of a cell: 0 nothing, 1 it was published, 2 it was suppressed. */
export function frozenIn(
	previous: Previous | undefined,
	grid: Grid,
	metric: string | null,
): (cell: number) => 0 | 1 | 2 {
	return (cell) => {
		const axis = grid.places[partsOf(grid, cell)[0]]?.axis ?? "center";
		const table = previous?.tables.get(tableOfAxis(grid.subject, axis).id);
		return statusIn(table, coordinatesOf(grid, cell, metric));
	};
}
