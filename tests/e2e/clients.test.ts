import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gql } from "@apollo/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { generateTypes, typeErrors } from "../support/clients/codegen.ts";
import { type Institutes, ONE, type OneInstitute, PAGE } from "../support/clients/documents.ts";
import { apolloClient, urqlClient } from "../support/clients/make.ts";
import { compileRelay } from "../support/clients/relay.ts";
import { dataOf, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { ROOT } from "../support/paths.ts";

const SDL = readFileSync(join(ROOT, "docs/api.graphql"), "utf8");

let hub: Hub;
let all: string[];
beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
	const { institutes } = await dataOf(hub, "{ institutes(first: 200) { nodes { id } } }");
	all = institutes.nodes.map(({ id }: { id: string }) => id);
});
afterAll(() => hub.close());

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A fetch that records the requests of a client. */
function noted() {
	const sent: Array<{ method: string; hash: boolean; text: boolean }> = [];
	const note = (url: string, { method = "GET", body }: RequestInit = {}) => {
		const said = decodeURIComponent(`${url} ${String(body ?? "")}`);
		sent.push({
			method,
			hash: said.includes("sha256Hash"),
			text: said.includes("institute(") || said.includes("institutes("),
		});
	};
	const send: typeof fetch = (url, init) => {
		note(String(url), init);
		return fetch(url, init);
	};
	return { sent, fetch: send };
}

const options = (method: "GET" | "POST" = "GET", persisted = false) => {
	const { sent, fetch } = noted();
	return { sent, with: { url: `${hub.url}/graphql`, fetch, method, persisted, sha256 } };
};
type With = Parameters<typeof apolloClient>[0];
/** Asks for one institute with a new client; returns the error. */
async function apolloOne(given: With, document: string): Promise<string | undefined> {
	const query = gql(document);
	return apolloClient(given)
		.query<OneInstitute>({ query, variables: { id: "mxd" } })
		.then(
			() => undefined,
			(error: Error) => error.message,
		);
}
async function urqlOne(given: With, document: string): Promise<string | undefined> {
	const { error } = await urqlClient(given).query(document, { id: "mxd" }).toPromise();
	return error?.message;
}
const METHODS = ["GET", "POST"] as const;
/** The requests of two clients that send the same query by hash, one after the other. */
const persisting = (method: string) => [
	{ method, hash: true, text: false },
	{ method, hash: true, text: true },
	{ method, hash: true, text: false },
];

describe("Apollo Client", () => {
	it("pages through a list by GET without repeated requests", async () => {
		const { sent, with: given } = options();
		const client = apolloClient(given);
		const query = gql(PAGE);
		const watched = client.watchQuery<Institutes>({ query, variables: { first: 8 } });
		const subscription = watched.subscribe(() => undefined);
		await vi.waitUntil(() => watched.getCurrentResult().data?.institutes);
		for (
			let after = client.readQuery<Institutes>({ query })?.institutes.pageInfo.endCursor, pages = 1;
			pages < 3;
			pages++
		) {
			const { data } = await watched.fetchMore<Institutes>({ variables: { after } });
			after = data?.institutes.pageInfo.endCursor;
			expect(data?.institutes.pageInfo.hasNextPage).toBe(pages === 1);
		}
		subscription.unsubscribe();
		const { institutes } = client.readQuery<Institutes>({ query }) as Institutes;
		expect(institutes.edges.map(({ node }) => node.id)).toEqual(all);
		expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
		await client.query({ query, variables: { first: 8 } });
		expect(sent).toHaveLength(3);
	});

	it.each(METHODS)(
		"persists a query by its hash: once with the text, from then on without: %s",
		async (method) => {
			const { sent, with: given } = options(method, true);
			for (let round = 0; round < 2; round++) {
				const client = apolloClient(given);
				const { data } = await client.query<OneInstitute>({
					query: gql(ONE.replace("OneInstitute", `ApolloBy${method}`)),
					variables: { id: "mxd" },
				});
				expect(data?.institute.name).toBe("MxD");
			}
			expect(sent).toEqual(persisting(method));
		},
	);

	it("learns what was wrong", async () => {
		const client = apolloClient(options().with);
		const query = gql(ONE.replace("acronym", "nickname"));
		const failed = client.query({ query, variables: { id: "mxd" } });
		await expect(failed).rejects.toThrow(/Cannot query field "nickname"/);
	});
});

