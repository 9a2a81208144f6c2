import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { partnerPoster } from "../../gateway/partners/transport/post.ts";
import type { Storage } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import type { Registry } from "../../shared/registry.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { type ProvenAction, partsOf } from "../../subgraphs/registry/proof/rules.ts";
import { signProof } from "../../subgraphs/registry/proof/sign.ts";
import { openRegistry } from "../../subgraphs/registry/registry.ts";
import { ROOT } from "./paths.ts";
import { emptyStorage } from "./storage.ts";
import { type Asker, askerOf } from "./subgraph.ts";

export const ADMIN: Actor = { role: "HUB_ADMIN", subject: "admin-1" };

export const LINK =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible", "@listSize", "@cost"])\n';

/** A valid schema: one field on Sme, one root field in the namespace of "college". */
export const GOOD = `${LINK}
type Sme @key(fields: "id") {
  id: ID! @external
  "Credentials of its staff."
  collegeCredentials(first: Int = 20): [Credential!] @listSize(slicingArguments: ["first"])
}
"A credential." type Credential @key(fields: "id") { id: ID! title: String }
type Query { "One credential." collegeCredential(id: ID!): Credential }`;

/** The smallest valid schema. */
export const SCHEMA = `${LINK}
type Sme @key(fields: "id") { id: ID! collegeRank: Int }
type Query { collegeName: String }`;

/** The committed schemas of the hub's own subgraphs. */
export const OWN = ["institutes", "mep", "engagements"].map((name) => ({
	name,
	url: `in-process:${name}`,
	sdl: readFileSync(join(ROOT, `subgraphs/${name}/schema.graphql`), "utf8"),
}));

/** A small subgraph of the hub, so that composition takes milliseconds. */
export const SMALL = {
	name: "hub",
	url: "in-process:hub",
	sdl: `${LINK}
type Query { sme(id: ID!): Sme smes(first: Int): [Sme!]! }
"A manufacturer." type Sme implements Named @key(fields: "id") { id: ID! name: String! state: String size: Size owner: Owner }
type Owner @key(fields: "id") { id: ID! phone: String }
interface Named { name: String! }
enum Size { SMALL LARGE }
input Filter { state: String }
union Any = Sme | Owner
scalar Day
type Money @shareable { amount: Float }`,
};

export type PartnerFixture = {
	id: string;
	key: JWK;
	/** The public key as text. */
	publicKey: string;
	proof<Action extends ProvenAction>(
		action: Action,
		subgraph: string,
		input: Parameters<(typeof partsOf)[Action]>[0],
	): Promise<string>;
};

export type RegistryFixture = Asker & {
	registry: Registry;
	storage: Storage;
	/** Another gateway on the same storage. */
	again(keys?: KeyFiles): Promise<Asker & { registry: Registry; close(): Promise<void> }>;
	/** Registers a partner with a new key. */
	partner(id: string, more?: object): Promise<PartnerFixture>;
	close(): Promise<void>;
};

export async function newKey(
	alg: "EdDSA" | "ES256" = "EdDSA",
): Promise<{ key: JWK; text: string }> {
	const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
	return { key: await exportJWK(privateKey), text: JSON.stringify(await exportJWK(publicKey)) };
}

const REGISTER =
	"mutation($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }";

/** Registers a partner with a new key. */
export async function registerPartner(
	hub: Asker,
	id: string,
	more: object = {},
): Promise<PartnerFixture> {
	const { registry } = await hub.data("{ registry { id } }");
	const { key, text } = await newKey();
	const contacts = [{ email: `data@${id}.example` }];
	const input = { id, name: `The ${id}`, contacts, key: text, ...more };
	await hub.data(REGISTER, { input }, ADMIN);
	return {
		id,
		key,
		publicKey: text,
		proof: (action, subgraph, parts) =>
			signProof(key, { hub: registry.id, partner: id, subgraph, action }, parts),
	};
}

/** Files of the hub's keys; without one a key is made in the data folder. */
type KeyFiles = { signingKeyFile?: string; signingKeyAlsoFile?: string };

async function open(storage: Storage, keys: KeyFiles = {}) {
	const poster = partnerPoster();
	const registry = await openRegistry({
		...storage,
		log: createLog("silent"),
		...keys,
		production: false,
		ownSchemas: async () => [SMALL],
		post: poster.post,
		send: poster.send,
		sees: async ({ viewer }, type, id) =>
			type === "Sme" && id === "sme_a" && "center" in viewer && viewer.center === "ga-mep",
	});
	const asker = askerOf(registry.subgraph, []);
	return {
		...asker,
		registry,
		async close() {
			await registry.close();
			await poster.close();
		},
	};
}

/** The registry alone, on an empty database of the engine under test, with a small hub. */
export async function openRegistryFixture(): Promise<RegistryFixture> {
	const storage = await emptyStorage();
	const one = await open(storage);
	return {
		...one,
		storage,
		again: (keys) => open(storage, keys),
		partner: (id, more) => registerPartner(one, id, more),
	};
}

const PUBLISH = `mutation($input: PublishSubgraphInput!, $proof: String) {
  publishSubgraph(input: $input, proof: $proof) { report { passed findings { severity rule place line message remedy } } version { version state digest } }
}`;

/** Publishes as a partner; returns the result. */
export async function publish(
	hub: Asker,
	partner: PartnerFixture,
	subgraph: { name: string; url: string; schema: string; samples?: object[] },
) {
	const input = { partnerId: partner.id, ...subgraph };
	const proof = await partner.proof("publishSubgraph", subgraph.name, subgraph);
	return (await hub.data(PUBLISH, { input, proof })).publishSubgraph;
}

const ACTIVATE = `mutation($input: ActivateSubgraphInput!, $proof: String) {
  activateSubgraph(input: $input, proof: $proof) { report { passed findings { rule place message } } subgraph { activeVersion canary { version share consumers } history status } }
}`;

/** Activates as a partner; returns the result. */
export async function activate(
	hub: Asker,
	partner: PartnerFixture,
	input: { name: string; version?: number; share?: number; consumers?: string[] },
) {
	const proof = await partner.proof("activateSubgraph", input.name, input);
	return (await hub.data(ACTIVATE, { input, proof })).activateSubgraph;
}
