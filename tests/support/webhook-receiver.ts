import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

type Received = { headers: IncomingHttpHeaders; body: string };

type Status = number | "never";

/** A partner's own server that hears webhooks, and answers with the status that a test wants. */
export async function startReceiver() {
	const received: Received[] = [];
	let status: Status | ((call: number) => Status) = 204;
	const server = createServer((request, response) => {
		let body = "";
		request.on("data", (chunk) => {
			body += chunk;
		});
		request.on("end", () => {
			received.push({ headers: request.headers, body });
			const code = typeof status === "function" ? status(received.length) : status;
			if (code === "never") return;
			response.writeHead(code, code === 302 ? { location: "/elsewhere" } : {}).end();
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/events`,
		received,
		answer(how: typeof status) {
			status = how;
		},
		close: () =>
			new Promise<void>((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
