import { type DocumentNode, Kind, type TypeDefinitionNode, type TypeExtensionNode } from "graphql";
import { argumentOf, nameOf } from "./directive.ts";
import { keyText } from "./field-set.ts";

export type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** Names that federation libraries add to what they print; no subgraph owns them. */
const MACHINERY =
	/^(_Any|_Entity|_Service|_FieldSet|FieldSet|federation__\w*|link__\w*|policy__\w*)$/;

const ROOTS = new Set(["Query", "Mutation", "Subscription"]);
export const isRoot = (type: string) => ROOTS.has(type);

/** Definitions and extensions of types, without what federation libraries print. */
export function typesOf(document: DocumentNode): TypeNode[] {
	return document.definitions.filter(
		(node): node is TypeNode =>
			/Type(Definition|Extension)$/.test(node.kind) &&
			"name" in node &&
			!MACHINERY.test(node.name?.value ?? ""),
	);
}

export function kindOf(node: TypeNode): string {
	return node.kind.replace(/Type(Definition|Extension)$/, "");
}

export function fieldsOf(node: TypeNode) {
	if (
		node.kind === Kind.OBJECT_TYPE_DEFINITION ||
		node.kind === Kind.OBJECT_TYPE_EXTENSION ||
		node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
		node.kind === Kind.INTERFACE_TYPE_EXTENSION
	)
		return (node.fields ?? []).filter(({ name }) => !/^_(entities|service)$/.test(name.value));
	return [];
}

/** Values of an enum; none of other types. */
export function valuesOf(node: TypeNode): string[] {
	if (node.kind !== Kind.ENUM_TYPE_DEFINITION && node.kind !== Kind.ENUM_TYPE_EXTENSION) return [];
	return (node.values ?? []).map(({ name }) => name.value);
}

/** Normalised field sets of the keys that a definition declares. */
export function keysOf(node: TypeNode): string[] {
	return (node.directives ?? [])
		.filter((directive) => nameOf(directive) === "key")
		.map((directive) => keyText(argumentOf(directive, "fields") ?? ""));
}
