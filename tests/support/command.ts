import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { HUB_PROGRAM, ROOT } from "./paths.ts";

export type Ran = { code: number; stdout: string; stderr: string };

/** Runs `npm run hub -- …args` to its end. */
export function hubCommand(args: string[], env: Record<string, string>): Promise<Ran> {
	const all = [...HUB_PROGRAM, ...args];
	const options = { cwd: ROOT, env: { ...process.env, LOG_LEVEL: "warn", ...env } };
	return new Promise((done) => {
		execFile(process.execPath, all, options, (error, stdout, stderr) => {
			done({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});
}

/** A server process with the address that it printed; `end` stops it, by default gracefully. */
export type Served = {
	url: string;
	/** What it has printed so far. */
	said(): string;
	end(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
};

/** Starts a process and waits until it prints "ready: http…"; `url` is without a path. */
export async function served(
	command: string,
	args: string[],
	options: { cwd?: string; env?: Record<string, string> },
): Promise<Served> {
	const child: ChildProcess = spawn(command, args, {
		cwd: options.cwd ?? ROOT,
		env: { ...process.env, LOG_LEVEL: "warn", ...options.env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const exited = once(child, "exit");
	let said = "";
	child.on("exit", (code) => {
		if (code) console.error(`${command} ${args.join(" ")} ended with ${code}: ${said}`);
	});
	const url = await new Promise<string>((ready, failed) => {
		const hear = (chunk: Buffer) => {
			said += chunk;
			const found = /ready: (http:\/\/[\d.]+:\d+)/.exec(said)?.[1];
			if (found) ready(found);
		};
		child.stdout?.on("data", hear);
		child.stderr?.on("data", hear);
		exited.then(([code]) => failed(new Error(`${command} ended with ${code}: ${said}`)), failed);
	});
	return {
		url,
		said: () => said,
		async end(signal = "SIGTERM") {
			child.kill(signal);
			await exited;
		},
	};
}
