import { ApolloGateway } from "@apollo/gateway";
import { execute, type GraphQLSchema, parse } from "graphql";
import { compose } from "../../../gateway/composition/compose.ts";
import { compiledGateway } from "../../../gateway/execution/compiled-gateway.ts";
import type { Transport } from "../../../gateway/subgraph-transport.ts";
import {
	type Asked,
	type Executing,
	type Outcome,
	outcomeOf,
	type Result,
	SILENT,
} from "./executing.ts";
import type { GraphSource } from "./graphs/graph.ts";
import { shapeOf } from "./shape.ts";
import { openSubgraph, transportTo } from "./subgraphs.ts";
import { createWorld, type Thing, type WorldSettings } from "./world.ts";

/** Changes what a subgraph answers. */
export type Disturb = (name: string, transport: Transport) => Transport;

/** A graph that can be asked in three ways. */
export type OpenGraph = {
	/** As clients see it. */
	schema: GraphQLSchema;
	supergraph: string;
	/** By this hub's execution. */
	ours(asked: Asked, settings: WorldSettings, disturb?: Disturb): Promise<Outcome>;
	/** By Apollo's gateway. */
	apollos(asked: Asked, settings: WorldSettings, disturb?: Disturb): Promise<Outcome>;
	/** By graphql-js on the same data, as one server that owns everything. */
	unfederated(asked: Asked, settings: WorldSettings): Promise<Result>;
};

type Context = { transports: ReadonlyMap<string, Transport>; asked: Set<string> };

/** A subgraph as this request meets it. */
const transportOf = (name: string): Transport => ({
	async process(options) {
		const { transports, asked } = options.context as Context;
		const transport = transports.get(name);
		if (!transport) throw new Error(`There is no subgraph ${name}`);
		asked.add(`${name} ${options.request.query}`);
		return transport.process(options);
	},
});

/** Composes a graph, and starts both executions for it. */
export async function openGraph(source: GraphSource): Promise<OpenGraph> {
	const supergraph = compose(
		Object.entries(source).map(([name, sdl]) => ({ name, url: `http://${name}`, sdl })),
	);
	const subgraphs = new Map(Object.entries(source).map(([name, sdl]) => [name, openSubgraph(sdl)]));
	const shape = shapeOf(
		supergraph,
		new Map([...subgraphs].map(([name, { schema }]) => [name, schema])),
	);
	const own = compiledGateway({ supergraph, transportFor: transportOf });
	const apollo = new ApolloGateway({
		supergraphSdl: supergraph,
		buildService: ({ name }) => transportOf(name) as never,
		logger: SILENT,
	});
	const { executor: ours } = (await own.load({ apollo: {} })) as { executor: Executing };
	const { executor: apollos } = (await apollo.load({ apollo: {} })) as { executor: Executing };
	const { schema } = own;

	const contextOf = (
		settings: WorldSettings,
		disturb: Disturb = (_, transport) => transport,
	): Context => {
		const world = createWorld(shape, settings);
		return {
			asked: new Set(),
			transports: new Map(
				[...subgraphs].map(([name, subgraph]) => [
					name,
					disturb(name, transportTo(subgraph, world)),
				]),
			),
		};
	};

	const by =
		(execution: Executing) =>
		async (asked: Asked, settings: WorldSettings, disturb?: Disturb): Promise<Outcome> => {
			const context = contextOf(settings, disturb);
			const result = await outcomeOf(execution, schema, asked, context);
			return { result, asked: context.asked };
		};

	return {
		schema,
		supergraph,
		ours: by(ours),
		apollos: by(apollos),
		async unfederated({ query, variables, operationName }, settings) {
			const world = createWorld(shape, settings);
			return await execute({
				schema,
				document: parse(query),
				variableValues: variables,
				operationName,
				fieldResolver: (thing: Thing | undefined, args, _, { parentType, fieldName }) =>
					world.answer(thing ?? { __typename: parentType.name, n: 0 }, fieldName, args),
				typeResolver: (thing: Thing) => thing.__typename,
			});
		},
	};
}
