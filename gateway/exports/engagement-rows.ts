import { HubError } from "../../shared/errors.ts";
import type { Caller, SubgraphRequest } from "../../shared/subgraph/subgraph.ts";

const QUERY =
	"query Export($centerId: ID!, $after: String) { importColumns exportedEngagements(centerId: $centerId, after: $after) { nodes { cells } pageInfo { hasNextPage endCursor } } }";

type Answer = {
	data?: unknown;
	errors?: ReadonlyArray<{ message: string; extensions?: Record<string, unknown> }>;
};
type Page = {
	importColumns: string[];
	exportedEngagements: {
		nodes: Array<{ cells: string[] }>;
		pageInfo: { hasNextPage: boolean; endCursor: string };
	};
};

/** Runs an operation of the engagements subgraph. */
export type ExecuteEngagements = (request: SubgraphRequest) => Promise<Answer>;

async function pageAfter(
	execute: ExecuteEngagements,
	caller: Caller,
	centerId: string,
	after: string | null,
): Promise<Page> {
	const { data, errors } = await execute({
		...caller,
		query: QUERY,
		variables: { centerId, after },
	});
	const [error] = errors ?? [];
	if (!error && data) return data as Page;
	throw new HubError(
		(error?.extensions?.code as "FORBIDDEN" | undefined) ?? "UNAVAILABLE",
		error?.message ?? "The engagements subgraph did not answer",
	);
}

/**
 * A center's engagements as rows of a file: first the names of the columns, then a row each, a page of them in memory
 * at a time. The first step throws what the subgraph refuses.
 */
export async function* engagementRows(
	execute: ExecuteEngagements,
	caller: Caller,
	centerId: string,
): AsyncGenerator<string[]> {
	for (let after: string | null = null, more = true, first = true; more; first = false) {
		const page: Page = await pageAfter(execute, caller, centerId, after);
		if (first) yield page.importColumns;
		const { nodes, pageInfo } = page.exportedEngagements;
		for (const { cells } of nodes) yield cells;
		more = pageInfo.hasNextPage;
		after = pageInfo.endCursor;
	}
}
