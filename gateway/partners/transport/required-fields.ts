import {
	type GraphQLSchema,
	getNamedType,
	isInterfaceType,
	isObjectType,
	Kind,
	parse,
	type SelectionSetNode,
} from "graphql";

/** Path of a leaf ("owner.phone") → the fields along it ("Sme.owner", "Owner.phone"). */
export type RequiredFields = Map<string, Set<string>>;

/** Adds the fields of a field set on `type` such as "owner { phone }". */
export function addRequired(
	fieldSet: string,
	type: string,
	schema: GraphQLSchema,
	into: RequiredFields,
): void {
	function add(set: SelectionSetNode, on: string, above: string, way: readonly string[]): void {
		for (const node of set.selections) {
			if (node.kind === Kind.INLINE_FRAGMENT)
				add(node.selectionSet, node.typeCondition?.name.value ?? on, above, way);
			if (node.kind !== Kind.FIELD) continue;
			const name = node.name.value;
			if (name === "__typename") continue;
			const path = above ? `${above}.${name}` : name;
			const steps = [...way, `${on}.${name}`];
			const parent = schema.getType(on);
			const field =
				isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
			if (node.selectionSet && field)
				add(node.selectionSet, getNamedType(field.type).name, path, steps);
			else into.set(path, new Set([...(into.get(path) ?? []), ...steps]));
		}
	}
	const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
	if (definition?.kind === Kind.OPERATION_DEFINITION) add(definition.selectionSet, type, "", []);
}
