import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { readConfig } from "../../../shared/config.ts";
import { createLog } from "../../../shared/log.ts";
import type { Subgraph, SubgraphOptions } from "../../../shared/subgraph/subgraph.ts";
import { createSubgraphClient, sendOverHttp } from "../../../shared/subgraph/subgraph-client.ts";
import { PUBLIC } from "../../../shared/viewer/viewer.ts";

const OPENERS: Record<string, () => Promise<(options: SubgraphOptions) => Promise<Subgraph>>> = {
	institutes: async () =>
		(await import("../../../subgraphs/institutes/subgraph.ts")).openInstitutes,
	mep: async () => (await import("../../../subgraphs/mep/subgraph.ts")).openMep,
	engagements: async () =>
		(await import("../../../subgraphs/engagements/subgraph.ts")).openEngagements,
};

const [name, port] = process.argv.slice(2) as [string, string];
const config = readConfig();
const open = await (OPENERS[name] as (typeof OPENERS)[string])();
const subgraph = await open({
	dataDir: config.dataDir,
	ask: createSubgraphClient(
		sendOverHttp(config.subgraphUrls ?? {}, config.subgraphTimeoutMs, ["textbook"]),
	),
	log: createLog(config.logLevel),
});
await startStandaloneServer(new ApolloServer({ schema: subgraph.schema }), {
	listen: { port: Number(port), host: "127.0.0.1" },
	context: async () => subgraph.contextFor({ requestId: randomUUID(), viewer: PUBLIC }),
});
