import type { FastifyInstance } from "fastify";

const SWEEP_MS = 50;

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
