import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

const SWEEP_MS = 50;
/** For how long a server that stops waits for the first request of connections that are open. */
const FIRST_REQUEST_MS = 1000;

/** Options of fastify without which requests on kept connections would fail while it closes. */
export const STOP_OPTIONS = { return503OnClosing: false } as const;

/** From when `isStopping` is true, clients are told with each response to open another connection, at another hub. */
export function sendClientsAway(app: FastifyInstance, isStopping: () => boolean): void {
	app.addHook("onSend", (_request, reply, payload, done) => {
		if (isStopping()) void reply.header("connection", "close");
		done(null, payload);
	});
}

/**
 * How to stop a server, to be made before it listens: what is in flight is finished, for `graceMs` at most. Then `giveUp`
 * is called and every connection is cut, whatever its client does.
 */
export function gracefulStop(
	app: FastifyInstance,
	graceMs: number,
	giveUp: () => void,
): () => Promise<void> {
	const connections = new Set<Socket>();
	app.server.on("connection", (socket: Socket) => {
		connections.add(socket);
		socket.once("close", () => connections.delete(socket));
	});
	return async () => {
		const began = performance.now();
		const sweep = setInterval(() => {
			// A connection that was busy when the close began is kept alive after its answer, unless it is looked at again.
			app.server.closeIdleConnections();
			// For Node, one without a request is not idle. Browsers and pools open such ones for later.
			if (performance.now() - began < FIRST_REQUEST_MS) return;
			for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
		}, SWEEP_MS);
		const end = setTimeout(() => {
			giveUp();
			app.server.closeAllConnections();
		}, graceMs);
		await app.close().finally(() => {
			clearInterval(sweep);
			clearTimeout(end);
		});
	};
}
