import type { FastifyRequest } from "fastify";
import { PUBLIC, type Viewer } from "../../../shared/viewer/viewer.ts";
import { consumerOf, type RequestContext } from "../../context.ts";
import type { CanaryCaller } from "./rules.ts";

/** The caller as canaries see it; a caller without a token is known by its address. */
export function canaryCallerFor(viewer: Viewer, request: Pick<FastifyRequest, "ip">): CanaryCaller {
	const subject = viewer.role === "PUBLIC" ? request.ip : viewer.subject;
	return { consumer: consumerOf(viewer), subject };
}

/** For whom a partner is asked: a consumer, or an anonymous caller by its address. */
export function canaryCallerOf(context: Partial<RequestContext> | undefined) {
	const { viewer = PUBLIC, address = "" } = context ?? {};
	const identified = viewer.role !== "PUBLIC";
	return { caller: identified ? consumerOf(viewer) : address, identified };
}
