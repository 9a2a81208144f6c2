import type { TypedDocumentString } from "../graphql/graphql.ts";
import { answers } from "../graphql/query.ts";
import { useChange } from "./use-change.ts";
import { useRequestKey } from "./use-request-key.ts";

/** A change with an idempotency key, after which all that the hub said before is asked anew. */
export function useKeyedChange<Data, Variables extends { clientMutationId: string }>(
	document: TypedDocumentString<Data, Variables>,
) {
	const { keyOf, isDone } = useRequestKey();
	const change = useChange(document, async () => {
		isDone();
		await answers.invalidateQueries();
	});
	return {
		...change,
		send: (variables: Omit<Variables, "clientMutationId">): Promise<Data> =>
			change.mutateAsync({ ...variables, clientMutationId: keyOf(variables) } as Variables),
	};
}
