import type { Received } from "../graphql/sent.ts";
import type { Failure, Operation, Refusal, Twin } from "./item.ts";

/** What the hub says to a step. */
export type Outcome =
	| { type: "DONE"; record: { id: string; revision: number; status: string; name: string } }
	| { type: "REFUSED"; refusal: Refusal }
	| { type: "NO_ANSWER"; failure: Failure };

/** Codes by which the hub says that it has not done it, and that sending it again would change nothing. */
const REFUSALS = [
	"CONFLICT",
	"FORBIDDEN",
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"GRAPHQL_VALIDATION_FAILED",
];

type GraphQLError = { message?: unknown; extensions?: Record<string, unknown> };

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(body: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(body);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

const none = (failure: Failure): Outcome => ({ type: "NO_ANSWER", failure });

function refused(operation: Operation, code: string, error: GraphQLError): Outcome {
	const { fields, current, seen, recordId } = error.extensions ?? {};
	return {
		type: "REFUSED",
		refusal: {
			operation,
			code,
			message: String(error.message ?? ""),
			fields: Array.isArray(fields) ? fields : undefined,
			current,
			seen,
			recordId: typeof recordId === "string" ? recordId : undefined,
		},
	};
}

function faulted(operation: Operation, errors: GraphQLError[]): Outcome {
	const codes = errors.map(({ extensions }) => String(extensions?.code ?? ""));
	if (codes.includes("UNAUTHENTICATED")) return none("SIGN_IN");
	const at = codes.findIndex((code) => REFUSALS.includes(code));
	const error = errors[at];
	return error ? refused(operation, codes[at] ?? "", error) : none("BUSY");
}

function done(operation: Operation, data: Record<string, unknown>): Outcome {
	const answer = isObject(data.done) ? data.done : undefined;
	const record = operation === "register" ? answer?.sme : answer;
	if (isObject(record) && typeof record.id === "string" && typeof record.revision === "number") {
		const { id, revision } = record;
		return {
			type: "DONE",
			record: {
				id,
				revision,
				status: String(record.status ?? ""),
				name: String(record.name ?? ""),
			},
		};
	}
	const twins = operation === "register" ? answer?.duplicates : undefined;
	if (Array.isArray(twins) && twins.length > 0)
		return {
			type: "REFUSED",
			refusal: { operation, code: "TWINS", message: "", twins: twins as Twin[] },
		};
	return none("NOT_THE_HUB");
}

/**
 * What the hub said. Only its own words in GraphQL count: the page of a captive portal or a proxy, a redirect to a
 * sign-in, half of an answer say nothing, whatever their status is.
 */
export function outcomeOf(operation: Operation, received: Received): Outcome {
	if (!received) return none("UNREACHABLE");
	const reply = parsed(received.body);
	if (!reply) return none(received.status >= 500 ? "BUSY" : "NOT_THE_HUB");
	if (Array.isArray(reply.errors) && reply.errors.length > 0)
		return faulted(operation, reply.errors.filter(isObject));
	return isObject(reply.data) ? done(operation, reply.data) : none("NOT_THE_HUB");
}
