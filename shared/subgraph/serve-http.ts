import { randomUUID } from "node:crypto";
import { SpanKind } from "@opentelemetry/api";
import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import { clipError } from "../clip.ts";
import { DEFAULT_LIMITS, type Limits } from "../limits/limits.ts";
import type { Log } from "../log.ts";
import { openSpan } from "../observe/tracing.ts";
import { formatError, logError } from "../server/errors.ts";
import { reachableUrl } from "../server/listening.ts";
import { openBudgets } from "../server/request-budgets.ts";
import { gracefulStop, STOP_OPTIONS } from "../server/stop.ts";
import { boundRequests, timeoutOptions } from "../server/timeouts.ts";
import { inspectVariables } from "../variables.ts";
import { readSignedViewer, type Secrets, VIEWER_HEADER } from "../viewer/signed-header.ts";
import { documentLimits } from "./bounds.ts";
import { requestReader } from "./http-request.ts";
import { READY_PATH, readinessBy } from "./readiness.ts";
import type { Subgraph } from "./subgraph.ts";

type ServeOptions = {
	/** 0 picks a free one. */
	port: number;
	/** Address to listen on. */
	host: string;
	/** Shared with the gateway, which signs the viewer with one of them. */
	secrets: Secrets;
	/** What bounds requests; the defaults where absent. */
	limits?: Limits;
	log: Log;
};

/** Largest request; a gateway's own limit on what clients send is lower. */
const MOST_BYTES = 16_000_000;

/** How often the log says that signatures do not count. */
const REFUSED_EVERY_MS = 60_000;

/** A function that does nothing where it has done something less than `ms` ago. */
function atMostEvery(ms: number, run: () => void): () => void {
	let last = Number.NEGATIVE_INFINITY;
	return () => {
		if (performance.now() - last < ms) return;
		last = performance.now();
		run();
	};
}

/** Everything that was thrown, as GraphQL errors. */
function errorsOf(thrown: unknown): readonly GraphQLError[] {
	if (thrown instanceof AggregateError) return thrown.errors;
	if (thrown instanceof GraphQLError) return [thrown];
	const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
	return [new GraphQLError(cause.message, { originalError: cause })];
}

/** The status that an error asks for. */
const statusOf = ({ extensions }: GraphQLError): number | undefined =>
	(extensions?.http as { status?: number } | undefined)?.status;

function formatted(error: GraphQLError): GraphQLFormattedError {
	const { message, path, locations, extensions } = error;
	return formatError(clipError({ message, path, locations, extensions }), error);
}

/**
 * Serves one subgraph alone at `/graphql`, with the same executor as in-process; its errors are logged and masked as the
 * gateway's are. The viewer is taken from the header that the gateway signs; everybody else is the public.
 */
export async function serveSubgraph(
	subgraph: Subgraph,
	{ port, host, secrets, log, limits = DEFAULT_LIMITS }: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
	const app = fastify({ bodyLimit: MOST_BYTES, ...STOP_OPTIONS, ...timeoutOptions(limits) });
	boundRequests(app, limits);
	const budgets = openBudgets();
	const stop = gracefulStop(app, limits.stopGraceMs, budgets.stopAll);
	const warnRefused = atMostEvery(REFUSED_EVERY_MS, () =>
		log.warn(
			"a request names a viewer with a signature that does not count, and is answered as one of the public: is HUB_INTERNAL_SECRET the same everywhere, and are the clocks right?",
		),
	);
	const readRequest = requestReader(subgraph.schema, documentLimits(limits));

	async function execute(
		request: FastifyRequest,
		reply: FastifyReply,
		requestId: string,
	): Promise<ExecutionResult> {
		const { query, operationName, variables } = readRequest(request.body);
		const { representations: _, ...own } = variables;
		const { fault } = inspectVariables(own, limits.list);
		if (fault) return { errors: [fault] };
		return subgraph.execute({
			query,
			operationName,
			variables,
			requestId,
			viewer: await readSignedViewer(request.headers[VIEWER_HEADER], secrets, warnRefused),
			budget: budgets.open(reply, limits.mutationDeadlineMs, limits.steps),
		});
	}

	app.addHook("onRequest", async (_request, reply) => {
		reply.header("x-content-type-options", "nosniff");
	});
	app.post("/graphql", async (request, reply) => {
		const requestId = String(request.headers["x-request-id"] ?? randomUUID());
		let result: ExecutionResult;
		let status = 200;
		const name = `subgraph ${subgraph.name}`;
		const span = openSpan(name, SpanKind.SERVER, { "hub.request_id": requestId }, request.headers);
		try {
			const executing = () => execute(request, reply, requestId);
			result = await (span ? span.run(executing) : executing());
			if (result.errors?.length && result.data === undefined) status = 400;
		} catch (error) {
			result = { errors: errorsOf(error) };
			status = 500;
		}
		const errors = result.errors ?? [];
		for (const error of errors) logError(log, requestId, error);
		for (const error of errors) status = statusOf(error) ?? status;
		span?.end({ "http.response.status_code": status }, status >= 500);
		reply.code(status).header("content-type", "application/json; charset=utf-8");
		return JSON.stringify({
			data: result.data,
			extensions: result.extensions,
			...(errors.length > 0 && { errors: errors.map(formatted) }),
		});
	});
	app.get("/health/live", async () => ({ status: "live" }));
	app.get(READY_PATH, async (_request, reply) => {
		const readiness = await readinessBy(subgraph.check, (err) =>
			log.error({ err }, "a health check failed"),
		);
		return reply.code(readiness.status === "ready" ? 200 : 503).send(readiness);
	});
	const address = await app.listen({ port, host });
	return {
		url: `${reachableUrl(address)}/graphql`,
		async close() {
			await stop();
			await subgraph.close();
		},
	};
}
