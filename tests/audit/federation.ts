import { isDeepStrictEqual } from "node:util";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer, type ApolloServerOptionsWithGateway } from "@apollo/server";
import { compiledGateway } from "../../gateway/execution/compiled-gateway.ts";
import type { Transport, TransportAnswer } from "../../gateway/subgraph-transport.ts";

/**
 * Runs the public federation gateway audit by this hub's execution or by Apollo's; README.md in this folder says how to
 * start its subgraphs. Prints a mark for each case, and ends with 1 where one fails.
 *
 *     npx tsx tests/audit/federation.ts [ours|apollo] [suite] [http://localhost:4200]
 */
const [execution = "ours", only, audit = "http://localhost:4200"] = process.argv.slice(2);

type Case = { query: string; expected: { data?: unknown; errors?: boolean } };

const read = async (path: string) => (await fetch(`${audit}${path}`)).text();
const readJson = async <T>(path: string) => JSON.parse(await read(path)) as T;

const quiet = () => undefined;
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** The subgraphs' addresses in a supergraph. */
const addressesIn = (supergraph: string): Map<string, string> =>
	new Map(
		[...supergraph.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]+)"\)/g)].map(
			([, name = "", url = ""]) => [name, url],
		),
	);

const overHttp = (url: string): Transport => ({
	async process({ request }) {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json", accept: "application/json" },
			body: JSON.stringify(request),
		});
		return (await response.json()) as TransportAnswer;
	},
});

function gatewayFor(supergraph: string): ApolloServerOptionsWithGateway<never>["gateway"] {
	const addresses = addressesIn(supergraph);
	const transportFor = (name: string) => overHttp(addresses.get(name) ?? "");
	if (execution === "ours") return compiledGateway({ supergraph, transportFor });
	return new ApolloGateway({
		supergraphSdl: supergraph,
		buildService: ({ name }) => transportFor(name) as never,
		logger: SILENT,
	});
}

/** Whether a case is answered as the audit expects: its own comparison, see its src/test.ts. */
async function passes(server: ApolloServer<never>, { query, expected }: Case): Promise<boolean> {
	const { body } = await server.executeOperation({ query }, { contextValue: {} as never });
	if (body.kind !== "single") return false;
	const { data, errors } = JSON.parse(JSON.stringify(body.singleResult));
	const isRight =
		isDeepStrictEqual(data ?? null, expected.data ?? null) &&
		(expected.errors === undefined || expected.errors === (errors?.length ?? 0) > 0);
	if (!isRight && only) console.log(query, JSON.stringify({ expected, data, errors }, null, 1));
	return isRight;
}

let passed = 0;
let total = 0;
for (const suite of await readJson<string[]>("/ids")) {
	if (only && suite !== only) continue;
	const server = new ApolloServer<never>({
		gateway: gatewayFor(await read(`/${suite}/supergraph`)),
		logger: SILENT,
		stopOnTerminationSignals: false,
	});
	await server.start();
	let marks = "";
	for (const one of await readJson<Case[]>(`/${suite}/tests`))
		marks += (await passes(server, one)) ? "." : "X";
	await server.stop();
	console.log(suite.padEnd(40), marks);
	passed += marks.replaceAll("X", "").length;
	total += marks.length;
}
console.log(`${execution}: ${passed} of ${total}`);
if (passed < total) process.exitCode = 1;
