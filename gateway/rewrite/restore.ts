import type { ApolloGateway } from "@apollo/gateway";
import { type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from "graphql";
import { type OwnNames, withClientNames } from "./own-names.ts";
import { ADDED_TYPENAME, type Rewritten } from "./rewrite.ts";

export type GatewayResult = Awaited<ReturnType<ApolloGateway["executor"]>>;

/** Renames of an object and its descendants; fields that are not listed keep their names. */
export type Renames = {
	fields: Map<string, Renamed>;
	/** Whether names of the object itself change. */
	renames: boolean;
};
/** The client's name; undefined for fields that the client did not request. */
type Renamed = { name: string | undefined; below: Renames | undefined };

type Asked = { sets: SelectionSetNode[]; isAdded: boolean };

/** Computes the renames of responses; undefined if there are none. */
export function renamesOf({ document, operation, names }: Rewritten): Renames | undefined {
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const one of document.definitions)
		if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

	function collect(set: SelectionSetNode, into: Map<string, Asked>, seen: Set<string>): void {
		for (const node of set.selections) {
			if (node.kind === Kind.FIELD) {
				const name = (node.alias ?? node.name).value;
				const asked = into.get(name) ?? { sets: [], isAdded: true };
				if (node.selectionSet) asked.sets.push(node.selectionSet);
				asked.isAdded &&= node === ADDED_TYPENAME || name === names.placeholder;
				into.set(name, asked);
				continue;
			}
			if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, into, seen);
			else if (!seen.has(node.name.value)) {
				seen.add(node.name.value);
				const fragment = fragments.get(node.name.value);
				if (fragment) collect(fragment.selectionSet, into, seen);
			}
		}
	}

	function renamesIn(sets: readonly SelectionSetNode[]): Renames | undefined {
		const asked = new Map<string, Asked>();
		const seen = new Set<string>();
		for (const set of sets) collect(set, asked, seen);
		const fields = new Map<string, Renamed>();
		let renames = false;
		for (const [own, { sets: inner, isAdded }] of asked) {
			const below = inner.length > 0 ? renamesIn(inner) : undefined;
			const name = isAdded ? undefined : (names.clients.get(own) ?? own);
			if (name !== own) renames = true;
			if (name !== own || below) fields.set(own, { name, below });
		}
		return fields.size > 0 ? { fields, renames } : undefined;
	}

	return renamesIn([operation.selectionSet]);
}

type Fields = Record<string, unknown>;

/** Applies the client's names to a value. May modify the value, which must not be shared. */
function restored(value: unknown, renames: Renames): unknown {
	if (value === null || typeof value !== "object") return value;
	if (Array.isArray(value)) {
		for (let index = 0; index < value.length; index++)
			value[index] = restored(value[index], renames);
		return value;
	}
	const given = value as Fields;
	if (!renames.renames) {
		for (const [name, { below }] of renames.fields)
			if (below && given[name]) given[name] = restored(given[name], below);
		return given;
	}
	// Rebuilt, so that fields keep the client's order. Without a prototype, since an alias may be __proto__.
	const named: Fields = Object.create(null);
	for (const own in given) {
		const renamed = renames.fields.get(own);
		if (!renamed) named[own] = given[own];
		else if (renamed.name !== undefined)
			named[renamed.name] = renamed.below ? restored(given[own], renamed.below) : given[own];
	}
	return named;
}

function restoredError(error: GraphQLError, clients: OwnNames["clients"]): GraphQLError {
	const message = withClientNames(error.message, clients);
	const path = error.path?.map((step) => clients.get(step as string) ?? step);
	const isSame = message === error.message && !path?.some((step, at) => step !== error.path?.[at]);
	if (isSame) return error;
	const { nodes, source, positions, extensions } = error;
	const originalError = error.originalError ?? undefined;
	return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}

/** A result with the client's names in its data, errors and extensions. */
export function restoreResult(
	result: GatewayResult,
	{ names }: Rewritten,
	renames: Renames | undefined,
): GatewayResult {
	const named: GatewayResult = { ...result };
	if (named.data && renames) named.data = restored(named.data, renames) as Fields;
	if (names.clients.size === 0) return named;
	if (named.errors) named.errors = named.errors.map((one) => restoredError(one, names.clients));
	const completion: unknown = named.extensions?.valueCompletion;
	if (Array.isArray(completion))
		named.extensions = {
			...named.extensions,
			valueCompletion: completion.map((one: GraphQLError) => restoredError(one, names.clients)),
		};
	return named;
}
