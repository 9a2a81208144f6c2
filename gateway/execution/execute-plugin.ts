import {
	type ApolloServerOptionsWithGateway,
	type ApolloServerPlugin,
	type GraphQLResponse,
	HeaderMap,
} from "@apollo/server";
import type { RequestContext } from "../context.ts";
import type { Asked, Execute } from "../execute.ts";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];

/**
 * Executes operations in a plugin, before Apollo Server would: what it makes for a gateway's executor has accessors of
 * its own in each request, and V8 keeps them, with all that the request holds, until its next full garbage collection.
 * Executions with errors are handed to Apollo Server, which tells these as it tells all others. The plugin comes after
 * those that may refuse an operation.
 */
export function executePlugin(execute: Execute): ApolloServerPlugin<RequestContext> {
	return {
		async requestDidStart() {
			return {
				async responseForOperation(request): Promise<GraphQLResponse | null> {
					const { contextValue: context, queryHash } = request;
					if (!queryHash) throw new Error("An operation has no hash");
					const executed = execute({ ...request, queryHash, context });
					const result = await executed.catch(() => undefined);
					if (!result || result.errors) {
						context.executed = executed;
						return null;
					}
					return {
						http: { headers: new HeaderMap() },
						body: { kind: "single", singleResult: result },
					};
				},
			};
		},
	};
}

/** A gateway whose operations are executed by `executePlugin`, and that hands on those with errors. */
export const executedGateway = (gateway: Gateway): Gateway => ({
	onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
	stop: () => gateway.stop(),
	async load(options) {
		await gateway.load(options);
		return {
			async executor({ context }) {
				const { executed } = context as Asked["context"];
				if (!executed) throw new Error("The operation was not executed");
				return executed;
			},
		};
	},
});
