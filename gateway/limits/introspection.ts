import type { GraphQLSchema } from "graphql";

/** Cost of a type, field or argument in introspection: it is in memory and needs no subgraph. */
export const INTROSPECTION_COST = 0.25;

/** Approximate average lengths of these lists in the hub's own schema. */
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

/** Length of a list in introspection; undefined for all others. `coordinate` is for example "__Type.fields". */
export function introspectionSize(schema: GraphQLSchema, coordinate: string): number | undefined {
	if (coordinate === "__Schema.types") return Object.keys(schema.getTypeMap()).length;
	return SIZES[coordinate];
}
