import { unavailable } from "../../../shared/errors.ts";
import {
	WorkerLimitError,
	type WorkerLimits,
	workerQueue,
} from "../../../shared/worker/run-worker.ts";
import type { Finding } from "../subgraph/finding.ts";
import type { CheckInput, Examined } from "./check-input.ts";

/** CommonJS, and needed by every check. */
const LIBRARIES = [
	"graphql",
	"@apollo/federation-internals",
	"@theguild/federation-composition",
	"@graphql-inspector/core",
];

const LIMITS: WorkerLimits = { timeoutMs: 20_000, heapMb: 384 };

const examineInThread = workerQueue<CheckInput, Examined>({
	entry: new URL("./examine-worker.ts", import.meta.url),
	libraries: LIBRARIES,
	limits: LIMITS,
	keepMs: 0,
});

/** Most checks that may wait; another one is refused. */
const LONGEST_QUEUE = 20;
/** Most of one partner among them. */
const MOST_OF_ONE = 2;

function exhausted(what: string): Examined {
	const finding: Finding = {
		severity: "ERROR",
		rule: "TOO_EXPENSIVE",
		place: "schema",
		line: null,
		message: `Checking the schema took more than ${what}`,
		remedy: "Make it smaller: fewer types, fewer interfaces and unions that contain each other.",
	};
	return { findings: [finding], entities: [], claims: [] };
}

/** Partners whose checks run or wait. */
const waiting: string[] = [];

/**
 * Examines a schema in a thread of its own, one at a time, within bounds of time, memory and stack. Throws UNAVAILABLE
 * where too many wait, or too many of the same partner.
 */
export async function examineInWorker(
	input: CheckInput,
	limits: WorkerLimits = LIMITS,
): Promise<Examined> {
	const { partnerId } = input.candidate;
	const mine = waiting.filter((one) => one === partnerId).length;
	if (mine >= MOST_OF_ONE || waiting.length >= LONGEST_QUEUE)
		throw unavailable("registry", "Too many schemas are being checked; try again in a minute");
	waiting.push(partnerId);
	try {
		return await examineInThread(input, limits);
	} catch (error) {
		if (!(error instanceof WorkerLimitError)) throw error;
		if (error.limit === "time") return exhausted(`${limits.timeoutMs / 1000} s`);
		return exhausted(error.limit === "memory" ? `${limits.heapMb} MB` : "the stack it is given");
	} finally {
		waiting.splice(waiting.indexOf(partnerId), 1);
	}
}
