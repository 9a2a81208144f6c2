import {
	type GraphQLInputType,
	type GraphQLSchema,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
	type OperationDefinitionNode,
	typeFromAST,
} from "graphql";

const SCALARS: Record<string, unknown> = { Int: 0, Float: 0, Boolean: false };

function sampleOf(type: GraphQLInputType): unknown {
	if (!isNonNullType(type)) return undefined;
	const inner = type.ofType;
	if (isListType(inner)) return [];
	if (isEnumType(inner)) return inner.getValues()[0]?.name;
	if (isInputObjectType(inner))
		return Object.fromEntries(
			Object.values(inner.getFields())
				.map((field) => [field.name, sampleOf(field.type)] as const)
				.filter(([, value]) => value !== undefined),
		);
	return inner.name in SCALARS ? SCALARS[inner.name] : "x";
}

/** Values of the right types for the variables that an operation cannot do without; nothing is ever asked with them. */
export function sampleVariablesFor(
	operation: OperationDefinitionNode,
	schema: GraphQLSchema,
): Record<string, unknown> {
	return Object.fromEntries(
		(operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
			const found = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
			const value = found && !defaultValue ? sampleOf(found) : undefined;
			return value === undefined ? [] : [[variable.name.value, value]];
		}),
	);
}
