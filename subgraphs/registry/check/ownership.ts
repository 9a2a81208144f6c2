import type { DocumentNode } from "graphql";
import { nameOf } from "./directive.ts";
import { fieldsOf, isRoot, keysOf, kindOf, typesOf } from "./schema-nodes.ts";

/** Owner of what belongs to the hub itself. */
export const HUB_OWNER = "the hub";

type TypeOwnership = {
	owner: string;
	/** "Object", "Enum" … */
	kind: string;
	/** Normalised field sets of its keys. */
	keys: Set<string>;
	/** Fields of it → who answers them. */
	fields: Map<string, string>;
};

export type Ownership = Map<string, TypeOwnership>;

/** Notes whose each type and field is: the first to define it owns it. */
export function recordOwnership(ownership: Ownership, document: DocumentNode, owner: string): void {
	for (const node of typesOf(document)) {
		const name = node.name.value;
		let owned = ownership.get(name);
		if (!owned) {
			const first = isRoot(name) ? HUB_OWNER : owner;
			owned = { owner: first, kind: kindOf(node), keys: new Set(), fields: new Map() };
			ownership.set(name, owned);
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
export function ownerOf(
	ownership: Ownership,
	type: string,
	field?: string | null,
): string | undefined {
	const owned = ownership.get(type);
	if (!owned) return undefined;
	return field ? owned.fields.get(field) : owned.owner;
}
