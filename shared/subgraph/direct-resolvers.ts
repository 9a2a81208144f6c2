import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { type ClassType, getMetadataStorage } from "type-graphql";

type Storage = ReturnType<typeof getMetadataStorage>;
type Handler = Storage["queries"][number] | Storage["fieldResolvers"][number];
type Param = NonNullable<Handler["params"]>[number];

type Args = Record<string, unknown>;
type Call = { root: unknown; args: Args; context: unknown; info: unknown };
type Read = (call: Call) => unknown;

/** Names of the arguments that a class of them has, those of its superclasses included. */
function argumentNames({ argumentTypes }: Storage, of: unknown): string[] {
	const names = new Set<string>();
	for (let one = of as object | null; one; one = Object.getPrototypeOf(one))
		for (const { name } of argumentTypes.find(({ target }) => target === one)?.fields ?? [])
			names.add(name);
	return [...names];
}

function argumentsReader(storage: Storage, param: Extract<Param, { kind: "args" }>): Read {
	const names = argumentNames(storage, param.getType());
	return ({ args }) => {
		const own: Args = {};
		for (const name of names) if (args[name] !== undefined) own[name] = args[name];
		return own;
	};
}

/** How a parameter is read from a call; undefined for kinds that only TypeGraphQL itself can read. */
function readerOf(storage: Storage, param: Param): Read | undefined {
	if (param.kind === "info") return ({ info }) => info;
	if (param.kind === "context" && param.propertyName === undefined) return ({ context }) => context;
	if (param.kind === "root" && param.propertyName === undefined) return ({ root }) => root;
	if (param.kind === "arg") return ({ args }) => args[param.name];
	if (param.kind === "args") return argumentsReader(storage, param);
	return undefined;
}

const readers = (storage: Storage, { params = [] }: Handler) =>
	[...params]
		.sort((one, other) => one.index - other.index)
		.map((param) => readerOf(storage, param));

type Resolve = GraphQLFieldResolver<unknown, unknown, Args>;

/** Calls the method of a resolver class; undefined where that needs more than its parameters. */
function resolveBy(
	storage: Storage,
	handler: Handler,
	instance: Record<string, (...values: unknown[]) => unknown>,
): Resolve | undefined {
	const { methodName, middlewares = [], roles } = handler;
	const reads = readers(storage, handler);
	if (middlewares.length > 0 || roles || !reads.every((read) => read !== undefined))
		return undefined;
	const [one, two, three, four, five, ...more] = reads;
	if (more.length > 0) return undefined;
	// Written out: spreading an array for each of a thousand calls costs more than most of them do.
	return (root, args, context, info) => {
		const call: Call = { root, args, context, info };
		return instance[methodName]?.(
			one?.(call),
			two?.(call),
			three?.(call),
			four?.(call),
			five?.(call),
		);
	};
}

/**
 * Makes queries and field resolvers call the methods of their classes with parents and arguments as they are, where
 * TypeGraphQL makes an instance of a class of each: of the parent for each of its fields. Nothing here depends on
 * their classes. Mutations stay as they are: what they keep of their input is in the order of its class.
 */
export function callDirectly(schema: GraphQLSchema, resolvers: readonly Function[]): void {
	const storage = getMetadataStorage();
	const instances = new Map(
		resolvers.map((one) => [one, new (one as ClassType<Record<string, () => unknown>>)()]),
	);
	const setResolve = (type: string | undefined, handler: Handler) => {
		const instance = instances.get(handler.target);
		const object = type === undefined ? undefined : schema.getType(type);
		const field = isObjectType(object) ? object.getFields()[handler.schemaName] : undefined;
		const resolve = instance && field && resolveBy(storage, handler, instance);
		if (resolve) field.resolve = resolve as typeof field.resolve;
	};
	for (const query of storage.queries) setResolve(schema.getQueryType()?.name, query);
	for (const handler of storage.fieldResolvers) {
		if (handler.kind !== "external") continue;
		const target = handler.getObjectType?.();
		setResolve(storage.objectTypes.find((one) => one.target === target)?.name, handler);
	}
}
