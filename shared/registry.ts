import type { KeyObject } from "node:crypto";
import type { Storage } from "./database/database.ts";
import type { Log } from "./log.ts";
import type { SubgraphSdl } from "./subgraph/sdl.ts";
import type { Caller, Subgraph } from "./subgraph/subgraph.ts";

/** Bounds of one partner; the hub's defaults where a HUB_ADMIN set none. */
export type Quota = {
	timeoutMs: number;
	/** Requests to the partner at the same time. */
	concurrency: number;
	/** Largest answer. */
	maxBytes: number;
	/** Deepest nesting of an answer's JSON. */
	maxDepth: number;
	requestsPerMinute: number;
};

export type GrantKind =
	| "REQUIRES_FIELD"
	| "ROOT_FIELD"
	| "OVERRIDE"
	| "SHAREABLE"
	| "KEY"
	| "INTERFACE_OBJECT"
	| "USE_ENUM";

/** What an owner allows a partner beyond adding fields of its own by the entity's key. */
export type Grant = {
	id: string;
	partnerId: string;
	kind: GrantKind;
	/** "Sme"; "Query" or "Mutation" for a ROOT_FIELD. */
	type: string;
	/** Null: the type as a whole (KEY, INTERFACE_OBJECT). */
	field: string | null;
	purpose: string;
	/** Who uses what is disclosed. */
	consumer: string;
	/** ISO 8601 time; a grant that has expired is not among those served. */
	expiresAt: string | null;
};

/** Who gets a version before everybody does: `share` percent (1 to 100) of consumers, or the named ones (share 0). The first activation of a subgraph has share 100: still watched, still rolled back. */
export type Canary = { share: number; consumers: string[]; since: string };

/** One version of a partner's subgraph that is served: to all (canary null), or to some beside the version before it. */
export type ServedSubgraph = {
	name: string;
	partnerId: string;
	/** 1, 2, 3 … */
	version: number;
	url: string;
	sdl: string;
	/** Hosts that the partner's URLs may name, as registered ("api.example.org", "127.0.0.1:4010"). */
	hosts: string[];
	quota: Quota;
	/** The grants in force now. */
	grants: Grant[];
	canary: Canary | null;
};

/** Ed25519; signs the hub's requests to partners (RFC 9421). */
export type HubKey = {
	kid: string;
	privateKey: KeyObject;
	publicJwk: { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; alg: "EdDSA"; use: "sig" };
};

export type OperationSeen = {
	/** sha-256 of `document`, base64url. */
	hash: string;
	/** Normalised: no values of variables, literals stripped. */
	document: string;
	name: string | null;
	consumer: string;
	/** "Type.field". */
	fields: string[];
	/** Ids of the partners whose fields it asked. */
	partners: string[];
	/** How often since it was last recorded. */
	count: number;
	errors: number;
	/** ISO 8601 day. */
	day: string;
};

/** What one request disclosed to a partner. */
export type Disclosure = {
	/** ISO 8601 time. */
	at: string;
	requestId: string;
	partnerId: string;
	subgraph: string;
	/** Entity type. */
	type: string;
	/** Key fields and granted fields that were sent. */
	fields: string[];
	/** How many representations. */
	representations: number;
	/** Their ids, so that an owner can find a record of its own. */
	ids?: string[];
	consumer: string;
};

/**
 * POSTs one GraphQL request to a partner within bounds: allow-listed host, no private address in production, no
 * redirect, timeout, size and depth, signed with `key`. Throws an Error that says which bound was broken.
 * `gateway/partners/transport/post.ts` has it; the checks probe with it.
 */
export type PostBounded = (request: {
	url: string;
	/** query, variables, operationName. */
	body: { query: string; variables?: Record<string, unknown>; operationName?: string | null };
	requestId: string;
	hosts: string[];
	quota: Quota;
	production: boolean;
	key: HubKey;
	signal?: AbortSignal;
}) => Promise<{
	status: number;
	/** Parsed without prototypes of the partner's making. */
	body: unknown;
	bytes: number;
	ms: number;
}>;

