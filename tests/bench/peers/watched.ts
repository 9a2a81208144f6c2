import { Session } from "node:inspector/promises";
import { isMainThread } from "node:worker_threads";

/** Loaded into each peer before its program: answers the benchmark's questions about the process. */
const SAMPLE_EVERY_US = 500;
const session = new Session();

const ANSWERS: Record<string, () => Promise<unknown>> = {
	memory: async () => process.memoryUsage(),
	async profile() {
		session.connect();
		await session.post("Profiler.enable");
		await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_EVERY_US });
		await session.post("Profiler.start");
	},
	async profiled() {
		const { profile } = await session.post("Profiler.stop");
		session.disconnect();
		return profile;
	},
};

if (isMainThread) {
	process.on("message", (question: string) => {
		ANSWERS[question]?.().then((answer) => process.send?.({ question, answer: answer ?? null }));
	});
	// Only what the program itself does keeps it alive.
	process.channel?.unref();
}
