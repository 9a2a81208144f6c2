import { request } from "undici";
import { unavailable } from "../../shared/errors.ts";
import { READY_PATH, reasonIn } from "../../shared/subgraph/readiness.ts";
import { reasonOf, sendOverHttp } from "../../shared/subgraph/subgraph-client.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import type { SubgraphSource } from "../composition/supergraph.ts";
import { httpTransport } from "./http.ts";

/** Characters of an answer that are read. */
const MOST_TEXT = 10_000;

/** Asks a subgraph's server whether it is ready: unlike a query, that touches its database. */
async function checkOverHttp(name: string, url: string, timeoutMs: number): Promise<void> {
	const address = new URL(url.replace(/\/graphql\/?$/, "") + READY_PATH);
	const { statusCode, body } = await request(address, {
		headersTimeout: timeoutMs,
		bodyTimeout: timeoutMs,
	}).catch((error: Error) => {
		throw unavailable(name, `it does not respond (${reasonOf(error)})`, error);
	});
	const text = (await body.text()).slice(0, MOST_TEXT);
	if (statusCode === 200) return;
	const reason = statusCode === 503 ? reasonIn(text) : undefined;
	throw unavailable(name, reason ?? `it answered HTTP ${statusCode}`);
}

/** Subgraphs that run as separate processes. `urls`: name → GraphQL endpoint. */
export function remoteSources(
	urls: Record<string, string>,
	timeoutMs: number,
	secret: string,
	answerBytes?: number,
): SubgraphSource[] {
	const send = sendOverHttp(urls, timeoutMs, secret, answerBytes);
	return Object.entries(urls).map(([name, url]) => ({
		name,
		url,
		async readSdl() {
			const answer = await send(name, {
				query: "{ _service { sdl } }",
				requestId: "supergraph",
				viewer: PUBLIC,
			}).catch((error: Error) => {
				// The health check is public, so no address.
				throw new Error(`it does not respond (${reasonOf(error)})`, { cause: error });
			});
			const { _service } = (answer.data ?? {}) as { _service?: { sdl: string } };
			if (!_service) throw new Error(answer.errors?.[0]?.message ?? "it returned no schema");
			return _service.sdl;
		},
		transport: httpTransport(name, send),
		check: () => checkOverHttp(name, url, timeoutMs),
	}));
}
