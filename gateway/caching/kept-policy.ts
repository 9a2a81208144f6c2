import {
	type DocumentNode,
	type GraphQLSchema,
	Kind,
	type OperationDefinitionNode,
	parse,
	TypeInfo,
	visit,
	visitWithTypeInfo,
} from "graphql";
import type { CacheHints } from "./hints.ts";

/** "Type.field", or "Type" for all of its fields → the change until which their answers may be kept. */
export type KeptHints = ReadonlyMap<string, string>;

/** Until what changes the answer of an operation may be kept, and for how many seconds at most. */
export type KeptPolicy = { changes: string[]; seconds: number };

/** What decides whether fields may be kept; fields that partners resolve never are. */
export type KeptRules = {
	kept: KeptHints;
	cacheHints: CacheHints;
	ownerOf: ReadonlyMap<string, string>;
};

type Directed = { directives?: ReadonlyArray<{ name: { value: string } }> };

/** Reads @keptUntil of the hub's own subgraphs. */
export function keptHintsOf(own: readonly string[]): KeptHints {
	const hints = new Map<string, string>();
	for (const { definitions } of own.map((sdl) => parse(sdl, { noLocation: true })))
		for (const type of definitions) {
			if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION)
				continue;
			const note = (coordinate: string, { directives = [] }: Directed) => {
				const found = directives.find(({ name }) => name.value === "keptUntil");
				const [given] = (found as { arguments?: Array<{ value: object }> })?.arguments ?? [];
				if (given) hints.set(coordinate, (given.value as { value: string }).value);
			};
			note(type.name.value, type);
			for (const field of type.fields ?? []) note(`${type.name.value}.${field.name.value}`, field);
		}
	return hints;
}

function computePolicy(
	{ kept, cacheHints, ownerOf }: KeptRules,
	schema: GraphQLSchema,
	document: DocumentNode,
	operation: OperationDefinitionNode,
): KeptPolicy | undefined {
	if (operation.operation !== "query") return undefined;
	const changes = new Set<string>();
	let seconds = Number.POSITIVE_INFINITY;
	let mayKeep = true;

	function addField(type: string, name: string): void {
		const coordinate = `${type}.${name}`;
		const hint = cacheHints.get(coordinate);
		const byField = kept.get(coordinate);
		const byType = kept.get(type);
		if (ownerOf.has(coordinate)) mayKeep = false;
		else if (byField !== undefined) changes.add(byField);
		else {
			if (byType !== undefined) changes.add(byType);
			// What stands for reference data may be as old as that may be.
			if (typeof hint === "number") seconds = Math.min(seconds, hint);
			// The id of an object never changes.
			else if (byType === undefined && hint !== "inherit" && name !== "id") mayKeep = false;
		}
	}

	const types = new TypeInfo(schema);
	const field = {
		Field: {
			enter(node: { name: { value: string } }) {
				const name = node.name.value;
				const parent = types.getParentType();
				if (name === "__typename") return;
				if (!parent || name.startsWith("__") || !("getFields" in parent)) mayKeep = false;
				else addField(parent.name, name);
			},
		},
	};
	// Of other operations in the document nothing is said; that they make it stricter does no harm.
	visit(document, visitWithTypeInfo(types, field));
	return mayKeep && changes.size > 0 && seconds > 0
		? { changes: [...changes].sort(), seconds }
		: undefined;
}

/** Computes the policies of operations, each once while its document is kept. */
export function keptPolicies(rules: KeptRules) {
	const known = new WeakMap<OperationDefinitionNode, { policy: KeptPolicy | undefined }>();
	return (
		schema: GraphQLSchema,
		document: DocumentNode,
		operation: OperationDefinitionNode,
	): KeptPolicy | undefined => {
		let found = known.get(operation);
		if (!found) {
			found = { policy: computePolicy(rules, schema, document, operation) };
			known.set(operation, found);
		}
		return found.policy;
	};
}
