import { channel } from "node:diagnostics_channel";
import { join } from "node:path";
import { loadSeeds } from "../../seeds/load.ts";
import { type Config, readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import { programBuild } from "../../shared/program.ts";
import { embeddedSources, openEmbedded } from "../embedded.ts";
import { openPartners } from "../embedded-registry.ts";
import { gatewayParts } from "../rest/health.ts";
import { openFailedRows } from "../rest/imports/failed-rows-store.ts";
import { startGateway } from "../server.ts";
import { openSignIn } from "../session/sign-in.ts";
import { configuredViewers } from "../viewer/configured.ts";
import { consoleToBuild } from "./build-console.ts";
import { startPurge } from "./data/purge.ts";
import { observeProcess } from "./observe.ts";
import { EXAMPLES, SANDBOX_EXAMPLES, SEEDS } from "./paths.ts";
import { requireConfig } from "./required-config.ts";
import { refuseSandbox } from "./sandbox/folder.ts";
import { stopOnSignals } from "./signals.ts";
import { storageOf } from "./storage.ts";

/** What `gateway/launch.js` waits for. */
const READY = "throughline:ready";

/** Loads the seed data into the configured data folder. */
export async function seed(): Promise<void> {
	const config = readConfig();
	refuseSandbox(config.dataDir);
	await loadSeeds({ ...storageOf(config), seedsDir: SEEDS });
}

type Sandbox = {
	/** What else is closed when the hub stops; more may be added while it runs. */
	closing: Array<() => Promise<void>>;
};

/** Runs the whole hub in this process. */
export async function start(): Promise<void> {
	const config = readConfig();
	requireConfig(config, "hub");
	refuseSandbox(config.dataDir);
	const url = await runHub(config);
	if (url)
		console.log(
			`Throughline is ready: ${url}/graphql (look at it at ${url}, query it at ${url}/graphiql)`,
		);
}

/** Runs the whole hub in this process, and stops it on signals; its address, or undefined if it was stopped before. */
export async function runHub(config: Config, sandbox?: Sandbox): Promise<string | undefined> {
	const log = createLog(config.logLevel);
	const stopObserving = await observeProcess(config.observe, "hub", log);
	const readViewer = await configuredViewers(config, log);
	const storage = storageOf(config);
	await loadSeeds({ ...storage, log, seedsDir: SEEDS, build: programBuild() });
	const subgraphs = await openEmbedded({ ...storage, log, releases: config.releases });
	const own = embeddedSources(subgraphs);
	const signIn = await openSignIn(
		{ ...config, ...(sandbox && { cookiePrefix: "sandbox" }) },
		readViewer,
		log,
	);
	const partners = await openPartners({ ...config, ...storage, log }, own);
	const failedRows = await openFailedRows({ ...storage, log }, config.imports);
	const stopPurge = startPurge(config.retention, partners.options.registry, log);
	const site = consoleToBuild();
	const gateway = await startGateway({
		sources: [...own, partners.source],
		partners: partners.options,
		readViewer,
		signIn,
		imports: { failedRows, dir: join(config.dataDir, "imports") },
		readyRequires: config.readyRequires,
		parts: gatewayParts({ sessions: signIn, imports: failedRows }),
		importLimits: config.imports,
		port: config.port,
		http: config.http,
		limits: config.limits,
		observe: config.observe,
		log,
		examplesDir: sandbox ? SANDBOX_EXAMPLES : EXAMPLES,
		console: site.console,
		openData: config.openData,
		sandbox: (sandbox && "yes") || (config.production ? "no" : "offered"),
	});
	stopOnSignals(log, config.limits, async () => {
		site.stop();
		stopPurge();
		await gateway.close();
		await partners.close();
		await signIn?.close();
		await failedRows.close();
		for (const subgraph of subgraphs) await subgraph.close();
		for (const close of sandbox?.closing ?? []) await close();
		await stopObserving();
	});
	if (!(await gateway.ready)) return undefined;
	channel(READY).publish(gateway.url);
	site.build(log);
	return gateway.url;
}
