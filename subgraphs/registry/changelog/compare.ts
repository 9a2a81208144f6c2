import { type Change, CriticalityLevel, diff } from "@graphql-inspector/core";
import { transformSupergraphToPublicSchema } from "@theguild/federation-composition";
import { buildASTSchema, parse } from "graphql";
import type { ChangeCriticality, SchemaChange } from "./type.ts";

const LEVEL: Record<CriticalityLevel, `${ChangeCriticality}`> = {
	[CriticalityLevel.Breaking]: "BREAKING",
	[CriticalityLevel.Dangerous]: "DANGEROUS",
	[CriticalityLevel.NonBreaking]: "NON_BREAKING",
};
const ORDER = ["BREAKING", "DANGEROUS", "NON_BREAKING"];

/** Changes of one pair that are kept. */
const MOST = 500;

const schemaOf = (supergraph: string) =>
	buildASTSchema(
		transformSupergraphToPublicSchema(parse(supergraph, { noLocation: true })) as never,
		{ assumeValidSDL: true },
	);

function toChange({ criticality, path, message }: Change): SchemaChange {
	return {
		criticality: LEVEL[criticality.level] as ChangeCriticality,
		path: path ?? "schema",
		message: message.slice(0, 500),
	};
}

/** Two supergraphs, as text. */
export type Pair = { from: string; to: string };

export type Compared = { changes: SchemaChange[]; total: number };

/** What clients see changed from one supergraph to another: the first changes, the breaking ones before the others, and how many there are. */
export async function compareSupergraphs(from: string, to: string): Promise<Compared> {
	if (from === to) return { changes: [], total: 0 };
	const all = (await diff(schemaOf(from), schemaOf(to))).map(toChange);
	all.sort((one, other) => ORDER.indexOf(one.criticality) - ORDER.indexOf(other.criticality));
	return { changes: all.slice(0, MOST), total: all.length };
}
