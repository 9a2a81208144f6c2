/** HTTP status of an error by its code, where a route is no GraphQL. */
export const STATUS: Record<string, number> = {
	BAD_USER_INPUT: 400,
	UNAUTHENTICATED: 401,
	FORBIDDEN: 403,
	NOT_FOUND: 404,
	CONFLICT: 409,
	RATE_LIMITED: 429,
	UNAVAILABLE: 503,
};
