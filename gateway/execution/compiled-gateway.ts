import { Supergraph } from "@apollo/federation-internals";
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { type GraphQLError, type GraphQLSchema, getVariableValues } from "graphql";
import { inSpan } from "../../shared/observe/tracing.ts";
import type { RequestContext } from "../context.ts";
import type { Asked, Execute, Result } from "../execute.ts";
import { PLANNING_COST } from "../limits/limit-operations.ts";
import { graphNamesOf } from "../rewrite/graph-names.ts";
import { operationPreparer, type PreparedOperation } from "../rewrite/prepare.ts";
import type { Transport } from "../subgraph-transport.ts";
import { type CompiledResponse, compileResponse } from "./compiled-response.ts";
import { withNames } from "./errors.ts";
import { exactResponse } from "./exact-response.ts";
import { introspectionIn } from "./introspection.ts";
import { operationPlanner } from "./plans.ts";
import type { Running } from "./run.ts";
import { type Selected, selectedBy } from "./selected.ts";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];

export type CompiledGatewayOptions = {
	supergraph: string;
	/** How a subgraph that the supergraph names is asked; throws for one that is not known. */
	transportFor(name: string): Transport;
};

const noAttributes = () => ({});

/** What an operation needs to write its answers. */
type Response = {
	selected: Selected;
	write: CompiledResponse;
	introspect: ReturnType<typeof introspectionIn>;
};

/** Apollo's gateway interface, the schema that clients see, and what executes an operation by itself. */
export type CompiledGateway = Gateway & { schema: GraphQLSchema; execute: Execute };

/**
 * Executes operations on a supergraph. Each operation is planned and compiled once: what a request then does is to send
 * the plan's fetches, merge their answers, and write the response in the operation's shape. Throws where the supergraph
 * is faulty. Client aliases, @skip and @include are rewritten before planning (`gateway/rewrite`).
 */
export function compiledGateway({
	supergraph: text,
	transportFor,
}: CompiledGatewayOptions): CompiledGateway {
	const supergraph = Supergraph.build(text, { validateSupergraph: false });
	const transports = new Map(
		[...supergraph.subgraphsMetadata()].map(({ name }) => [name, transportFor(name)]),
	);
	const schema = supergraph.apiSchema().toGraphQLJSSchema();
	const planOf = operationPlanner(text, supergraph, transports);
	const prepare = operationPreparer(graphNamesOf(text));
	const responses = new WeakMap<PreparedOperation, Response>();

	function responseOf(prepared: PreparedOperation): Response {
		let response = responses.get(prepared);
		if (!response) {
			const root = schema.getRootType(prepared.operation.operation);
			if (!root) throw new Error(`There are no ${prepared.operation.operation} operations`);
			const selected = selectedBy(schema, root, prepared);
			const write = compileResponse(schema, selected);
			response = { selected, write, introspect: introspectionIn(schema, prepared) };
			responses.set(prepared, response);
		}
		return response;
	}

	/** The answer in the operation's shape. What was not answered and has no error is told as an extension. */
	function completed({ selected, write }: Response, { root, errors }: Running): Result {
		const data = write(root);
		if (data) return errors.length > 0 ? { errors: errors as GraphQLError[], data } : { data };
		const exact = exactResponse(schema, selected, root);
		if (errors.length > 0) return { errors: errors as GraphQLError[], data: exact.data };
		if (exact.errors.length === 0) return { data: exact.data };
		return { data: exact.data, extensions: { valueCompletion: exact.errors } };
	}

	async function executeNow(asked: Asked): Promise<Result> {
		const { document, queryHash, request, context } = asked;
		const { operationName, variables = {} } = request;
		const { bounds, warming } = context;
		// The first plan of an operation was charged when its document was first seen.
		const charge = async (fields: number) => {
			if (bounds && !bounds.isInternal) await bounds.account?.charge(PLANNING_COST * fields);
		};
		const prepared = await prepare({ document, queryHash, operationName, variables }, charge);
		const { variableDefinitions = [] } = prepared.operation;
		if (variableDefinitions.length > 0) {
			const { errors } = getVariableValues(schema, variableDefinitions, variables);
			if (errors) return { errors };
		}
		const run = planOf(prepared);
		const response = responseOf(prepared);
		if (warming) return { data: null };
		const running: Running = { root: {}, errors: [], variables, context };
		await run(running);
		if (response.introspect) Object.assign(running.root, response.introspect(variables));
		const { clients } = prepared.names;
		if (clients.size > 0 && running.errors.length > 0)
			running.errors = running.errors.map((error) => withNames(error as GraphQLError, clients));
		return completed(response, running);
	}

	const execute: Execute = (asked) => inSpan("execute", noAttributes, () => executeNow(asked));
	return {
		schema,
		execute,
		onSchemaLoadOrUpdate(callback) {
			callback({ apiSchema: schema, coreSupergraphSdl: text });
			return () => undefined;
		},
		async load() {
			return {
				executor: (asked) => execute({ ...asked, context: asked.context as RequestContext }),
			};
		},
		async stop() {},
	};
}
