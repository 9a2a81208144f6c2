import type { FastifyRequest } from "fastify";
import { HubError } from "../../shared/errors.ts";

/** A header that a page of another origin can only send after a preflight request, which the hub refuses it. */
const CUSTOM_HEADER = "apollo-require-preflight";

function forbidden(reason: string): HubError {
	return new HubError(
		"FORBIDDEN",
		`A session's cookie only counts in requests of the hub's own pages: ${reason}`,
		{ http: { status: 403 } },
	);
}

/**
 * Throws FORBIDDEN unless a page of the hub made the request: browsers say so in Sec-Fetch-Site, which no page can set, or
 * else in Origin. A request that may change something also needs a header of its own. An address that somebody typed may
 * read.
 */
export function requireSameOrigin({ method, headers }: FastifyRequest, ownOrigin: string): void {
	const reads = method === "GET" || method === "HEAD";
	const site = headers["sec-fetch-site"];
	const { origin } = headers;
	if (site !== undefined) {
		if (site !== "same-origin" && !(reads && site === "none"))
			throw forbidden(`Sec-Fetch-Site is "${String(site).slice(0, 20)}"`);
	} else if (origin === undefined ? !reads : origin !== ownOrigin) {
		throw forbidden(`Origin is not ${ownOrigin}; set HUB_PUBLIC_URL to the address of the hub`);
	}
	if (!reads && !headers[CUSTOM_HEADER])
		throw forbidden('add the header "Apollo-Require-Preflight: 1"');
}
