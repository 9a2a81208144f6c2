import {
	type DocumentNode,
	type FieldDefinitionNode,
	Kind,
	type TypeNode as Reference,
} from "graphql";
import type { Grant } from "../../../shared/registry.ts";
import { covers } from "../grant/rules.ts";
import { inNamespace } from "../partner/rules.ts";
import { nameOf } from "../sdl/directive.ts";
import { type Ownership, ownerOf } from "../sdl/ownership.ts";
import {
	fieldsOf,
	isRoot,
	keysOf,
	kindOf,
	type TypeNode,
	typesOf,
	valuesOf,
} from "../sdl/schema-nodes.ts";
import { isSharedType, sharedTypeFault } from "../sdl/shared-types.ts";
import type { Finding } from "../subgraph/finding.ts";
import { needsGrant, type OwnershipContext, refuse } from "./ownership-context.ts";
import { checkFieldDirectives } from "./ownership-directives.ts";

function named(type: Reference): string {
	return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}

function fieldTypes(nodes: readonly TypeNode[]): OwnershipContext["types"] {
	const types: OwnershipContext["types"] = new Map();
	for (const node of nodes) {
		const fields = types.get(node.name.value) ?? new Map<string, string>();
		for (const field of fieldsOf(node)) fields.set(field.name.value, named(field.type));
		types.set(node.name.value, fields);
	}
	return types;
}

