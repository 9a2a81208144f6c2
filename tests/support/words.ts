import type { SubgraphSource } from "../../gateway/composition/supergraph.ts";
import { type GatewayOptions, startGateway } from "../../gateway/server.ts";
import { type HttpConfig, LOCAL_HTTP } from "../../shared/config-http.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { createLog, type Log } from "../../shared/log.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { PATIENT } from "./limits.ts";

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
	directive @cacheControl(maxAge: Int) on FIELD_DEFINITION | OBJECT
	type Query { word: String @cacheControl(maxAge: 60), words(count: Int! = 2, of: [ID!]): [String!] @cacheControl(maxAge: 60), secret: String, broken: String @cacheControl(maxAge: 60) } type Mutation { say(word: String!): String }`;

type Asked = {
	request: { query: string; variables?: Record<string, unknown> };
	context?: { viewer?: Viewer };
};

/** A hub with one small subgraph that returns what the test sets, and viewers by the name of their role. */
export async function startWords(
	answer: (asked: Asked) => Promise<object>,
	http: Partial<HttpConfig> = {},
	log: Log = createLog("silent"),
	limits: Partial<Limits> = {},
	more: Partial<GatewayOptions> = {},
) {
	const source: SubgraphSource = {
		name: "words",
		url: "fake:words",
		readSdl: async () => SDL,
		transport: { process: answer as never },
	};
	const gateway = await startGateway({
		sources: [source],
		readViewer: async (role) => (role ? { role: "HUB_ADMIN", subject: "admin-1" } : PUBLIC),
		port: 0,
		http: { ...LOCAL_HTTP, ...http },
		limits: { ...PATIENT, ...limits },
		log,
		...more,
	});
	await gateway.ready;
	return gateway;
}
