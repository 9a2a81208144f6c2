import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { persistedExchange } from "@urql/exchange-persisted";

type Options = {
	url: string;
	fetch: typeof fetch;
	/** How queries are sent. */
	method: "GET" | "POST";
	/** Sends the hash of a query instead of its text, if the hub knows it. */
	persisted: boolean;
	sha256: (text: string) => string | Promise<string>;
	/** Headers that the client sends beside its own. */
	headers?: Record<string, string>;
};

/** Apollo Client, set up as in its documentation. */
export function apolloClient({
	url,
	fetch,
	method,
	persisted,
	sha256,
	headers,
}: Options): ApolloClient {
	const http = new HttpLink({ uri: url, fetch, headers, useGETForQueries: method === "GET" });
	const hashes = new PersistedQueryLink({ sha256, useGETForHashedQueries: method === "GET" });
	return new ApolloClient({
		link: persisted ? ApolloLink.from([hashes, http]) : http,
		cache: new InMemoryCache({
			typePolicies: { Query: { fields: { institutes: relayStylePagination() } } },
		}),
	});
}

/** urql with its normalised cache. */
export function urqlClient({ url, fetch, method, persisted, sha256, headers }: Options): Client {
	const cache = cacheExchange({ resolvers: { Query: { institutes: relayPagination() } } });
	const hashes = persistedExchange({
		preferGetForPersistedQueries: method === "GET",
		generateHash: async (query) => sha256(query),
	});
	return new Client({
		url,
		fetch,
		fetchOptions: { headers },
		preferGetMethod: method === "GET",
		exchanges: persisted ? [cache, hashes, fetchExchange] : [cache, fetchExchange],
	});
}
