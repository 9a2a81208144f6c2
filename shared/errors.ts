import { GraphQLError } from "graphql";

export type ErrorCode = "NOT_FOUND" | "BAD_USER_INPUT" | "UNAVAILABLE";

/** An error whose message is meant for the caller. Anything else is masked and logged at the gateway. */
export class HubError extends GraphQLError {
	constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
		super(message, { extensions: { code, ...extensions } });
	}
}

/** The caller's mistake: `argument` is where ("where.centerIds"), `message` what was wrong and how to mend it. */
export function badInput(argument: string, message: string): HubError {
	return new HubError("BAD_USER_INPUT", `${argument}: ${message}`, { argument });
}

export function unavailable(subgraph: string, message: string): HubError {
	return new HubError("UNAVAILABLE", message, { subgraph });
}
