import type { DocumentNode } from "graphql";
import { nameOf } from "./directive.ts";
import {
	fieldsOf,
	isRoot,
	keysOf,
	kindOf,
	type TypeNode,
	typesOf,
	valuesOf,
} from "./schema-nodes.ts";
import { isSharedType } from "./shared-types.ts";

/** Owner of what belongs to the hub itself. */
export const HUB_OWNER = "the hub";

/** A type ("Loom") or a field ("Loom.speed") that a partner owns, as recorded when it was first published. */
export type OwnershipRecord = { coordinate: string; partnerId: string };

type TypeOwnership = {
	/** Undefined where only fields of it have owners. */
	owner: string | undefined;
	/** "Object", "Enum" …; undefined while no schema of its owner is served. */
	kind: string | undefined;
	/** Normalised field sets of its keys. */
	keys: Set<string>;
	/** Fields of it → who answers them. */
	fields: Map<string, string>;
	/** Values of an enum. */
	values: Set<string>;
	/** Whether its owner serves it now. */
	served: boolean;
};

export type Ownership = Map<string, TypeOwnership>;

function entryOf(ownership: Ownership, type: string): TypeOwnership {
	let entry = ownership.get(type);
	if (!entry) {
		entry = {
			owner: undefined,
			kind: undefined,
			keys: new Set(),
			fields: new Map(),
			values: new Set(),
			served: false,
		};
		ownership.set(type, entry);
	}
	return entry;
}

/** The hub owns what its own subgraphs define. */
function addHub(ownership: Ownership, document: DocumentNode): void {
	for (const node of typesOf(document)) {
		const entry = entryOf(ownership, node.name.value);
		entry.owner = HUB_OWNER;
		entry.kind ??= kindOf(node);
		entry.served = true;
		for (const key of keysOf(node)) entry.keys.add(key);
		for (const value of valuesOf(node)) entry.values.add(value);
		for (const { name } of fieldsOf(node)) entry.fields.set(name.value, HUB_OWNER);
	}
}

/** Adds what the owner's schema says of its types: their kinds and keys. */
export function addSchema(
	ownership: Ownership,
	document: DocumentNode,
	about: { partnerId: string; served: boolean },
): void {
	for (const node of typesOf(document)) {
		const entry = ownership.get(node.name.value);
		if (entry?.owner !== about.partnerId) continue;
		entry.kind ??= kindOf(node);
		entry.served ||= about.served;
		for (const key of keysOf(node)) entry.keys.add(key);
		for (const value of valuesOf(node)) entry.values.add(value);
	}
}

/** Who owns what: the hub what it defines, partners what is recorded of the rest. */
export function ownershipOf(
	hub: readonly DocumentNode[],
	recorded: readonly OwnershipRecord[],
): Ownership {
	const ownership: Ownership = new Map();
	for (const root of ["Query", "Mutation"]) entryOf(ownership, root).owner = HUB_OWNER;
	for (const document of hub) addHub(ownership, document);
	for (const { coordinate, partnerId } of recorded) {
		const [type = "", field] = coordinate.split(".");
		const entry = entryOf(ownership, type);
		if (field === undefined) entry.owner ??= partnerId;
		else if (!entry.fields.has(field)) entry.fields.set(field, partnerId);
	}
	return ownership;
}

/** Fields of a type that it has by its own keys; of somebody else's type these are the owner's. */
function ownKeyFields(node: TypeNode): Set<string> {
	return new Set(
		keysOf(node).flatMap((key) => key.split(" ").map((path) => path.split(".")[0] ?? "")),
	);
}

/** Gives a partner what its schema defines and nobody owns; answers the coordinates that it did not own before. */
export function claim(ownership: Ownership, document: DocumentNode, partnerId: string): string[] {
	const claimed: string[] = [];
	for (const node of typesOf(document)) {
		const type = node.name.value;
		if (isSharedType(type)) continue;
		const entry = entryOf(ownership, type);
		if (entry.owner === undefined) {
			entry.owner = partnerId;
			claimed.push(type);
		}
		const isOwn = entry.owner === partnerId;
		const keyFields = isOwn || isRoot(type) ? new Set<string>() : ownKeyFields(node);
		for (const { name, directives } of fieldsOf(node)) {
			const external = directives?.some((directive) => nameOf(directive) === "external");
			if (external || keyFields.has(name.value) || entry.fields.has(name.value)) continue;
			entry.fields.set(name.value, partnerId);
			claimed.push(`${type}.${name.value}`);
		}
	}
	return claimed;
}

/** Names of the types that a schema resolves by a key. */
export function entityTypesOf(document: DocumentNode): string[] {
	const keyed = typesOf(document).filter((node) => keysOf(node).length > 0);
	return [...new Set(keyed.map(({ name }) => name.value))].sort();
}

/** Who owns a coordinate: the field's owner, or the type's. Undefined where nobody does yet. */
export function ownerOf(
	ownership: Ownership,
	type: string,
	field?: string | null,
): string | undefined {
	const entry = ownership.get(type);
	if (!entry) return undefined;
	return field ? entry.fields.get(field) : entry.owner;
}
