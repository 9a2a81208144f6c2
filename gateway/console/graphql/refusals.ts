/** Codes by which the hub says that it has not done it, and that sending it again would change nothing. */
export const REFUSALS: readonly string[] = [
	"CONFLICT",
	"FORBIDDEN",
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"GRAPHQL_VALIDATION_FAILED",
];
