import { HubError } from "../errors.ts";

/** The error of a statement that was stopped because it ran too long. */
export function ranTooLong(ms: number): HubError {
	return new HubError(
		"UNAVAILABLE",
		`A database query ran longer than ${ms} ms and was stopped. Ask for less: a narrower \`where\`, fewer totals, a smaller \`first\``,
	);
}

/** Of a statement that comes while the database closes, or after. */
export const databaseClosed = (): HubError =>
	new HubError("UNAVAILABLE", "The hub is stopping; send the request again in a few seconds");
