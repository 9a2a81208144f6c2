import "reflect-metadata";
import { createLog } from "../../shared/log.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { askOwners } from "./owners.ts";
import { OFFICE } from "./viewers.ts";

/** A process that publishes a preview and says when it begins and ends: `publish-process.ts <data folder> <database or ""> <preview>`. */
const [dataDir = "", databaseUrl = "", preview] = process.argv.slice(2);
const subgraph = await openEngagements({
	dataDir,
	databaseUrl: databaseUrl || undefined,
	ask: askOwners,
	log: createLog("silent"),
});
process.stdout.write("begins\n");
const { data, errors } = await subgraph.execute({
	query: "mutation($preview: ID!) { publishRelease(input: { preview: $preview }) { id } }",
	variables: { preview },
	viewer: OFFICE,
	requestId: "test",
});
process.stdout.write(`${JSON.stringify({ data, errors })}\n`);
await subgraph.close();
