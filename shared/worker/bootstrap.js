import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

const { entry, libraries } = workerData;
const load = createRequire(entry);

// Before TypeScript's loader, which would make each of their hundreds of files slow.
for (const name of libraries) load(name);
// A thread does not inherit the loader of the process that started it.
if (entry.endsWith(".ts")) load("tsx/cjs/api").register();

const { run } = load(fileURLToPath(entry));

// The number of a call comes back with its answer: a thread may work on several jobs at a time.
parentPort.on("message", async ({ call, job }) => {
	try {
		parentPort.postMessage({ call, result: await run(job) });
	} catch (error) {
		parentPort.postMessage({ call, error });
	}
});
