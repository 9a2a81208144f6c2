import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

/** Content types that an HTML form of another site can send without a preflight request. */
const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Headers that a page of another site can set only after a preflight request. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name", "authorization"];

/** Values of Sec-Fetch-Site for requests that are not cross-site. */
const TRUSTED_SITES = ["same-origin", "none"];

/** True if a page of another site could have made the browser send this request with cookies. */
function isForgeable({ headers }: FastifyRequest): boolean {
	if (headers.cookie === undefined || TRUSTED_SITES.includes(String(headers["sec-fetch-site"])))
		return false;
	const type = headers["content-type"];
	if (type && !FORM_TYPES.test(type)) return false;
	return PREFLIGHT_HEADERS.every((name) => !headers[name]);
}

/**
 * Rejects requests that another site could have forged with a user's cookies. Without a cookie, a forged request has
 * public rights only, so queries by GET need no special header.
 */
export async function rejectForged(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
	if (!isForgeable(request)) return undefined;
	const message =
		'This request has cookies and could have been forged by another site; add the header "Apollo-Require-Preflight: 1"';
	return refuse(reply, 403, "FORBIDDEN", message);
}
