import { setTimeout as sleep } from "node:timers/promises";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { embeddedSources } from "../../gateway/embedded.ts";
import type { PartnerOptions } from "../../gateway/partners/poller/registry-poller.ts";
import type { Resolve } from "../../gateway/partners/transport/address.ts";
import { partnerPoster } from "../../gateway/partners/transport/post.ts";
import { type GatewayOptions, type RunningGateway, startGateway } from "../../gateway/server.ts";
import { createLog } from "../../shared/log.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { type Answer, ask } from "./hub.ts";
import { PATIENT } from "./limits.ts";
import type { MemoryRegistry } from "./memory-registry.ts";
import { LINK } from "./partner-server.ts";

const SDL = `${LINK}type Query { smes: [Sme!]! sme(id: ID!): Sme slowly(ms: Int!): Int! }
type Sme @key(fields: "id") { id: ID! name: String! state: String! }`;

const SMES = ["a", "b"].map((id) => ({ id, name: `Maker ${id}`, state: "US-GA" }));
const smeOf = (id: string) => SMES.find((sme) => sme.id === id) ?? null;

export type Own = { sdl: string; resolvers: object };

/** The hub's own subgraph in these tests: two manufacturers. */
const TWO_SMES: Own = {
	sdl: SDL,
	resolvers: {
		Query: {
			smes: () => SMES,
			sme: (_: unknown, { id }: { id: string }) => smeOf(id),
			slowly: async (_: unknown, { ms }: { ms: number }) => {
				await sleep(ms);
				return ms;
			},
		},
		Sme: { __resolveReference: ({ id }: { id: string }) => smeOf(id) },
	},
};

function ownSubgraph({ sdl, resolvers }: Own, name = "own"): Subgraph {
	const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
	const contextFor = () => ({});
	return {
		name,
		sdl,
		schema,
		execute: createExecutor(schema, contextFor),
		contextFor,
		close: async () => undefined,
	};
}

export type PartnerHub = RunningGateway & {
	ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer["body"]>;
};

/** A hub with the partners of a registry. */
export async function startPartnerHub(
	registry: MemoryRegistry,
	more: Partial<PartnerOptions> &
		Pick<Partial<GatewayOptions>, "readViewer" | "log" | "retryMs" | "http" | "limits"> & {
			resolve?: Resolve;
			/** The hub's own subgraph, where it is to be another one, and more of its own by name. */
			own?: Own;
			ownToo?: Record<string, Own>;
		} = {},
): Promise<PartnerHub> {
	const {
		readViewer = async () => ({ role: "PUBLIC" as const }),
		log = createLog("silent"),
		retryMs,
		http,
		limits = PATIENT,
		resolve,
		own = TWO_SMES,
		ownToo = {},
		...partners
	} = more;
	const poster = partnerPoster(resolve);
	const gateway = await startGateway({
		limits,
		sources: embeddedSources([
			ownSubgraph(own),
			...Object.entries(ownToo).map(([name, one]) => ownSubgraph(one, name)),
			registry.subgraph,
		]),
		partners: { registry, post: poster.post, production: false, pollMs: 30, ...partners },
		readViewer,
		retryMs,
		http,
		port: 0,
		log,
	});
	await gateway.ready;
	return {
		...gateway,
		ask: async (query, variables, headers) => (await ask(gateway, query, variables, headers)).body,
		async close() {
			await gateway.close();
			await poster.close();
		},
	};
}
