import { freePort, type Peer, peerOf, startProcess } from "../processes.ts";

async function startSingle(name: string, file: string, dataDir: string): Promise<Peer> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}/`;
	return peerOf(name, url, [
		await startProcess([`tests/bench/peers/${file}`, String(port), dataDir], {}, url),
	]);
}

/** (d) One graphql-js server on the same tables, not federated. */
export const startGraphqlJs = (dataDir: string) =>
	startSingle("d graphql-js", "graphql-js.ts", dataDir);

/** (e) The lower bound: one statement and JSON. */
export const startSql = (dataDir: string) => startSingle("e one statement", "sql.ts", dataDir);
