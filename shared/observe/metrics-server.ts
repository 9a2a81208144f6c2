import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { collectDefaultMetrics } from "prom-client";
import { readMetrics } from "./metrics.ts";

let isCollecting = false;

/** Serves `GET /metrics` for Prometheus, on a port of its own: it is not for the public. */
export async function serveMetrics({
	port,
	host,
}: {
	port: number;
	host: string;
}): Promise<{ url: string; close(): Promise<void> }> {
	if (!isCollecting) collectDefaultMetrics();
	isCollecting = true;
	const server = createServer(async (request, response) => {
		if (request.url?.split("?")[0] !== "/metrics") {
			response.writeHead(404).end("The metrics are at /metrics\n");
			return;
		}
		try {
			const { text, type } = await readMetrics();
			response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(text);
		} catch {
			response.writeHead(500).end("The metrics could not be read\n");
		}
	});
	server.listen(port, host);
	await once(server, "listening");
	const { address, port: actual, family } = server.address() as AddressInfo;
	return {
		url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}/metrics`,
		async close() {
			server.close();
			server.closeAllConnections();
		},
	};
}
