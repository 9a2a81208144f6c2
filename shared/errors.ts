import { GraphQLError } from "graphql";

export type ErrorCode =
	| "NOT_FOUND"
	| "FORBIDDEN"
	| "UNAUTHENTICATED"
	| "BAD_USER_INPUT"
	| "CONFLICT"
	| "RATE_LIMITED"
	| "UNAVAILABLE";

/** Codes that say the caller must change something: neither the hub nor a partner has failed. */
const CLIENT_CODES: ReadonlySet<string> = new Set<ErrorCode>([
	"NOT_FOUND",
	"FORBIDDEN",
	"UNAUTHENTICATED",
	"BAD_USER_INPUT",
	"CONFLICT",
	"RATE_LIMITED",
]);

export function isClientCode(code: unknown): code is Exclude<ErrorCode, "UNAVAILABLE"> {
	return typeof code === "string" && CLIENT_CODES.has(code);
}

/** One thing that is wrong with an input: `path` is where ("input.hours"), `message` what is wrong and how to fix it. */
export type FieldFault = { path: string; message: string };

/** An error whose message is meant for the caller. Anything else is masked and logged at the gateway. */
export class HubError extends GraphQLError {
	constructor(
		code: ErrorCode,
		message: string,
		extensions: Record<string, unknown> = {},
		cause?: Error,
	) {
		super(message, { extensions: { code, ...extensions }, originalError: cause });
	}
}

/** The caller's mistake: `argument` is where ("where.centerIds"), `message` what was wrong and how to fix it. */
export function badInput(argument: string, message: string): HubError {
	return badFields([{ path: argument, message }]);
}

/** All that is wrong with an input at once. */
export function badFields(fields: FieldFault[]): HubError {
	const told = fields.map(({ path, message }) => `${path}: ${message}`).join("; ");
	return new HubError("BAD_USER_INPUT", told, { argument: fields[0]?.path, fields });
}

/** Also said of what the viewer may not see, so that an answer never tells whether it exists. */
export function notFound(type: string, id: string): HubError {
	return new HubError("NOT_FOUND", `There is no ${type} with the id "${id}"`);
}

/** `cause` is logged, and never told. */
export function unavailable(subgraph: string, message: string, cause?: Error): HubError {
	return new HubError("UNAVAILABLE", message, { subgraph }, cause);
}
