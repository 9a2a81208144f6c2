import {
	type ConstDirectiveNode,
	type DefinitionNode,
	type DocumentNode,
	type FieldDefinitionNode,
	Kind,
	parse,
	print,
	visit,
} from "graphql";
import { pathsOfFieldSet } from "./field-set.ts";

type Fielded = Extract<DefinitionNode, { fields?: readonly FieldDefinitionNode[] }>;

const ROOTS = new Set(["Query", "Mutation"]);
const isFielded = (node: DefinitionNode): node is Fielded =>
	node.kind === Kind.OBJECT_TYPE_DEFINITION ||
	node.kind === Kind.OBJECT_TYPE_EXTENSION ||
	node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
	node.kind === Kind.INTERFACE_TYPE_EXTENSION;

/** Names that a federation directive has in this document: its own, with the specification's prefix, or as imported. */
function namesOf(document: DocumentNode, directive: string): Set<string> {
	const names = new Set([directive, `federation__${directive}`]);
	visit(document, {
		ObjectValue({ fields }) {
			const of = (name: string) => {
				const value = fields.find((one) => one.name.value === name)?.value;
				return value?.kind === Kind.STRING ? value.value.replace("@", "") : undefined;
			};
			const alias = of("as");
			if (of("name") === directive && alias) names.add(alias);
		},
	});
	return names;
}

const fieldSetOf = (directive: ConstDirectiveNode): string => {
	const value = directive.arguments?.find(({ name }) => name.value === "fields")?.value;
	return value?.kind === Kind.STRING ? value.value : "";
};

/**
 * A partner's schema with the fields that it adds to entities and roots made nullable, so that a partner that is down
 * leaves a null where its field was, and never takes away the record around it. Keys and what others own stay as they are.
 */
export function withNullablePartnerFields(sdl: string): string {
	const document = parse(sdl, { noLocation: true });
	const keyNames = namesOf(document, "key");
	const foreign = new Set([...namesOf(document, "external"), ...namesOf(document, "shareable")]);
	const isForeign = (directives: readonly ConstDirectiveNode[] | undefined) =>
		(directives ?? []).some(({ name }) => foreign.has(name.value));

	const types = document.definitions.filter(isFielded);
	const keyFields = new Map<string, Set<string>>();
	for (const { name, directives } of types)
		for (const directive of directives ?? []) {
			if (!keyNames.has(directive.name.value)) continue;
			const fields = keyFields.get(name.value) ?? new Set<string>();
			for (const path of pathsOfFieldSet(fieldSetOf(directive)))
				fields.add(path.split(".")[0] ?? "");
			keyFields.set(name.value, fields);
		}
	const loosened = new Set<string>();
	const interfacesOf = new Map(
		types.map(({ name, interfaces }) => [
			name.value,
			(interfaces ?? []).map((one) => one.name.value),
		]),
	);
	for (const type of types) {
		const name = type.name.value;
		const extension = type.kind.endsWith("Extension");
		if (!keyFields.has(name) && !ROOTS.has(name) && !extension) continue;
		if (isForeign(type.directives)) continue;
		for (const field of type.fields ?? []) {
			if (keyFields.get(name)?.has(field.name.value) || isForeign(field.directives)) continue;
			for (const one of [name, ...(interfacesOf.get(name) ?? [])])
				loosened.add(`${one}.${field.name.value}`);
		}
	}
	const loosen = (type: Fielded) => ({
		...type,
		fields: type.fields?.map((field) =>
			field.type.kind === Kind.NON_NULL_TYPE &&
			loosened.has(`${type.name.value}.${field.name.value}`)
				? { ...field, type: field.type.type }
				: field,
		),
	});
	return print({
		...document,
		definitions: document.definitions.map((one) => (isFielded(one) ? loosen(one) : one)),
	} as DocumentNode);
}
