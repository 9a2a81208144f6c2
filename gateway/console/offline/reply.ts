import { REFUSALS } from "../graphql/refusals.ts";
import type { Received } from "../graphql/send-document.ts";
import type { Failure, Operation, Refusal, Twin } from "./item.ts";

/** What the hub says to a step. */
export type Outcome =
	| { type: "DONE"; record: { id: string; revision: number; status: string; name: string } }
	| { type: "REFUSED"; refusal: Refusal }
	| { type: "NO_ANSWER"; failure: Failure };

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

/** Of the hub's errors, the one that says that sending it again would change nothing; else why there was no answer. */
function readErrors(errors: GraphQLError[]): { code: string; error: GraphQLError } | Failure {
	const codes = errors.map(({ extensions }) => String(extensions?.code ?? ""));
	if (codes.includes("UNAUTHENTICATED")) return "SIGN_IN";
	const at = codes.findIndex((code) => REFUSALS.includes(code));
	const error = errors[at];
	return error ? { code: codes[at] ?? "", error } : "BUSY";
}

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
	const read = readErrors(errors);
	return typeof read === "string" ? none(read) : refused(operation, read.code, read.error);
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
function readReply(received: Received): Record<string, unknown> | GraphQLError[] | Failure {
	if (!received) return "UNREACHABLE";
	const reply = parsed(received.body);
	if (!reply) return received.status >= 500 ? "BUSY" : "NOT_THE_HUB";
	if (Array.isArray(reply.errors) && reply.errors.length > 0) return reply.errors.filter(isObject);
	return isObject(reply.data) ? reply.data : "NOT_THE_HUB";
}

/** What the hub said to a step. */
export function outcomeOf(operation: Operation, received: Received): Outcome {
	const reply = readReply(received);
	if (typeof reply === "string") return none(reply);
	return Array.isArray(reply) ? faulted(operation, reply) : done(operation, reply);
}

/** What the hub said to a mutation called `done`: its answer, a refusal in its words, or why there was none. */
export function answerOf(
	received: Received,
):
	| { answer: Record<string, unknown> }
	| { refusal: string; fields: Array<{ path: string; message: string }> }
	| { failure: Failure } {
	const reply = readReply(received);
	if (typeof reply === "string") return { failure: reply };
	if (!Array.isArray(reply))
		return isObject(reply.done) ? { answer: reply.done } : { failure: "NOT_THE_HUB" };
	const read = readErrors(reply);
	if (typeof read === "string") return { failure: read };
	const { fields } = read.error.extensions ?? {};
	return {
		refusal: String(read.error.message ?? ""),
		fields: Array.isArray(fields) ? fields : [],
	};
}
