import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Log } from "../log.ts";

/** Codes whose messages were written for the caller; all others are masked. */
const TOLD = new Set([
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"FORBIDDEN",
	"UNAUTHENTICATED",
	"CONFLICT",
	"RATE_LIMITED",
	"UNAVAILABLE",
]);

/** Told only where this server itself found the fault; from a subgraph they say that the hub asked it wrongly. */
const OF_THE_REQUEST = new Set([
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"OPERATION_RESOLUTION_FAILURE",
	"BAD_REQUEST",
	"PERSISTED_QUERY_NOT_FOUND",
	"PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** What wrong variables and arguments say carries no code, yet is the caller's to correct. */
const WRONG_VARIABLE = /^Variable "\$(\w+)"(?: (of .*)|(?:.*? at "([^"]+)")?.*?[;:] (.*))$/s;
const WRONG_VALUE =
	/^Variable "\$(?!representations")|^Argument "\w+" (of (non-null|required) type|has invalid value) /;

/** What an error says beside its code: where the fault is, all faults, the versions in conflict, the cost. */
const DETAILS = ["argument", "fields", "current", "seen", "cost"];

type Fault = Pick<GraphQLFormattedError, "message" | "extensions">;

/** Whether the server itself answers the error with 4xx, as it does where a request is no GraphQL at all. */
function isRefusal(error: unknown): boolean {
	// graphql-jit leaves out the extensions that graphql-js always has.
	const extensions: Fault["extensions"] = error instanceof GraphQLError ? error.extensions : {};
	const status = (extensions?.http as { status?: number } | undefined)?.status ?? 0;
	return status >= 400 && status < 500;
}

/** The code under which a caller is told an error; undefined where it is masked. */
function codeOf({ message, extensions = {} }: Fault, error: unknown): string | undefined {
	const code = extensions.code as string | undefined;
	const isAsked = (extensions.subgraph ?? extensions.serviceName) !== undefined;
	if (code && (TOLD.has(code) || (!isAsked && OF_THE_REQUEST.has(code)))) return code;
	if (WRONG_VALUE.test(message)) return "BAD_USER_INPUT";
	return !isAsked && isRefusal(error) ? "BAD_REQUEST" : undefined;
}

/** The one exit of errors: known ones pass with code, details and subgraph; the rest are masked. */
export function formatError(
	formatted: GraphQLFormattedError,
	error?: unknown,
): GraphQLFormattedError {
	const { subgraph, serviceName, ...more } = (formatted.extensions ?? {}) as Record<
		string,
		unknown
	>;
	const owner = subgraph ?? serviceName;
	const code = codeOf(formatted, error);
	const told = Object.fromEntries(DETAILS.flatMap((key) => (more[key] ? [[key, more[key]]] : [])));
	const wrong = code === "BAD_USER_INPUT" && WRONG_VARIABLE.exec(formatted.message);
	if (wrong && !told.fields)
		told.fields = [{ path: wrong[3] ?? wrong[1], message: wrong[4] ?? `A value ${wrong[2]}` }];
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

/** The message that a caller is told. */
export function publicMessage(error: Fault): string | undefined {
	return codeOf(error, error) && error.message;
}

/** What an error was first: a database's words inside a resolver's, a socket's inside a transport's. */
function causeOf(error: unknown): unknown {
	let found = error;
	while (found instanceof GraphQLError && found.originalError) found = found.originalError;
	return found;
}

/** Logs what is masked, and why what is unavailable is so, under the request id of the answer's `x-request-id`. */
export function logError(log: Log, requestId: string, error: GraphQLError): void {
	const { message, path, extensions } = error;
	const err = causeOf(error);
	const code = codeOf(error, error);
	const entry = { requestId, err, message, path, extensions };
	if (!code) log.error(entry, "unexpected error");
	else if (code === "UNAVAILABLE" && !(err instanceof GraphQLError))
		log.warn(entry, "a subgraph is unavailable");
}

/** Logs the errors of every request of an Apollo Server. */
export function logErrors(log: Log): ApolloServerPlugin<{ requestId: string }> {
	return {
		async contextCreationDidFail({ error }) {
			if (!codeOf(error as GraphQLError, error)) log.error({ err: error }, "unexpected error");
		},
		async unexpectedErrorProcessingRequest({ error, requestContext: { contextValue } }) {
			log.error({ requestId: contextValue.requestId, err: error }, "unexpected error");
		},
		async requestDidStart() {
			return {
				async didEncounterErrors({ errors, contextValue: { requestId } }) {
					for (const error of errors) logError(log, requestId, error);
				},
			};
		},
	};
}
