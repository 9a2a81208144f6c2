import { HubError } from "../../shared/errors.ts";
import type { Caller, SubgraphRequest } from "../../shared/subgraph/subgraph.ts";
import type { ImportOptions } from "./import-file.ts";

const MUTATION =
	"mutation Import($input: ImportEngagementsInput!) { importEngagements(input: $input) { batchId rows created updated unchanged failed failures { line column message } } }";

type Answer = {
	data?: unknown;
	errors?: ReadonlyArray<{ message: string; extensions?: Record<string, unknown> }>;
};

/** How an import hands its rows to the engagements subgraph, on behalf of somebody. */
export function senderOf(
	execute: (request: SubgraphRequest) => Promise<Answer>,
	caller: Caller,
): ImportOptions["send"] {
	return async (part) => {
		const { data, errors } = await execute({
			...caller,
			query: MUTATION,
			variables: { input: part },
		});
		const [error] = errors ?? [];
		const made = (data as { importEngagements?: never } | null | undefined)?.importEngagements;
		if (error || !made)
			throw new HubError(
				(error?.extensions?.code as "BAD_USER_INPUT" | undefined) ?? "UNAVAILABLE",
				error?.message ?? "The engagements subgraph did not answer",
			);
		return made;
	};
}
