import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM, ROOT } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";

const GRACE_MS = 700;
/** What the process may take beside the grace, on a machine that is busy with other tests. */
const SLACK_MS = 6000;

const children: ChildProcess[] = [];
const sockets: Socket[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
	for (const socket of sockets.splice(0)) socket.destroy();
});

/** Starts a process and waits until it prints `ready`. */
async function started(args: string[], env: Record<string, string>, ready: RegExp) {
	const child = spawn(process.execPath, args, {
		cwd: ROOT,
		env: { ...process.env, PORT: "0", LOG_LEVEL: "error", ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	children.push(child);
	const exited = once(child, "exit") as Promise<[number | null, string | null]>;
	let said = "";
	const found = await new Promise<RegExpExecArray>((done, failed) => {
		child.stdout.on("data", (chunk) => {
			said += chunk;
			const match = ready.exec(said);
			if (match) done(match);
		});
		exited.then(([code]) => failed(new Error(`ended with ${code}: ${said}`)), failed);
	});
	return { child, exited, found };
}

function clientOf(port: number, head: string, body = ""): Socket {
	const socket = connect(port, "127.0.0.1");
	sockets.push(socket);
	socket.on("error", () => undefined);
	socket.write(`${head}\r\nHost: hub\r\n${body}`);
	return socket;
}

describe("a hub that is told to stop", () => {
	it("ends within its grace whatever clients hold on to, with exit code 0", async () => {
		const dataDir = await seededFolder();
		const env = { HUB_DATA_DIR: dataDir, HUB_STOP_GRACE_MS: String(GRACE_MS) };
		const hub = await started([...HUB_PROGRAM, "start"], env, /ready: http:\/\/[\d.]+:(\d+)/);
		const port = Number(hub.found[1]);
		const token = await developmentToken(dataDir, STAFF, 1);
		const upload = clientOf(
			port,
			"POST /imports/engagements HTTP/1.1",
			`Authorization: Bearer ${token}\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nid,sme_name`,
		);
		const trickle = setInterval(() => upload.write("x"), 20);
		clientOf(
			port,
			"POST /graphql HTTP/1.1",
			"Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{",
		);
		clientOf(port, "GET /health/live HTTP/1.1", "Connection: keep-alive\r\n\r\n");
		// Asks for what it never reads.
		clientOf(port, "GET /data/engagements.json HTTP/1.1", "\r\n").pause();
		// Opens a connection, as browsers do in advance, and asks nothing.
		sockets.push(connect(port, "127.0.0.1").on("error", () => undefined));
		await sleep(500);
		const began = performance.now();
		hub.child.kill("SIGTERM");
		const [code, signal] = await hub.exited;
		clearInterval(trickle);
		expect([code, signal]).toEqual([0, null]);
		expect(performance.now() - began).toBeLessThan(GRACE_MS + SLACK_MS);
	}, 120_000);

	const hanging = (graceMs: number) => `
		import { stopOnSignals } from "./gateway/cli/signals.ts";
		import { createLog } from "./shared/log.ts";
		stopOnSignals(createLog("silent"), { stopDelayMs: 0, stopGraceMs: ${graceMs} }, () => new Promise(() => undefined));
		setInterval(() => undefined, 1000);
		console.log("ready");
	`;
	const start = (graceMs: number) =>
		started(["--import", "tsx", "--input-type=module", "-e", hanging(graceMs)], {}, /ready/);

	it("ends five seconds after its grace where closing never ends, with exit code 1", async () => {
		const { child, exited } = await start(200);
		const began = performance.now();
		child.kill("SIGTERM");
		expect(await exited).toEqual([1, null]);
		const took = performance.now() - began;
		expect(took).toBeGreaterThan(5000);
		expect(took).toBeLessThan(5200 + SLACK_MS);
	});

	it("ends at once at the second signal, with exit code 1", async () => {
		const { child, exited } = await start(60_000);
		const began = performance.now();
		child.kill("SIGTERM");
		await sleep(300);
		child.kill("SIGINT");
		expect(await exited).toEqual([1, null]);
		expect(performance.now() - began).toBeLessThan(SLACK_MS);
	});
});
