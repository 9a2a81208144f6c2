import { join } from "node:path";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { createSubgraphClient, sendOverHttp } from "../../shared/subgraph/subgraph-client.ts";
import { SUBGRAPHS } from "../embedded.ts";
import { gatewayParts } from "../rest/health.ts";
import { openFailedRows } from "../rest/imports/failed-rows-store.ts";
import { startGateway } from "../server.ts";
import { openSignIn } from "../session/sign-in.ts";
import { remoteSources } from "../transport/remote-subgraphs.ts";
import { withShippedSchema } from "../transport/shipped-schema.ts";
import { configuredSecret, configuredViewers } from "../viewer/configured.ts";
import { builtConsole } from "./build-console.ts";
import { observeProcess } from "./observe.ts";
import { EXAMPLES, SUBGRAPH_FOLDERS } from "./paths.ts";
import { refuseSandbox } from "./sandbox/folder.ts";
import { stopOnSignals } from "./signals.ts";
import { storageOf } from "./storage.ts";

function checkUrls(urls: Record<string, string>, wanted: string[]): void {
	const missing = wanted.filter((name) => !urls[name]);
	if (missing.length > 0)
		throw new Error(
			`HUB_SUBGRAPH_URLS: the address of ${missing.join(", ")} is missing; expected ${wanted.map((name) => `${name}=http://…/graphql`).join(",")}`,
		);
}

/** Runs one part of the hub as a separate process. */
export async function serve(part: string): Promise<void> {
	const config = readConfig();
	refuseSandbox(config.dataDir);
	const log = createLog(config.logLevel);
	const stopObserving = await observeProcess(config.observe, part, log);
	const urls = config.subgraphUrls ?? {};
	if (part === "gateway") {
		checkUrls(urls, Object.keys(SUBGRAPHS));
		const readViewer = await configuredViewers(config);
		const secret = configuredSecret(config);
		const { answerBytes } = config.limits;
		const own = remoteSources(urls, config.subgraphTimeoutMs, secret, answerBytes).map((source) =>
			withShippedSchema(source, SUBGRAPH_FOLDERS, log),
		);
		// Loaded here, so that a subgraph that is served alone does not load the registry.
		const { openPartners } = await import("../embedded-registry.ts");
		const partners = await openPartners({ ...config, ...storageOf(config), log }, own);
		const signIn = await openSignIn(config, readViewer, log);
		const failedRows = await openFailedRows({ ...storageOf(config), log }, config.imports);
		const gateway = await startGateway({
			sources: [...own, partners.source],
			partners: partners.options,
			imports: { failedRows, dir: join(config.dataDir, "imports") },
			readyRequires: config.readyRequires,
			parts: gatewayParts({ sessions: signIn, imports: failedRows }),
			importLimits: config.imports,
			readViewer,
			signIn,
			port: config.port,
			http: config.http,
			limits: config.limits,
			observe: config.observe,
			log,
			examplesDir: EXAMPLES,
			console: builtConsole(),
			openData: config.openData,
		});
		stopOnSignals(log, config.limits, async () => {
			await gateway.close();
			await partners.close();
			await signIn?.close();
			await failedRows.close();
			await stopObserving();
		});
		if (!(await gateway.ready)) return;
		console.log(`Throughline's gateway is ready: ${gateway.url}/graphql`);
		return;
	}
	const subgraph = SUBGRAPHS[part];
	if (!subgraph)
		throw new Error(
			`"${part}" is not a part of the hub; expected ${[...Object.keys(SUBGRAPHS), "gateway"].join(", ")}`,
		);
	checkUrls(urls, subgraph.dependsOn);
	const secret = configuredSecret(config);
	const { answerBytes } = config.limits;
	const ask = createSubgraphClient(
		sendOverHttp(urls, config.subgraphTimeoutMs, secret, answerBytes),
	);
	const server = await serveSubgraph(
		await subgraph.open({
			...storageOf(config),
			releases: config.releases,
			ask,
			log,
		}),
		{ port: config.port, host: config.http.host, limits: config.limits, secret, log },
	);
	stopOnSignals(log, config.limits, async () => {
		await server.close();
		await stopObserving();
	});
	console.log(`The ${part} subgraph is ready: ${server.url}`);
}
