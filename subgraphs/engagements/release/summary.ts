import type { Collection } from "../statistics/entries.ts";
import { ALL, type FamilyTable, TABLES } from "../statistics/family.ts";
import { countPicked, everything, type StoredTable } from "../statistics/table.ts";
import { REASONS } from "../suppression/system.ts";

/** What the program office is shown of a release before it is published. */
export type Summary = {
	/** Quarters that the release before did not cover. */
	added: string[];
	tables: Array<{
		id: string;
		title: string;
		published: number;
		suppressed: number;
		empty: number;
	}>;
	/** Cells by the reason for which they are suppressed; those that tables share once. */
	suppressed: Array<{ reason: string; cells: number }>;
	/** Of the cells that are not empty, and of the records in them as each table counts them: the share that is suppressed. */
	shareOfCells: number;
	shareOfRecords: number;
	/** What is published anew because records changed. */
	amended: string[];
	/** Changes of published records that have to wait, and why. */
	waiting: Array<{ name: string; why: string[] }>;
	/** Approved engagements that belong to no quarter. */
	tooCoarse: number;
	/** Figures of the audit. */
	audited: number;
	programs: number;
};

function countsOf(table: StoredTable): Summary["tables"][number] {
	const { id, title, cells } = table;
	const suppressed = cells.suppressed.reduce<number>((sum, one) => sum + one, 0);
	const empty = countPicked(everything(table)) - cells.at.length;
	return { id, title, published: cells.at.length - suppressed, suppressed, empty };
}

/** Tables of one subject share the cells of all values of their own dimensions; the first stands for them. */
const isCounted = ({ subject, id }: FamilyTable, own: string | undefined) =>
	own !== ALL || TABLES.find((table) => table.subject === subject)?.id === id;

/** What a collection and the tables made of it amount to. */
export function figuresOfTables(
	collection: Collection,
	tables: readonly StoredTable[],
): Pick<Summary, "tables" | "suppressed" | "shareOfCells" | "shareOfRecords"> {
	const reasons = new Array<number>(REASONS.length).fill(0);
	let [cells, hidden, records, hiddenRecords] = [0, 0, 0, 0];
	for (const table of TABLES)
		for (const entry of collection.get(table.id)?.entries ?? []) {
			cells++;
			records += entry.records;
			if (entry.suppressed === 0) continue;
			hidden++;
			hiddenRecords += entry.records;
			if (isCounted(table, entry.coordinates[0])) {
				const reason = entry.suppressed - 1;
				reasons[reason] = (reasons[reason] ?? 0) + 1;
			}
		}
	return {
		tables: tables.map(countsOf),
		suppressed: REASONS.flatMap((reason, index) =>
			reasons[index] ? [{ reason, cells: reasons[index] }] : [],
		),
		shareOfCells: cells === 0 ? 0 : hidden / cells,
		shareOfRecords: records === 0 ? 0 : hiddenRecords / records,
	};
}
