import type { FastifyInstance } from "fastify";

/** Files whose names contain a hash of their content: the same in every hub. */
const HASHED = /\/(assets|development|graphiql)\/[^/]+$/;

/**
 * Keeps answers out of every cache, and answers no browser that what it has is current: another hub may be reached at the
 * same address at another time, and its answers must not be shown for this one's, nor the other way round.
 */
export function keepOutOfCaches(app: FastifyInstance): void {
	app.addHook("onRequest", async (request) => {
		delete request.headers["if-none-match"];
	});
	app.addHook("onSend", async (request, reply) => {
		if (!HASHED.test(request.url)) reply.header("cache-control", "no-store");
	});
}
