import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { unavailable } from "../../../shared/errors.ts";
import type { Compared, Pair } from "./compare.ts";

/** A thread does not inherit how this one reads TypeScript; libraries that are loaded before load faster. */
const START = `const load = require("node:module").createRequire(${JSON.stringify(import.meta.url)});
["graphql", "@theguild/federation-composition", "@graphql-inspector/core"].forEach((name) => load(name));
load("tsx/cjs/api").register();
load("./worker.ts");`;

const LIMITS = { maxOldGenerationSizeMb: 384, stackSizeMb: 4 };
const TIMEOUT_MS = 30_000;
/** Comparisons that wait their turn; whoever comes then is told to come back. */
const MOST_WAITING = 5;

async function run(pairs: readonly Pair[]): Promise<Compared[]> {
	const worker = new Worker(START, {
		eval: true,
		workerData: pairs,
		execArgv: [],
		resourceLimits: LIMITS,
	});
	// A thread that ends at its limits says so as an error, which `once` passes on.
	worker.on("error", () => undefined);
	try {
		const signal = AbortSignal.timeout(TIMEOUT_MS);
		const [compared] = (await once(worker, "message", { signal })) as [Compared[]];
		return compared;
	} catch {
		throw unavailable("registry", "The supergraphs could not be compared; try fewer at once");
	} finally {
		void worker.terminate();
	}
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Compares supergraphs in a thread of its own, one request at a time. Throws UNAVAILABLE where too many wait. */
export async function compareInWorker(pairs: readonly Pair[]): Promise<Compared[]> {
	if (pairs.length === 0) return [];
	if (waiting >= MOST_WAITING)
		throw unavailable("registry", "Too many supergraphs are being compared; try again in a minute");
	waiting++;
	const turn = last.then(() => run(pairs)).finally(() => waiting--);
	last = turn.catch(() => undefined);
	return turn;
}
