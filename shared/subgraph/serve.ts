import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import fastifyApollo from "@as-integrations/fastify";
import { fastify } from "fastify";
import { DEFAULT_LIMITS, type Limits } from "../limits/limits.ts";
import { openBudgets } from "../server/request-budgets.ts";
import { stopWithin } from "../server/stop.ts";
import { boundRequests, timeoutOptions } from "../server/timeouts.ts";
import { lookThrough } from "../variables.ts";
import { readSignedViewer, VIEWER_HEADER } from "../viewer/signed.ts";
import type { Caller, Subgraph } from "./subgraph.ts";

/** What Apollo Server hands the executor of a gateway (GatewayGraphQLRequestContext), as far as it is used here. */
type Incoming = {
	source: string;
	operationName: string | null;
	request: { variables?: Record<string, unknown> };
	context: Caller;
};

/**
 * Serves one subgraph alone at `/graphql`, with the same executor as in-process. Port 0 picks a free one.
 * Who asks is believed only where the gateway's signature with `secret` says so; everybody else is the public.
 */
export async function serveSubgraph(
	subgraph: Subgraph,
	port: number,
	secret: string,
	limits: Limits = DEFAULT_LIMITS,
): Promise<{ url: string; close(): Promise<void> }> {
	const app = fastify(timeoutOptions(limits));
	boundRequests(app, limits);
	const budgets = openBudgets();
	const server = new ApolloServer<Caller>({
		gateway: {
			async load() {
				return {
					executor: async ({ source, operationName, request, context }: Incoming) => {
						const { representations: _, ...own } = request.variables ?? {};
						const { fault } = lookThrough(own, limits.list);
						if (fault) return { errors: [fault] } as never;
						const { variables } = request;
						return (await subgraph.execute({
							query: source,
							operationName,
							variables,
							...context,
						})) as never;
					},
				};
			},
			onSchemaLoadOrUpdate(listen: (loaded: object) => void) {
				listen({ apiSchema: subgraph.schema, coreSupergraphSdl: "" });
				return () => undefined;
			},
			async stop() {},
		} as never,
		introspection: true,
		plugins: [
			ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
			ApolloServerPluginInlineTraceDisabled(),
		],
		stopOnTerminationSignals: false,
	});
	await server.start();
	await app.register(fastifyApollo(server), {
		context: async (request, reply) => ({
			requestId: String(request.headers["x-request-id"] ?? randomUUID()),
			viewer: await readSignedViewer(request.headers[VIEWER_HEADER], secret),
			budget: budgets.open(reply, limits.mutationDeadlineMs, limits.steps),
		}),
	});
	app.get("/health/live", async () => ({ status: "live" }));
	const address = await app.listen({ port, host: "0.0.0.0" });
	return {
		url: `${address.replace("0.0.0.0", "127.0.0.1")}/graphql`,
		async close() {
			await Promise.all([server.stop(), stopWithin(app, limits.stopGraceMs, budgets.stopAll)]);
			await subgraph.close();
		},
	};
}
