import type { FastifyInstance } from "fastify";

const SWEEP_MS = 50;

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
 * Stops a server: what is in flight is finished, for `graceMs` at most. Then `giveUp` is called and every connection
 * is cut, whatever its client does.
 */
export async function stopWithin(
	app: FastifyInstance,
	graceMs: number,
	giveUp: () => void,
): Promise<void> {
	// A connection that was busy when the close began is kept alive after its answer, unless it is looked at again.
	const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
	const end = setTimeout(() => {
		giveUp();
		app.server.closeAllConnections();
	}, graceMs);
	await app.close().finally(() => {
		clearInterval(sweep);
		clearTimeout(end);
	});
}
