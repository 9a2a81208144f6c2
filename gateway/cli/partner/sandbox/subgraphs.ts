import {
	type DefinitionNode,
	type FieldDefinitionNode,
	type InterfaceTypeDefinitionNode,
	Kind,
	type NamedTypeNode,
	type ObjectTypeDefinitionNode,
	parse,
	parseType,
	print,
	type TypeDefinitionNode,
} from "graphql";
import type { SubgraphSdl } from "../../../../shared/subgraph/sdl.ts";
import { directive, type Join, joinsOf, ownDirectives } from "./join.ts";

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const DIRECTIVES =
	"@key @external @requires @provides @shareable @override @interfaceObject @inaccessible @tag @authenticated @requiresScopes @policy @cost @listSize";
const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(DIRECTIVES.split(" "))})\n\n`;

const named = (value: unknown): NamedTypeNode => ({
	kind: Kind.NAMED_TYPE,
	name: { kind: Kind.NAME, value: String(value) },
});

/** Whether a field of an object has to be @shareable in the graphs that answer it: others do too, or may by @provides. */
function isShared(field: FieldDefinitionNode, type: Fielded): boolean {
	if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return false;
	const joins = joinsOf(field, "field").filter(({ usedOverridden }) => !usedOverridden);
	if (joins.length > 0) return joins.length > 1;
	return new Set(joinsOf(type, "type").map(({ graph }) => graph)).size > 1;
}

function fieldIn(field: FieldDefinitionNode, type: Fielded, graph: string): FieldDefinitionNode[] {
	const joins = joinsOf(field, "field");
	const join: Join | undefined = joins.find((one) => one.graph === graph);
	if (joins.length > 0 && !join) return [];
	const { external, requires, provides, override, overrideLabel: label, type: own } = join ?? {};
	return [
		{
			...field,
			type: typeof own === "string" ? parseType(own) : field.type,
			directives: [
				...ownDirectives(field),
				...(external ? [directive("external")] : []),
				...(isShared(field, type) && !external ? [directive("shareable")] : []),
				...(requires ? [directive("requires", { fields: requires })] : []),
				...(provides ? [directive("provides", { fields: provides })] : []),
				...(override ? [directive("override", { from: override, label })] : []),
			],
		},
	];
}

function fieldedIn(type: Fielded, joins: readonly Join[], graph: string): TypeDefinitionNode[] {
	const fields = (type.fields ?? []).flatMap((field) => fieldIn(field, type, graph));
	if (fields.length === 0) return [];
	const asObject = joins.some(({ isInterfaceObject }) => isInterfaceObject);
	const keys = joins.flatMap(({ key, resolvable }) =>
		key
			? [directive("key", { fields: key, resolvable: resolvable === false ? false : undefined })]
			: [],
	);
	const interfaces = joinsOf(type, "implements")
		.filter((one) => one.graph === graph)
		.map((one) => named(one.interface));
	const directives = [
		...keys,
		...(asObject ? [directive("interfaceObject")] : []),
		...ownDirectives(type),
	];
	const kind = asObject ? Kind.OBJECT_TYPE_DEFINITION : type.kind;
	return [{ ...type, kind, fields, interfaces, directives } as TypeDefinitionNode];
}

/** A type of the supergraph as one of its subgraphs defines it; nothing if the subgraph does not define it. */
function typeIn(type: TypeDefinitionNode, graph: string): TypeDefinitionNode[] {
	const joins = joinsOf(type, "type").filter((one) => one.graph === graph);
	if (joins.length === 0) return [];
	const directives = ownDirectives(type);
	const ofGraph = (name: string) => (node: Parameters<typeof joinsOf>[0]) =>
		joinsOf(node, name).some((one) => one.graph === graph);
	switch (type.kind) {
		case Kind.OBJECT_TYPE_DEFINITION:
		case Kind.INTERFACE_TYPE_DEFINITION:
			return fieldedIn(type, joins, graph);
		case Kind.UNION_TYPE_DEFINITION: {
			const members = joinsOf(type, "unionMember").filter((one) => one.graph === graph);
			return [{ ...type, directives, types: members.map(({ member }) => named(member)) }];
		}
		case Kind.ENUM_TYPE_DEFINITION: {
			const values = (type.values ?? []).filter(ofGraph("enumValue"));
			return [
				{
					...type,
					directives,
					values: values.map((value) => ({ ...value, directives: ownDirectives(value) })),
				},
			];
		}
		case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
			const fields = (type.fields ?? []).filter(
				(field) => joinsOf(field, "field").length === 0 || ofGraph("field")(field),
			);
			return [
				{
					...type,
					directives,
					fields: fields.map((field) => ({ ...field, directives: ownDirectives(field) })),
				},
			];
		}
		default:
			return [{ ...type, directives }];
	}
}

const isType = (node: DefinitionNode): node is TypeDefinitionNode =>
	/TypeDefinition$/.test(node.kind) &&
	"name" in node &&
	!/^(join|link)__/.test(node.name?.value ?? "");

/**
 * The subgraphs that a supergraph was composed of: each with the part of it that its join directives give to it. What
 * composition does not keep (which of one subgraph's own types are @shareable) is not there.
 */
export function subgraphsOf(supergraph: string): SubgraphSdl[] {
	const { definitions } = parse(supergraph, { noLocation: true });
	const graphs = definitions.find(
		(node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph",
	);
	if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION)
		throw new Error("It is not a supergraph: it has no enum join__Graph");
	const types = definitions.filter(isType);
	return (graphs.values ?? []).map((value) => {
		const [graph] = joinsOf(value, "graph");
		const part = types.flatMap((type) => typeIn(type, value.name.value));
		return {
			name: String(graph?.name),
			url: String(graph?.url),
			sdl: HEAD + print({ kind: Kind.DOCUMENT, definitions: part }),
		};
	});
}
