import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A peer under load: its URL and its processes. */
export type Peer = { name: string; url: string; pids: number[]; stop(): Promise<void> };

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

const children = new Set<ChildProcess>();
process.on("exit", () => {
	for (const child of children) child.kill("SIGKILL");
});

export type Started = { pid: number; stop(): Promise<void> };

/** Starts a TypeScript file as a process and waits until `ready` responds without a server error. */
export async function startProcess(
	args: string[],
	env: Record<string, string>,
	ready: string,
): Promise<Started> {
	const child = spawn(process.execPath, ["--import", "tsx", ...args], {
		env: {
			...process.env,
			NODE_ENV: "production",
			APOLLO_TELEMETRY_DISABLED: "1",
			LOG_LEVEL: "error",
			...env,
		},
		stdio: ["ignore", "ignore", "pipe"],
	});
	children.add(child);
	child.once("exit", () => children.delete(child));
	let said = "";
	child.stderr?.on("data", (chunk) => {
		said = (said + chunk).slice(-4000);
	});
	const deadline = Date.now() + 90_000;
	while (!(await answers(ready))) {
		if (child.exitCode !== null || Date.now() > deadline) {
			child.kill("SIGKILL");
			throw new Error(`${args.join(" ")} did not start: ${said}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return { pid: child.pid as number, stop: () => stopChild(child) };
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
		async stop() {
			for (const one of [...processes].reverse()) await one.stop();
		},
	};
}

const MS_A_TICK = 10;

/** Processor time of the processes and all their threads so far, in milliseconds. */
export function cpuMs(pids: number[]): number {
	return pids.reduce((sum, pid) => {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return sum + (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
	}, 0);
}

/** Memory of the processes as their status file has it, summed, in MiB; 0 for one that has ended. */
function statusMib(pids: number[], field: "VmHWM" | "VmRSS"): number {
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

/** Processes that this one started and whose command contains a text. */
export function childrenWith(text: string): number[] {
	const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8");
	return children
		.split(" ")
		.map(Number)
		.filter((pid) => pid > 0 && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text));
}
