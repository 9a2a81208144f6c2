import { setImmediate as breathe } from "node:timers/promises";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
	ApolloServerPluginCacheControlDisabled,
	ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST, parse } from "graphql";
import { clipError } from "../../shared/clip.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import type { Log } from "../../shared/log.ts";
import { formatError } from "../../shared/server/errors.ts";
import { graphqlRequestOf } from "../../shared/server/http.ts";
import type { Versions } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { keepAnswers, stringifyResult } from "../caching/kept-answers.ts";
import type { KeptRules } from "../caching/kept-policy.ts";
import { noteLifetimes } from "../caching/lifetimes.ts";
import { shareExecutions } from "../caching/shared-executions.ts";
import type { RequestContext } from "../context.ts";
import { compiledGateway } from "../execution/compiled-gateway.ts";
import { executedGateway, executePlugin } from "../execution/execute-plugin.ts";
import { sendResponse } from "../http/graphql.ts";
import { observedTransport } from "../observe/subgraph-calls.ts";
import type { Transport } from "../subgraph-transport.ts";
import type { VersionedTransport } from "../transport/in-process.ts";
import { documentStore } from "./document-store.ts";
import type { RecentQuery } from "./recent-queries.ts";
import { sampleVariablesFor } from "./sample-variables.ts";

export type GatewayInstanceOptions = {
	supergraph: string;
	/** How each subgraph that the supergraph names is reached. */
	transports: ReadonlyMap<string, Transport>;
	context(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
	plugins: ApolloServerPlugin<RequestContext>[];
	/** What answers may be kept. */
	rules: KeptRules;
	limits: Limits;
	log: Log;
};

/**
 * A gateway for one supergraph. A new supergraph gets a new one: requests that began with the old one are planned,
 * validated and finished with it, and the new one has its plans before it gets a request.
 */
export type GatewayInstance = {
	supergraph: string;
	transports: ReadonlyMap<string, Transport>;
	handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
	/** Parses, validates and plans queries without asking any subgraph; those that do not fit are passed over. */
	warm(queries: RecentQuery[]): Promise<void>;
	/** Resolves when the last request it took has been answered. */
	close(): Promise<void>;
};

const MOST_WARMING_MS = 5000;
/** Faults of a document that are told; a short one may hold thousands. */
const MOST_FAULTS = 5;

/** What the subgraphs of this process tell of their versions. */
const versionsOf = (transports: ReadonlyMap<string, VersionedTransport>): Versions =>
	Object.assign({}, ...[...transports.values()].map(({ versions }) => versions));

/** Makes a gateway ready to answer. Rejects where the supergraph is faulty or names an unknown subgraph. */
export async function startGatewayInstance(
	options: GatewayInstanceOptions,
): Promise<GatewayInstance> {
	const { supergraph, transports, limits, log } = options;
	const quiet = () => undefined;
	const logger = {
		debug: quiet,
		info: quiet,
		warn: (text: string) => log.warn(text),
		error: (text: string) => log.error(text),
	};
	const gateway = compiledGateway({
		supergraph,
		transportFor(name) {
			const transport = transports.get(name);
			if (!transport) throw new Error(`The supergraph names an unknown subgraph, ${name}`);
			return noteLifetimes(observedTransport(name, transport));
		},
	});
	const execute = keepAnswers(shareExecutions(gateway.execute, limits), {
		...options.rules,
		versions: versionsOf(transports),
		answerBytes: limits.answerBytes,
	});
	const apollo = new ApolloServer<RequestContext>({
		gateway: executedGateway(gateway),
		stringifyResult,
		logger,
		introspection: true,
		documentStore: documentStore(),
		formatError: (formatted, error) => formatError(clipError(formatted), error),
		parseOptions: { maxTokens: limits.tokens },
		validationOptions: { maxErrors: MOST_FAULTS },
		includeStacktraceInErrorResponses: false,
		// What needs it is refused before it comes here: see http/csrf.ts.
		csrfPrevention: false,
		stopOnTerminationSignals: false,
		plugins: [
			ApolloServerPluginCacheControlDisabled(),
			ApolloServerPluginLandingPageDisabled(),
			...options.plugins,
			executePlugin(execute),
		],
	});
	await apollo.start();

	let inFlight = 0;
	let isClosing = false;
	let idle: (() => void) | undefined;
	/** Runs what must end before the gateway does. */
	async function counted<T>(work: () => Promise<T>): Promise<T> {
		inFlight++;
		try {
			return await work();
		} finally {
			if (--inFlight === 0) idle?.();
		}
	}
	return {
		supergraph,
		transports,
		handle: (request, reply) =>
			counted(async () => {
				const answer: RequestContext["answer"] = {};
				const response = await apollo.executeHTTPGraphQLRequest({
					httpGraphQLRequest: graphqlRequestOf(request),
					context: async () => ({ ...(await options.context(request, reply)), answer }),
				});
				return await sendResponse(request, reply, response, answer.kept);
			}),
		async warm(queries) {
			const end = performance.now() + MOST_WARMING_MS;
			for (const { query, operationName } of queries) {
				await breathe();
				if (isClosing || performance.now() > end) return;
				const operation = getOperationAST(parse(query), operationName);
				if (operation?.operation !== "query") continue;
				const variables = sampleVariablesFor(operation, gateway.schema);
				await counted(() =>
					apollo.executeOperation(
						{ query, operationName: operationName ?? undefined, variables },
						{ contextValue: { requestId: "warming", viewer: PUBLIC, warming: true } },
					),
				);
			}
		},
		async close() {
			isClosing = true;
			if (inFlight > 0)
				await new Promise<void>((done) => {
					idle = done;
				});
			await apollo.stop();
		},
	};
}
