import cors, { type FastifyCorsOptions } from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";

const A_DAY_S = 86_400;

/** Headers that a page elsewhere may send without being known; the last four are those of Apollo's clients. */
const OF_EVERYBODY = [
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
 * Lets pages of other origins ask. Every origin asks as the public where `origins` has "*"; those that it names may
 * also send a token and cookies. Preflights are answered on every path.
 */
export async function allowOrigins(app: FastifyInstance, origins: string[]): Promise<void> {
	const named = new Set(origins.filter((origin) => origin !== "*"));
	const everybody: FastifyCorsOptions = origins.includes("*")
		? { ...COMMON, origin: "*", allowedHeaders: OF_EVERYBODY }
		: { origin: false };
	if (named.size === 0) {
		await app.register(cors, everybody);
		return;
	}
	const known: FastifyCorsOptions = {
		...COMMON,
		origin: [...named],
		credentials: true,
		allowedHeaders: [...OF_EVERYBODY, "authorization"],
	};
	await app.register(cors, {
		delegator: (request: FastifyRequest, done) =>
			done(null, named.has(request.headers.origin ?? "") ? known : everybody),
	});
}
