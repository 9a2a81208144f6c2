import { HubError } from "../../../shared/errors.ts";
import type { Caller, SubgraphRequest } from "../../../shared/subgraph/subgraph.ts";

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

/** Executes an operation on the engagements subgraph. */
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
		error?.message ?? "The engagements subgraph did not respond; try again in a few seconds",
	);
}

async function* cellsFrom(
	first: Page,
	pageAfterCursor: (after: string) => Promise<Page>,
): AsyncGenerator<string[]> {
	for (let page = first; ; ) {
		const { nodes, pageInfo } = page.exportedEngagements;
		for (const { cells } of nodes) yield cells;
		if (!pageInfo.hasNextPage) return;
		page = await pageAfterCursor(pageInfo.endCursor);
	}
}

/**
 * Returns the column names and rows of a center's engagements, with one page of rows in memory at a time. The first page
 * is read before this resolves, so that an error of the subgraph is thrown before anything is sent.
 */
export async function engagementRows(
	execute: ExecuteEngagements,
	caller: Caller,
	centerId: string,
): Promise<{ header: string[]; rows: AsyncGenerator<string[]> }> {
	const read = (after: string | null) => pageAfter(execute, caller, centerId, after);
	const first = await read(null);
	return { header: first.importColumns, rows: cellsFrom(first, read) };
}
