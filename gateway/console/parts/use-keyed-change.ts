import type { TypedDocumentString } from "../graphql/graphql.ts";
import { answers } from "../graphql/query.ts";
import { useChange } from "./use-change.ts";
import { useRequestKey } from "./use-request-key.ts";

/** A change with an idempotency key. All that the hub said before is asked anew once it was done, and where it was not: somebody else may have changed it. */
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
		async send(variables: Omit<Variables, "clientMutationId">): Promise<Data> {
			try {
				const clientMutationId = keyOf(variables);
				return await change.mutateAsync({ ...variables, clientMutationId } as Variables);
			} catch (error) {
				await answers.invalidateQueries();
				throw error;
			}
		},
	};
}
