import { reasonOf, sendOverHttp } from "../../shared/subgraph/subgraph-client.ts";
import type { Secrets } from "../../shared/viewer/signed-header.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import type { SubgraphSource } from "../composition/supergraph.ts";
import { httpTransport } from "./http.ts";

/** Subgraphs that run as separate processes. `urls`: name → GraphQL endpoint. */
export function remoteSources(
	urls: Record<string, string>,
	timeoutMs: number,
	secrets: Secrets,
	answerBytes?: number,
): SubgraphSource[] {
	const send = sendOverHttp(urls, timeoutMs, secrets, answerBytes);
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
	}));
}
