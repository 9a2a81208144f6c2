import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { runInProcess } from "../../shared/worker/run-process.ts";
import { ROOT } from "../support/paths.ts";

/** Runs a process that stops as the hub does, and then `code`. */
async function run(code: string): Promise<{ code: number; output: string; log: string }> {
	const program = `
		import { stopOnSignals } from "./gateway/cli/signals.ts";
		import { createLog } from "./shared/log.ts";
		stopOnSignals(createLog("info"), { stopDelayMs: 0, stopGraceMs: 1000 }, async () => console.log("closed"));
		const alive = setInterval(() => undefined, 1000);
		${code}
	`;
	const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
		cwd: ROOT,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const [output, log, [status]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "exit"),
	]);
	return { code: status, output, log };
}

describe("a fault that nobody handled", () => {
	it("is logged with its cause where a promise was rejected, and the process goes on", async () => {
		const { code, output, log } = await run(`
			void Promise.reject(new Error("nobody awaits this"));
			setTimeout(() => { console.log("still here"); process.kill(process.pid, "SIGTERM"); }, 300);
		`);
		expect([code, output]).toEqual([0, "still here\nclosed\n"]);
		expect(log).toMatch(/"message":"nobody awaits this".*nobody handled it/);
	});

	it("is logged with its cause where an error was thrown, and the process closes everything before it ends with 1", async () => {
		const { code, output, log } = await run(
			`setTimeout(() => { throw new Error("thrown by a timer"); }, 100);`,
		);
		expect([code, output]).toEqual([1, "closed\n"]);
		expect(log).toMatch(/"message":"thrown by a timer".*stopping after an error/);
	});

	it.each([
		["is ended by a library", "process.exit(3)", 3],
		["has nothing left to do", "clearInterval(alive)", 0],
	])("is logged where the process %s", async (_, end, expected) => {
		const { code, log } = await run(end);
		expect(code).toBe(expected);
		expect(log).toMatch(new RegExp(`"code":${expected}.*without having been told to stop`));
	});

	it("nor do streams end it that whoever read them has closed", async () => {
		const { code, output, log } = await run(`
			process.stdout.emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
			setTimeout(() => process.kill(process.pid, "SIGTERM"), 100);
		`);
		expect([code, output]).toEqual([0, "closed\n"]);
		expect(log).not.toMatch(/EPIPE/);
	});
});

it("a process for a job that cannot be started rejects the job, and ends nothing else", async () => {
	const before = process.execPath;
	process.execPath = "/no/such/program";
	try {
		await expect(
			runInProcess(
				{
					entry: new URL("../support/jobs/read-forever.ts", import.meta.url),
					libraries: [],
					limits: { timeoutMs: 10_000, heapMb: 100 },
				},
				{},
				new AbortController().signal,
				() => undefined,
			),
		).rejects.toThrow(/ENOENT|channel/i);
	} finally {
		process.execPath = before;
	}
});
