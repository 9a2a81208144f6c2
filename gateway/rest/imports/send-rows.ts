import { type ErrorCode, HubError } from "../../../shared/errors.ts";
import type { Caller, SubgraphRequest } from "../../../shared/subgraph/subgraph.ts";
import type { PartResult } from "./import-answer.ts";
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

/** Sends the rows of an import to the engagements subgraph on behalf of `caller`. */
export function rowSender(
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
		const result = (data as { importEngagements?: PartResult } | null | undefined)
			?.importEngagements;
		if (error || !result)
			throw new HubError(
				(error?.extensions?.code as ErrorCode | undefined) ?? "UNAVAILABLE",
				// The path of the mutation's argument means nothing to the sender of a file.
				error?.message.replace(/^input\.columns: /, "") ??
					"The engagements subgraph did not respond; try again in a few seconds",
			);
		return { ...result, manufacturers: result.manufacturers ?? [] };
	};
}
