import { createGatewayRuntime, type GatewayRuntime } from "@graphql-hive/gateway-runtime";
import http from "@graphql-mesh/transport-http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compose } from "../../gateway/supergraph.ts";
import { serveSubgraph } from "../../shared/subgraph/serve.ts";
import { type Answer, ask, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { queries } from "../support/queries.ts";

/** The hub's subgraphs over HTTP, and a gateway that is not Apollo's before them. */
let hub: Hub;
let second: GatewayRuntime;
const closing: Array<() => Promise<unknown>> = [];
beforeAll(async () => {
	const embedded = await startEmbedded(await seededFolder());
	hub = embedded;
	closing.push(embedded.close);
	const parts = await Promise.all(
		embedded.subgraphs.map(async (subgraph) => {
			const served = await serveSubgraph(
				{ ...subgraph, close: async () => undefined },
				0,
				"x".repeat(32),
			);
			closing.push(served.close);
			return { name: subgraph.name, url: served.url, sdl: subgraph.sdl };
		}),
	);
	second = createGatewayRuntime({
		supergraph: compose(parts),
		transports: { http },
		logging: false,
	});
});
afterAll(async () => {
	await second[Symbol.asyncDispose]();
	for (const close of closing.reverse()) await close();
});

/** What the second gateway answers to a POST, as `ask` has it of the hub. */
async function askSecond(query: string): Promise<Answer["body"]> {
	const response = await second.fetch("http://second/graphql", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query }),
	});
	return (await response.json()) as Answer["body"];
}

const told = ({ errors }: Answer["body"]) =>
	errors?.map(({ message, path, extensions }) => [message, path, extensions.code]);

it.each(queries)("another gateway answers the same: %s", async (_, query) => {
	const [ours, theirs] = [(await ask(hub, query)).body, await askSecond(query)];
	expect(theirs.data).toEqual(ours.data);
	expect(told(theirs)).toEqual(told(ours));
});
