import { Worker } from "node:worker_threads";

/** The example of a partner, as it stands: a server of its own that answers the hub over HTTP. */
const SERVER = new URL("../../../subgraphs/examples/credentials/server.js", import.meta.url);
const READY = /ready: (http:\/\/[\d.]+:(\d+)\/\S+)/;

export type PartnerServer = { url: string; port: number; close(): Promise<void> };

function run(port: number, keysUrl: string): Promise<PartnerServer> {
	// In a thread, it ends with this process however that ends.
	const worker = new Worker(SERVER, {
		env: { ...process.env, PORT: String(port), HUB_KEYS_URL: keysUrl },
		execArgv: [],
		stdout: true,
	});
	return new Promise((ready, failed) => {
		let said = "";
		worker.stdout.on("data", (chunk) => {
			said += chunk;
			const [, url, at] = READY.exec(said) ?? [];
			if (!url) return;
			ready({ url, port: Number(at), close: async () => void (await worker.terminate()) });
		});
		worker.once("error", failed);
		worker.once("exit", (code) => failed(new Error(`it ended with ${code}. ${said}`)));
	});
}

/** Starts the example of a partner, where `port` is taken at any other. */
export function startPartnerServer(port: number, keysUrl: string): Promise<PartnerServer> {
	return run(port, keysUrl).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "EADDRINUSE") throw error;
		return run(0, keysUrl);
	});
}