/**
 * POSTs one body to a partner within the same rules of addresses and redirects; resolves with the HTTP status. Throws
 * an Error that says which bound was broken.
 */
export type SendBounded = (request: {
	url: string;
	headers: Record<string, string>;
	body: string;
	hosts: string[];
	timeoutMs: number;
	production: boolean;
}) => Promise<number>;

/** How calls to one version of a partner's subgraph went on one day, as one gateway counted them. */
export type CallCount = {
	subgraph: string;
	version: number;
	/** ISO 8601 day, UTC. */
	day: string;
	calls: number;
	/** Calls that the partner did not answer as its schema says. */
	faults: number;
	/** Most calls within one minute. */
	busiestMinute: number;
	/** Upper bound of a bucket of latency in milliseconds → calls that were answered within it, and in no lower one. */
	buckets: Record<number, number>;
};

/** How long what the hub notes is kept, in days; disclosures for ever where that is absent. */
export type Retention = { operationsDays: number; disclosuresDays?: number };

/** How much was deleted. */
export type Purged = { operations: number; disclosures: number };

/** What serving needs from the registry. Every method works across several gateways on one database. */
export type Registry = {
	/** The registry as part of the graph, name "registry". */
	subgraph: Subgraph;
	/** Of partners that are not suspended; a name may appear twice: active version and canary. */
	served(): Promise<ServedSubgraph[]>;
	/** Why each of these subgraphs is not served: "was rolled back", "is suspended", "waits for …". */
	unservedReasons(names: readonly string[]): Promise<Map<string, string>>;
	/** A text that changes whenever the result of `served` may change (also when a grant expires); cheap, polled every second. */
	changed(): Promise<string>;
	/** Keeps a supergraph that was served, with hash and time; the same one again is not kept twice. Version 0: the hub's own. */
	keepSupergraph(sdl: string, parts: Array<{ name: string; version: number }>): Promise<void>;
	/** The last good one, for a restart while a partner is down. */
	lastSupergraph(): Promise<string | undefined>;
	/** By the hub itself: ends a canary that failed; written to the publish log. Does nothing where there is none (another gateway was first) or where it is of another version than `version`. */
	rollBack(name: string, reason: string, version?: number): Promise<void>;
	/** A canary that held becomes the active version. Does nothing where there is none, or of another version. */
	promote(name: string, version?: number): Promise<void>;
	/** Adds to the counts. */
	recordOperations(seen: OperationSeen[]): Promise<void>;
	recordDisclosures(made: Disclosure[]): Promise<void>;
	/** Deletes what is older than it is kept. */
	purge(retention: Retention, now?: Date): Promise<Purged>;
	/** Adds to the counts of calls. */
	recordCalls(counted: CallCount[]): Promise<void>;
	/**
	 * Makes events of what the publish log tells since last time and of what is about to end, then sends what is due to
	 * partners' webhooks. Several gateways may do so at once.
	 */
	tellPartners(now?: Date): Promise<void>;
	/** Made once and kept in `<dataDir>/keys` (0600), or read from `signingKeyFile`, which gateways on one database share. */
	hubKey(): Promise<HubKey>;
	/** The keys by which partners know the hub: the one that signs and, while it is changed, another one. */
	publicKeys(): Promise<Array<HubKey["publicJwk"]>>;
	close(): Promise<void>;
};

export type RegistryOptions = Storage & {
	log: Log;
	/** Refuses plain http and private addresses. */
	production: boolean;
	/** A private Ed25519 JWK; `HUB_SIGNING_KEY_FILE`. */
	signingKeyFile?: string;
	/** Another one, which is published but signs no request; `HUB_SIGNING_KEY_ALSO_FILE`. */
	signingKeyAlsoFile?: string;
	/** The hub's own subgraphs, for checks. The registry's own is added where it is missing. */
	ownSchemas: () => Promise<SubgraphSdl[]>;
	/** How probes reach a partner. */
	post: PostBounded;
	/** How webhooks reach a partner. */
	send: SendBounded;
	/** Whether the caller sees a record of the hub, and so may read to whom it was disclosed. */
	sees: (caller: Caller, type: string, id: string) => Promise<boolean>;
};
