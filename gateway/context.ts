import { randomUUID } from "node:crypto";
import type { ExecutionResult } from "graphql";
import type { Lifetimes } from "../shared/subgraph/cache-control.ts";
import type { Caller } from "../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../shared/viewer/viewer.ts";
import type { RequestBounds } from "./limits/bounds.ts";

/** What the lifetime of an answer depends on: "Type.field" → seconds. Empty: the answer may not be cached. */
export type CachePolicy = ReadonlyMap<string, number>;

/** An answer as it is sent, and what is worked out from it once. */
export type KeptText = {
	/** The whole response, of which the data is all. Bytes are sent without being encoded each time. */
	bytes: Buffer;
	/** The whole response with other members beside the data. */
	with(others: object): string;
	etag(): string;
	/** The response as it is sent compressed. */
	compressed(encoding: "br" | "gzip"): Promise<Buffer>;
};

/** The gateway's context of one request. */
export type RequestContext = Caller & {
	/** Only plan the operation, to warm up a new graph; no subgraph is called. */
	warming?: true;
	/** Network address of the client. */
	address?: string;
	/** True if the caller is the public and gets the same graph as everybody: no token, no canary. */
	cacheable?: boolean;
	/** How long the answer may be cached, of a query that is cacheable; empty where it depends on records. */
	cachePolicy?: CachePolicy;
	/** Lifetimes that resolvers set. */
	lifetimes?: Lifetimes;
	/** Gets the answer, where it was kept; an object of its own, since Apollo Server copies the context. */
	answer?: { kept?: KeptText };
	/** The execution of this request, where it has errors or has failed; see execution/execute-plugin.ts. */
	executed?: Promise<ExecutionResult<Record<string, unknown>>>;
	/** Limits of this request; absent if there are none. */
	bounds?: RequestBounds;
	/** What is noted while it runs, for metrics and logs. */
	observed?: { subgraphMs: Record<string, number>; cost?: number };
};

const SAFE = /^[\w.:-]{1,100}$/;

/** The request id of the header if it is safe to log and return, otherwise a new one. */
export function requestIdFrom(header: unknown): string {
	return typeof header === "string" && SAFE.test(header) ? header : randomUUID();
}

/** The caller of a request to a subgraph; plans and health checks have no request and run as the public. */
export function callerOf(context: Partial<Caller> | undefined): Caller {
	return {
		requestId: context?.requestId ?? "gateway",
		viewer: context?.viewer ?? PUBLIC,
		budget: context?.budget,
	};
}

/** The name under which a viewer's usage is counted: an organisation or an office, never a person. */
export function consumerOf(viewer: Viewer): string {
	switch (viewer.role) {
		case "PARTNER":
			return viewer.organization;
		case "FIELD_STAFF":
		case "CENTER_MANAGER":
			return viewer.center;
		default:
			return viewer.role.toLowerCase().replace("_", "-");
	}
}
