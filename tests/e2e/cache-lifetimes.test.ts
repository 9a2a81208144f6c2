import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLResolveInfo, parse } from "graphql";
import { afterEach, describe, expect, it } from "vitest";
import { A_YEAR_S } from "../../gateway/caching/policy.ts";
import { embeddedSources } from "../../gateway/embedded.ts";
import { startGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { createLog } from "../../shared/log.ts";
import { noteLifetimes, setMaxAge } from "../../shared/subgraph/cache-control.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { get } from "../support/http.ts";
import { PATIENT } from "../support/limits.ts";

const DEFINITION =
	"directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT\n";
const LINK =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\n';
/** Releases as the hub has them: immutable by number, while the latest is another one from time to time. */
const RELEASES = `${LINK}${DEFINITION}
type Query {
	statistics(release: ID): Table @cacheControl(maxAge: 60)
	release(id: ID!): Release @cacheControl(maxAge: 60)
	preview: Table
}
type Table @cacheControl(inheritMaxAge: true) { total: Int! release: Release! }
type Release @key(fields: "id") @cacheControl(inheritMaxAge: true) { id: ID! }`;
/** Another subgraph's field on it, whose lifetime is its own. */
const PAGES = `${LINK}${DEFINITION}
type Query { pages: Int }
type Release @key(fields: "id") { id: ID! page: String @cacheControl(maxAge: 600) visits: Int }`;

type Release = { id: string };

function subgraph(name: string, sdl: string, resolvers: object): Subgraph {
	const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
	noteLifetimes(schema);
	const contextFor = () => ({});
	const execute = createExecutor(schema, contextFor);
	return { name, sdl, schema, execute, contextFor, close: async () => undefined };
}

function releases(published: string[]): Subgraph[] {
	const find = (id: string | undefined, info: GraphQLResolveInfo) => {
		const found = id === undefined ? published.at(-1) : published.find((one) => one === id);
		if (id !== undefined && found) setMaxAge(info, A_YEAR_S);
		return found && { id: found };
	};
	const table = (release: Release | undefined | "") =>
		release && { total: 100 + Number(release.id), release };
	const own = subgraph("releases", RELEASES, {
		Query: {
			statistics: (_: unknown, args: { release?: string }, __: unknown, info: GraphQLResolveInfo) =>
				table(find(args.release, info)),
			release: (_: unknown, { id }: Release, __: unknown, info: GraphQLResolveInfo) =>
				find(id, info),
			preview: () => ({ total: 1, release: { id: "next" } }),
		},
		Release: { __resolveReference: (release: Release) => release },
	});
	const pages = subgraph("pages", PAGES, {
		Query: { pages: () => published.length },
		Release: {
			__resolveReference: (release: Release) => release,
			page: ({ id }: Release) => `/releases/${id}`,
			visits: () => 7,
		},
	});
	return [own, pages];
}

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function start(published: string[], remote: boolean) {
	const log = createLog("silent");
	const secrets = ["s".repeat(32)] as const;
	const subgraphs = releases(published);
	const urls: Record<string, string> = {};
	if (remote)
		for (const one of subgraphs) {
			const served = await serveSubgraph(one, { port: 0, host: "127.0.0.1", secrets, log });
			closing.push(served.close);
			urls[one.name] = served.url;
		}
	const gateway = await startGateway({
		sources: remote ? remoteSources(urls, 5000, secrets) : embeddedSources(subgraphs),
		readViewer: async () => PUBLIC,
		port: 0,
		limits: PATIENT,
		log,
	});
	closing.push(gateway.close);
	await gateway.ready;
	return (query: string, headers = {}) =>
		get(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, headers);
}

const FOREVER = "public, max-age=31536000, immutable";
const FOR_A_MINUTE = "public, max-age=60, stale-while-revalidate=60";

describe.each([
	["in one process", false],
	["over HTTP", true],
])("lifetimes that resolvers set, %s", (_, remote) => {
	it.each([
		["a named release", '{ statistics(release: "1") { total release { id } } }', FOREVER],
		["the latest release", "{ statistics { total } }", FOR_A_MINUTE],
		[
			"one and the other",
			'{ a: statistics(release: "1") { total } b: statistics { total } }',
			FOR_A_MINUTE,
		],
		[
			"the other and one",
			'{ a: statistics { total } b: statistics(release: "1") { total } }',
			FOR_A_MINUTE,
		],
		[
			"two named releases",
			'{ a: statistics(release: "1") { total } release(id: "2") { id } }',
			FOREVER,
		],
		["a release that is not there yet", '{ statistics(release: "3") { total } }', FOR_A_MINUTE],
		[
			"another subgraph's field of a named release",
			'{ release(id: "1") { id page } }',
			"public, max-age=600, stale-while-revalidate=600",
		],
		[
			"a field of it that may not be cached",
			'{ release(id: "1") { id visits } }',
			"private, no-cache",
		],
		["what no lifetime is declared for", "{ preview { total } }", "private, no-cache"],
	])("%s", async (_, query, expected) => {
		const ask = await start(["1", "2"], remote);
		const { headers, text } = await ask(query);
		expect(JSON.parse(text).errors).toBeUndefined();
		expect(headers["cache-control"]).toBe(expected);
		expect(text).not.toContain("extensions");
	});

	it("the tag of the latest changes with a release, that of a named one never", async () => {
		const published = ["1", "2"];
		const ask = await start(published, remote);
		const [latest, named] = ["{ statistics { total } }", '{ statistics(release: "2") { total } }'];
		const tags = [await ask(latest), await ask(named)].map(({ headers }) => String(headers.etag));
		expect(tags[0]).toBe(tags[1]);
		published.push("3");
		const after = await ask(latest, { "if-none-match": tags[0] });
		expect([after.status, JSON.parse(after.text).data.statistics.total]).toEqual([200, 103]);
		const same = await ask(named, { "if-none-match": tags[1] });
		expect([same.status, same.text, same.headers["cache-control"]]).toEqual([304, "", FOREVER]);
	});
});
