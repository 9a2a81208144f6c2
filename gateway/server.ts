import { setTimeout as sleep } from "node:timers/promises";
import { type FastifyReply, type FastifyRequest, fastify } from "fastify";
import { OPEN_DATA, type OpenDataConfig, readConfig } from "../shared/config.ts";
import { type HttpConfig, LOCAL_HTTP } from "../shared/config-http.ts";
import type { ImportLimits } from "../shared/config-imports.ts";
import { type ObserveConfig, UNOBSERVED } from "../shared/config-observe.ts";
import { DEFAULT_LIMITS, type Limits } from "../shared/limits/limits.ts";
import type { Log } from "../shared/log.ts";
import { reachableUrl } from "../shared/server/listening.ts";
import { gracefulStop, STOP_OPTIONS, sendClientsAway } from "../shared/server/stop.ts";
import { timeoutOptions } from "../shared/server/timeouts.ts";
import type { SubgraphRequest } from "../shared/subgraph/subgraph.ts";
import { readAll, type SubgraphSource } from "./composition/supergraph.ts";
import { requestIdFrom } from "./context.ts";
import { respondToUnreadable } from "./http/client-errors.ts";
import { compressResponses } from "./http/compression.ts";
import { allowOrigins } from "./http/cors.ts";
import { rejectForged } from "./http/csrf.ts";
import { handleBadUrl, handleErrors, refuse } from "./http/errors.ts";
import { checkGraphql } from "./http/graphql.ts";
import { addSecurityHeaders } from "./http/headers.ts";
import { keepOutOfCaches } from "./http/no-store.ts";
import { publicAddress, withoutBasePath } from "./http/public-address.ts";
import { openBounds } from "./limits/bounds.ts";
import { observeRequests } from "./observe/http.ts";
import { observeReleaseAge } from "./observe/release-age.ts";
import type { PartnerOptions } from "./partners/poller/registry-poller.ts";
import { pluginsFor } from "./plugins/plugins-for-graph.ts";
import {
	addConsole,
	asksForPage,
	type BuiltConsole,
	type SandboxState,
	type SendPage,
} from "./rest/console/routes.ts";
import { addDataRoutes } from "./rest/data/routes.ts";
import { addExportRoutes } from "./rest/downloads/routes.ts";
import { addGraphiql } from "./rest/graphiql/routes.ts";
import { type Part, type Readiness, type ReadyRequires, readinessOf } from "./rest/health.ts";
import { partOf } from "./rest/health-of-subgraph.ts";
import type { FailedRowsStore } from "./rest/imports/failed-rows-store.ts";
import { addImportRoutes } from "./rest/imports/routes.ts";
import { addKeyDirectory } from "./rest/key-directory.ts";
import { addListRoutes } from "./rest/lists/routes.ts";
import { SANDBOX_NOTICE } from "./rest/sandbox-notice.ts";
import { addChangelogRoute } from "./rest/schema/changelog.ts";
import { addSchemaRoutes } from "./rest/schema/routes.ts";
import { formatInWorker } from "./rest/statistics/format-in-worker.ts";
import { addStatisticsRoutes } from "./rest/statistics/routes.ts";
import { type Serving, serveSupergraphs } from "./router/serve-supergraphs.ts";
import { addSessionRoutes } from "./session/routes.ts";
import { type SignIn, sessionReader } from "./session/sign-in.ts";
import { requestViewers } from "./viewer/request-viewers.ts";
import type { ReadViewer } from "./viewer/verify.ts";

/** Limit of a request body; above the limits of single fields, whose errors are more specific. */
const MAX_BODY_BYTES = 4_000_000;

/** After about five plans, the next ones take a fifth of the first one's time. */
const MOST_WARMED = 12;

