import type { Grant } from "../../../shared/registry.ts";
import type { SubgraphSdl } from "../../../shared/subgraph/sdl.ts";
import type { OwnershipRecord } from "../sdl/ownership.ts";
import type { Finding } from "../subgraph/finding.ts";
import type { SeenOperation } from "../usage/queries.ts";

/** A subgraph of a partner, as checks need it. */
export type PartnerSdl = SubgraphSdl & { partnerId: string };

/** All that a check of a schema needs; it is handed to another thread as it is. */
export type CheckInput = {
	own: SubgraphSdl[];
	/** Other partners' and this partner's other subgraphs, as they are served. */
	others: PartnerSdl[];
	/** Subgraphs that are suspended or wait for another one: not served, but their keys are known. */
	absent: PartnerSdl[];
	/** What partners own. */
	recorded: OwnershipRecord[];
	/** The version that is active now. */
	before: PartnerSdl | null;
	candidate: PartnerSdl;
	namespace: string;
	grants: Grant[];
	operations: SeenOperation[];
	/** Whether it is to be served now, and so composed with the gateway's own composer too. */
	lastGate: boolean;
};

/** What an answer to a probe must look like. */
export type Shape = {
	field: string;
	/** Type as GraphQL writes it: "[String!]". */
	type: string;
	/** Scalar name, or the values of an enum, or the fields of an object. */
	of: { scalar: string } | { values: string[] } | { fields: Shape[] };
};

/** An entity that the candidate resolves by its key. */
export type EntityPlan = {
	type: string;
	line: number | null;
	/** Key fields with their scalar types; null where the key has other ones, which are not probed. */
	key: Array<{ field: string; scalar: string }> | null;
	shape: Shape[];
};

export type Examined = {
	findings: Finding[];
	entities: EntityPlan[];
	/** Types and fields that nobody owned before. */
	claims: string[];
};
