import { GraphQLError } from "graphql";
import { Pool } from "undici";
import { badInput, HubError, unavailable } from "../errors.ts";
import { DEFAULT_LIMITS } from "../limits/limits.ts";
import { traceHeaders } from "../observe/tracing.ts";
import { publicMessage } from "../server/errors.ts";
import { type Secrets, signViewer, VIEWER_HEADER } from "../viewer/signed-header.ts";
import { PUBLIC } from "../viewer/viewer.ts";
import type { Caller, SubgraphClient, SubgraphRequest } from "./subgraph.ts";

type Failure = { message: string; extensions?: Record<string, unknown> };

export type Send = (
	subgraph: string,
	request: SubgraphRequest,
) => Promise<{ data?: unknown; errors?: readonly Failure[] }>;

/** Why a subgraph cannot be reached, without its address: "ECONNREFUSED", "it answered HTTP 502". */
export function reasonOf(error: Error & { code?: unknown }): string {
	return typeof error.code === "string" ? error.code : error.message;
}

/** The error of another subgraph, for the log, where its message is not meant for clients. */
function causeOf(failure: Failure | undefined): Error | undefined {
	if (!failure || publicMessage(failure)) return undefined;
	const original = failure instanceof GraphQLError ? failure.originalError : undefined;
	return original ?? new Error(failure.message);
}

/**
 * Makes a client from a way of sending. A subgraph that fails or cannot be reached gives UNAVAILABLE with its name;
 * BAD_USER_INPUT is passed on; other messages are passed on only if they are meant for clients.
 */
export function createSubgraphClient(send: Send): SubgraphClient {
	return async <T>(
		subgraph: string,
		query: string,
		variables: Record<string, unknown>,
		caller: Caller = { requestId: "ask", viewer: PUBLIC },
	) => {
		const answer = await send(subgraph, { query, variables, ...caller }).catch((error: Error) => {
			throw unavailable(
				subgraph,
				`The ${subgraph} subgraph cannot be reached (${reasonOf(error)}); try again`,
				error,
			);
		});
		const refused = answer.errors?.find((error) => error.extensions?.code === "BAD_USER_INPUT");
		if (refused) throw new HubError("BAD_USER_INPUT", refused.message, refused.extensions);
		const [failure] = answer.errors ?? [];
		if (failure || !answer.data) {
			const clientMessage = failure && publicMessage(failure);
			const why = clientMessage ? `: ${clientMessage}` : "; it has been logged";
			throw unavailable(
				subgraph,
				`The ${subgraph} subgraph could not answer${why}`,
				causeOf(failure),
			);
		}
		return answer.data as T;
	};
}

/** The text of an answer. Throws where it has more than `most` bytes, without reading the rest. */
async function textOf(body: AsyncIterable<Buffer>, most: number): Promise<string> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	// Leaving the loop closes the connection.
	for await (const chunk of body) {
		bytes += chunk.length;
		if (bytes > most) throw new Error(`its answer has more than ${most} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

/**
 * Asks over HTTP with kept-alive connections. `urls`: subgraph name → GraphQL endpoint;
 * `secrets` sign who asks; `answerBytes` bounds an answer.
 */
export function sendOverHttp(
	urls: Record<string, string>,
	timeoutMs: number,
	secrets: Secrets,
	answerBytes = DEFAULT_LIMITS.answerBytes,
): Send {
	const pools = new Map<string, Pool>();
	return async (subgraph, { query, variables, operationName, requestId, viewer, budget }) => {
		const address = urls[subgraph];
		if (!address) throw new Error(`HUB_SUBGRAPH_URLS names no ${subgraph}`);
		const url = new URL(address);
		let pool = pools.get(url.origin);
		if (!pool) {
			pool = new Pool(url.origin, {
				connections: 32,
				headersTimeout: timeoutMs,
				bodyTimeout: timeoutMs,
				connectTimeout: timeoutMs,
			});
			pools.set(url.origin, pool);
		}
		const signed = await signViewer(viewer, secrets);
		const response = await pool.request({
			path: url.pathname + url.search,
			method: "POST",
			headers: {
				"content-type": "application/json",
				"x-request-id": requestId,
				...traceHeaders(),
				...(signed && { [VIEWER_HEADER]: signed }),
			},
			body: JSON.stringify({ query, variables, operationName }),
			signal: budget?.signal(),
		});
		const text = await textOf(response.body, answerBytes);
		if (response.statusCode >= 500 || !text.startsWith("{"))
			throw new Error(`it answered HTTP ${response.statusCode}`);
		try {
			return JSON.parse(text);
		} catch {
			throw new Error("it answered broken JSON");
		}
	};
}

/** Throws BAD_USER_INPUT naming `argument` where the owning subgraph does not know one of `ids`. */
export async function checkEntitiesExist(
	ask: SubgraphClient,
	owner: { subgraph: string; type: string },
	argument: string,
	ids: readonly string[],
): Promise<void> {
	if (ids.length === 0) return;
	const query = `query Ask($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${owner.type} { id } } }`;
	const representations = ids.map((id) => ({ __typename: owner.type, id }));
	const { _entities } = await ask<{ _entities: Array<object | null> }>(owner.subgraph, query, {
		representations,
	});
	const unknown = ids.find((_, index) => _entities[index] === null);
	if (unknown !== undefined)
		throw badInput(argument, `there is no ${owner.type} with the id "${unknown}"`);
}