export type GatewayOptions = {
	sources: SubgraphSource[];
	/** Also serves partners' subgraphs; the registry's own subgraph is one of `sources`. */
	partners?: PartnerOptions;
	/** Authenticates the viewer by the Authorization header. */
	readViewer: ReadViewer;
	/** How people sign in to the console; without it, all are the public there. */
	signIn?: SignIn;
	/** Failed rows of imports, and a folder for workbooks while they are read; without it, imports are disabled. */
	imports?: { failedRows: FailedRowsStore; dir: string };
	/** Limits of imports; by default those of the configuration. */
	importLimits?: ImportLimits;
	/** 0 for any free port. */
	port: number;
	/** By default, the hub can only be reached from this machine. */
	http?: HttpConfig;
	log: Log;
	/** Logs of requests; by default none. */
	observe?: ObserveConfig;
	/** Publisher, contact and licence of the open data. */
	openData?: OpenDataConfig;
	/** Limits of requests. */
	limits?: Limits;
	/** The console at `/`; without it, GraphiQL is what browsers find there. */
	console?: BuiltConsole;
	/** Whether the records are made up for a sandbox, which all pages then say; "offered" where one can be started. */
	sandbox?: SandboxState;
	/** Folder of `*.graphql` files to show as tabs in GraphiQL. */
	examplesDir?: string;
	/** Databases of the gateway itself, which the health check touches beside those of the subgraphs. */
	parts?: Part[];
	/** Which parts must work for the hub to be ready; by default those in this process. */
	readyRequires?: ReadyRequires;
	/** Delay before retrying a subgraph that is down at start, or a graph that could not be composed. */
	retryMs?: number;
	/** How often to check for changed schemas. */
	watchMs?: number;
};

export type RunningGateway = {
	/** URL of the hub without a path. */
	url: string;
	/** True once all schemas were loaded and queries are served; false if stopped before. Rejects if they do not compose. */
	ready: Promise<boolean>;
	/** Stops after the running requests, within the configured grace period. */
	close(): Promise<void>;
};

const queriesIn = (console: BuiltConsole | undefined): string[] =>
	Object.values(console?.operations ?? {}).filter((text) => text.startsWith("query"));

