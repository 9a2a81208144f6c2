import { createHash } from "node:crypto";
import {
	type DocumentNode,
	type ExecutionResult,
	execute,
	type GraphQLFieldResolver,
	type GraphQLObjectType,
	type GraphQLOutputType,
	type GraphQLResolveInfo,
	type GraphQLSchema,
	type GraphQLTypeResolver,
	isAbstractType,
	isEnumType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";

/** Default length of a list. */
const ITEMS = 2;
/** Largest `first` that is honored. */
const MOST_ITEMS = 10;
/** How many different lists of one kind there are. */
const MOST_OFFSET = 5;

/** A synthetic record. Its values are derived from its identity, and so are deterministic. */
type Made = {
	__typename?: string;
	identity: string;
	/** Its id, or what the gateway sent of it. */
	given: Record<string, unknown>;
	/** Length of its lists, if a connection was requested with `first`. */
	items?: unknown;
	/** Number of the first record that its fields lead to; two manufacturers have different engagements. */
	from: number;
};

/** First ids in lists of a type. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

function hashOf(text: string): number {
	return createHash("sha256").update(text).digest().readUInt32BE(0);
}

const snake = (name: string) => name.replace(/\B([A-Z])/g, "_$1").toLowerCase();

function idOf(type: string, index: number, known: KnownIds): string {
	return known.get(type)?.[index] ?? `${snake(type)}_synthetic_${index + 1}`;
}

function scalar(type: string, field: string, identity: string): unknown {
	const hash = hashOf(`${identity}.${field}`);
	if (type === "Int") return hash % 100;
	if (type === "Float") return (hash % 1000) / 10;
	if (type === "Boolean") return field === "synthetic" || hash % 2 === 0;
	return `synthetic ${field} of ${identity}`;
}

/** The record with the id of an argument, or a generated one; an object without an id belongs to `parent`. */
function record(type: GraphQLObjectType, index: number, parent: Made, asked: Asked): Made {
	const { args, known, isSingle, info } = asked;
	const made = { __typename: type.name, items: args.first };
	if (!type.getFields().id) {
		const identity = `${parent.identity || "Query"}.${info.fieldName}${index || ""}`;
		return { ...made, identity, given: {}, from: parent.from };
	}
	const named = isSingle && typeof args.id === "string" ? args.id : undefined;
	const id = named ?? idOf(type.name, parent.from + index, known);
	return { ...made, ...identified(type.name, id), given: { id } };
}

type Asked = {
	info: GraphQLResolveInfo;
	args: Record<string, unknown>;
	known: KnownIds;
	isSingle: boolean;
};

function value(type: GraphQLOutputType, index: number, parent: Made, asked: Asked): unknown {
	if (isNonNullType(type)) return value(type.ofType, index, parent, asked);
	if (isListType(type)) {
		const { first = parent.items } = asked.args;
		const length = typeof first === "number" ? Math.min(first, MOST_ITEMS) : ITEMS;
		return Array.from({ length }, (_, at) =>
			value(type.ofType, at, parent, { ...asked, isSingle: false }),
		);
	}
	const { fieldName, schema } = asked.info;
	const choose = <T>(among: readonly T[]) =>
		among[hashOf(`${parent.identity}.${fieldName}${index}`) % among.length];
	if (isEnumType(type)) return choose(type.getValues())?.value;
	if (isAbstractType(type)) {
		const chosen = choose(schema.getPossibleTypes(type));
		return chosen && record(chosen, index, parent, asked);
	}
	if (!isObjectType(type)) {
		if (type.name === "ID") return idOf(asked.info.parentType.name, index, asked.known);
		return scalar(type.name, fieldName, `${parent.identity}${index || ""}`);
	}
	return record(type, index, parent, asked);
}

function identified(type: string, id: unknown) {
	const identity = `${type} ${id}`;
	return { identity, from: hashOf(identity) % MOST_OFFSET };
}

function entities(representations: ReadonlyArray<Record<string, unknown>>): Made[] {
	return representations.map((given) => ({
		__typename: String(given.__typename),
		...identified(String(given.__typename), given.id ?? JSON.stringify(given)),
		given,
	}));
}

const NOTHING: Made = { identity: "", given: {}, from: 0 };

/** Resolves one of the hub's subgraphs with values generated from the schema, deterministic for each record. */
export function syntheticAnswers(known: KnownIds) {
	const fieldResolver: GraphQLFieldResolver<Made | undefined, unknown> = (
		source,
		args,
		_context,
		info,
	) => {
		const parent = source ?? NOTHING;
		const { fieldName, returnType } = info;
		if (fieldName === "_entities") return entities(args.representations);
		const given = parent.given[fieldName];
		if (given !== undefined && typeof given !== "object") return given;
		return value(returnType, 0, parent, { info, args, known, isSingle: true });
	};
	const typeResolver: GraphQLTypeResolver<Made, unknown> = ({ __typename }) => __typename;
	return (
		schema: GraphQLSchema,
		document: DocumentNode,
		variableValues: Record<string, unknown> | undefined,
	): ExecutionResult | Promise<ExecutionResult> =>
		execute({ schema, document, variableValues, fieldResolver, typeResolver });
}
