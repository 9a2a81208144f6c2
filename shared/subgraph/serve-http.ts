import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import {
	ApolloServerPluginInlineTraceDisabled,
	ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { fastify } from "fastify";
import { clipError } from "../clip.ts";
import { DEFAULT_LIMITS, type Limits } from "../limits/limits.ts";
import type { Log } from "../log.ts";
import { formatError, logErrors } from "../server/errors.ts";
import { bodyOf, graphqlRequestOf } from "../server/http.ts";
import { nestingCheck } from "../server/nesting.ts";
import { checkNullVariables } from "../server/null-variables.ts";
import { refuseUnknownOperations } from "../server/operations.ts";
import { openBudgets } from "../server/request-budgets.ts";
import { stopWithin } from "../server/stop.ts";
import { boundRequests, timeoutOptions } from "../server/timeouts.ts";
import { lookThrough } from "../variables.ts";
import { readSignedViewer, VIEWER_HEADER } from "../viewer/signed-header.ts";
import { boundDocuments, documentLimits } from "./bounds.ts";
import type { Caller, Subgraph } from "./subgraph.ts";

/** What Apollo Server hands the executor of a gateway (GatewayGraphQLRequestContext), as far as it is used here. */
type Incoming = {
	source: string;
	operationName: string | null;
	request: { variables?: Record<string, unknown> };
	context: Caller;
};

type ServeOptions = {
	/** 0 picks a free one. */
	port: number;
	/** Address that is listened on. */
	host: string;
	/** What the gateway signs with who asks. */
	secret: string;
	/** What bounds requests; the defaults where absent. */
	limits?: Limits;
	log: Log;
};

/** Largest request; a gateway's own limit on what clients send is lower. */
const MOST_BYTES = 16_000_000;

/**
 * Serves one subgraph alone at `/graphql`, with the same executor as in-process; its errors are logged and masked as the
 * gateway's are. Who asks is believed only where the gateway's signature says so; everybody else is the public.
 */
export async function serveSubgraph(
	subgraph: Subgraph,
	{ port, host, secret, log, limits = DEFAULT_LIMITS }: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
	const most = documentLimits(limits);
	const nestingFault = nestingCheck(most.tokens);
	const app = fastify({ bodyLimit: MOST_BYTES, ...timeoutOptions(limits) });
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
		parseOptions: { maxTokens: most.tokens },
		formatError: (formatted, error) => formatError(clipError(formatted), error),
		includeStacktraceInErrorResponses: false,
		plugins: [
			ApolloServerPluginDrainHttpServer({ httpServer: app.server }),
			ApolloServerPluginInlineTraceDisabled(),
			ApolloServerPluginLandingPageDisabled(),
			logErrors(log),
			refuseUnknownOperations,
			boundDocuments(most),
			checkNullVariables,
		],
		stopOnTerminationSignals: false,
	});
	await server.start();
	app.addHook("onRequest", async (_request, reply) => {
		reply.header("x-content-type-options", "nosniff");
	});
	app.route({
		url: "/graphql",
		method: ["GET", "POST"],
		async handler(request, reply) {
			const said = request.method === "POST" ? request.body : request.query;
			const fault = nestingFault((said as { query?: unknown } | null | undefined)?.query);
			if (fault) {
				const extensions = { code: "GRAPHQL_VALIDATION_FAILED" };
				return reply.code(400).send({ errors: [{ message: fault, extensions }] });
			}
			const response = await server.executeHTTPGraphQLRequest({
				httpGraphQLRequest: graphqlRequestOf(request),
				context: async () => ({
					requestId: String(request.headers["x-request-id"] ?? randomUUID()),
					viewer: await readSignedViewer(request.headers[VIEWER_HEADER], secret),
					budget: budgets.open(reply, limits.mutationDeadlineMs, limits.steps),
				}),
			});
			return reply.send(bodyOf(response, reply));
		},
	});
	app.get("/health/live", async () => ({ status: "live" }));
	const address = await app.listen({ port, host });
	return {
		url: `${address.replace("0.0.0.0", "127.0.0.1")}/graphql`,
		async close() {
			await Promise.all([server.stop(), stopWithin(app, limits.stopGraceMs, budgets.stopAll)]);
			await subgraph.close();
		},
	};
}
