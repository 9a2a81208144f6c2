const LARGEST_PAGE = 200;

export type Page<T> = {
	nodes: T[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** The first `count` items of a list, read page by page. Each page needs a proof of its own. */
export async function firstOf<T>(
	count: number,
	read: (page: { first: number; after: string | null }) => Promise<Page<T>>,
): Promise<T[]> {
	const all: T[] = [];
	let after: string | null = null;
	while (all.length < count) {
		const page: Page<T> = await read({ first: Math.min(count - all.length, LARGEST_PAGE), after });
		all.push(...page.nodes);
		if (!page.pageInfo.hasNextPage) break;
		after = page.pageInfo.endCursor;
	}
	return all;
}
