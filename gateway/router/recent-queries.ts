import { LRUCache } from "lru-cache";

/** A query as its client wrote it, without the values of its variables. */
export type RecentQuery = { query: string; operationName: string | null };

const MOST = 200;
/** Characters of them all. */
const MOST_TEXT = 1_000_000;

/** The queries asked lately, to plan them again for a new graph before it is served. */
export function recentQueries() {
	const recent = new LRUCache<string, RecentQuery>({
		max: MOST,
		maxSize: MOST_TEXT,
		sizeCalculation: ({ query }) => query.length || 1,
	});
	return {
		note(key: string, query: RecentQuery): void {
			if (!recent.get(key)) recent.set(key, query);
		},
		/** The latest first. */
		list: (): RecentQuery[] => [...recent.values()],
	};
}

export type RecentQueries = ReturnType<typeof recentQueries>;
