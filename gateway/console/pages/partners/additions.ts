import { type FieldDefinitionNode, Kind, parse, print } from "graphql";

type AddedField = {
	name: string;
	/** With arguments and type, as a schema writes it. */
	signature: string;
	description: string | null;
	/** A query that asks it, where that can be written without knowing more. */
	example: string | null;
};

export type Addition = {
	/** A type of the hub or of another partner, or one of its own. */
	type: string;
	isOwn: boolean;
	fields: AddedField[];
};

/** Lists of the hub's records, by type. */
const LISTS: Record<string, string> = {
	Sme: "smes",
	Institute: "institutes",
	MepCenter: "mepCenters",
	Facility: "facilities",
	Course: "courses",
	Technology: "technologies",
	Engagement: "engagements",
};

const SCALARS = new Set(["ID", "String", "Int", "Float", "Boolean"]);

function exampleOf(type: string, { name, type: returns, arguments: given }: FieldDefinitionNode) {
	const isAsked = given?.some(
		(one) => one.type.kind === Kind.NON_NULL_TYPE && one.defaultValue === undefined,
	);
	if (isAsked || !SCALARS.has(print(returns).replace(/[[\]!]/g, ""))) return null;
	if (type === "Query") return `{ ${name.value} }`;
	const list = LISTS[type];
	return list ? `{ ${list}(first: 3) { nodes { id ${name.value} } } }` : null;
}

/** `coordinates`: the types and fields that the partner owns; keys and what it only refers to are others'. */
export function additionsOf(
	schema: string | undefined,
	coordinates: ReadonlySet<string>,
): Addition[] {
	const additions = new Map<string, Addition>();
	if (!schema) return [];
	for (const node of parse(schema).definitions) {
		if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION)
			continue;
		const type = node.name.value;
		const isOwn = coordinates.has(type);
		const fields = (node.fields ?? []).filter(
			({ name }) => isOwn || coordinates.has(`${type}.${name.value}`),
		);
		if (fields.length === 0) continue;
		const known = additions.get(type)?.fields ?? [];
		const added = fields.map((field) => ({
			name: field.name.value,
			signature: print({ ...field, description: undefined, directives: [] }),
			description: field.description?.value ?? null,
			example: exampleOf(type, field),
		}));
		additions.set(type, { type, isOwn, fields: [...known, ...added] });
	}
	// What it adds to others' types first.
	return [...additions.values()].sort((a, b) => Number(a.isOwn) - Number(b.isOwn));
}
