import type { GraphQLSchema } from "graphql";

/** What a type, field or argument costs that a schema tells of itself: it lies in memory, and nobody is asked for it. */
export const INTROSPECTION_COST = 0.25;

/** About as long as the lists of the hub's own schema are, on average over all types. */
const SIZES: Record<string, number> = {
	"__Schema.directives": 10,
	"__Type.fields": 6,
	"__Type.interfaces": 1,
	"__Type.possibleTypes": 1,
	"__Type.enumValues": 2,
	"__Type.inputFields": 2,
	"__Field.args": 1,
	"__Directive.args": 1,
};

/** How long a list is that a schema tells of itself; undefined for all others. `place` is "__Type.fields". */
export function introspectionSize(schema: GraphQLSchema, place: string): number | undefined {
	if (place === "__Schema.types") return Object.keys(schema.getTypeMap()).length;
	return SIZES[place];
}
