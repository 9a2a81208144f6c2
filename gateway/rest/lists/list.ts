type Cell = string | number | boolean | null | undefined;
type Page<Node> = {
	nodes: Node[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** A list of the console that the hub sends as CSV, from the address of its page. */
export type ListOfPage<Variables extends object, Node> = {
	/** Of the page and of the file. */
	name: string;
	/** Asks a page of the list, under the name `list`. */
	query: string;
	/** What the address means, and what it says that means nothing. */
	read(search: Record<string, string>): {
		variables: Variables;
		notUnderstood: ReadonlyArray<{ name: string; value: string }>;
	};
	columns: readonly string[];
	rowOf(node: Node): Record<string, Cell>;
};

/** Queries the graph as the caller; throws if the response has errors. */
export type Ask = (query: string, variables: object) => Promise<Record<string, unknown>>;

/** The rows of a list, a page at a time. */
export async function* rowsOf<Variables extends object, Node>(
	{ query, rowOf }: Pick<ListOfPage<Variables, Node>, "query" | "rowOf">,
	variables: Variables,
	ask: Ask,
) {
	for (let after: string | null = null, more = true; more; ) {
		const { nodes, pageInfo } = (await ask(query, { ...variables, after })).list as Page<Node>;
		yield nodes.map(rowOf);
		more = pageInfo.hasNextPage;
		after = pageInfo.endCursor;
	}
}
