import { generateKeyPairSync } from "node:crypto";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type {
	CallCount,
	Disclosure,
	HubKey,
	OperationSeen,
	Registry,
	ServedSubgraph,
} from "../../shared/registry.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";

const SDL =
	"type Query { partners: [String!]! } type Mutation { suspendSubgraph(name: String!): Boolean }";

export type MemoryRegistry = Registry & {
	versions: ServedSubgraph[];
	/** Call after a change of `versions`. */
	touch(): void;
	supergraphs: string[];
	operations: OperationSeen[];
	disclosures: Disclosure[];
	calls: CallCount[];
	/** Actions of the hub itself. */
	acts: string[];
	/** Makes recording fail, or work again. */
	failing: boolean;
};

/** An in-memory registry with the functions that the gateway uses; records their calls. */
export function memoryRegistry(): MemoryRegistry {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	const jwk = { ...publicKey.export({ format: "jwk" }), kid: "hub-1", alg: "EdDSA", use: "sig" };
	const key = { kid: "hub-1", privateKey, publicJwk: jwk } as HubKey;
	let changes = 0;
	const schema = buildSubgraphSchema({
		typeDefs: parse(SDL),
		resolvers: {
			Query: { partners: () => registry.versions.map(({ partnerId }) => partnerId) },
			Mutation: {
				suspendSubgraph(_: unknown, { name }: { name: string }) {
					registry.versions = registry.versions.filter((one) => one.name !== name);
					registry.touch();
					return true;
				},
			},
		},
	});
	const contextFor = () => ({});
	const registry: MemoryRegistry = {
		versions: [],
		supergraphs: [],
		operations: [],
		disclosures: [],
		calls: [],
		acts: [],
		failing: false,
		touch: () => void changes++,
		subgraph: {
			name: "registry",
			sdl: SDL,
			schema,
			execute: createExecutor(schema, contextFor),
			contextFor,
			close: async () => undefined,
		},
		served: async () => registry.versions.map((one) => ({ ...one })),
		unservedReasons: async (names) => new Map(names.map((name) => [name, "is suspended"])),
		changed: async () => String(changes),
		async keepSupergraph(sdl) {
			if (registry.supergraphs.at(-1) !== sdl) registry.supergraphs.push(sdl);
		},
		lastSupergraph: async () => registry.supergraphs.at(-1),
		async rollBack(name, reason, version) {
			const canary = registry.versions.find((one) => one.name === name && one.canary);
			if (canary?.version !== version) return;
			registry.acts.push(`rolled back ${name}: ${reason}`);
			registry.versions = registry.versions.filter((one) => one.name !== name || !one.canary);
			registry.touch();
		},
		async promote(name, version) {
			const canary = registry.versions.find((one) => one.name === name && one.canary);
			if (canary?.version !== version || !canary) return;
			registry.acts.push(`promoted ${name}`);
			const others = registry.versions.filter((one) => one.name !== name);
			registry.versions = [...others, { ...canary, canary: null }];
			registry.touch();
		},
		async recordOperations(seen) {
			registry.operations.push(...seen);
		},
		async recordDisclosures(made) {
			if (registry.failing) throw new Error("disk full");
			registry.disclosures.push(...made);
		},
		async recordCalls(counted) {
			registry.calls.push(...counted);
		},
		tellPartners: async () => undefined,
		hubKey: async () => key,
		purge: async () => ({ operations: 0, disclosures: 0 }),
		publicKeys: async () => [key.publicJwk],
		close: async () => undefined,
	};
	return registry;
}
