import { join } from "node:path";
import { openReader } from "../../../shared/database/reader.ts";

const NUMBERS = (most: number) =>
	`WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT ${most}) SELECT n, 'text ' || n AS text FROM number`;

export type ReadForever = { dir: string; keep: boolean; most?: number };

/** Reads SQLite on several connections without a pause; with `keep`, until it is out of memory. */
export async function run(
	{ dir, keep, most = 20_000 }: ReadForever,
	report: (reads: number) => void,
): Promise<number> {
	const readers = await Promise.all([1, 2, 3].map(() => openReader(join(dir, "read.sqlite"))));
	const kept: unknown[] = [];
	let reads = 0;
	const readOn = async ({ all }: (typeof readers)[number]): Promise<void> => {
		for (;;) {
			const rows = await all(NUMBERS(most));
			if (keep) kept.push(rows);
			report(++reads);
		}
	};
	await Promise.all(readers.map(readOn));
	return kept.length;
}
