import { expect } from "vitest";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";

type Variables = Record<string, unknown>;

/** Queries one subgraph, and records the SQL statements of the last query. */
export type Asker = {
	statements: string[];
	/** The data of the response; fails if it has errors. */
	// biome-ignore lint/suspicious/noExplicitAny: it depends on the query, and tests compare it as a whole
	data(query: string, variables?: Variables, viewer?: Viewer): Promise<any>;
	/** The whole response. */
	answer(query: string, variables?: Variables, viewer?: Viewer): ReturnType<Subgraph["execute"]>;
	/** Message and code of each error of the response. */
	refusals(query: string, variables?: Variables, viewer?: Viewer): Promise<unknown[][]>;
};

/** On PostgreSQL, whatever other tests commit meanwhile makes a subgraph compare the versions of rows that it keeps, once. */
const COMPARES = /\bmd5\(/;

/** `statements` is filled by the subgraph's `onStatement`. */
export function askerOf(subgraph: Subgraph, statements: string[]): Asker {
	async function run(query: string, variables: Variables = {}, viewer: Viewer = PUBLIC) {
		statements.length = 0;
		const answer = await subgraph.execute({ query, variables, viewer, requestId: "test" });
		const comparison = statements.findIndex((statement) => COMPARES.test(statement));
		if (comparison >= 0) statements.splice(comparison, 1);
		return answer;
	}
	return {
		statements,
		async data(query, variables, viewer) {
			const answer = await run(query, variables, viewer);
			expect(answer.errors).toBeUndefined();
			return JSON.parse(JSON.stringify(answer.data));
		},
		answer: run,
		async refusals(query, variables, viewer) {
			const { errors = [] } = await run(query, variables, viewer);
			return errors.map((error) => [error.message, error.extensions?.code]);
		},
	};
}

/** Mock of the other subgraphs for tests in which none may be queried. */
export const askNobody: SubgraphClient = async (subgraph) => {
	throw new Error(`${subgraph} was asked, which this test does not expect`);
};

/**
 * Pages through the list aliased as `list` in `query`, `first` items at a time, and returns all ids.
 * `between` runs after each page.
 */
export async function walk(
	asker: Asker,
	query: string,
	first: number,
	between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
	const walked: string[] = [];
	let after: string | null = null;
	for (let more = true; more; ) {
		const { list } = await asker.data(query, { first, after });
		walked.push(...list.nodes.map((node: { id: string }) => node.id));
		({ hasNextPage: more, endCursor: after } = list.pageInfo);
		await between();
	}
	return walked;
}
