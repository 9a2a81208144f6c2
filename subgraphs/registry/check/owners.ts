import { type DocumentNode, Kind, type TypeDefinitionNode, type TypeExtensionNode } from "graphql";
import { argumentOf, nameOf } from "./directive.ts";
import { keyText } from "./field-set.ts";

export type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** Owner of what belongs to the hub itself. */
export const HUB_OWNER = "the hub";

type OwnedType = {
	owner: string;
	/** "Object", "Enum" … */
	kind: string;
	/** Normalised field sets of its keys. */
	keys: Set<string>;
	/** Fields of it → who answers them. */
	fields: Map<string, string>;
};

export type Owners = Map<string, OwnedType>;

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

/** Normalised field sets of the keys that a definition declares. */
export function keysOf(node: TypeNode): string[] {
	return (node.directives ?? [])
		.filter((directive) => nameOf(directive) === "key")
		.map((directive) => keyText(argumentOf(directive, "fields") ?? ""));
}

/** Notes whose each type and field is: the first to define it owns it. */
export function noteOwners(owners: Owners, document: DocumentNode, owner: string): void {
	for (const node of typesOf(document)) {
		const name = node.name.value;
		let owned = owners.get(name);
		if (!owned) {
			const first = isRoot(name) ? HUB_OWNER : owner;
			owned = { owner: first, kind: kindOf(node), keys: new Set(), fields: new Map() };
			owners.set(name, owned);
		}
		if (owned.owner === owner) for (const key of keysOf(node)) owned.keys.add(key);
		for (const field of fieldsOf(node)) {
			const { value } = field.name;
			const external = field.directives?.some((directive) => nameOf(directive) === "external");
			const known = owned.fields.get(value);
			// A stub repeats key fields of others; those stay the owner's.
			if (!external && (known === undefined || owner === owned.owner))
				owned.fields.set(value, owner);
		}
	}
}

/** Who owns a coordinate: the field's owner, or the type's. Undefined where nobody does yet. */
export function ownerOf(owners: Owners, type: string, field?: string | null): string | undefined {
	const owned = owners.get(type);
	if (!owned) return undefined;
	return field ? owned.fields.get(field) : owned.owner;
}
