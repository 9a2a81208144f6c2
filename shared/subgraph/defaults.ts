import {
	defaultFieldResolver,
	type GraphQLField,
	type GraphQLSchema,
	isNonNullType,
	isObjectType,
} from "graphql";

function takeDefaults(field: GraphQLField<unknown, unknown>): void {
	const defaults = field.args.filter(({ defaultValue }) => defaultValue !== undefined);
	if (defaults.length === 0) return;
	for (const arg of defaults) if (isNonNullType(arg.type)) arg.type = arg.type.ofType;
	const resolve = field.resolve ?? defaultFieldResolver;
	field.resolve = (source, args, context, info) => {
		for (const { name, defaultValue } of defaults) args[name] ??= defaultValue;
		return resolve(source, args, context, info);
	};
}

/**
 * Lets `null` stand for the default of every argument that has one: clients send it for a variable that is not set.
 * Changes the schema, before anything is compiled or printed from it.
 */
export function applyDefaultsToNull(schema: GraphQLSchema): void {
	for (const type of Object.values(schema.getTypeMap()))
		if (isObjectType(type) && !type.name.startsWith("__"))
			for (const field of Object.values(type.getFields())) takeDefaults(field);
}
