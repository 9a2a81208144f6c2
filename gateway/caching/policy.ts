import {
	type DocumentNode,
	type GraphQLCompositeType,
	type GraphQLSchema,
	getNamedType,
	isCompositeType,
	isInterfaceType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../../shared/fragments.ts";
import type { Lifetimes } from "../../shared/subgraph/cache-control.ts";
import type { CachePolicy } from "../context.ts";
import type { CacheHints } from "./hints.ts";

/** Answers with a lifetime of a year never change. */
export const A_YEAR_S = 31_536_000;

/** Lifetime of introspection: partners may change the graph at any time. */
const INTROSPECTION_S = 60;

const NEVER: CachePolicy = new Map();

/**
 * The policy of a query, from the types and fields that it selects, whatever @skip and @include say. One field that may
 * not be cached makes the whole answer uncacheable.
 */
function computePolicy(
	schema: GraphQLSchema,
	hints: CacheHints,
	document: DocumentNode,
	operation: OperationDefinitionNode,
): CachePolicy {
	const fragments = fragmentsOf(document);
	const policy = new Map<string, number>();
	const seen = new Set<string>();

	/** False if a field with that name may not be cached in one of the types that `parent` stands for. */
	function addField(parent: GraphQLCompositeType, name: string): boolean {
		if (name === "__typename") return true;
		if (name.startsWith("__")) policy.set(name, INTROSPECTION_S);
		else
			for (const type of isObjectType(parent) ? [parent] : schema.getPossibleTypes(parent)) {
				const coordinate = `${type.name}.${name}`;
				const hint = hints.get(coordinate);
				if (!hint || (hint === "inherit" && type === schema.getQueryType())) return false;
				if (hint !== "inherit") policy.set(coordinate, hint);
			}
		return true;
	}

	function addAll(set: SelectionSetNode, parent: GraphQLCompositeType): boolean {
		return set.selections.every((node) => {
			if (node.kind === Kind.FIELD) {
				const name = node.name.value;
				if (!addField(parent, name)) return false;
				// Introspection has a policy of its own, however deep it goes.
				if (!node.selectionSet || name.startsWith("__")) return true;
				const field =
					isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
				const type = field && getNamedType(field.type);
				return isCompositeType(type) && addAll(node.selectionSet, type);
			}
			if (node.kind === Kind.FRAGMENT_SPREAD) {
				const spread = `${parent.name} ${node.name.value}`;
				if (seen.has(spread)) return true;
				seen.add(spread);
			}
			const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
			if (!fragment) return false;
			const named = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
			return addAll(fragment.selectionSet, isCompositeType(named) ? named : parent);
		});
	}

	const root = schema.getQueryType();
	const isQuery = operation.operation === "query" && root;
	return isQuery && addAll(operation.selectionSet, root) ? policy : NEVER;
}

/** Computes the policies of the operations of a graph, each once while its document is kept. */
export function cachePolicies(hints: CacheHints) {
	const known = new WeakMap<OperationDefinitionNode, CachePolicy>();
	return (
		schema: GraphQLSchema,
		document: DocumentNode,
		operation: OperationDefinitionNode,
	): CachePolicy => {
		let policy = known.get(operation);
		if (!policy) {
			policy = computePolicy(schema, hints, document, operation);
			known.set(operation, policy);
		}
		return policy;
	};
}

/** For how many seconds an answer may be cached: the shortest lifetime, where `set` has those that resolvers set. */
export function secondsOf(policy: CachePolicy, set: Lifetimes): number {
	if (policy.size === 0) return 0;
	return Math.min(...[...policy].map(([coordinate, seconds]) => set[coordinate] ?? seconds));
}

/** The Cache-Control of an answer that is the same for everybody. */
export function publicFor(seconds: number): string {
	const lifetime = `public, max-age=${seconds}`;
	return seconds >= A_YEAR_S
		? `${lifetime}, immutable`
		: `${lifetime}, stale-while-revalidate=${seconds}`;
}
