import { useMutation } from "@tanstack/react-query";
import type { TypedDocumentString } from "../graphql/graphql.ts";
import { mutate, NotDone } from "../graphql/mutate.ts";
import { useSession } from "../session/use-session.ts";

/** A change of the hub, made in the name of who is signed in when it is asked for. Its error is a NotDone. */
export function useChange<Data, Variables extends object>(
	document: TypedDocumentString<Data, Variables>,
	/** What follows from it, before it counts as done. */
	onDone: (data: Data) => Promise<unknown>,
) {
	const { viewer } = useSession();
	return useMutation({
		mutationFn(variables: Variables) {
			if (!viewer) throw new NotDone("UNAUTHENTICATED");
			return mutate(document, variables, viewer);
		},
		onSuccess: onDone,
		// Without a connection it fails at once and says so.
		networkMode: "always",
		retry: false,
	});
}
