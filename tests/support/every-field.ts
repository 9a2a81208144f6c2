import {
	type GraphQLArgument,
	type GraphQLField,
	type GraphQLInputType,
	type GraphQLObjectType,
	getNamedType,
	isEnumType,
	isInputObjectType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";

/** A value for an argument: the variable `$id`, for ids of the confidential record, wherever an id is expected. */
export function literalOf(type: GraphQLInputType): string | undefined {
	if (isNonNullType(type)) return literalOf(type.ofType);
	if (isListType(type)) {
		const inner = literalOf(type.ofType);
		return inner && `[${inner}]`;
	}
	if (isEnumType(type)) return type.getValues()[0]?.name;
	if (isInputObjectType(type)) {
		const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
		return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(", ")} }`;
	}
	return { ID: "$id", Int: "1", Float: "1", Boolean: "true", String: '"2023"' }[type.name];
}

export const argumentsOf = (args: readonly GraphQLArgument[]) => {
	const needed = args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
	return needed.length === 0
		? ""
		: `(${needed.map((arg) => `${arg.name}: ${literalOf(arg.type)}`).join(", ")})`;
};

/** All fields of a type and its nested types, `depth` objects deep; only scalar fields of types already visited. */
export function everything(
	type: GraphQLObjectType,
	depth: number,
	walked: Set<string> = new Set(),
): string {
	const again = walked.has(type.name);
	walked.add(type.name);
	const parts = Object.values(type.getFields()).flatMap((field: GraphQLField<unknown, unknown>) => {
		const inner = getNamedType(field.type);
		const name = `${field.name}${argumentsOf(field.args)}`;
		if (!isObjectType(inner)) return name;
		if (depth === 0 || again) return [];
		return `${name} ${everything(inner, depth - 1, walked)}`;
	});
	return `{ ${parts.length === 0 ? "__typename" : parts.join(" ")} }`;
}

/** An operation that declares `$id` if it uses it. With a variable, a document is planned once for all records. */
export const operation = (kind: "query" | "mutation", body: string) =>
	`${kind}${body.includes("$id") ? "($id: ID!)" : ""} ${body}`;
