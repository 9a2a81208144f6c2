import { PRODUCTION } from "../issuer.ts";
import { freePort, HUB, type Peer, peerOf, startProcess } from "../processes.ts";

/** (a) This hub as `npm start` runs it, in one process; or another program that is the hub. */
export async function startHubInOne(dataDir: string, program = HUB): Promise<Peer> {
	const port = await freePort();
	const base = `http://127.0.0.1:${port}`;
	const env = { ...PRODUCTION, PORT: String(port), HUB_DATA_DIR: dataDir };
	return peerOf("a hub, one process", `${base}/graphql`, [
		await startProcess([program, "start"], env, `${base}/health/ready`),
	]);
}
