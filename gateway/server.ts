import type { Server } from "node:http";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { fastify, type RouteHandlerMethod } from "fastify";
import type { Log } from "../shared/log.ts";
import { addDataRoutes } from "./data/routes.ts";
import { graphiqlPage } from "./graphiql.ts";
import { unreachable } from "./health.ts";
import { addImportRoutes } from "./imports/routes.ts";
import { formatError, logErrors } from "./plugins/errors.ts";
import { type RequestContext, requestIdFrom, tellRequestId } from "./plugins/request-id.ts";
import { compose, readAll, type SubgraphSdl, type SubgraphSource, watch } from "./supergraph.ts";
import type { ReadViewer } from "./viewer/verify.ts";

/** Largest query or mutation; a note of a megabyte is refused by its field, which tells more. */
const MOST_BYTES = 4_000_000;

export type GatewayOptions = {
	sources: SubgraphSource[];
	/** Who asks, by the Authorization header. */
	readViewer: ReadViewer;
	/** Folder for what imports could not take; without it there are no imports. */
	importsDir?: string;
	/** 0 picks a free one. */
	port: number;
	log: Log;
	/** Folder of `*.graphql` files offered as tabs in GraphiQL. */
	examplesDir?: string;
	/** How often a subgraph that is down at start is tried. */
	retryMs?: number;
	/** How often changed schemas are looked for. */
	watchMs?: number;
};

export type RunningGateway = {
	/** Address of the hub without a path. */
	url: string;
	/** True when every subgraph has told its schema and queries are served; false when stopped before. Rejects where they do not compose. */
	ready: Promise<boolean>;
	/** Finishes what is in flight. */
	close(): Promise<void>;
};

function apolloOver(
	options: GatewayOptions,
	subgraphs: SubgraphSdl[],
	signal: AbortSignal,
	httpServer: Server,
): ApolloServer<RequestContext> {
	const { sources, log } = options;
	const transports = new Map(sources.map(({ name, transport }) => [name, transport]));
	const supergraph = compose(subgraphs);
	const quiet = () => undefined;
	const gateway = new ApolloGateway({
		async supergraphSdl({ update }) {
			void watch(sources, subgraphs, log, update, signal, options.watchMs);
			return { supergraphSdl: supergraph };
		},
		buildService({ name }) {
			const transport = transports.get(name);
			if (!transport) throw new Error(`The supergraph names an unknown subgraph, ${name}`);
			return transport;
		},
		logger: {
			debug: quiet,
			info: quiet,
			warn: (text) => log.warn(text),
			error: (text) => log.error(text),
		},
	});
	return new ApolloServer<RequestContext>({
		gateway,
		introspection: true,
		formatError,
		includeStacktraceInErrorResponses: false,
		stopOnTerminationSignals: false,
		plugins: [ApolloServerPluginDrainHttpServer({ httpServer }), tellRequestId, logErrors(log)],
	});
}

/** Starts HTTP at once, and GraphQL as soon as every subgraph has told its schema. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
	const { sources, log } = options;
	const stopping = new AbortController();
	const app = fastify({ bodyLimit: MOST_BYTES, forceCloseConnections: "idle" });
	let waiting = new Map(sources.map(({ name }) => [name, "not asked yet"]));
	let apollo: ApolloServer<RequestContext> | undefined;
	let graphql: RouteHandlerMethod | undefined;

	app.route({
		url: "/graphql",
		method: ["GET", "POST"],
		async handler(request, reply) {
			if (graphql) return graphql.call(app, request, reply);
			const names = [...waiting.keys()].join(", ");
			const waits = names && ` and waits for: ${names}`;
			const message = `The hub is starting${waits}. Try again in a few seconds.`;
			return reply.code(503).send({ errors: [{ message, extensions: { code: "UNAVAILABLE" } }] });
		},
	});
	app.get("/health/live", async () => ({ status: "live" }));
	app.get("/health/ready", async (_request, reply) => {
		const missing = graphql ? await unreachable(sources) : Object.fromEntries(waiting);
		const ready = Object.keys(missing).length === 0 && graphql !== undefined;
		return reply
			.code(ready ? 200 : 503)
			.send(ready ? { status: "ready" } : { status: "waiting", subgraphs: missing });
	});
	const engagements = sources.find(({ name }) => name === "engagements");
	if (options.importsDir && engagements)
		addImportRoutes(app, {
			readViewer: options.readViewer,
			dir: options.importsDir,
			log,
			execute: async ({ query, variables, requestId, viewer }) =>
				(await engagements.transport.process({
					request: { query, variables },
					context: { requestId, viewer },
				} as never)) as never,
		});
	addDataRoutes(app, log);
	const page = graphiqlPage(options.examplesDir);
	app.get("/graphiql", async (_request, reply) =>
		reply.type("text/html; charset=utf-8").send(page),
	);
	app.get("/", async (_request, reply) => reply.redirect("/graphiql"));

	async function connect(): Promise<void> {
		const noteWaiting = (reasons: Map<string, string>) => {
			waiting = reasons;
		};
		const subgraphs = await readAll(sources, log, noteWaiting, stopping.signal, options.retryMs);
		apollo = apolloOver(options, subgraphs, stopping.signal, app.server);
		await apollo.start();
		graphql = fastifyApolloHandler(apollo, {
			context: async (request) => ({
				requestId: requestIdFrom(request.headers["x-request-id"]),
				viewer: await options.readViewer(request.headers.authorization),
			}),
		});
	}

	const url = await app.listen({ port: options.port, host: "0.0.0.0" });
	const close = async () => {
		stopping.abort();
		await apollo?.stop();
		await app.close();
	};
	const ready = connect().then(
		() => true,
		async (error: Error) => {
			if (stopping.signal.aborted) return false;
			await close();
			throw error;
		},
	);
	return {
		url: url.replace("0.0.0.0", "127.0.0.1"),
		ready,
		async close() {
			stopping.abort();
			await ready.catch(() => undefined);
			await close();
		},
	};
}
