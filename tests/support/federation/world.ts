import {
	GraphQLError,
	type GraphQLField,
	type GraphQLLeafType,
	type GraphQLOutputType,
	type GraphQLSchema,
	getArgumentValues,
	getNamedType,
	isAbstractType,
	isEnumType,
	isLeafType,
	isListType,
	isNonNullType,
	isObjectType,
	Kind,
	type SelectionSetNode,
} from "graphql";

import { chance, hash, pick } from "./hash.ts";

/** An object of the made-up data: its type, and what tells it from others of the type. */
export type Thing = { __typename: string; n: string | number };

/** How data are made up. Equal settings give equal data. */
export type WorldSettings = {
	seed: number;
	/** Of 100 values that may be null, how many are. */
	nulls: number;
	/** Of 100 values that may not be null, how many are all the same. */
	broken: number;
	/** Of 100 fields, how many fail. */
	failing: number;
};

/** What a graph's data depend on beside the settings. */
export type WorldShape = {
	/** All types of all subgraphs. */
	schema: GraphQLSchema;
	/** Types whose objects are found by keys; objects of other types are part of another object. */
	entities: ReadonlySet<string>;
	/** "Type.field" of what is part of a key. */
	keys: ReadonlySet<string>;
	/** "Type.field" → what it requires of its object. */
	requires: ReadonlyMap<string, SelectionSetNode>;
	/** The types that objects in a field can have in every subgraph that answers it. */
	typesIn(parent: string, field: GraphQLField<unknown, unknown>): readonly string[];
};

const ENTITIES = 4;
const JSON_VALUES: unknown[] = [
	{ a: 1, b: { __typename: "Json", c: [null, "x"] } },
	JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'),
	[1, [2, { x: null }]],
	"text",
	0,
	false,
	"",
];

/** Made-up data of a graph. What a mutation returns depends on the mutations before it. */
export type World = {
	/** The value of a field: leaves, things, or lists of them. May throw. */
	answer(thing: Thing, field: string, args: Record<string, unknown>): unknown;
	/** All that could be found by a key. */
	entitiesOf(type: string): Thing[];
	/** What a selection gives, without aliases. */
	select(thing: Thing, set: SelectionSetNode): Record<string, unknown>;
};

/** The text that a field with @requires answers. */
export const computed = (values: unknown): string => JSON.stringify(values);

export function createWorld(shape: WorldShape, settings: WorldSettings): World {
	const { schema, entities, keys, requires, typesIn } = shape;
	const { seed } = settings;
	const mutations: string[] = [];

	function leaf(type: GraphQLLeafType, place: string, isKey: boolean): unknown {
		const number = hash(seed, place);
		if (isEnumType(type)) return pick(type.getValues(), number).name;
		switch (type.name) {
			case "ID":
			case "String":
				return isKey || number % 9 !== 0 ? `${place}` : "";
			case "Int":
				return number % 4 === 0 ? 0 : number % 1000;
			case "Float":
				return number % 4 === 0 ? 0 : (number % 1000) / 4;
			case "Boolean":
				return number % 2 === 0;
			default:
				return pick(JSON_VALUES, number);
		}
	}

	function fieldOf(thing: Thing, name: string): GraphQLField<unknown, unknown> {
		const type = schema.getType(thing.__typename);
		const field = isObjectType(type) ? type.getFields()[name] : undefined;
		if (!field) throw new Error(`There is no ${thing.__typename}.${name}`);
		return field;
	}

	function make(
		parent: string,
		field: GraphQLField<unknown, unknown>,
		type: GraphQLOutputType,
		place: string,
		isKey: boolean,
	): unknown {
		const number = hash(seed, `null ${place}`);
		if (isNonNullType(type)) {
			if (!isKey && chance(number, settings.broken)) return null;
			return make(parent, field, type.ofType, `${place}!`, isKey);
		}
		const mayBeNull = !place.endsWith("!") && !isKey;
		if (mayBeNull && chance(number, settings.nulls)) return null;
		if (isListType(type))
			return Array.from({ length: hash(seed, `length ${place}`) % 4 }, (_, index) =>
				make(parent, field, type.ofType, `${place}.${index}`, isKey),
			);
		if (isLeafType(type)) return leaf(type, place.replaceAll("!", ""), isKey);
		const name = pick(typesIn(parent, field), hash(seed, `type ${place}`));
		return {
			__typename: name,
			n: entities.has(name) ? hash(seed, `which ${place}`) % ENTITIES : place.replaceAll("!", ""),
		};
	}

	function answer(thing: Thing, name: string, args: Record<string, unknown>): unknown {
		const field = fieldOf(thing, name);
		const isMutation = thing.__typename === schema.getMutationType()?.name;
		const given = Object.keys(args).length > 0 ? JSON.stringify(args) : "";
		if (isMutation) mutations.push(name + given);
		const before = isMutation ? mutations.join(";") : "";
		const place = `${thing.__typename}${thing.n}.${name}${given}${before}`;
		const isKey = keys.has(`${thing.__typename}.${name}`);
		if (!isKey && chance(hash(seed, `fail ${place}`), settings.failing))
			throw new GraphQLError(`failed ${thing.__typename}.${name}`, {
				extensions: hash(seed, place) % 2 === 0 ? { code: "MADE_UP", more: { a: [1] } } : {},
			});
		const required = requires.get(`${thing.__typename}.${name}`);
		if (required) return computed(select(thing, required));
		return make(thing.__typename, field, field.type, place, isKey);
	}

	function select(thing: Thing, set: SelectionSetNode): Record<string, unknown> {
		const found: Record<string, unknown> = {};
		for (const node of set.selections) {
			if (node.kind !== Kind.FIELD) throw new Error("Only fields are selected here");
			const { value: name } = node.name;
			const below = node.selectionSet;
			const complete = (value: unknown): unknown => {
				if (Array.isArray(value)) return value.map(complete);
				return value !== null && below ? select(value as Thing, below) : value;
			};
			const args = getArgumentValues(fieldOf(thing, name), node);
			found[name] = complete(answer(thing, name, args));
		}
		return found;
	}

	function entitiesOf(name: string): Thing[] {
		const type = schema.getType(name);
		const types = isAbstractType(type)
			? schema.getPossibleTypes(type).map((one) => one.name)
			: [name];
		return types.flatMap((__typename) =>
			Array.from({ length: ENTITIES }, (_, n) => ({ __typename, n })),
		);
	}

	return { answer, entitiesOf, select };
}

/** The names of the object types that a type stands for. */
export function objectTypesIn(schema: GraphQLSchema, type: GraphQLOutputType): string[] {
	const named = getNamedType(type);
	return isAbstractType(named)
		? schema.getPossibleTypes(named).map(({ name }) => name)
		: [named.name];
}
