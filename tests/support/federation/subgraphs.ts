import { buildSubgraphSchema } from "@apollo/subgraph";
import {
	type ConstDirectiveNode,
	execute,
	type GraphQLFieldResolver,
	type GraphQLSchema,
	isAbstractType,
	isObjectType,
	Kind,
	parse,
	type SelectionSetNode,
	valueFromASTUntyped,
} from "graphql";
import type { Transport } from "../../../gateway/subgraph-transport.ts";
import { fieldSet } from "./shape.ts";
import { computed, type Thing, type World } from "./world.ts";

type Fields = Record<string, unknown>;

/** An object in a subgraph, what it was told of it, and as what type. */
type Source = { thing: Thing; given?: Fields; as?: string };

/** The keys by which a subgraph finds objects, by type; and what its fields require, by "Type.field". */
type Rules = {
	keys: ReadonlyMap<string, SelectionSetNode[]>;
	requires: ReadonlyMap<string, SelectionSetNode>;
};

function argumentsOf({ arguments: given }: ConstDirectiveNode): Record<string, unknown> {
	return Object.fromEntries(
		(given ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
	);
}

/** Reads the rules from a subgraph's own schema. */
function rulesOf(sdl: string): Rules {
	const keys = new Map<string, SelectionSetNode[]>();
	const requires = new Map<string, SelectionSetNode>();
	for (const type of parse(sdl, { noLocation: true }).definitions) {
		if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION)
			continue;
		for (const one of type.directives ?? []) {
			const { fields, resolvable } = argumentsOf(one);
			if (one.name.value !== "key" || resolvable === false) continue;
			keys.set(type.name.value, [...(keys.get(type.name.value) ?? []), fieldSet(String(fields))]);
		}
		for (const field of type.fields ?? [])
			for (const one of field.directives ?? [])
				if (one.name.value === "requires")
					requires.set(
						`${type.name.value}.${field.name.value}`,
						fieldSet(String(argumentsOf(one).fields)),
					);
	}
	return { keys, requires };
}

/** The part of a representation that a set of fields names; undefined where something is missing. */
function partOf(given: unknown, set: SelectionSetNode): unknown {
	if (Array.isArray(given)) return given.map((one) => partOf(one, set));
	if (given === null || typeof given !== "object") return given;
	const part: Fields = {};
	for (const node of set.selections) {
		if (node.kind !== Kind.FIELD) continue;
		const name = node.name.value;
		if (!Object.hasOwn(given, name)) return undefined;
		const value = (given as Fields)[name];
		part[name] = node.selectionSet ? partOf(value, node.selectionSet) : value;
	}
	return part;
}

const wrap = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(wrap);
	return value !== null && typeof value === "object" && "__typename" in value && "n" in value
		? { thing: value }
		: value;
};

export type Subgraph = { schema: GraphQLSchema; rules: Rules };

/** A subgraph that can be asked for `_entities`. */
export function openSubgraph(sdl: string): Subgraph {
	const schema = buildSubgraphSchema(parse(sdl));
	const { _entities } = schema.getQueryType()?.getFields() ?? {};
	if (_entities) _entities.resolve = undefined;
	for (const type of Object.values(schema.getTypeMap()))
		if (isAbstractType(type)) type.resolveType = undefined;
	return { schema, rules: rulesOf(sdl) };
}

/** Answers a field from made-up data; what requires others' fields is made of what the gateway told. */
function resolverIn(world: World, rules: Rules): GraphQLFieldResolver<Source, unknown> {
	return (source, args, _, info) => {
		const { parentType, fieldName } = info;
		const thing = source?.thing ?? { __typename: parentType.name, n: 0 };
		const required = rules.requires.get(`${parentType.name}.${fieldName}`);
		if (!required) return wrap(world.answer(thing, fieldName, args));
		const told = partOf(source.given, required);
		if (told === undefined)
			throw new Error(`${parentType.name}.${fieldName} lacks what it requires`);
		return computed(told);
	};
}

/** Finds the object that a representation means by the keys of its type; null if there is none. */
function found(world: World, { schema, rules: { keys } }: Subgraph, given: Fields): Source | null {
	const type = String(given.__typename);
	if (!schema.getType(type)) throw new Error(`There is no type ${type} here`);
	for (const key of keys.get(type) ?? []) {
		const wanted = JSON.stringify(partOf(given, key));
		if (wanted === undefined) continue;
		const thing = world
			.entitiesOf(type)
			.find((one) => JSON.stringify(world.select(one, key)) === wanted);
		if (thing) return { thing, given, as: isObjectType(schema.getType(type)) ? type : undefined };
	}
	return null;
}

/** A subgraph over made-up data, asked as over HTTP: what comes and goes is JSON. */
export function transportTo(subgraph: Subgraph, world: World): Transport {
	const { schema, rules } = subgraph;
	const resolve = resolverIn(world, rules);
	return {
		async process({ request }) {
			const result = await execute({
				schema,
				document: parse(request.query),
				variableValues: JSON.parse(JSON.stringify(request.variables ?? {})),
				operationName: request.operationName,
				fieldResolver(source, args, context, info) {
					if (info.fieldName === "_entities")
						return args.representations.map((one: Fields) => found(world, subgraph, one));
					return resolve(source, args, context, info);
				},
				typeResolver: ({ as, thing }: Source) => as ?? thing.__typename,
			});
			return JSON.parse(JSON.stringify(result));
		},
	};
}
