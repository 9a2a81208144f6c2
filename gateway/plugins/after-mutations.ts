import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { Kind } from "graphql";
import type { RequestContext } from "../context.ts";

/** Awaits `changed` before the response to a mutation in `fields` is sent, so that the change is in effect by then. */
export function afterMutations(
	fields: ReadonlySet<string>,
	changed: () => Promise<void>,
): ApolloServerPlugin<RequestContext> {
	const listener: GraphQLRequestListener<RequestContext> = {
		async willSendResponse({ operation }) {
			if (operation?.operation !== "mutation") return;
			const isAffected = operation.selectionSet.selections.some(
				(node) => node.kind !== Kind.FIELD || fields.has(node.name.value),
			);
			if (isAffected) await changed();
		},
	};
	return { requestDidStart: async () => listener };
}
