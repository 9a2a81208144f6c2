import { Supergraph } from "@apollo/federation-internals";
import {
	type ConstDirectiveNode,
	type DocumentNode,
	type FieldDefinitionNode,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isInterfaceType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	parse,
	type SelectionSetNode,
} from "graphql";
import { objectTypesIn, type WorldShape } from "./world.ts";

function valueIn(directive: ConstDirectiveNode, argument: string): string | undefined {
	const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
	return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** A set of fields as directives write them. */
export function fieldSet(text: string): SelectionSetNode {
	const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
	return (operation as OperationDefinitionNode).selectionSet;
}

type Fields = { name: { value: string }; directives?: readonly ConstDirectiveNode[] } & {
	fields?: readonly FieldDefinitionNode[];
};

function typesOf(document: DocumentNode): Fields[] {
	return document.definitions.flatMap((one) =>
		one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION
			? [one]
			: [],
	);
}

const uses = (node: { directives?: readonly ConstDirectiveNode[] }, name: string) =>
	(node.directives ?? []).filter((one) => one.name.value === name);

/** Reads what made-up data depend on from a supergraph and its subgraphs. */
export function shapeOf(
	supergraph: string,
	subgraphs: ReadonlyMap<string, GraphQLSchema>,
): WorldShape {
	const document = parse(supergraph, { noLocation: true });
	const { schema: whole } = Supergraph.build(supergraph);
	const schema = whole.toGraphQLJSSchema();
	const entities = new Set<string>();
	const keys = new Set<string>();
	const requires = new Map<string, SelectionSetNode>();

	const concrete = (name: string) => {
		const type = schema.getType(name);
		return isAbstractType(type)
			? [name, ...schema.getPossibleTypes(type).map((one) => one.name)]
			: [name];
	};

	function addKeys(typeName: string, set: SelectionSetNode): void {
		const type = schema.getType(typeName);
		if (!isObjectType(type) && !isInterfaceType(type)) return;
		for (const node of set.selections) {
			if (node.kind !== Kind.FIELD) continue;
			for (const one of concrete(typeName)) keys.add(`${one}.${node.name.value}`);
			const field = type.getFields()[node.name.value];
			if (node.selectionSet && field) addKeys(getNamedType(field.type).name, node.selectionSet);
		}
	}

	for (const type of typesOf(document)) {
		for (const one of uses(type, "join__type")) {
			const key = valueIn(one, "key");
			if (key === undefined) continue;
			for (const name of concrete(type.name.value)) entities.add(name);
			addKeys(type.name.value, fieldSet(key));
		}
		for (const field of type.fields ?? [])
			for (const one of uses(field, "join__field")) {
				const required = valueIn(one, "requires");
				if (required === undefined) continue;
				for (const name of concrete(type.name.value))
					requires.set(`${name}.${field.name.value}`, fieldSet(required));
			}
	}

	const known = new Map<string, readonly string[]>();
	return {
		schema,
		entities,
		keys,
		requires,
		typesIn(parent, field) {
			const place = `${parent}.${field.name}`;
			let types = known.get(place);
			if (!types) {
				const all = objectTypesIn(schema, field.type);
				const lists = [...subgraphs.values()].flatMap((subgraph) => {
					const type = subgraph.getType(parent);
					const own = isObjectType(type) ? type.getFields()[field.name] : undefined;
					if (!own) return [];
					// An interface may be one object type here, which stands for all of its types.
					return [objectTypesIn(subgraph, own.type).flatMap((name) => concrete(name))];
				});
				types = all.filter((name) => lists.every((list) => list.includes(name)));
				known.set(place, types);
			}
			return types;
		},
	};
}
