import type { FastifyRequest } from "fastify";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { consumerOf } from "../../context.ts";
import type { CanaryCaller } from "./rules.ts";

/** The caller as canaries see it; a caller without a token is known by its address. */
export function canaryCallerFor(viewer: Viewer, request: Pick<FastifyRequest, "ip">): CanaryCaller {
	const subject = viewer.role === "PUBLIC" ? request.ip : viewer.subject;
	return { consumer: consumerOf(viewer), subject };
}
