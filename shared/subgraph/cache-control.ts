import { type GraphQLResolveInfo, type GraphQLSchema, isObjectType, Kind } from "graphql";

/**
 * Definitions of @cacheControl, as Apollo has it, and of @keptUntil; a gateway reads them from the schemas of subgraphs.
 */
export const CACHE_CONTROL =
	"directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION\ndirective @keptUntil(change: String!) on FIELD_DEFINITION | OBJECT\n";

/**
 * For root fields, and types that only they lead to, whose answers stay as they are until a version of the subgraph's
 * data changes (`Subgraph.versions`): a gateway in the same process may keep them until then.
 */
export const keptUntil = (change: string) => `@keptUntil(change: "${change}")`;

/** For types with reference data, whose answers are the same for every viewer: for how many seconds they may be cached. */
export const REFERENCE_DATA = "@cacheControl(maxAge: 300)";

/** For types without data of their own that are a part of others: cacheable as long as what they stand in. */
export const AS_PARENT = "@cacheControl(inheritMaxAge: true)";

/** Name of the response extension with the lifetimes that resolvers set: "Type.field" → seconds. */
export const EXTENSION = "cacheControl";

/** Lifetimes in seconds by "Type.field"; of several calls of a field, the shortest. */
export type Lifetimes = Record<string, number>;

const chosen = new WeakMap<GraphQLResolveInfo, number>();
const noted = new WeakMap<object, Lifetimes>();

/**
 * Sets for how many seconds the result of this call of a field may be cached, instead of its @cacheControl(maxAge:),
 * which the field must have. For results that never change, such as a named release.
 */
export function setMaxAge(info: GraphQLResolveInfo, seconds: number): void {
	chosen.set(info, seconds);
}

/** The lifetimes of the fields that were resolved with this context; undefined if none has its own. */
export const lifetimesOf = (context: object): Lifetimes | undefined => noted.get(context);

function note(context: object, coordinate: string, seconds: number): void {
	const lifetimes = noted.get(context) ?? {};
	lifetimes[coordinate] = Math.min(lifetimes[coordinate] ?? Number.POSITIVE_INFINITY, seconds);
	noted.set(context, lifetimes);
}

/** Notes the lifetime of each call of the fields that have their own @cacheControl(maxAge:). */
export function noteLifetimes(schema: GraphQLSchema): void {
	for (const type of Object.values(schema.getTypeMap())) {
		if (!isObjectType(type) || type.name.startsWith("__")) continue;
		for (const field of Object.values(type.getFields())) {
			const { resolve, astNode } = field;
			const value = astNode?.directives
				?.find(({ name }) => name.value === "cacheControl")
				?.arguments?.find(({ name }) => name.value === "maxAge")?.value;
			if (!resolve || value?.kind !== Kind.INT) continue;
			const coordinate = `${type.name}.${field.name}`;
			const declared = Number(value.value);
			field.resolve = async (source, args, context: object, info) => {
				const result = await resolve(source, args, context, info);
				note(context, coordinate, chosen.get(info) ?? declared);
				return result;
			};
		}
	}
}
