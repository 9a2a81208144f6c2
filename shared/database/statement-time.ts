import { HubError } from "../errors.ts";

/** How long a statement that reads may run where nothing else is configured. */
export const STATEMENT_MS = 30_000;

/** Of a statement that was stopped because it ran too long. */
export function ranTooLong(ms: number): HubError {
	return new HubError(
		"UNAVAILABLE",
		`The database worked longer than ${ms} ms on one question, so it was stopped. Ask for less: a narrower \`where\`, fewer totals, a smaller \`first\``,
	);
}

/** Of a statement that comes while the database closes, or after. */
export const databaseClosed = (): HubError =>
	new HubError("UNAVAILABLE", "The hub is stopping; send the request again in a few seconds");