describe("urql with graphcache", () => {
	it("pages through a list by GET with one cached copy of each record and no repeated requests", async () => {
		const { sent, with: given } = options();
		const client = urqlClient(given);
		let after: string | null = null;
		let edges: Institutes["institutes"]["edges"] = [];
		for (let more = true; more; ) {
			const { data, error } = await client.query<Institutes>(PAGE, { first: 8, after }).toPromise();
			expect(error).toBeUndefined();
			edges = data?.institutes.edges ?? [];
			after = data?.institutes.pageInfo.endCursor ?? null;
			more = data?.institutes.pageInfo.hasNextPage ?? false;
		}
		expect(edges.map(({ node }) => node.id)).toEqual(all);
		expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
		const known = "query($id: ID!) { institute(id: $id) { id name acronym } }";
		await client.query(known, { id: "mxd" }).toPromise();
		const again = await client.query<OneInstitute>(ONE, { id: "mxd" }).toPromise();
		expect(again.data?.institute.acronym).toBe(null);
		expect(sent).toHaveLength(4);
	});

	it.each(METHODS)(
		"persists a query by its hash: once with the text, from then on without: %s",
		async (method) => {
			const { sent, with: given } = options(method, true);
			const text = ONE.replace("OneInstitute", `UrqlBy${method}`);
			for (let round = 0; round < 2; round++) {
				const { data } = await urqlClient(given)
					.query<OneInstitute>(text, { id: "mxd" })
					.toPromise();
				expect(data?.institute.name).toBe("MxD");
			}
			expect(sent).toEqual(persisting(method));
		},
	);

	it("learns what was wrong", async () => {
		const client = urqlClient(options().with);
		const { error } = await client
			.query(ONE.replace("acronym", "nickname"), { id: "mxd" })
			.toPromise();
		expect(error?.graphQLErrors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
	});
});

describe.each([
	// Its requests have a content type that no other site can forge.
	["Apollo Client", apolloOne, undefined],
	["urql", urqlOne, "Apollo-Require-Preflight"],
])("%s by GET and hash", (name, one, forgeable) => {
	/** The last answer that a client got for one institute, and the request that it sent for it. */
	async function asked(field: string, headers: Record<string, string> = {}) {
		const sent: Array<{ url: string; init: RequestInit }> = [];
		const answers: Response[] = [];
		const send: typeof fetch = async (url, init = {}) => {
			sent.push({ url: String(url), init });
			const answer = await fetch(url, init);
			answers.push(answer.clone());
			return answer;
		};
		const document = ONE.replace("OneInstitute", `${name.slice(0, 4)}Cached`).replace(
			"acronym",
			field,
		);
		const failed = await one(
			{ ...options().with, fetch: send, persisted: true, headers },
			document,
		);
		return { failed, request: sent.at(-1), answer: answers.at(-1) as Response };
	}

	it("gets answers that shared caches may keep, and that are not sent again", async () => {
		await asked("acronym");
		const { request, answer, failed } = await asked("acronym");
		expect([failed, request?.init.method]).toEqual([undefined, "GET"]);
		expect(request?.url).not.toContain("institute");
		expect(answer.headers.get("cache-control")).toBe(
			"public, max-age=300, stale-while-revalidate=300",
		);
		const tag = String(answer.headers.get("etag"));
		expect(tag).toMatch(/^W\//);
		const headers = { ...request?.init.headers, "if-none-match": tag };
		const again = await fetch(request?.url ?? "", { ...request?.init, signal: null, headers });
		expect([again.status, await again.text()]).toEqual([304, ""]);
	});

	it("is told not to keep what depends on records, and a miss of the hash", async () => {
		const records = "engagements { totalCount }";
		const first = await asked(records);
		const { answer } = await asked(records);
		expect(answer.headers.get("cache-control")).toBe("private, no-cache");
		expect(first.failed).toBeUndefined();
		const path = `${hub.url}/graphql?extensions={"persistedQuery":{"version":1,"sha256Hash":"${sha256("?")}"}}`;
		const missed = await fetch(path);
		expect([(await missed.json()).errors[0].message, missed.headers.get("cache-control")]).toEqual([
			"PersistedQueryNotFound",
			"private, no-store",
		]);
	});

	it("needs a header only where a browser sends cookies from another site", async () => {
		const cookie = { cookie: "session=1", "sec-fetch-site": "cross-site" };
		const forged = await fetch(`${hub.url}/graphql?query={__typename}`, { headers: cookie });
		expect(forged.status).toBe(403);
		expect((await forged.json()).errors[0].message).toContain("Apollo-Require-Preflight");
		const { failed } = await asked("acronym", cookie);
		if (forgeable) expect(failed).toContain(forgeable);
		else expect(failed).toBeUndefined();
		const allowed = await asked("acronym", { ...cookie, "apollo-require-preflight": "1" });
		expect([allowed.failed, allowed.request?.init.method]).toEqual([undefined, "GET"]);
	});
});

it("Relay's compiler accepts the schema, and the hub executes its queries by hash", async () => {
	const queries = compileRelay(SDL);
	expect(Object.values(queries).map((text) => /^query (\w+)/.exec(text)?.[1])).toEqual(
		expect.arrayContaining(["AppQuery", "AppPaginationQuery"]),
	);
	const variables = { id: "mxd", first: null, after: null };
	for (const [sha256Hash, query] of Object.entries(queries)) {
		expect(sha256(query)).toBe(sha256Hash);
		const extensions = { persistedQuery: { version: 1, sha256Hash } };
		const asked = { id: sha256Hash, variables, extensions };
		const post = async (body: object) => {
			const headers = { "content-type": "application/json" };
			const init = { method: "POST", headers, body: JSON.stringify(body) };
			return (await fetch(`${hub.url}/graphql`, init)).json();
		};
		expect((await post(asked)).errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
		const registered = await post({ ...asked, query });
		const byHash = await post(asked);
		expect(byHash).toEqual(registered);
		expect(byHash.errors).toBeUndefined();
		const { length } = byHash.data.institutes.edges;
		expect(length).toBe(query.includes("AppPagination") ? all.length : 8);
	}
});

const USAGE = `import { graphql } from "./gql";
import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
const document = graphql(${JSON.stringify(ONE)});
export const variables: VariablesOf<typeof document> = { id: "mxd" };
// @ts-expect-error The id is needed.
export const none: VariablesOf<typeof document> = {};
export const nameOf = (data: ResultOf<typeof document>): string | undefined => data.institute?.name;
// @ts-expect-error An acronym may be missing.
export const acronymOf = (data: ResultOf<typeof document>): string | undefined => data.institute?.acronym;
const page = graphql(${JSON.stringify(PAGE)});
export const first: VariablesOf<typeof page> = { first: null };
`;

it("GraphQL Code Generator generates correct types", async () => {
	const dir = await generateTypes(SDL, { "one.ts": ONE, "page.ts": PAGE }, USAGE);
	expect(typeErrors(dir)).toBe("");
});
