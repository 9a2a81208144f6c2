import { type ErrorCode, HubError } from "../../../shared/errors.ts";
import type { Caller, SubgraphRequest } from "../../../shared/subgraph/subgraph.ts";
import type { Part } from "./answer.ts";
import type { Send } from "./import-file.ts";

const mutationOf = (manufacturers: boolean) => `mutation Import($input: ImportEngagementsInput!) {
	importEngagements(input: $input) {
		batchId rows created updated unchanged failed
		failures { line column message }
		columns { name column }
		${manufacturers ? "manufacturers { name state city line match sme { id name city state } candidates { score reasons sme { id name city state } } }" : ""}
	}
}`;

type Answer = {
	data?: unknown;
	errors?: ReadonlyArray<{ message: string; extensions?: Record<string, unknown> }>;
};

/** How an import hands its rows to the engagements subgraph, on behalf of somebody. */
export function senderOf(
	execute: (request: SubgraphRequest) => Promise<Answer>,
	caller: Caller,
): Send {
	return async (part, manufacturers) => {
		const { data, errors } = await execute({
			...caller,
			query: mutationOf(manufacturers),
			variables: { input: part },
		});
		const [error] = errors ?? [];
		const made = (data as { importEngagements?: Part } | null | undefined)?.importEngagements;
		if (error || !made)
			throw new HubError(
				(error?.extensions?.code as ErrorCode | undefined) ?? "UNAVAILABLE",
				// A file has columns; that they are an argument of a mutation is the hub's own affair.
				error?.message.replace(/^input\.columns: /, "") ??
					"The engagements subgraph did not answer",
			);
		return { ...made, manufacturers: made.manufacturers ?? [] };
	};
}
