import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { unavailable } from "../../shared/errors.ts";
import { reasonOf, type Send } from "../../shared/subgraph/subgraph-client.ts";
import { callerOf } from "../context.ts";

/** Reaches a subgraph over HTTP; one that does not answer costs its fields and is named in the error. */
export function httpTransport(name: string, send: Send): GraphQLDataSource {
	return {
		async process({ request, context }: GraphQLDataSourceProcessOptions) {
			try {
				return (await send(name, {
					query: request.query ?? "",
					variables: request.variables,
					operationName: request.operationName,
					...callerOf(context),
				})) as never;
			} catch (error) {
				callerOf(context).budget?.signal.throwIfAborted();
				const why = reasonOf(error as Error);
				throw unavailable(name, `The ${name} subgraph does not answer (${why})`, error as Error);
			}
		},
	};
}
