import {
	type DocumentNode,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../fragments.ts";
import type { Limits } from "../limits/limits.ts";

/** A gateway's part of an operation may be larger than the operation: it has keys, and fragments written out. */
const LARGER = 4;
/** Levels that a gateway adds: `_entities` and the fragment inside it. */
const MORE_LEVELS = 5;

/** What documents that reach a subgraph may have at most, where clients' operations have `limits`. */
export const documentLimits = (
	limits: Pick<Limits, "tokens" | "fields" | "aliases" | "depth">,
) => ({
	tokens: limits.tokens * LARGER,
	fields: limits.fields * LARGER,
	// The gateway gives a field an alias of its own where parts of a plan would clash.
	aliases: limits.aliases + limits.fields,
	depth: limits.depth + MORE_LEVELS,
});
export type DocumentLimits = ReturnType<typeof documentLimits>;

class Beyond extends Error {}

/** The limit that an operation exceeds, with fragments counted wherever they are spread; undefined if it exceeds none. */
export function excessOf(
	document: DocumentNode,
	operation: OperationDefinitionNode,
	most: DocumentLimits,
): string | undefined {
	const fragments = fragmentsOf(document);
	let fields = 0;
	let aliases = 0;
	function add(set: SelectionSetNode | undefined, depth: number): void {
		if (set && depth > most.depth) throw new Beyond(`${most.depth} levels of fields`);
		for (const node of set?.selections ?? []) {
			// Spreads count too: they lead to as much work as fields, even to fragments without any.
			if (++fields > most.fields) throw new Beyond(`${most.fields} fields`);
			if (node.kind === Kind.FIELD && node.alias && ++aliases > most.aliases)
				throw new Beyond(`${most.aliases} aliases`);
			if (node.kind === Kind.FRAGMENT_SPREAD)
				add(fragments.get(node.name.value)?.selectionSet, depth);
			else add(node.selectionSet, node.kind === Kind.FIELD ? depth + 1 : depth);
		}
	}
	try {
		add(operation.selectionSet, 1);
		return undefined;
	} catch (error) {
		if (error instanceof Beyond) return error.message;
		throw error;
	}
}
