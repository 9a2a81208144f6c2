import type { FileRow } from "./csv.ts";
import type { Understood } from "./read-rows.ts";

export type Failure = { line: number; column: string; message: string };

/** A manufacturer that rows name; what it holds is the engagements subgraph's to say. */
type Manufacturer = { name: string; state: string | null; city: string | null };

/** What an import did, so far or in the end. */
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
	/** The first thousand; the file of failed rows has all. */
	failures: Failure[];
	/** On a dry run, the first thousand that the rows name. */
	manufacturers?: Manufacturer[];
};

export type Part = Pick<
	ImportAnswer,
	"rows" | "created" | "updated" | "unchanged" | "failed" | "failures"
> & {
	batchId: string;
	columns: Array<{ name: string; column: string | null }>;
	manufacturers: Manufacturer[];
};

const MOST_LISTED = 1000;

/** Whether more manufacturers are wanted for the list of a dry run. */
export const listsMore = ({ manufacturers }: ImportAnswer): boolean =>
	manufacturers !== undefined && manufacturers.length < MOST_LISTED;

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

/** Adds what became of a part of the rows. `bad` are those that were never sent. */
export function addPart(
	answer: ImportAnswer,
	part: Part,
	bad: Array<FileRow & { fault: string }>,
): Failure[] {
	answer.rows += part.rows + bad.length;
	for (const count of ["created", "updated", "unchanged", "failed"] as const)
		answer[count] += part[count];
	answer.failed += bad.length;
	const failures = [
		...part.failures,
		...bad.map(({ line, fault }) => ({ line, column: "", message: fault })),
	].sort((one, other) => one.line - other.line);
	answer.failures.push(...failures.slice(0, MOST_LISTED - answer.failures.length));
	const listed = answer.manufacturers;
	for (const one of listed ? part.manufacturers : []) {
		if (!listed || listed.length >= MOST_LISTED) break;
		const same = (other: Manufacturer) =>
			other.name === one.name && other.state === one.state && other.city === one.city;
		if (!listed.some(same)) listed.push(one);
	}
	return failures;
}
