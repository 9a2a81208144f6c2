import { expect } from "vitest";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";

type Variables = Record<string, unknown>;

/** Asks one subgraph, and hears the SQL statements that the last question cost. */
export type Asker = {
	statements: string[];
	/** The answer's data; fails where the answer has errors. What it holds varies with the query. */
	// biome-ignore lint/suspicious/noExplicitAny: tests compare it whole
	data(query: string, variables?: Variables, viewer?: Viewer): Promise<any>;
	/** Message and code of each error of the answer. */
	refusals(query: string, variables?: Variables, viewer?: Viewer): Promise<unknown[][]>;
};

/** `statements` is what the subgraph's `onStatement` fills. */
export function askerOf(subgraph: Subgraph, statements: string[]): Asker {
	async function run(query: string, variables: Variables = {}, viewer: Viewer = PUBLIC) {
		statements.length = 0;
		return subgraph.execute({ query, variables, viewer, requestId: "test" });
	}
	return {
		statements,
		async data(query, variables, viewer) {
			const answer = await run(query, variables, viewer);
			expect(answer.errors).toBeUndefined();
			return JSON.parse(JSON.stringify(answer.data));
		},
		async refusals(query, variables, viewer) {
			const { errors = [] } = await run(query, variables, viewer);
			return errors.map((error) => [error.message, error.extensions?.code]);
		},
	};
}

/** Stands for the other subgraphs where none may be asked. */
export const askNobody: SubgraphClient = async (subgraph) => {
	throw new Error(`${subgraph} was asked, which this test does not expect`);
};

/**
 * Walks the list that `query` calls `list`, `first` at a time, and returns all ids.
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
