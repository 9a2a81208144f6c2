import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import type { Log } from "../../shared/log.ts";
import type { RequestContext } from "./request-id.ts";

/** Codes whose messages were written for the caller; all others are masked. */
const TOLD = new Set([
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"FORBIDDEN",
	"UNAUTHENTICATED",
	"CONFLICT",
	"RATE_LIMITED",
	"UNAVAILABLE",
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"OPERATION_RESOLUTION_FAILURE",
	"BAD_REQUEST",
]);

/** What a wrong variable says carries no code, yet is the caller's to mend. */
const WRONG_VARIABLE = /^Variable "\$(\w+)"(?:.*? at "([^"]+)")?.*?[;:] (.*)$|^Variable "\$/s;

/** What an error says beside its code: where the fault is, all faults, the versions in conflict, the cost. */
const DETAILS = ["argument", "fields", "current", "seen", "cost"];

function codeOf({ message, extensions }: GraphQLFormattedError): string | undefined {
	const code = extensions?.code as string | undefined;
	if (code && TOLD.has(code)) return code;
	return WRONG_VARIABLE.test(message) ? "BAD_USER_INPUT" : undefined;
}

/** The one exit of errors: known ones pass with code, details and subgraph; the rest are masked. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
	const { subgraph, serviceName, ...more } = (formatted.extensions ?? {}) as Record<
		string,
		unknown
	>;
	const owner = subgraph ?? serviceName;
	const code = codeOf(formatted);
	const told = Object.fromEntries(DETAILS.flatMap((key) => (more[key] ? [[key, more[key]]] : [])));
	const wrong = WRONG_VARIABLE.exec(formatted.message);
	if (wrong) told.fields = [{ path: wrong[2] ?? wrong[1], message: wrong[3] }];
	return {
		message: code ? formatted.message : "Something went wrong in the hub; it has been logged.",
		path: formatted.path,
		locations: formatted.locations,
		extensions: {
			code: code ?? "INTERNAL_SERVER_ERROR",
			...(code ? told : {}),
			...(owner ? { subgraph: owner } : {}),
		},
	};
}

/** Logs what is masked, under the request id that the answer's `x-request-id` header tells. */
export function logErrors(log: Log): ApolloServerPlugin<RequestContext> {
	return {
		async requestDidStart() {
			return {
				async didEncounterErrors({ errors, contextValue: { requestId } }) {
					for (const error of errors) {
						if (codeOf(error.toJSON())) continue;
						const { message, path, extensions } = error;
						const err = unwrapResolverError(error);
						log.error({ requestId, err, message, path, extensions }, "unexpected error");
					}
				},
			};
		},
	};
}
