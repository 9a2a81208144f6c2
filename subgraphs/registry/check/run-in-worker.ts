import { Worker } from "node:worker_threads";
import { unavailable } from "../../../shared/errors.ts";
import type { Examined, Material } from "./check-input.ts";
import type { Finding } from "./finding.ts";

/** Loaded before TypeScript is, whose loader makes each of their hundreds of files slow. */
const LIBRARIES = [
	"graphql",
	"@apollo/federation-internals",
	"@theguild/federation-composition",
	"@graphql-inspector/core",
];

/** A thread does not inherit how this one reads TypeScript, so it is told first. */
const BOOT = `const load = require("node:module").createRequire(${JSON.stringify(import.meta.url)});
${JSON.stringify(LIBRARIES)}.forEach((name) => load(name));
load("tsx/cjs/api").register();
load("./worker.ts");`;

export type WorkerLimits = { timeoutMs: number; heapMb: number };

const LIMITS: WorkerLimits = { timeoutMs: 20_000, heapMb: 384 };
/** Checks that wait their turn; one more is told to come back. */
const LONGEST_QUEUE = 20;
/** Those of one partner among them. */
const MOST_OF_ONE = 2;

function exhausted(what: string): Examined {
	const finding: Finding = {
		severity: "ERROR",
		rule: "TOO_EXPENSIVE",
		place: "schema",
		line: null,
		message: `Checking the schema took more than ${what}`,
		mend: "Make it smaller: fewer types, fewer interfaces and unions that contain each other.",
	};
	return { findings: [finding], entities: [] };
}

function run(material: Material, limits: WorkerLimits): Promise<Examined> {
	const worker = new Worker(BOOT, {
		eval: true,
		workerData: material,
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 4 },
		// A hostile schema's text must not reach the hub's own log unmasked.
		stderr: true,
		stdout: true,
	});
	return new Promise((done, failed) => {
		const timer = setTimeout(
			() => done(exhausted(`${limits.timeoutMs / 1000} s`)),
			limits.timeoutMs,
		);
		worker.once("message", done);
		worker.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "ERR_WORKER_OUT_OF_MEMORY") done(exhausted(`${limits.heapMb} MB`));
			else if (error instanceof RangeError) done(exhausted("the stack it is given"));
			else failed(error);
		});
		worker.once("exit", () => failed(new Error("the check ended without a result")));
		worker.once("exit", () => clearTimeout(timer));
	}).finally(() => worker.terminate()) as Promise<Examined>;
}

const waiting: string[] = [];
let last: Promise<unknown> = Promise.resolve();

/**
 * Examines a schema in a thread of its own, one at a time, within bounds of time and memory. Throws UNAVAILABLE where
 * too many wait, or too many of the same partner.
 */
export async function examineInWorker(
	material: Material,
	limits: WorkerLimits = LIMITS,
): Promise<Examined> {
	const { partnerId } = material.candidate;
	const mine = waiting.filter((one) => one === partnerId).length;
	if (mine >= MOST_OF_ONE || waiting.length >= LONGEST_QUEUE)
		throw unavailable("registry", "Too many schemas are being checked; try again in a minute");
	waiting.push(partnerId);
	const turn = last
		.then(() => run(material, limits))
		.finally(() => waiting.splice(waiting.indexOf(partnerId), 1));
	last = turn.catch(() => undefined);
	return turn;
}
