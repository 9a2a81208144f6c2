import { type Compared, compareSupergraphs, type Pair } from "./compare.ts";

/** Compares each pair of supergraphs. */
export async function run(pairs: readonly Pair[]): Promise<Compared[]> {
	const done: Compared[] = [];
	for (const { from, to } of pairs) done.push(await compareSupergraphs(from, to));
	return done;
}
