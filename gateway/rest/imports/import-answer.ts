import type { FileRow } from "./csv.ts";
import type { Understood } from "./read-rows.ts";

export type Failure = { line: number; column: string; message: string };

/** A manufacturer named by rows; the engagements subgraph returns more fields, which are passed through. */
type Manufacturer = { name: string; state: string | null; city: string | null };

/** The result of an import; also returned, incomplete, when an import fails half-way. */
export type ImportAnswer = {
	batchId: string | null;
	fileName: string | null;
	dryRun: boolean;
	/** How the file was read; null until it is known. */
	understood:
		| (Understood & { columns: Array<{ name: string; column: string }>; leftOut: string[] })
		| null;
	rows: number;
	created: number;
	updated: number;
	unchanged: number;
	failed: number;
	/** The first 1,000; the file of failed rows has all. */
	failures: Failure[];
	/** On a dry run, the first 1,000 manufacturers that the rows name. */
	manufacturers?: Manufacturer[];
};

export type PartResult = Pick<
	ImportAnswer,
	"rows" | "created" | "updated" | "unchanged" | "failed" | "failures"
> & {
	batchId: string;
	columns: Array<{ name: string; column: string | null }>;
	manufacturers: Manufacturer[];
};

const MAX_LISTED = 1000;

/** True while the list of manufacturers of a dry run is not full. */
export const wantsManufacturers = ({ manufacturers }: ImportAnswer): boolean =>
	manufacturers !== undefined && manufacturers.length < MAX_LISTED;

export const emptyAnswer = (about: Pick<ImportAnswer, "fileName" | "dryRun">): ImportAnswer => ({
	batchId: null,
	...about,
	understood: null,
	rows: 0,
	created: 0,
	updated: 0,
	unchanged: 0,
	failed: 0,
	failures: [],
	...(about.dryRun && { manufacturers: [] }),
});

/** Adds the result of one part of the rows. `unreadable` are the rows that were not sent. */
export function addPartResult(
	answer: ImportAnswer,
	part: PartResult,
	unreadable: Array<FileRow & { fault: string }>,
): Failure[] {
	answer.rows += part.rows + unreadable.length;
	for (const count of ["created", "updated", "unchanged", "failed"] as const)
		answer[count] += part[count];
	answer.failed += unreadable.length;
	const failures = [
		...part.failures,
		...unreadable.map(({ line, fault }) => ({ line, column: "", message: fault })),
	].sort((one, other) => one.line - other.line);
	answer.failures.push(...failures.slice(0, MAX_LISTED - answer.failures.length));
	const listed = answer.manufacturers;
	for (const one of listed ? part.manufacturers : []) {
		if (!listed || listed.length >= MAX_LISTED) break;
		const same = (other: Manufacturer) =>
			other.name === one.name && other.state === one.state && other.city === one.city;
		if (!listed.some(same)) listed.push(one);
	}
	return failures;
}
