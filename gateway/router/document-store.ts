import type { ApolloServerOptions } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Characters of all documents that are kept parsed; each holds about 110 bytes. */
const MOST_CHARACTERS = 500_000;

type DocumentStore = NonNullable<ApolloServerOptions<object>["documentStore"]>;

/** Parsed and validated documents, bounded by what they hold in memory. */
export function documentStore(): DocumentStore {
	const documents = new LRUCache<string, DocumentNode>({
		maxSize: MOST_CHARACTERS,
		sizeCalculation: ({ loc }) => loc?.end || 1,
	});
	return {
		get: async (key) => documents.get(key),
		async set(key, document) {
			documents.set(key, document);
		},
		delete: async (key) => documents.delete(key),
	};
}
