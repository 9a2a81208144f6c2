import { type AddressInfo, createServer } from "node:net";

/** How many ports after the wanted one are tried. */
const TRIED = 20;

/** The port, where it is free; 0 stands for any. Undefined where somebody listens at it. */
function free(port: number, host: string): Promise<number | undefined> {
	return new Promise((done) => {
		const server = createServer();
		server.once("error", () => done(undefined));
		server.listen(port, host, () => {
			const found = (server.address() as AddressInfo).port;
			server.close(() => done(found));
		});
	});
}

/** The first port from `wanted` on that nobody listens at; for 0, any. */
export async function freePort(wanted: number, host: string): Promise<number> {
	const last = wanted === 0 ? 0 : Math.min(wanted + TRIED - 1, 65_535);
	for (let port = wanted; port <= last; port++) {
		const found = await free(port, host);
		if (found !== undefined) return found;
	}
	throw new Error(`PORT: ${wanted} to ${last} are in use; set PORT to a free port`);
}
