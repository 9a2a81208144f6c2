import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

/** Content types that a form of another site can send without asking first. */
const OF_FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Headers that a page of another site can set only after the hub has allowed it. */
const ASKED_FIRST = ["apollo-require-preflight", "x-apollo-operation-name", "authorization"];

/** Sites from which a browser says that a request comes, where it is none of a stranger's. */
const TRUSTED = ["same-origin", "none"];

/** Whether a page of another site could have made a browser send this, together with the cookies that it keeps. */
function isForgeable({ headers }: FastifyRequest): boolean {
	if (headers.cookie === undefined || TRUSTED.includes(String(headers["sec-fetch-site"])))
		return false;
	const type = headers["content-type"];
	if (type && !OF_FORMS.test(type)) return false;
	return ASKED_FIRST.every((name) => !headers[name]);
}

/**
 * Refuses what another site could have sent with somebody's cookies. Without a cookie a request has no rights that its
 * sender lacks, so that queries by GET need no special header.
 */
export async function refuseForged(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
	if (!isForgeable(request)) return undefined;
	const message =
		'This request brings cookies and may have been made by another site; send the header "Apollo-Require-Preflight: 1" with it';
	return refuse(reply, 403, "FORBIDDEN", message);
}
