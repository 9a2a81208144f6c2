import type { Manner } from "./server.ts";

/** Python: an error names its place in the query and in the answer, and has no code. */
export const STRAWBERRY: Manner = {
	contentType: "application/json",
	invalidStatus: 200,
	chunked: false,
	error: ({ message, locations, path }) => ({ message, locations, path }),
	body: (data = null, errors) =>
		JSON.stringify({ data, ...(errors.length > 0 && { errors }), extensions: {} }),
};

/** Go: errors stand before the data, without a place in the query; what cannot be run is 422. */
export const GQLGEN: Manner = {
	contentType: "application/json",
	invalidStatus: 422,
	chunked: false,
	error: ({ message, path }) => ({ message, path }),
	body: (data = null, errors) => JSON.stringify({ ...(errors.length > 0 && { errors }), data }),
};

/** .NET: an answer in pieces, its words masked, a code of its own in the extensions. */
export const HOTCHOCOLATE: Manner = {
	contentType: "application/json; charset=utf-8",
	invalidStatus: 400,
	chunked: true,
	error: ({ locations, path }) => ({
		message: "Unexpected Execution Error",
		locations,
		path,
		extensions: { code: "HC0008", fieldCoordinate: "Query.any" },
	}),
	body: (data, errors) =>
		JSON.stringify({
			...(errors.length > 0 && { errors }),
			...(data !== undefined && { data }),
			extensions: { operationCost: { fieldCost: 10, typeCost: 1 } },
		}),
};

/** Java: the exception's class in the message, a kind in the extensions, no place in the query. */
export const DGS: Manner = {
	contentType: "application/json",
	invalidStatus: 200,
	chunked: true,
	error: ({ message, path }) => ({
		message: `java.lang.IllegalStateException: ${message}`,
		locations: [],
		path,
		extensions: { errorType: "INTERNAL", class: "java.lang.IllegalStateException" },
	}),
	body: (data, errors) =>
		JSON.stringify({ ...(errors.length > 0 && { errors }), ...(data !== undefined && { data }) }),
};
