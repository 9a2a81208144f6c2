import { join } from "node:path";
import { loadSeeds } from "../../seeds/load.ts";
import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import { embeddedSources, openEmbedded } from "../embedded.ts";
import { openPartners } from "../embedded-registry.ts";
import { startGateway } from "../server.ts";
import { openSignIn } from "../session/sign-in.ts";
import { configuredViewers } from "../viewer/configured.ts";
import { builtConsole } from "./build-console.ts";
import { EXAMPLES, SEEDS } from "./paths.ts";
import { stopOnSignals } from "./signals.ts";

/** Loads the seed data into the configured data folder. */
export async function seed(): Promise<void> {
	const { dataDir, databaseUrl } = readConfig();
	await loadSeeds({ dataDir, databaseUrl, seedsDir: SEEDS });
}

/** Runs the whole hub in this process. */
export async function start(): Promise<void> {
	const config = readConfig();
	const log = createLog(config.logLevel);
	const readViewer = await configuredViewers(config);
	const { dataDir, databaseUrl } = config;
	await loadSeeds({ dataDir, databaseUrl, seedsDir: SEEDS });
	const subgraphs = await openEmbedded({
		dataDir,
		databaseUrl,
		log,
		statementMs: config.limits.deadlineMs,
		releases: config.releases,
	});
	const own = embeddedSources(subgraphs);
	const signIn = await openSignIn(config, readViewer, log);
	const partners = await openPartners({ ...config, log }, own);
	const gateway = await startGateway({
		sources: [...own, partners.source],
		partners: partners.options,
		readViewer,
		signIn,
		importsDir: join(dataDir, "imports"),
		importLimits: config.imports,
		port: config.port,
		http: config.http,
		limits: config.limits,
		log,
		examplesDir: EXAMPLES,
		console: builtConsole(),
		openData: config.openData,
	});
	stopOnSignals(log, config.limits.stopGraceMs, async () => {
		await gateway.close();
		await partners.close();
		await signIn?.close();
		for (const subgraph of subgraphs) await subgraph.close();
	});
	if (!(await gateway.ready)) return;
	console.log(
		`Throughline is ready: ${gateway.url}/graphql (look at it at ${gateway.url}, query it at ${gateway.url}/graphiql)`,
	);
}
