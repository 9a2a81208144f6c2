import { PRODUCTION } from "../issuer.ts";
import { freePort, HUB, type Peer, peerOf, type Started, startProcess } from "../processes.ts";

const SUBGRAPHS = ["institutes", "mep", "engagements"];

/** (b) This hub as four processes over HTTP. */
export async function startHubInFour(dataDir: string): Promise<Peer> {
	const ports = new Map<string, number>();
	for (const name of [...SUBGRAPHS, "gateway"]) ports.set(name, await freePort());
	const base = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
	const urls = SUBGRAPHS.map((name) => `${name}=${base(name)}/graphql`).join(",");
	const started: Started[] = [];
	for (const name of [...SUBGRAPHS, "gateway"]) {
		const env = {
			...PRODUCTION,
			PORT: String(ports.get(name)),
			HUB_DATA_DIR: dataDir,
			HUB_SUBGRAPH_URLS: urls,
		};
		const ready = name === "gateway" ? "/health/ready" : "/health/live";
		started.push(await startProcess([HUB, "serve", name], env, base(name) + ready));
	}
	return peerOf("b hub, four processes", `${base("gateway")}/graphql`, started);
}
