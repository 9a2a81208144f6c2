import { freePort, type Peer, peerOf, type Started, startProcess } from "../processes.ts";

const SUBGRAPHS = ["institutes", "mep", "engagements"];

/** (c) The textbook setup: a stock Apollo Server for each subgraph and a stock gateway, four processes. */
export async function startTextbook(dataDir: string): Promise<Peer> {
	const started: Started[] = [];
	const ports: number[] = [];
	for (const _ of SUBGRAPHS) ports.push(await freePort());
	const urls = SUBGRAPHS.map((name, index) => `${name}=http://127.0.0.1:${ports[index]}/`).join(
		",",
	);
	const headers = { HUB_DATA_DIR: dataDir, HUB_SUBGRAPH_URLS: urls };
	for (const [index, name] of SUBGRAPHS.entries()) {
		const port = String(ports[index]);
		started.push(
			await startProcess(
				["tests/bench/peers/textbook-subgraph.ts", name, port],
				headers,
				`http://127.0.0.1:${port}/`,
			),
		);
	}
	const port = await freePort();
	started.push(
		await startProcess(
			["tests/bench/peers/textbook-gateway.ts", String(port), urls],
			headers,
			`http://127.0.0.1:${port}/`,
		),
	);
	return peerOf("c textbook", `http://127.0.0.1:${port}/`, started);
}
