import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

const SMALLEST = 1000;

/** Says that a body cannot be read, rather than read its compressed bytes as text. */
async function refuseCompressed(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
	const encoding = request.headers["content-encoding"] ?? "identity";
	if (encoding === "identity") return undefined;
	return refuse(reply, 415, "BAD_REQUEST", "The hub takes no compressed bodies; send it as it is");
}

/** Compresses every answer of a kilobyte or more, as it is sent. Call before the routes are added. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
	await app.register(compress, {
		threshold: SMALLEST,
		encodings: ["br", "gzip"],
		brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
		// A small body may unpack into one that fills the memory.
		globalDecompression: false,
	});
	app.addHook("onRequest", refuseCompressed);
}
