import type { ApolloGateway } from "@apollo/gateway";
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import type { RequestContext } from "../context.ts";
import { PLANNING_COST } from "../limits/limit-operations.ts";
import type { GraphNames } from "./own-names.ts";
import { operationPreparer } from "./prepare.ts";
import { restoreResult } from "./restore.ts";

type Executor = ApolloGateway["executor"];

/**
 * A gateway that plans operations without client aliases, @skip and @include, and responds with the client's names.
 * Validation, limits and usage records see the client's original operation.
 */
export function rewritingGateway(
	gateway: ApolloGateway,
	names: GraphNames,
): ApolloServerOptionsWithGateway<RequestContext>["gateway"] {
	const prepare = operationPreparer(names);

	const rewriting =
		(execute: Executor): Executor =>
		async (asked) => {
			const { document, queryHash, request } = asked;
			const { operationName, variables = {} } = request;
			const { bounds } = asked.context as RequestContext;
			// The first plan of an operation was charged when its document was first seen.
			const charge = async (fields: number) => {
				if (bounds && !bounds.isInternal) await bounds.account?.charge(PLANNING_COST * fields);
			};
			const prepared = await prepare({ document, queryHash, operationName, variables }, charge);
			if (!prepared) return execute(asked);
			const result = await execute({
				...asked,
				document: prepared.document,
				operation: prepared.operation,
				queryHash: prepared.hash,
				// The document has one operation, and the same plan whatever it was called among others.
				request: { ...request, operationName: undefined },
			});
			return restoreResult(result, prepared, prepared.renames);
		};

	return {
		onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
		async load(options) {
			const { executor } = await gateway.load(options);
			return { executor: rewriting(executor) };
		},
		stop: () => gateway.stop(),
	};
}
