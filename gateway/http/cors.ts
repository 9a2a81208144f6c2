import cors, { type FastifyCorsOptions } from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";

const A_DAY_S = 86_400;

/** Headers that pages of every origin may send; the last four are those of Apollo's clients. */
const PUBLIC_HEADERS = [
	"content-type",
	"x-hub-cost",
	"x-request-id",
	"apollo-require-preflight",
	"x-apollo-operation-name",
	"apollographql-client-name",
	"apollographql-client-version",
];

const COMMON: FastifyCorsOptions = {
	methods: ["GET", "HEAD", "POST"],
	exposedHeaders: [
		"etag",
		"x-request-id",
		"retry-after",
		"ratelimit",
		"ratelimit-policy",
		"content-disposition",
	],
	maxAge: A_DAY_S,
	strictPreflight: false,
};

/**
 * Allows cross-origin requests. With "*" in `origins`, every origin may send public requests; listed origins may also
 * send a token and cookies. Preflight requests are answered on every path.
 */
export async function allowOrigins(app: FastifyInstance, origins: string[]): Promise<void> {
	const listed = new Set(origins.filter((origin) => origin !== "*"));
	const publicOptions: FastifyCorsOptions = origins.includes("*")
		? { ...COMMON, origin: "*", allowedHeaders: PUBLIC_HEADERS }
		: { origin: false };
	if (listed.size === 0) {
		await app.register(cors, publicOptions);
		return;
	}
	const listedOptions: FastifyCorsOptions = {
		...COMMON,
		origin: [...listed],
		credentials: true,
		allowedHeaders: [...PUBLIC_HEADERS, "authorization"],
	};
	await app.register(cors, {
		delegator: (request: FastifyRequest, done) =>
			done(null, listed.has(request.headers.origin ?? "") ? listedOptions : publicOptions),
	});
}
