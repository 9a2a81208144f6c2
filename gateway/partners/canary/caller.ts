import type { FastifyRequest } from "fastify";
import { PUBLIC, type Viewer } from "../../../shared/viewer/viewer.ts";
import { consumerOf, type RequestContext } from "../../context.ts";
import type { CanaryCaller } from "./rules.ts";

/** The caller for canary selection; a caller without a token is identified by its network address. */
export function canaryCallerFor(viewer: Viewer, request: Pick<FastifyRequest, "ip">): CanaryCaller {
	const subject = viewer.role === "PUBLIC" ? request.ip : viewer.subject;
	return { consumer: consumerOf(viewer), subject };
}

/** The caller on whose behalf a partner is requested: a consumer, or the address of an anonymous caller. */
export function canaryCallerOf(context: Partial<RequestContext> | undefined) {
	const { viewer = PUBLIC, address = "" } = context ?? {};
	const identified = viewer.role !== "PUBLIC";
	return { caller: identified ? consumerOf(viewer) : address, identified };
}
