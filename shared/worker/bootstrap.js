import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";

/** In a thread, or in a process that gets the same as its last argument. */
const { entry, libraries } = workerData ?? JSON.parse(process.argv.at(-1));
const answer = (message) => (parentPort ? parentPort.postMessage(message) : process.send(message));
const load = createRequire(entry);

if (entry.endsWith(".ts")) {
	// Before TypeScript's loader, which would make each of their hundreds of files slow.
	for (const name of libraries) load(name);
	// A thread does not inherit the loader of the process that started it.
	load("tsx/cjs/api").register();
}

// A release has modules: loaded as such, or there would be each library twice.
const loaded = entry.endsWith(".js") ? import(entry) : load(fileURLToPath(entry));

// The number of a call comes back with its answer: a thread may work on several jobs at a time.
(parentPort ?? process).on("message", async ({ call, job }) => {
	const report = (progress) => answer({ call, progress });
	try {
		const { run } = await loaded;
		answer({ call, result: await run(job, report) });
	} catch (error) {
		answer({ call, error });
	}
});
// Whoever would read the answer has ended.
if (!parentPort) process.on("disconnect", () => process.exit());
