import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What becomes of requests on their way: to the hub, nowhere, to a captive portal, slowly, or answered into the void. */
export type Weather = "GOOD" | "PORTAL" | "SLOW" | "ANSWERS_LOST" | "BUSY";

const PORTAL =
	"<!doctype html><title>Guest network</title><h1>Accept the terms of this network</h1>";
const SLOW_MS = 1500;

/** A network between browsers and a hub, with an address that stays. */
export async function roughNetwork() {
	const sockets = new Set<Socket>();
	/** Bodies of the requests to /graphql that reached the hub. */
	const arrived: string[] = [];
	let weather: Weather = "GOOD";
	let to = 0;

	async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		return Buffer.concat(chunks);
	}
	const server: Server = createServer(async (incoming, outgoing) => {
		const { method, url, headers } = incoming;
		const body = await bodyOf(incoming).catch(() => Buffer.alloc(0));
		if (weather === "PORTAL") {
			outgoing.writeHead(200, { "content-type": "text/html" }).end(PORTAL);
			return;
		}
		if (weather === "BUSY" && method === "POST") {
			outgoing.writeHead(503, { "content-type": "text/html" }).end("<h1>Service unavailable</h1>");
			return;
		}
		if (weather === "SLOW") await wait(SLOW_MS);
		if (method === "POST" && url?.startsWith("/graphql")) arrived.push(body.toString());
		const isLost = weather === "ANSWERS_LOST" && method === "POST";
		// A connection of its own: a kept one may end, at the hub, as it is used.
		const options = { port: to, host: "127.0.0.1", path: url, method, headers, agent: false };
		const forwarded = request(options, (answer) => {
			if (isLost) {
				answer.resume();
				answer.on("end", () => incoming.socket.destroy());
				return;
			}
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		forwarded.on("error", () => incoming.socket.destroy());
		forwarded.end(body);
	});
	server.on("connection", (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
	});
	const listen = (port: number) =>
		new Promise<void>((done) => server.listen(port, "127.0.0.1", () => done()));
	await listen(0);
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		const closed = new Promise<void>((done) => server.close(() => done()));
		for (const socket of sockets) socket.destroy();
		await closed;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		arrived,
		be(next: Weather) {
			weather = next;
		},
		/** Leads to a hub. */
		lead(url: string) {
			to = Number(new URL(url).port);
		},
		/** The port is closed: connections are refused. */
		close,
		/** Good again, and open. */
		async clear() {
			weather = "GOOD";
			if (!server.listening) await listen(port);
		},
	};
}
