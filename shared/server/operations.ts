import type { ApolloServerPlugin } from "@apollo/server";
import { type DocumentNode, GraphQLError, Kind } from "graphql";

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

/** Refuses a document whose operation cannot be chosen, and subscriptions, before anything is planned. */
export const refuseUnknownOperations: ApolloServerPlugin<object> = {
	async requestDidStart() {
		return {
			async didResolveOperation({ operation, request, document }) {
				const name = request.operationName;
				if (!operation && name)
					throw refused(
						`The document has no operation "${name.slice(0, 100)}"; it has ${namesIn(document)}`,
					);
				if (!operation)
					throw refused(
						`The document has several operations; name one of them as operationName: ${namesIn(document)}`,
					);
				if (operation.operation === "subscription")
					throw refused("The hub has no subscriptions; ask the query `changes` again and again");
			},
		};
	},
};
