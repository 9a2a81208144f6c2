import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import {
	type DocumentNode,
	GraphQLError,
	getOperationAST,
	Kind,
	type OperationDefinitionNode,
} from "graphql";

function refused(message: string): GraphQLError {
	const http = { status: 400 };
	return new GraphQLError(message, { extensions: { code: "OPERATION_RESOLUTION_FAILURE", http } });
}

function namesIn({ definitions }: DocumentNode): string {
	const names = definitions.flatMap((one) =>
		one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value ?? "one without a name"] : [],
	);
	return names.slice(0, 20).join(", ");
}

/** The operation of a document that is to be executed. Throws where it cannot be chosen, and for subscriptions. */
export function chooseOperation(
	document: DocumentNode,
	name: string | null | undefined,
): OperationDefinitionNode {
	const operation = getOperationAST(document, name);
	if (!operation && name)
		throw refused(
			`The document has no operation "${name.slice(0, 100)}"; it has ${namesIn(document)}`,
		);
	if (!operation)
		throw refused(
			`The document has several operations; name one of them as operationName: ${namesIn(document)}`,
		);
	if (operation.operation === "subscription")
		throw refused("The hub has no subscriptions; poll the query `changes` instead");
	return operation;
}

/** Refuses what `chooseOperation` refuses before anything is planned. */
const refusing: GraphQLRequestListener<object> = {
	async didResolveOperation({ request, document }) {
		chooseOperation(document, request.operationName);
	},
};
export const refuseUnknownOperations: ApolloServerPlugin<object> = {
	requestDidStart: async () => refusing,
};
