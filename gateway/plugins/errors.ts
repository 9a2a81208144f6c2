import { unwrapResolverError } from "@apollo/server/errors";
import { type GraphQLFormattedError } from "graphql";
import type { Log } from "../../shared/log.ts";

/** Codes whose messages were written for the caller; all others are masked. */
const TOLD = new Set([
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"UNAVAILABLE",
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"OPERATION_RESOLUTION_FAILURE",
	"BAD_REQUEST",
]);

/** Coercion errors of graphql-js and graphql-jit in a subgraph carry no code, yet are the caller's to mend. */
const CALLERS_MISTAKE = /^Variable "\$|got invalid value|cannot represent|Expected .* to be/;

/** The one exit of errors: known ones pass with code, path and subgraph; the rest are logged and masked. */
export function formatErrors(log: Log) {
	return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
		const { code, argument, subgraph, serviceName } = (formatted.extensions ?? {}) as Record<
			string,
			string
		>;
		const place = { path: formatted.path, locations: formatted.locations };
		const owner = subgraph ?? serviceName;
		const extensions = { ...(argument && { argument }), ...(owner && { subgraph: owner }) };
		if (code && TOLD.has(code))
			return { message: formatted.message, ...place, extensions: { code, ...extensions } };
		if (CALLERS_MISTAKE.test(formatted.message))
			return {
				message: formatted.message,
				...place,
				extensions: { code: "BAD_USER_INPUT", ...extensions },
			};
		log.error(
			{
				err: unwrapResolverError(error),
				message: formatted.message,
				path: formatted.path,
				subgraph: owner,
			},
			"unexpected error",
		);
		return {
			message: "Something went wrong in the hub; it has been logged.",
			...place,
			extensions: { code: "INTERNAL_SERVER_ERROR", ...extensions },
		};
	};
}
