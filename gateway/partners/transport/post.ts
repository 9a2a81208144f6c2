import { Agent, type Dispatcher } from "undici";
import { checkedUrl } from "../../../shared/partner-address.ts";
import type { PostBounded, Quota, SendBounded } from "../../../shared/registry.ts";
import { guardedLookup, type Resolve, systemResolve } from "./address.ts";
import { parseBounded } from "./json.ts";
import { signedHeaders } from "./signature.ts";

/** Connections to one host; the quota limits concurrent requests. */
const CONNECTIONS = 64;
const HEADER_BYTES = 16_384;

/** Reads the body, and aborts as soon as it is larger than `most` bytes. */
async function readAtMost(response: Dispatcher.ResponseData, most: number): Promise<Buffer> {
	const told = Number(response.headers["content-length"] ?? 0);
	const encoding = response.headers["content-encoding"] ?? "identity";
	const chunks: Buffer[] = [];
	let bytes = 0;
	try {
		if (encoding !== "identity") throw new Error("the answer is compressed, which was not asked");
		if (told > most) throw new Error(`the answer is larger than ${most} bytes`);
		for await (const chunk of response.body) {
			bytes += chunk.length;
			if (bytes > most) throw new Error(`the answer is larger than ${most} bytes`);
			chunks.push(chunk);
		}
	} catch (error) {
		response.body.destroy();
		throw error;
	}
	return Buffer.concat(chunks);
}

type Outgoing = {
	headers: Record<string, string>;
	body: string;
	quota: Pick<Quota, "timeoutMs">;
	production: boolean;
	signal?: AbortSignal | undefined;
};

function reasonOf(error: Error, deadline: AbortSignal, quota: Pick<Quota, "timeoutMs">): Error {
	if (deadline.aborted) return new Error(`no answer within ${quota.timeoutMs} ms`);
	return error;
}

/** A client for POST requests to partners over keep-alive connections. `resolve` replaces DNS in tests. */
export function partnerPoster(resolve: Resolve = systemResolve): {
	post: PostBounded;
	send: SendBounded;
	close(): Promise<void>;
} {
	const agents = new Map<boolean, Agent>();
	const agentFor = (production: boolean) => {
		let agent = agents.get(production);
		if (!agent) {
			agent = new Agent({
				connect: { lookup: guardedLookup(resolve, production) },
				connections: CONNECTIONS,
				maxHeaderSize: HEADER_BYTES,
				pipelining: 1,
			});
			agents.set(production, agent);
		}
		return agent;
	};

	/** Sends one body and passes the response to `read`, within the timeout of `quota`. */
	async function exchange<T>(
		url: URL,
		{ headers, body, quota, production, signal }: Outgoing,
		read: (response: Dispatcher.ResponseData) => Promise<T>,
	): Promise<T> {
		const deadline = AbortSignal.timeout(quota.timeoutMs);
		try {
			const response = await agentFor(production).request({
				origin: url.origin,
				path: url.pathname + url.search,
				method: "POST",
				headers,
				body,
				signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
			});
			// An aborted body emits an error event, which would end the process without a listener.
			response.body.on("error", () => undefined);
			const status = response.statusCode;
			if (status >= 300 && status < 400) {
				response.body.destroy();
				throw new Error(`it redirects (HTTP ${status}), which is not followed`);
			}
			return await read(response);
		} catch (error) {
			throw reasonOf(error as Error, deadline, quota);
		}
	}

	return {
		async post({ url: text, body, hosts, quota, production, key, signal }) {
			const url = checkedUrl(text, hosts, production);
			const json = JSON.stringify(body);
			const started = performance.now();
			const headers = { accept: "application/json", ...signedHeaders(url, json, key) };
			const outgoing = { headers, body: json, quota, production, signal };
			return exchange(url, outgoing, async (response) => {
				const bytes = await readAtMost(response, quota.maxBytes);
				return {
					status: response.statusCode,
					body: parseBounded(bytes, quota.maxDepth),
					bytes: bytes.length,
					ms: performance.now() - started,
				};
			});
		},
		async send({ url: text, hosts, production, timeoutMs, ...outgoing }) {
			const url = checkedUrl(text, hosts, production);
			return exchange(url, { ...outgoing, quota: { timeoutMs }, production }, async (response) => {
				// Only the status is used; the body is not read.
				response.body.destroy();
				return response.statusCode;
			});
		},
		async close() {
			await Promise.all([...agents.values()].map((agent) => agent.destroy()));
		},
	};
}
