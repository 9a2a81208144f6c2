import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { embeddedSources } from "../../gateway/embedded.ts";
import { type RunningGateway } from "../../gateway/server.ts";
import { ask } from "../support/hub.ts";
import { closeAll, type Done, start, subgraph } from "../support/limited-hub.ts";

afterEach(closeAll);

/** Sends `head` and then a byte every 20 ms; returns what it receives until the connection is closed. */
function trickle(hub: RunningGateway, head: string): Promise<{ heard: string; ms: number }> {
	const began = performance.now();
	const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
	let heard = "";
	socket.write(head);
	const timer = setInterval(() => socket.write("x"), 20);
	socket.on("data", (chunk) => {
		heard += chunk;
	});
	socket.on("error", () => undefined);
	return new Promise((done) =>
		socket.on("close", () => {
			clearInterval(timer);
			done({ heard, ms: performance.now() - began });
		}),
	);
}

const post = (path: string, type: string) =>
	`POST ${path} HTTP/1.1\r\nHost: hub\r\nContent-Type: ${type}\r\nContent-Length: 100000\r\n\r\n`;

describe("slow clients", () => {
	it("do not keep a connection: headers, body, idle", async () => {
		const hub = await start({ headersTimeoutMs: 300, requestTimeoutMs: 500, idleTimeoutMs: 400 });
		const [headers, body, silence] = await Promise.all([
			trickle(hub, "POST /graphql HTTP/1.1\r\nHost: hub\r\nX-Slow: "),
			trickle(hub, post("/graphql", "application/json")),
			new Promise<number>((done) => {
				const began = performance.now();
				const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
				socket.write(post("/graphql", "application/json"));
				socket.on("error", () => undefined).on("close", () => done(performance.now() - began));
				socket.resume();
			}),
		]);
		for (const { heard, ms } of [headers, body]) {
			expect(heard).toMatch(/^HTTP\/1.1 408 /);
			expect(ms).toBeLessThan(3000);
		}
		expect(silence).toBeLessThan(3000);
	});

	it("get a response even if execution takes longer than the idle timeout", async () => {
		const hub = await start({ idleTimeoutMs: 100 });
		expect((await ask(hub, "{ slowly { next { next { id } } } }")).status).toBe(200);
	});

	it("do not delay a stop beyond its grace period, nor do uploads", async () => {
		const engagements = (done: Done) => async () => [
			...embeddedSources([{ ...subgraph(done), name: "engagements" }]),
		];
		const hub = await start({ stopGraceMs: 300 }, (done) => engagements(done)());
		const clients = Array.from({ length: 50 }, (_, i) =>
			i % 2
				? trickle(hub, post("/imports/engagements", "text/csv"))
				: trickle(hub, post("/graphql", "application/json")),
		);
		await sleep(200);
		const began = performance.now();
		await hub.close();
		expect(performance.now() - began).toBeLessThan(2000);
		await Promise.all(clients);
	});
});
