import { type GraphQLSchema, getNamedType, isLeafType, isObjectType } from "graphql";
import type { SubgraphClient } from "../../../shared/subgraph/subgraph.ts";

type Found = { __typename: string; id: string };

const OWNERS = { institutes: "institutesNode", mep: "mepNode" };

/** Types that are not entities: the gateway cannot load their fields, so all fields are requested here. */
const VALUES = ["Observation", "Doubt"];

/** A selection of all fields of a type, down to its scalars. */
function wholeOf(schema: GraphQLSchema, name: string): string {
	const type = schema.getType(name);
	if (!isObjectType(type)) return "";
	const fields = Object.values(type.getFields()).map((field) => {
		const named = getNamedType(field.type);
		return isLeafType(named) ? field.name : `${field.name} { ${wholeOf(schema, named.name)} }`;
	});
	return fields.join(" ");
}

const selections = new WeakMap<GraphQLSchema, string>();

function selectionIn(schema: GraphQLSchema): string {
	let text = selections.get(schema);
	if (text === undefined) {
		const values = VALUES.map((name) => `... on ${name} { ${wholeOf(schema, name)} }`);
		text = `__typename id ${values.join(" ")}`;
		selections.set(schema, text);
	}
	return text;
}

/**
 * Asks the other subgraphs for the object with an id; null if none has one.
 * Throws UNAVAILABLE if one cannot be reached and the other has none.
 */
export async function askNode(
	ask: SubgraphClient,
	schema: GraphQLSchema,
	id: string,
): Promise<Found | null> {
	const answers = await Promise.allSettled(
		Object.entries(OWNERS).map(async ([subgraph, field]) => {
			const query = `query Node($id: ID!) { node: ${field}(id: $id) { ${selectionIn(schema)} } }`;
			return (await ask<{ node: Found | null }>(subgraph, query, { id })).node;
		}),
	);
	for (const answer of answers)
		if (answer.status === "fulfilled" && answer.value) return answer.value;
	for (const answer of answers) if (answer.status === "rejected") throw answer.reason;
	return null;
}
