import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { SubgraphSource } from "../../gateway/composition/supergraph.ts";
import { embeddedSources } from "../../gateway/embedded.ts";
import { openFailedRows } from "../../gateway/rest/imports/failed-rows-store.ts";
import { type RunningGateway, startGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { readConfig } from "../../shared/config.ts";
import { DEFAULT_LIMITS, type Limits } from "../../shared/limits/limits.ts";
import { createLog } from "../../shared/log.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { makeStoppable } from "../../shared/subgraph/stoppable.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";

const SDL =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"]) type Query { word: String slowly: Row rows(first: Int = 10): [Row!]! } type Row { id: ID! next: Row rows(first: Int = 10): [Row!]! text(length: Int!): String } type Mutation { add(ms: Int = 10): Int }';

/** Records of the subgraph: resolver calls, and who added when. */
export type Done = { calls: number; added: string[] };

/** A subgraph whose rows are resolved one by one, yielding to the event loop in between. */
export function subgraph(done: Done): Subgraph {
	const row = async () => {
		done.calls++;
		return { id: "1" };
	};
	const rows = async (_: unknown, { first }: { first: number }) =>
		Promise.all(Array.from({ length: first }, row));
	const schema = buildSubgraphSchema({
		typeDefs: parse(SDL),
		resolvers: {
			Query: {
				word: () => "here",
				rows,
				async slowly() {
					done.calls++;
					await sleep(200);
					return { id: "1" };
				},
			},
			Row: {
				rows,
				async next() {
					done.calls++;
					await sleep(50);
					return { id: "2" };
				},
				text: (_: unknown, { length }: { length: number }) => "x".repeat(length),
			},
			Mutation: {
				async add(_: unknown, { ms }: { ms: number }, context: unknown) {
					const { viewer } = context as { viewer: Viewer };
					await sleep(ms);
					done.added.push("subject" in viewer ? viewer.subject : "public");
					return done.added.length;
				},
			},
		},
	});
	makeStoppable(schema);
	const contextFor = ({ viewer }: { viewer: Viewer }) => ({ viewer });
	const execute = createExecutor(schema, contextFor);
	return { name: "rows", sdl: SDL, schema, execute, contextFor, close: async () => undefined };
}

/** What a test has opened; a test file closes it after each test by `closeAll`. */
export const closing: Array<() => Promise<unknown>> = [];
export async function closeAll(): Promise<void> {
	for (const close of closing.splice(0).reverse()) await close();
}

/** "Bearer x" authenticates as field staff x. */
async function readViewer(authorization: string | undefined): Promise<Viewer> {
	if (!authorization) return PUBLIC;
	return { role: "FIELD_STAFF", subject: authorization.slice(7), center: "ga-mep" };
}

export type Started = RunningGateway & { done: Done };

export async function start(
	limits: Partial<Limits>,
	sources?: (done: Done) => Promise<SubgraphSource[]>,
): Promise<Started> {
	const done: Done = { calls: 0, added: [] };
	const dataDir = mkdtempSync(join(tmpdir(), "imports-"));
	const log = createLog("silent");
	const failedRows = await openFailedRows({ dataDir, log }, readConfig({}).imports);
	closing.push(failedRows.close);
	const gateway = await startGateway({
		sources: (await sources?.(done)) ?? embeddedSources([subgraph(done)]),
		readViewer,
		port: 0,
		imports: { failedRows, dir: dataDir },
		limits: { ...DEFAULT_LIMITS, ...limits },
		log,
	});
	closing.push(gateway.close);
	await gateway.ready;
	return { ...gateway, done };
}

/** Rate limits apply to all addresses, including loopback. */
export const NOBODY_EXEMPT = { rateExempt: [] };
export const CHAIN = `{ slowly { ${"next { ".repeat(15)} id ${"} ".repeat(15)} } }`;

export const SECRET = "s".repeat(32);

/** The subgraph as a separate process would serve it. */
export async function alone(done: Done): Promise<string> {
	const log = createLog("silent");
	const options = { port: 0, host: "127.0.0.1", secret: SECRET, log };
	const server = await serveSubgraph(subgraph(done), options);
	closing.push(server.close);
	return server.url;
}

export const served = async (done: Done) =>
	remoteSources({ rows: await alone(done) }, 5000, SECRET);
