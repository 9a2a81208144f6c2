/** HTTP status by error code, for routes that are not GraphQL. */
export const STATUS: Record<string, number> = {
	BAD_USER_INPUT: 400,
	UNAUTHENTICATED: 401,
	FORBIDDEN: 403,
	NOT_FOUND: 404,
	CONFLICT: 409,
	RATE_LIMITED: 429,
	UNAVAILABLE: 503,
};
