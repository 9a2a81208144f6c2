import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { RequestContext } from "../context.ts";

/** Runs `changed` before the answer of a mutation in `fields` is sent, so that what it did holds when it is read. */
export function afterMutations(
	fields: ReadonlySet<string>,
	changed: () => Promise<void>,
): ApolloServerPlugin<RequestContext> {
	return {
		async requestDidStart() {
			return {
				async willSendResponse({ operation }) {
					if (operation?.operation !== "mutation") return;
					const touches = operation.selectionSet.selections.some(
						(node) => node.kind !== Kind.FIELD || fields.has(node.name.value),
					);
					if (touches) await changed();
				},
			};
		},
	};
}
