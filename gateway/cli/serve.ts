import { join } from "node:path";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { createSubgraphClient, sendOverHttp } from "../../shared/subgraph/subgraph-client.ts";
import { SUBGRAPHS, type SubgraphModule } from "../embedded.ts";
import { gatewayParts } from "../rest/health.ts";
import { openFailedRows } from "../rest/imports/failed-rows-store.ts";
import { startGateway } from "../server.ts";
import { openSignIn } from "../session/sign-in.ts";
import { remoteSources } from "../transport/remote-subgraphs.ts";
import { withShippedSchema } from "../transport/shipped-schema.ts";
import { configuredSecrets, configuredViewers } from "../viewer/configured.ts";
import { consoleToBuild } from "./build-console.ts";
import { observeProcess } from "./observe.ts";
import { EXAMPLES, SUBGRAPH_FOLDERS } from "./paths.ts";
import { requireConfig } from "./required-config.ts";
import { refuseSandbox } from "./sandbox/folder.ts";
import { stopOnSignals } from "./signals.ts";
import { storageOf } from "./storage.ts";

/** Runs one part of the hub as a separate process. */
export async function serve(part: string): Promise<void> {
	const config = readConfig();
	requireConfig(config, part);
	refuseSandbox(config.dataDir);
	const log = createLog(config.logLevel);
	const stopObserving = await observeProcess(config.observe, part, log);
	const urls = config.subgraphUrls ?? {};
	if (part === "gateway") {
		const readViewer = await configuredViewers(config, log);
		const secrets = configuredSecrets(config);
		const { answerBytes } = config.limits;
		const own = remoteSources(urls, config.subgraphTimeoutMs, secrets, answerBytes).map((source) =>
			withShippedSchema(source, SUBGRAPH_FOLDERS, log),
		);
		// Loaded here, so that a subgraph that is served alone does not load the registry.
		const { openPartners } = await import("../embedded-registry.ts");
		const { startPurge } = await import("./data/purge.ts");
		const partners = await openPartners({ ...config, ...storageOf(config), log }, own);
		const stopPurge = startPurge(config.retention, partners.options.registry, log);
		const signIn = await openSignIn(config, readViewer, log);
		const failedRows = await openFailedRows({ ...storageOf(config), log }, config.imports);
		const site = consoleToBuild();
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
			console: site.console,
			openData: config.openData,
		});
		stopOnSignals(log, config.limits, async () => {
			site.stop();
			stopPurge();
			await gateway.close();
			await partners.close();
			await signIn?.close();
			await failedRows.close();
			await stopObserving();
		});
		if (!(await gateway.ready)) return;
		site.build(log);
		console.log(`Throughline's gateway is ready: ${gateway.url}/graphql`);
		return;
	}
	const subgraph = SUBGRAPHS[part] as SubgraphModule;
	const secrets = configuredSecrets(config);
	const { answerBytes } = config.limits;
	const ask = createSubgraphClient(
		sendOverHttp(urls, config.subgraphTimeoutMs, secrets, answerBytes),
	);
	const server = await serveSubgraph(
		await subgraph.open({
			...storageOf(config),
			releases: config.releases,
			ask,
			log,
		}),
		{ port: config.port, host: config.http.host, limits: config.limits, secrets, log },
	);
	stopOnSignals(log, config.limits, async () => {
		await server.close();
		await stopObserving();
	});
	console.log(`The ${part} subgraph is ready: ${server.url}`);
}
