import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

const CHECK_MS = 100;

/**
 * A balancer as simple as they come: it checks `/health/ready`, takes turns among the hubs that are ready, keeps
 * connections, and tries nothing twice.
 */
export async function startBalancer(hubs: readonly string[]) {
	const ready = new Set<string>();
	let turn = 0;
	const check = async (url: string) => {
		const response = await fetch(`${url}/health/ready`).catch(() => undefined);
		await response?.text();
		if (response?.status === 200) ready.add(url);
		else ready.delete(url);
	};
	const timer = setInterval(() => {
		for (const url of hubs) void check(url);
	}, CHECK_MS);
	const server = createServer((incoming, outgoing) => {
		const all = [...ready];
		const { hostname, port } = new URL(all[turn++ % all.length] ?? "http://nobody");
		const { method, url: path, headers } = incoming;
		const forwarded = request({ hostname, port, method, path, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		forwarded.on("error", () => outgoing.writeHead(502).end('{"errors":[{"message":"502"}]}'));
		incoming.pipe(forwarded);
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		isReady: (url: string) => ready.has(url),
		close(): void {
			clearInterval(timer);
			server.close();
			server.closeAllConnections();
		},
	};
}

export type Balancer = Awaited<ReturnType<typeof startBalancer>>;
