import { watchFile } from "node:fs";
import type { GraphQLSchema } from "graphql";
import { probe } from "../../../../subgraphs/registry/check/probe.ts";
import { partnerPoster } from "../../../partners/transport/post.ts";
import { CommandFailure, EXIT } from "../failure.ts";
import { readOption } from "../keys.ts";
import { printFindings } from "../report.ts";
import { samplesOf } from "../sample.ts";
import { type PartnerServer, partnerAsker, targetOf } from "./ask-partner.ts";
import { composeWithHub } from "./compose-with-hub.ts";
import { federatedSchema } from "./federated-schema.ts";
import { type HubGraph, hubGraph } from "./hub-graph.ts";
import { sandboxKey } from "./sandbox-key.ts";
import { KEYS_PATH, serveSandbox } from "./serve.ts";

const WATCH_MS = 300;

type DevOptions = {
	partner: string;
	name?: string;
	schema: string;
	url: string;
	hub?: string;
	supergraph?: string;
	port: number;
	sample?: string[];
	grant?: string[];
	once?: boolean;
};

/** Checks the current content of the schema file; the schema to serve, or undefined if it has an error. */
async function compose(options: DevOptions, graph: HubGraph, server: PartnerServer) {
	const { partner: partnerId, schema: file, url, sample, grant = [] } = options;
	const samples = samplesOf(sample);
	const candidate = { name: server.name, url, partnerId, sdl: readOption("schema", file) };
	const { findings, entities, supergraph } = await composeWithHub(graph, candidate, grant);
	printFindings(findings);
	if (!supergraph) return undefined;
	const probed = await probe({ ...targetOf(server), samples }, entities);
	printFindings(probed);
	const known = new Map<string, string[]>();
	for (const { type, id } of samples) known.set(type, [...(known.get(type) ?? []), id]);
	const schema = federatedSchema(supergraph, url, partnerAsker(server), known);
	return { schema, passed: !probed.some(({ severity }) => severity === "ERROR") };
}

/** Composes a subgraph with the hub's graph and serves both, with synthetic hub data, until it is stopped. */
export async function dev(options: DevOptions): Promise<void> {
	const { schema: file, port, partner, name = partner, once = false } = options;
	const graph = await hubGraph(options);
	const poster = partnerPoster();
	const server = { name, url: options.url, key: sandboxKey(), post: poster.post };
	let schema: GraphQLSchema | undefined;
	const sandbox = await serveSandbox({ port, key: server.key, schema: () => schema });
	const recompose = async () => {
		const composed = await compose(options, graph, server);
		if (composed) schema = composed.schema;
		const kept = schema
			? "The last schema without errors is still served."
			: "Nothing is served yet.";
		console.log(
			composed ? `${file} composes with ${graph.source}.` : `Fix the errors in ${file}. ${kept}`,
		);
		return composed?.passed ?? false;
	};
	try {
		const passed = await recompose();
		if (once && !passed)
			throw new CommandFailure("The check found errors; see above.", EXIT.refused);
	} finally {
		if (once) await Promise.all([sandbox.close(), poster.close()]);
	}
	if (once) return;
	console.log(
		`Requests to your server are signed; start it with HUB_KEYS_URL=${sandbox.url}${KEYS_PATH}`,
	);
	console.log(`The sandbox is ready: ${sandbox.url}/graphql (data of the hub is synthetic)`);
	let last = Promise.resolve(true);
	watchFile(file, { interval: WATCH_MS }, () => {
		last = last.then(recompose).catch((error: Error) => {
			console.error(error.message);
			return false;
		});
	});
}
