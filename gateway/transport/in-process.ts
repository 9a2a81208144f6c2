import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { callerOf } from "../plugins/request-id.ts";

/** Reaches a subgraph that runs in this process: no HTTP, no JSON in between. */
export function inProcessTransport(subgraph: Subgraph): GraphQLDataSource {
	return {
		async process({ request, context }: GraphQLDataSourceProcessOptions) {
			return (await subgraph.execute({
				query: request.query ?? "",
				variables: request.variables,
				operationName: request.operationName,
				...callerOf(context),
			})) as never;
		},
	};
}
