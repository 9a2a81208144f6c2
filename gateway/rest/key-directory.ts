import type { FastifyInstance } from "fastify";
import type { Registry } from "../../shared/registry.ts";

/** Where partners find the hub's public signing keys (draft-meunier-http-message-signatures-directory). */
const PATH = "/.well-known/http-message-signatures-directory";
const TYPE = "application/http-message-signatures-directory+json";

/** Publishes the hub's keys as a JSON Web Key Set. */
export function addKeyDirectory(
	app: FastifyInstance,
	registry: Pick<Registry, "publicKeys">,
): void {
	app.get(PATH, async (_request, reply) => {
		const keys = await registry.publicKeys();
		return reply
			.header("cache-control", "public, max-age=300")
			.type(TYPE)
			.send(JSON.stringify({ keys }));
	});
}