/** Starts HTTP immediately, and GraphQL as soon as the schemas of all subgraphs are loaded. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
	const { sources, log, signIn, limits = DEFAULT_LIMITS } = options;
	const stopping = new AbortController();
	const http = options.http ?? LOCAL_HTTP;
	const address = publicAddress(http, log);
	const viewers = requestViewers(options.readViewer, signIn && sessionReader(signIn, address));
	const bounds = openBounds(limits, viewers, options.console?.operations);
	const imports = options.importLimits ?? readConfig({}).imports;
	const observe = options.observe ?? UNOBSERVED;
	const app = fastify({
		bodyLimit: MAX_BODY_BYTES,
		...STOP_OPTIONS,
		genReqId: ({ headers }) => requestIdFrom(headers["x-request-id"]),
		...timeoutOptions(limits, imports.mostSeconds * 1000),
		clientErrorHandler: respondToUnreadable,
		frameworkErrors: handleBadUrl,
		rewriteUrl: withoutBasePath(address.basePath),
		routerOptions: { ignoreTrailingSlash: true },
		trustProxy: http.trustedProxies.length > 0 && http.trustedProxies,
	});
	// GraphQL requests are JSON; text/plain is what an HTML form of another site can send.
	app.removeContentTypeParser("text/plain");
	const stop = gracefulStop(app, limits.stopGraceMs, bounds.cancelAll);
	sendClientsAway(app, () => stopping.signal.aborted);
	observeRequests(app, observe.accessLog, log);
	addSecurityHeaders(app, http.publicUrl);
	const isSandbox = options.sandbox === "yes";
	if (isSandbox) keepOutOfCaches(app);
	const notice = isSandbox ? SANDBOX_NOTICE : "";
	const pages: { send?: SendPage } = {};
	const sendPage = (request: FastifyRequest, reply: FastifyReply) =>
		pages.send && asksForPage(request) ? pages.send(request, reply) : undefined;
	handleErrors(app, log, sendPage);
	await allowOrigins(app, http.corsOrigins);
	await compressResponses(app);
	await bounds.addTo(app);
	let pending = new Map(sources.map(({ name }) => [name, "not contacted yet"]));
	let serving: Serving | undefined;

	app.route({
		url: "/graphql",
		method: ["GET", "POST"],
		onRequest: rejectForged,
		preHandler: checkGraphql(address.basePath, limits.tokens),
		async handler(request, reply) {
			if (serving) return serving.handle(request, reply);
			const names = [...pending.keys()].join(", ");
			const reason = names && ` and waits for: ${names}`;
			const message = `The hub is starting${reason}. Try again in a few seconds.`;
			return refuse(reply, 503, "UNAVAILABLE", message);
		},
	});
	const readiness = readinessOf(
		[...sources.map(partOf), ...(options.parts ?? [])],
		options.readyRequires ?? "local",
		log,
	);
	app.get("/health/live", async () => ({ status: "live" }));
	app.get("/health/ready", async (_request, reply) => {
		if (stopping.signal.aborted) return reply.code(503).send({ status: "stopping" });
		const found: Readiness = serving
			? await readiness()
			: { status: "waiting", subgraphs: Object.fromEntries(pending) };
		return reply.code(found.status === "waiting" ? 503 : 200).send(found);
	});
	const engagements = sources.find(({ name }) => name === "engagements");
	if (engagements) {
		const execute = async ({ query, variables, requestId, viewer }: SubgraphRequest) =>
			(await engagements.transport.process({
				request: { query, variables: variables ?? undefined },
				context: { requestId, viewer },
			})) as never;
		const noLongerObserved = observeReleaseAge(execute);
		const executeQueued = (request: SubgraphRequest) =>
			bounds.runQueued(request.viewer, () => execute(request));
		const { basePath } = address;
		if (options.imports)
			addImportRoutes(app, {
				readViewer: viewers.read,
				...options.imports,
				limits: imports,
				basePath,
				log,
				execute: executeQueued,
			});
		addExportRoutes(app, { readViewer: viewers.read, log, execute });
		app.addHook("onClose", async () => noLongerObserved());
	}
	const openData = options.openData ?? OPEN_DATA;
	addDataRoutes(app, log, address, openData, notice);
	const format = formatInWorker();
	addStatisticsRoutes(app, { log, address, licence: openData.licence, format, sendPage });
	addListRoutes(app, viewers.read, log);
	addSchemaRoutes(app, () => serving?.base()?.supergraph);
	if (options.partners) {
		const { registry } = options.partners;
		addKeyDirectory(app, registry);
		addChangelogRoute(app, { execute: registry.subgraph.execute, log, notice });
	}
	addGraphiql(app, address.basePath, options.examplesDir, notice);
	if (signIn) await addSessionRoutes(app, { signIn, address, log });
	if (options.console)
		pages.send = await addConsole(app, {
			basePath: address.basePath,
			built: options.console,
			hasProvider: signIn?.provider !== undefined,
			isDevelopment: signIn?.developmentToken !== undefined,
			sandbox: options.sandbox,
		});
	else app.get("/", async (_request, reply) => reply.redirect(`${address.basePath}/graphiql`));

	async function connect(): Promise<void> {
		const setPending = (reasons: Map<string, string>) => {
			pending = reasons;
		};
		const { signal } = stopping;
		const own = await readAll(sources, log, setPending, signal, options.retryMs);
		const plugins = pluginsFor({
			...{ bounds, log, cacheSeconds: http.cacheSeconds },
			slowOperationMs: observe.slowOperationMs,
		});
		serving = await serveSupergraphs({
			...options,
			pluginsFor: plugins,
			warmUp: queriesIn(options.console).slice(0, MOST_WARMED),
			own,
			signal,
			viewers,
			bounds,
		});
		bounds.startShedding();
	}

	const listening = await app.listen({ port: options.port, host: http.host });
	const url = reachableUrl(listening);
	address.setListening(url);
	const close = async () => {
		stopping.abort();
		await stop();
		await serving?.close();
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
		url,
		ready,
		async close() {
			stopping.abort();
			await ready.catch(() => undefined);
			if (serving) await sleep(limits.stopDelayMs);
			await close();
		},
	};
}
