import { PRODUCTION } from "../issuer.ts";
import { freePort, type Peer, peerOf, startProcess } from "../processes.ts";

/** (a) This hub as `npm start` runs it: one process. */
export async function startHubInOne(dataDir: string): Promise<Peer> {
	const port = await freePort();
	const base = `http://127.0.0.1:${port}`;
	const env = { ...PRODUCTION, PORT: String(port), HUB_DATA_DIR: dataDir };
	return peerOf("a hub, one process", `${base}/graphql`, [
		await startProcess(["gateway/main.ts", "start"], env, `${base}/health/ready`),
	]);
}
