import type {
	DocumentNode,
	ExecutionResult,
	GraphQLSchema,
	OperationDefinitionNode,
} from "graphql";
import type { RequestContext } from "./context.ts";

/** An operation to be executed, as both the hooks of Apollo Server and a gateway's executor have it. */
export type Asked = {
	schema: GraphQLSchema;
	document: DocumentNode;
	operation: OperationDefinitionNode;
	queryHash: string;
	request: { operationName?: string; variables?: Record<string, unknown> };
	context: RequestContext;
};

export type Result = ExecutionResult<Record<string, unknown>>;

/** Executes an operation. Rejects for what is not the operation's fault alone, such as limits that are reached. */
export type Execute = (asked: Asked) => Promise<Result>;
