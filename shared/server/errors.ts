import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Log } from "../log.ts";
import { silentOutages } from "../outages.ts";

/** Codes whose messages are written for clients; all others are masked. */
const CLIENT_CODES = new Set([
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"FORBIDDEN",
	"UNAUTHENTICATED",
	"CONFLICT",
	"RATE_LIMITED",
	"UNAVAILABLE",
]);

/** Passed on only if this server found the error itself; from a subgraph they mean that the hub sent a wrong request. */
const OF_THE_REQUEST = new Set([
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"OPERATION_RESOLUTION_FAILURE",
	"BAD_REQUEST",
	"PERSISTED_QUERY_NOT_FOUND",
	"PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Errors about wrong variables and arguments have no code, although they are the client's mistake. */
const WRONG_VARIABLE = /^Variable "\$(\w+)"(?: (of .*)|(?:.*? at "([^"]+)")?.*?[;:] (.*))$/s;
const WRONG_VALUE =
	/^Variable "\$(?!representations")|^Argument "\w+" (of (non-null|required) type|has invalid value) /;

/** Extensions that are passed on beside the code: the argument, all faults, the versions in conflict, the cost, what is open in a quarter. */
const DETAILS = ["argument", "fields", "current", "seen", "cost", "open"];

type Fault = Pick<GraphQLFormattedError, "message" | "extensions">;

/** Whether the server itself answers the error with 4xx, as it does where a request is no GraphQL at all. */
function isRefusal(error: unknown): boolean {
	// graphql-jit leaves out the extensions that graphql-js always has.
	const extensions: Fault["extensions"] = error instanceof GraphQLError ? error.extensions : {};
	const status = (extensions?.http as { status?: number } | undefined)?.status ?? 0;
	return status >= 400 && status < 500;
}

/** The code of an error as clients get it; undefined if it is masked. */
function codeOf({ message, extensions = {} }: Fault, error: unknown): string | undefined {
	const code = extensions.code as string | undefined;
	const isAsked = (extensions.subgraph ?? extensions.serviceName) !== undefined;
	if (code && (CLIENT_CODES.has(code) || (!isAsked && OF_THE_REQUEST.has(code)))) return code;
	if (WRONG_VALUE.test(message)) return "BAD_USER_INPUT";
	return !isAsked && isRefusal(error) ? "BAD_REQUEST" : undefined;
}

/** Formats every error sent to clients: known ones keep code, details and subgraph; the others are masked. */
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
	const passed = Object.fromEntries(
		DETAILS.flatMap((key) => (more[key] ? [[key, more[key]]] : [])),
	);
	const wrong = code === "BAD_USER_INPUT" && WRONG_VARIABLE.exec(formatted.message);
	if (wrong && !passed.fields)
		passed.fields = [{ path: wrong[3] ?? wrong[1], message: wrong[4] ?? `A value ${wrong[2]}` }];
	return {
		message: code ? formatted.message : "Something went wrong in the hub; it has been logged.",
		path: formatted.path,
		locations: formatted.locations,
		extensions: {
			code: code ?? "INTERNAL_SERVER_ERROR",
			...(code ? passed : {}),
			...(owner ? { subgraph: owner } : {}),
		},
	};
}

/** The message as clients get it; undefined if it is masked. */
export function publicMessage(error: Fault): string | undefined {
	return codeOf(error, error) && error.message;
}

/** The original error: a database's inside a resolver's, a socket's inside a transport's. */
function causeOf(error: unknown): unknown {
	let found = error;
	while (found instanceof GraphQLError && found.originalError) found = found.originalError;
	return found;
}

const outages = new WeakMap<Log, ReturnType<typeof silentOutages>>();

/** One outage is logged once, whichever requests it fails. */
function outagesOf(log: Log): ReturnType<typeof silentOutages> {
	let found = outages.get(log);
	if (!found) {
		const words = {
			began: "a subgraph is unavailable",
			over: "a subgraph was unavailable and has not failed for a minute",
		};
		found = silentOutages(log, words);
		outages.set(log, found);
	}
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
		outagesOf(log)(String(extensions.subgraph ?? "hub"), entry);
}

/** Logs the errors of every request of an Apollo Server. */
export function logErrors(log: Log): ApolloServerPlugin<{ requestId: string }> {
	const listener: GraphQLRequestListener<{ requestId: string }> = {
		async didEncounterErrors({ errors, contextValue: { requestId } }) {
			for (const error of errors) logError(log, requestId, error);
		},
	};
	return {
		async contextCreationDidFail({ error }) {
			if (!codeOf(error as GraphQLError, error)) log.error({ err: error }, "unexpected error");
		},
		async unexpectedErrorProcessingRequest({ error, requestContext: { contextValue } }) {
			log.error({ requestId: contextValue.requestId, err: error }, "unexpected error");
		},
		requestDidStart: async () => listener,
	};
}
