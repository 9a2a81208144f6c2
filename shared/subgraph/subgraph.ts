import { buildSubgraphSchema, printSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type ExecutionResult, type GraphQLSchema, isInterfaceType, parse } from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import type { Storage } from "../database/database.ts";
import type { Log } from "../log.ts";
import type { Viewer } from "../viewer/viewer.ts";
import type { Budget } from "./budget.ts";
import { CACHE_CONTROL, noteLifetimes } from "./cache-control.ts";
import { applyDefaultsToNull } from "./defaults.ts";
import { callDirectly } from "./direct-resolvers.ts";
import { createExecutor } from "./executor.ts";
import { makeStoppable } from "./stoppable.ts";

/** The viewer of a request, the id under which it is logged, and how long it may run. */
export type Caller = { requestId: string; viewer: Viewer; budget?: Budget };

export type SubgraphRequest = Caller & {
	query: string;
	operationName?: string | null;
	variables?: Record<string, unknown> | null;
};

export type Execute = (request: SubgraphRequest) => Promise<ExecutionResult>;

/** Asks another subgraph by name; resolves to `data`, throws UNAVAILABLE when it cannot be reached. */
export type SubgraphClient = <T>(
	subgraph: string,
	query: string,
	variables: Record<string, unknown>,
	caller?: Caller,
) => Promise<T>;

/** A subgraph as the gateway sees it: a schema and an executor. */
export interface Subgraph {
	name: string;
	sdl: string;
	schema: GraphQLSchema;
	execute: Execute;
	/** A fresh per-request context, for servers that execute the schema themselves. */
	contextFor(caller: Caller): object;
	/** What answers with `@keptUntil` depend on, beside their operation. */
	versions?: Versions;
	/** Resolves where it can answer: its database can be read and written. */
	check?(): Promise<void>;
	close(): Promise<void>;
}

/** By the name of a change: what of the data, and of what the viewer sees of it, answers depend on. */
export type Versions = Readonly<Record<string, (viewer: Viewer) => Promise<string>>>;

/** What a subgraph needs to open. */
export type SubgraphOptions = Storage & { ask: SubgraphClient; log: Log };

type ResolveReference = (reference: never, context: never, info: never) => unknown;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@inaccessible", "@cost", "@listSize"])\n`;

/** Builds a Federation 2 schema from TypeGraphQL classes. */
export async function buildSubgraph(options: {
	name: string;
	resolvers: NonEmptyArray<Function>;
	/** Entity stubs that no resolver returns; TypeGraphQL leaves them out unless listed. */
	orphanedTypes: Function[];
	references: Record<string, ResolveReference>;
	contextFor: (caller: Caller) => object;
	versions?: Versions;
	check: () => Promise<void>;
	close: () => Promise<void>;
}): Promise<Subgraph> {
	const classes = await buildSchema({
		resolvers: options.resolvers,
		orphanedTypes: options.orphanedTypes,
		validate: false,
		skipCheck: true,
	});
	callDirectly(classes, options.resolvers);
	applyDefaultsToNull(classes);
	const resolvers = createResolversMap(classes) as Record<string, object>;
	// TypeGraphQL resolves the type of an object asynchronously, which compiled operations do not wait for.
	for (const type of Object.values(classes.getTypeMap()))
		if (isInterfaceType(type))
			resolvers[type.name] = {
				__resolveType: ({ __typename }: { __typename?: string }) => __typename,
			};
	for (const [type, resolve] of Object.entries(options.references))
		resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
	const schema = buildSubgraphSchema({
		typeDefs: parse(LINK + CACHE_CONTROL + printSchemaWithDirectives(classes)),
		resolvers: resolvers as never,
	});
	noteLifetimes(schema);
	makeStoppable(schema);
	return {
		name: options.name,
		sdl: printSubgraphSchema(schema),
		schema,
		execute: createExecutor(schema, options.contextFor),
		contextFor: options.contextFor,
		versions: options.versions,
		check: options.check,
		close: options.close,
	};
}
