import { readConfig } from "../../shared/config.ts";
import { createLog } from "../../shared/log.ts";
import { askBy, sendOverHttp } from "../../shared/subgraph/ask.ts";
import { serveSubgraph } from "../../shared/subgraph/serve.ts";
import { OPENERS } from "../embedded.ts";
import { remoteSources } from "../remote.ts";
import { startGateway } from "../server.ts";
import { EXAMPLES } from "./paths.ts";
import { stopOnSignals } from "./signals.ts";

/** Runs one part of the hub as a process of its own. */
export async function serve(part: string): Promise<void> {
	const config = readConfig();
	const log = createLog(config.logLevel);
	const urls = config.subgraphUrls ?? {};
	if (part === "gateway") {
		const missing = Object.keys(OPENERS).filter((name) => !urls[name]);
		if (missing.length > 0)
			throw new Error(
				`HUB_SUBGRAPH_URLS: names no ${missing.join(", ")}; expected institutes=http://…/graphql,mep=…,engagements=…`,
			);
		const gateway = await startGateway({
			sources: remoteSources(urls, config.subgraphTimeoutMs),
			port: config.port,
			log,
			examplesDir: EXAMPLES,
		});
		stopOnSignals(log, gateway.close);
		if (!(await gateway.ready)) return;
		console.log(`Throughline's gateway is ready: ${gateway.url}/graphql`);
		return;
	}
	const open = OPENERS[part];
	if (!open)
		throw new Error(
			`"${part}" is no part of the hub; expected ${[...Object.keys(OPENERS), "gateway"].join(", ")}`,
		);
	const ask = askBy(sendOverHttp(urls, config.subgraphTimeoutMs));
	const server = await serveSubgraph(
		await open({ dataDir: config.dataDir, ask, log }),
		config.port,
	);
	stopOnSignals(log, server.close);
	console.log(`The ${part} subgraph is ready: ${server.url}`);
}
