import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { HUB_PROGRAM, ROOT } from "../../support/paths.ts";
import { cpuMs } from "../processes.ts";

export const PARTS = ["institutes", "mep", "engagements", "gateway"] as const;

/**
 * What no healthy hub needs. Processor time, as a busy machine gives little of it in a minute; the other bound is for
 * one that does nothing at all.
 */
const MOST_CPU_MS = 120_000;
const MOST_MS = 1_800_000;
/** Below the range from which the system takes ports of connections: those could take one while its owner is down. */
const PORTS = { from: 20_000, to: 32_000 };

type Env = Record<string, string>;

/** A hub that turns nobody away, and takes nobody for gone, because the machine is busy with something else. */
const PATIENT: Env = Object.fromEntries(
	[
		...["HUB_DEADLINE_MS", "HUB_MUTATION_DEADLINE_MS", "HUB_SUBGRAPH_TIMEOUT_MS", "HUB_MAX_LAG_MS"],
		...["HUB_HEADERS_TIMEOUT_MS", "HUB_REQUEST_TIMEOUT_MS", "HUB_IDLE_TIMEOUT_MS"],
		...["HUB_DATABASE_CONNECT_MS", "HUB_DATABASE_WAIT_MS", "HUB_DATABASE_LOCK_MS"],
		"HUB_DATABASE_STATEMENT_MS",
	].map((name) => [name, "600000"]),
);

const isFree = (port: number) =>
	new Promise<boolean>((done) => {
		const server = createServer();
		server.once("error", () => done(false));
		server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
	});

async function portToKeep(): Promise<number> {
	for (;;) {
		const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
		if (await isFree(port)) return port;
	}
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
	for (const child of running) child.kill("SIGKILL");
});

/** A process that is started again at the same address however often it is killed. */
function processOf(args: string[], env: Env, ready: string) {
	let child: ChildProcess | undefined;
	let said = "";
	/** Throws where the process ended without being killed. */
	function refuseEnded(): void {
		if (child && (child.exitCode !== null || child.signalCode !== null))
			throw new Error(
				`${args.join(" ")} ended by itself (${child.exitCode ?? child.signalCode}): ${said}`,
			);
	}
	return {
		refuseEnded,
		pid: () => child?.pid ?? 0,
		start(): void {
			said = "";
			const one = spawn(process.execPath, [...HUB_PROGRAM, ...args], {
				cwd: ROOT,
				env: {
					...process.env,
					...{ LOG_LEVEL: "error", APOLLO_TELEMETRY_DISABLED: "1" },
					...PATIENT,
					...env,
				},
				stdio: ["ignore", "ignore", "pipe"],
			});
			child = one;
			running.add(one);
			one.once("exit", () => running.delete(one));
			one.stderr?.on("data", (chunk) => {
				said = (said + chunk).slice(-2000);
			});
		},
		async isReady(): Promise<boolean> {
			return (await fetch(ready).catch(() => undefined))?.status === 200;
		},
		async kill(): Promise<void> {
			if (!child || child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, "exit");
			child.kill("SIGKILL");
			await ended;
		},
	};
}
export type Process = ReturnType<typeof processOf>;

/** The hub as one process, or as one for each part, and the address of its gateway. */
export async function processesOf(
	count: number,
	env: Env,
): Promise<{ all: Process[]; url: string }> {
	if (count === 1) {
		const port = await portToKeep();
		const url = `http://127.0.0.1:${port}`;
		const all = [processOf(["start"], { ...env, PORT: String(port) }, `${url}/health/ready`)];
		return { all, url };
	}
	const ports = new Map<string, number>();
	for (const part of PARTS) ports.set(part, await portToKeep());
	const urlOf = (part: string) => `http://127.0.0.1:${ports.get(part)}`;
	const subgraphs = PARTS.filter((part) => part !== "gateway");
	const HUB_SUBGRAPH_URLS = subgraphs.map((part) => `${part}=${urlOf(part)}/graphql`).join(",");
	const all = PARTS.map((part) =>
		processOf(
			["serve", part],
			{ ...env, HUB_SUBGRAPH_URLS, PORT: String(ports.get(part)) },
			`${urlOf(part)}/health/${part === "gateway" ? "ready" : "live"}`,
		),
	);
	return { all, url: urlOf("gateway") };
}

/**
 * Waits until something is so. Throws where a process has ended by itself, or where they have computed for longer than
 * a healthy hub would.
 */
export async function until(
	what: string,
	all: readonly Process[],
	isSo: () => boolean | Promise<boolean>,
): Promise<void> {
	for (const one of all) one.refuseEnded();
	const pids = all.map((one) => one.pid());
	const [since, cpuSince] = [Date.now(), cpuMs(pids)];
	while (!(await isSo())) {
		for (const one of all) one.refuseEnded();
		const cpu = cpuMs(pids) - cpuSince;
		if (cpu > MOST_CPU_MS || Date.now() - since > MOST_MS)
			throw new Error(
				`${what}: not after ${Math.round((Date.now() - since) / 1000)} s and ${Math.round(cpu / 1000)} s of processor time`,
			);
		await sleep(20);
	}
}
