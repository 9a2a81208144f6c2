import {
	type GraphQLField,
	type GraphQLObjectType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isLeafType,
	isNonNullType,
	isObjectType,
} from "graphql";

/** `Type id` → field → all distinct values found, as JSON. */
export type Seen = Map<string, Map<string, Set<string>>>;

/** Values of required arguments, and a page size small enough for broad queries. */
const ARGUMENTS: Record<string, string> = { fiscalYear: "2018", year: "2018", first: "5" };

function argumentsOf(field: GraphQLField<unknown, unknown>): string | undefined {
	const given: string[] = [];
	for (const { name, type, defaultValue } of field.args) {
		if (ARGUMENTS[name] !== undefined) given.push(`${name}: ${ARGUMENTS[name]}`);
		else if (isNonNullType(type) && defaultValue === undefined) return undefined;
	}
	return given.length > 0 ? `(${given.join(", ")})` : "";
}

/** All fields of a type, `depth` levels of objects deep, not counting connections. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
	const parts = ["__typename"];
	for (const field of Object.values(type.getFields())) {
		const named = getNamedType(field.type);
		const given = argumentsOf(field);
		if (given === undefined || field.name.startsWith("_")) continue;
		const thin = /(Connection|Edge)$/.test(named.name);
		if (isLeafType(named)) parts.push(`${field.name}${given}`);
		else if (isObjectType(named) && (depth > 0 || (thin && depth >= 0)) && field.name !== "edges")
			parts.push(`${field.name}${given} { ${selectionOf(named, thin ? depth : depth - 1)} }`);
	}
	return parts.join(" ");
}

/** A query for all fields of entities of `type` by reference. */
export function entitiesOf(schema: GraphQLSchema, type: string, depth: number): string {
	const selection = selectionOf(schema.getType(type) as GraphQLObjectType, depth);
	return `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
}

/** Queries for all fields of every root field of `schema`, once for each entry of `given`. */
export function questionsOf(
	schema: GraphQLSchema,
	depth: number,
	given: Record<string, string[]>,
): string[] {
	return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
		const named = getNamedType(field.type);
		if (!isObjectType(named) || isAbstractType(named) || field.name.startsWith("_")) return [];
		const plain = argumentsOf(field);
		const all = [...(plain === undefined ? [] : [plain]), ...(given[field.name] ?? [])];
		return all.map((args) => `{ ${field.name}${args} { ${selectionOf(named, depth)} } }`);
	});
}

type Item = { __typename?: string; id?: unknown } & Record<string, unknown>;

const isItem = (value: unknown): value is Item =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The value for comparison: scalars unchanged, objects with an id as a reference, others by their content. */
function* contentOf(path: string, value: unknown): Generator<[path: string, content: string]> {
	if (Array.isArray(value) && value.some((one) => isItem(one) && one.id === undefined))
		for (const [index, one] of value.entries()) yield* contentOf(`${path}.${index}`, one);
	else if (Array.isArray(value))
		yield [path, value.map((one) => (isItem(one) ? `${one.__typename} ${one.id}` : one)).join()];
	else if (!isItem(value)) yield [path, JSON.stringify(value)];
	else if (value.id !== undefined) yield [path, `${value.__typename} ${value.id}`];
	else
		for (const [name, inner] of Object.entries(value)) yield* contentOf(`${path}.${name}`, inner);
}

/** Records the content of every object with an id, with references to other objects with an id. */
export function note(seen: Seen, value: unknown): void {
	if (Array.isArray(value)) for (const one of value) note(seen, one);
	if (!isItem(value)) return;
	for (const inner of Object.values(value)) note(seen, inner);
	if (value.id === undefined) return;
	const key = `${value.__typename} ${value.id}`;
	const fields = seen.get(key) ?? new Map<string, Set<string>>();
	seen.set(key, fields);
	for (const [name, inner] of Object.entries(value))
		for (const [path, content] of contentOf(name, inner))
			fields.set(path, (fields.get(path) ?? new Set()).add(content));
}

/** Each `Type id field` with more than one value. */
export function contradictions(seen: Seen): string[] {
	return [...seen].flatMap(([key, fields]) =>
		[...fields].flatMap(([field, values]) =>
			values.size > 1 ? `${key} ${field}: ${[...values].join(" | ")}` : [],
		),
	);
}

/** Each id used by objects of several types; a cache may use the id alone as key. */
export function sharedIds(seen: Seen): string[] {
	const types = new Map<string, Set<string>>();
	for (const key of seen.keys()) {
		const at = key.indexOf(" ");
		const id = key.slice(at + 1);
		types.set(id, (types.get(id) ?? new Set()).add(key.slice(0, at)));
	}
	return [...types].flatMap(([id, names]) =>
		names.size > 1 ? `${id}: ${[...names].sort().join(", ")}` : [],
	);
}
