import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

export const THRESHOLD_BYTES = 1000;

/** Ways of compressing, the best one first. */
export const ENCODINGS = ["br", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 4 };

/** Rejects a compressed body instead of reading its bytes as text. */
async function rejectCompressed(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
	const encoding = request.headers["content-encoding"] ?? "identity";
	if (encoding === "identity") return undefined;
	return refuse(
		reply,
		415,
		"BAD_REQUEST",
		"Compressed bodies are not supported; send it uncompressed",
	);
}

/** Compresses every response of 1 KB or more while streaming. Call before the routes are added. */
export async function compressResponses(app: FastifyInstance): Promise<void> {
	await app.register(compress, {
		threshold: THRESHOLD_BYTES,
		encodings: [...ENCODINGS],
		brotliOptions: { params: BROTLI },
		// A small body could fill the memory when unpacked.
		globalDecompression: false,
	});
	app.addHook("onRequest", rejectCompressed);
}