function checkRoot(context: OwnershipContext, node: TypeNode): void {
	const type = node.name.value;
	for (const field of fieldsOf(node)) {
		const name = field.name.value;
		const place = `${type}.${name}`;
		const owner = ownerOf(context.ownership, type, name);
		if (type === "Subscription")
			refuse(context, "ROOT_TYPE", place, field, "The hub serves no subscriptions", "Remove it.");
		else if (owner !== undefined && owner !== context.partnerId)
			needsGrant(
				context,
				{ kind: "SHAREABLE", type, field: name },
				field,
				`It is ${owner}'s root field already`,
				"Rename it",
			);
		else if (!inNamespace(name, context.namespace))
			needsGrant(
				context,
				{ kind: "ROOT_FIELD", type, field: name },
				field,
				`Root fields of "${context.partnerId}" begin with "${context.namespace}"`,
				`Name it ${context.namespace}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
			);
		checkFieldDirectives(context, type, field);
	}
}

/**
 * With two interface objects, one of which requires fields of others, Apollo's planner has no end for some operations, and
 * a gateway answers nobody any more.
 */
function checkInterfaceObject(context: OwnershipContext, node: TypeNode): void {
	for (const field of fieldsOf(node))
		if (field.directives?.some((one) => nameOf(one) === "requires"))
			refuse(
				context,
				"INTERFACE_OBJECT_REQUIRES",
				`${node.name.value}.${field.name.value}`,
				field,
				"Operations on a field with @requires of an @interfaceObject cannot all be planned",
				"Extend the types you mean by their key, or take what the field needs as an argument.",
			);
}

/** An object type that somebody else owns: new fields by the owner's key, and nothing else. */
function checkExtension(context: OwnershipContext, node: TypeNode, owner: string): void {
	const type = node.name.value;
	const owned = context.ownership.get(type);
	if (!owned) return;
	if ("description" in node && node.description)
		refuse(
			context,
			"OWNERSHIP_DESCRIPTION",
			type,
			node,
			`${owner} describes ${type}`,
			"Remove the description of the type you extend.",
		);
	if ("interfaces" in node)
		for (const face of node.interfaces ?? [])
			refuse(
				context,
				"OWNERSHIP_INTERFACE",
				type,
				face,
				`It makes ${owner}'s ${type} a ${face.name.value}`,
				"Remove the interface from the type you extend.",
			);
	for (const directive of node.directives ?? []) {
		const name = nameOf(directive);
		if (name === "interfaceObject")
			needsGrant(
				context,
				{ kind: "INTERFACE_OBJECT", type, field: null },
				directive,
				`It adds fields to all types of ${owner}'s interface ${type}`,
				"Extend the types you mean by their key",
			);
		else if (!["key", "extends"].includes(name))
			refuse(
				context,
				"OWNERSHIP_DIRECTIVE",
				type,
				directive,
				`@${name} on ${type} would hold for ${owner}'s part of it too`,
				`Remove @${name} from the type you extend.`,
			);
	}
	if (!owned.served && keysOf(node).length > 0) {
		refuse(
			context,
			"OWNER_NOT_SERVED",
			type,
			node,
			`${type} is ${owner}'s, which serves it no more or not yet`,
			`Wait until ${owner} serves it, or leave it out.`,
		);
		return;
	}
	for (const key of keysOf(node))
		if (!owned.keys.has(key))
			needsGrant(
				context,
				{ kind: "KEY", type, field: null },
				node,
				`"${key}" is no key of ${type}`,
				`Use one of its keys: ${[...owned.keys].map((known) => `@key(fields: "${known}")`).join(", ") || "it has none"}`,
			);
	for (const field of fieldsOf(node)) checkExtensionField(context, type, field, owned.keys);
}

function checkExtensionField(
	context: OwnershipContext,
	type: string,
	field: FieldDefinitionNode,
	keys: Set<string>,
): void {
	const name = field.name.value;
	const place = `${type}.${name}`;
	const owner = ownerOf(context.ownership, type, name);
	const directives = new Set((field.directives ?? []).map(nameOf));
	if (owner === undefined || owner === context.partnerId) {
		checkFieldDirectives(context, type, field);
		return;
	}
	if (field.description)
		refuse(
			context,
			"OWNERSHIP_DESCRIPTION",
			place,
			field,
			`${owner} describes ${place}`,
			"Remove the description.",
		);
	for (const directive of directives)
		if (!["external", "shareable", "override"].includes(directive))
			refuse(
				context,
				"OWNERSHIP_DIRECTIVE",
				place,
				field,
				`@${directive} on ${owner}'s field would hold for everybody`,
				`Remove @${directive}.`,
			);
	// The uses of @external fields are checked where @requires and @provides name them.
	if (directives.has("external")) return;
	const ofKey = [...keys].some((key) => key.split(" ").some((path) => path.split(".")[0] === name));
	if (ofKey && !directives.has("override")) return;
	const kind = directives.has("override") ? "OVERRIDE" : "SHAREABLE";
	needsGrant(
		context,
		{ kind, type, field: name },
		field,
		`${place} is ${owner}'s; nobody else answers it`,
		"Rename your field",
	);
}

/** An enum that somebody else owns: used in keys and arguments by a grant, with its owner's values and no others. */
function checkEnumCopy(context: OwnershipContext, node: TypeNode, owner: string): void {
	const type = node.name.value;
	const shared = context.grants.some((grant) =>
		covers(grant, { kind: "SHAREABLE", type, field: null }),
	);
	if (shared) return;
	const values = context.ownership.get(type)?.values ?? new Set<string>();
	const own = valuesOf(node);
	const isAlike = own.length === values.size && own.every((value) => values.has(value));
	if (!isAlike || node.directives?.length || ("description" in node && node.description))
		refuse(
			context,
			"OWNERSHIP_USE_ENUM",
			type,
			node,
			`${type} is ${owner}'s; a copy of it must have its values and nothing else`,
			`Declare it as ${owner} does, without description and directives: enum ${type} { ${[...values].join(" ")} }`,
		);
	else
		needsGrant(
			context,
			{ kind: "USE_ENUM", type, field: null },
			node,
			`${type} is ${owner}'s; while you use it, it can get no other values`,
			"Give your own enum another name",
		);
}

/** An enum, input, union, interface or scalar that somebody else owns. */
function checkCopy(context: OwnershipContext, node: TypeNode, owner: string): void {
	const type = node.name.value;
	const bare = !("description" in node && node.description) && !node.directives?.length;
	if (kindOf(node) === "Scalar" && bare) return;
	if (kindOf(node) === "Enum") {
		checkEnumCopy(context, node, owner);
		return;
	}
	const kind = kindOf(node) === "Interface" ? "INTERFACE_OBJECT" : "SHAREABLE";
	needsGrant(
		context,
		{ kind, type, field: null },
		node,
		`${type} is ${owner}'s; a second definition could change what it allows`,
		"Give your own type another name",
	);
}

/** A type that everybody may declare, in the same way. */
function checkSharedType(context: OwnershipContext, node: TypeNode): void {
	const type = node.name.value;
	const fault = sharedTypeFault(node);
	if (fault)
		refuse(
			context,
			"SHARED_TYPE",
			type,
			node,
			`${type} is shared by all subgraphs: ${fault}`,
			"Declare it as shown in the hub's list of shared types, or give your own type another name.",
		);
}

/** Who may add what to whose: everything a candidate context that is not its own to claim. */
export function ownershipFindings(
	document: DocumentNode,
	ownership: Ownership,
	about: { partnerId: string; namespace: string; grants: readonly Grant[] },
): Finding[] {
	const nodes = typesOf(document);
	const context: OwnershipContext = { ...about, ownership, types: fieldTypes(nodes), found: [] };
	for (const node of nodes) {
		const type = node.name.value;
		const owned = ownership.get(type);
		const owner = owned?.owner;
		const isInterfaceObject = node.directives?.some((one) => nameOf(one) === "interfaceObject");
		if (isInterfaceObject) checkInterfaceObject(context, node);
		if (isRoot(type)) checkRoot(context, node);
		else if (isSharedType(type)) checkSharedType(context, node);
		else if (owner === undefined || owner === about.partnerId)
			for (const field of fieldsOf(node)) checkFieldDirectives(context, type, field);
		else if (kindOf(node) !== "Object") checkCopy(context, node, owner);
		else if (owned?.kind !== undefined && owned.kind !== "Object" && !isInterfaceObject)
			refuse(
				context,
				"OWNERSHIP_TYPE",
				type,
				node,
				`${type} is ${owner}'s ${owned.kind.toLowerCase()}, here it is an object`,
				"Give your own type another name.",
			);
		else checkExtension(context, node, owner);
	}
	return context.found;
}
