import type { DocumentNode } from "graphql";
import { fieldsOf, typesOf } from "../sdl/schema-nodes.ts";
import type { Finding } from "../subgraph/finding.ts";

/** Most types, and most fields of all of them, that a subgraph may add: all of it is composed again with each change. */
const MOST_TYPES = 500;
const MOST_FIELDS = 5000;

/** A schema that would make every composition of the whole hub slow. */
export function sizeFindings(document: DocumentNode): Finding[] {
	const types = typesOf(document);
	const parts = types.flatMap((node) => [
		...fieldsOf(node),
		...("interfaces" in node ? (node.interfaces ?? []) : []),
		...("values" in node ? (node.values ?? []) : []),
		...("types" in node ? (node.types ?? []) : []),
	]);
	if (types.length <= MOST_TYPES && parts.length <= MOST_FIELDS) return [];
	return [
		{
			severity: "ERROR",
			rule: "TOO_LARGE",
			place: "schema",
			line: null,
			message: `It has ${types.length} types with ${parts.length} fields, interfaces and values; at most ${MOST_TYPES} with ${MOST_FIELDS} are served`,
			remedy: "Leave out what nobody of the hub's users needs.",
		},
	];
}
