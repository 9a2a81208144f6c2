import { parentPort, workerData } from "node:worker_threads";
import { type Compared, compareSupergraphs, type Pair } from "./compare.ts";

async function compareAll(pairs: Pair[]): Promise<Compared[]> {
	const done: Compared[] = [];
	for (const { from, to } of pairs) done.push(await compareSupergraphs(from, to));
	return done;
}

void compareAll(workerData as Pair[]).then((compared) => parentPort?.postMessage(compared));
