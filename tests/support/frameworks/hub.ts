import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { embeddedSources } from "../../../gateway/embedded.ts";
import type { PartnerOptions } from "../../../gateway/partners/poller/registry-poller.ts";
import { partnerPoster } from "../../../gateway/partners/transport/post.ts";
import { startGateway } from "../../../gateway/server.ts";
import { createLog } from "../../../shared/log.ts";
import { createExecutor } from "../../../shared/subgraph/executor.ts";
import type { Subgraph } from "../../../shared/subgraph/subgraph.ts";
import { openRegistry } from "../../../subgraphs/registry/registry.ts";
import { type Answer, ask } from "../hub.ts";
import { PATIENT } from "../limits.ts";
import { emptyStorage } from "../storage.ts";
import { type Asker, askerOf } from "../subgraph.ts";

/** The hub's own part in these tests: what the fixtures of frameworks extend. */
export const HUB_SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable"])
type Query { sme(id: ID!): Sme smes: [Sme!]! sites: [Site!]! }
interface Site @key(fields: "id") { id: ID! title: String! }
type Lab implements Site @key(fields: "id") @key(fields: "code state") { id: ID! title: String! code: String! state: String! }
type Office implements Site @key(fields: "id") { id: ID! title: String! }
type Sme @key(fields: "id") { id: ID! name: String! @shareable address: Address! revenue(unit: Unit!): Int legacyRating: Int }
type Address { city: String! zip: String! }
enum Unit { USD EUR }`;

const SMES = ["a", "b"].map((id) => ({ id }));
const SITES = [
	{ __typename: "Lab", id: "l1", title: "Laser lab", code: "LL", state: "GA" },
	{ __typename: "Office", id: "o1", title: "Head office" },
];

const resolvers = {
	Query: {
		sme: (_: unknown, { id }: { id: string }) => SMES.find((one) => one.id === id),
		smes: () => SMES,
		sites: () => SITES,
	},
	Site: {
		__resolveType: ({ __typename }: { __typename: string }) => __typename,
		__resolveReference: ({ id }: { id: string }) => SITES.find((one) => one.id === id),
	},
	Sme: {
		__resolveReference: ({ id }: { id: string }) => SMES.find((one) => one.id === id),
		name: ({ id }: { id: string }) => `Maker ${id}`,
		address: ({ id }: { id: string }) => ({ city: id === "a" ? "Macon" : "Reno", zip: "31201" }),
		revenue: (_: unknown, { unit }: { unit: string }) => (unit === "EUR" ? 9 : 10),
		legacyRating: () => 1,
	},
	Lab: {
		__resolveReference: (asked: { id?: string; code?: string }) =>
			SITES.find(({ id, code }) => id === asked.id || (code && code === asked.code)),
	},
	Office: { __resolveReference: ({ id }: { id: string }) => SITES.find((one) => one.id === id) },
};

function ownSubgraph(): Subgraph {
	const schema = buildSubgraphSchema({ typeDefs: parse(HUB_SDL), resolvers: resolvers as never });
	const contextFor = () => ({});
	return {
		name: "hub",
		sdl: HUB_SDL,
		schema,
		execute: createExecutor(schema, contextFor),
		contextFor,
		close: async () => undefined,
	};
}

export type FrameworkHub = Asker & {
	url: string;
	ask(query: string): Promise<Answer["body"]>;
	close(): Promise<void>;
};

/** A hub with the real registry, beside what the fixtures extend. */
export async function startFrameworkHub(more: Partial<PartnerOptions> = {}): Promise<FrameworkHub> {
	const own = ownSubgraph();
	const poster = partnerPoster();
	const log = createLog("silent");
	const registry = await openRegistry({
		...(await emptyStorage()),
		log,
		production: false,
		post: poster.post,
		send: poster.send,
		sees: async () => false,
		ownSchemas: async () => [{ name: own.name, url: "in-process:hub", sdl: own.sdl }],
	});
	const gateway = await startGateway({
		limits: PATIENT,
		sources: embeddedSources([own, registry.subgraph]),
		partners: { registry, post: poster.post, production: false, pollMs: 30, ...more },
		readViewer: async () => ({ role: "PUBLIC" }),
		port: 0,
		log,
	});
	await gateway.ready;
	return {
		...askerOf(registry.subgraph, []),
		url: gateway.url,
		ask: async (query) => (await ask(gateway, query)).body,
		async close() {
			await gateway.close();
			await registry.close();
			await poster.close();
		},
	};
}
