import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** A peer under load: its URL and its processes, the last of which is the one that is called. */
export type Peer = {
	name: string;
	url: string;
	pids: number[];
	/** Asks each process; see peers/watched.ts. */
	ask<Answer>(question: "memory" | "profile" | "profiled"): Promise<Answer[]>;
	stop(): Promise<void>;
};

export async function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});
}

/** What `npm start` runs. */
export const HUB = "gateway/launch.js";
/** The same from its sources, which a profile tells apart. */
export const HUB_SOURCES = "gateway/main.ts";

const WATCHED = pathToFileURL(resolve("tests/bench/peers/watched.ts")).href;
const children = new Set<ChildProcess>();
process.on("exit", () => {
	for (const child of children) child.kill("SIGKILL");
});

export type Started = {
	pid: number;
	ask(question: string): Promise<unknown>;
	stop(): Promise<void>;
};

/** Starts a TypeScript file as a process and waits until `ready` responds without a server error. */
export async function startProcess(
	args: string[],
	env: Record<string, string>,
	ready: string,
): Promise<Started> {
	const child = spawn(process.execPath, ["--import", "tsx", "--import", WATCHED, ...args], {
		env: {
			...process.env,
			NODE_ENV: "production",
			APOLLO_TELEMETRY_DISABLED: "1",
			LOG_LEVEL: "error",
			...env,
		},
		stdio: ["ignore", "ignore", "pipe", "ipc"],
	});
	children.add(child);
	child.once("exit", () => children.delete(child));
	let said = "";
	child.stderr?.on("data", (chunk) => {
		said = (said + chunk).slice(-4000);
	});
	// Long, for a machine that is busy with something else: one that cannot start ends by itself.
	const deadline = Date.now() + 600_000;
	while (!(await answers(ready))) {
		if (child.exitCode !== null || Date.now() > deadline) {
			child.kill("SIGKILL");
			throw new Error(`${args.join(" ")} did not start: ${said}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		pid: child.pid as number,
		ask: (question) => askChild(child, question),
		stop: () => stopChild(child),
	};
}

function askChild(child: ChildProcess, question: string): Promise<unknown> {
	return new Promise((done, failed) => {
		const ended = () => failed(new Error(`A peer ended when it was asked for its ${question}`));
		const hear = (said: unknown) => {
			const { question: about, answer } = said as { question: string; answer: unknown };
			if (about !== question) return;
			child.off("message", hear);
			child.off("exit", ended);
			done(answer);
		};
		child.on("message", hear);
		child.once("exit", ended);
		child.send(question);
	});
}

async function answers(url: string): Promise<boolean> {
	return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
		(response) => response.status < 500,
		() => false,
	);
}

async function stopChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
	await ended;
	clearTimeout(timer);
}

export function peerOf(name: string, url: string, processes: Started[]): Peer {
	return {
		name,
		url,
		pids: processes.map((one) => one.pid),
		ask: <Answer>(question: string) =>
			Promise.all(processes.map((one) => one.ask(question) as Promise<Answer>)),
		async stop() {
			for (const one of [...processes].reverse()) await one.stop();
		},
	};
}

const MS_A_TICK = 10;

/** In ticks, as the file of a process or of a thread has them: user and system, and those of its ended children. */
function ticksOf(file: string): number[] {
	const stat = readFileSync(file, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return fields.slice(11, 15).map(Number);
}

function cpuMsOf(file: string): number {
	const [user = 0, system = 0] = ticksOf(file);
	return (user + system) * MS_A_TICK;
}

/** Processor time of the processes and all their threads so far, in milliseconds. */
export const cpuMs = (pids: number[]): number =>
	pids.reduce((sum, pid) => sum + cpuMsOf(`/proc/${pid}/stat`), 0);

/** Processor time of a process's main thread so far, in milliseconds. */
export const mainThreadCpuMs = (pid: number): number => cpuMsOf(`/proc/${pid}/task/${pid}/stat`);

/** Processor time so far of a process and of all that it started, those that have ended included, in milliseconds. */
export function treeCpuMs(pid: number): number {
	const own = ticksOf(`/proc/${pid}/stat`).reduce((sum, one) => sum + one, 0) * MS_A_TICK;
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
	return children
		.split(" ")
		.filter(Boolean)
		.map(Number)
		.reduce((sum, one) => {
			try {
				return sum + treeCpuMs(one);
			} catch {
				// It has ended meanwhile, and is counted with its parent.
				return sum;
			}
		}, own);
}

/** Memory of the processes as their status file has it, summed, in MiB; 0 for one that has ended. */
function statusMib(pids: number[], field: "VmHWM" | "VmRSS" | "RssAnon"): number {
	const kib = pids.map((pid) => {
		const file = `/proc/${pid}/status`;
		const status = existsSync(file) ? readFileSync(file, "utf8") : "";
		return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
	});
	return Math.round(kib.reduce((sum, one) => sum + one, 0) / 1024);
}

/** Peak memory of the processes so far. */
export const peakMemoryMib = (pids: number[]): number => statusMib(pids, "VmHWM");

/** Memory of the processes now. */
export const memoryMib = (pids: number[]): number => statusMib(pids, "VmRSS");

/** Memory of their own that the processes have now: without pages of files, such as a mapped database, which all share. */
export const ownMemoryMib = (pids: number[]): number => statusMib(pids, "RssAnon");

/** Processes that this one started and whose command contains a text. */
export function childrenWith(text: string): number[] {
	const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8");
	return children
		.split(" ")
		.map(Number)
		.filter((pid) => pid > 0 && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text));
}
