import { randomUUID } from "node:crypto";
import type { Caller } from "../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../shared/viewer/viewer.ts";
import type { RequestBounds } from "./limits/bounds.ts";

/** What the gateway keeps for one request. */
export type RequestContext = Caller & {
	/** Planned for a new graph only; no subgraph is asked. */
	warming?: true;
	/** Network address of the client. */
	address?: string;
	/** Whether everybody who asks this gets the same answer now. */
	forEverybody?: boolean;
	/** What bounds this request; absent where nothing does. */
	bounds?: RequestBounds;
};

const SAFE = /^[\w.:-]{1,100}$/;

/** The caller's request id where it is harmless, otherwise a new one. */
export function requestIdFrom(header: unknown): string {
	return typeof header === "string" && SAFE.test(header) ? header : randomUUID();
}

/** Plans and health checks run without a request, as the public. */
export function callerOf(context: Partial<Caller> | undefined): Caller {
	return {
		requestId: context?.requestId ?? "gateway",
		viewer: context?.viewer ?? PUBLIC,
		budget: context?.budget,
	};
}

/** Under which name a viewer's use is counted: an organisation or an office, never a person. */
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
