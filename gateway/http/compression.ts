import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import compress from "@fastify/compress";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

export const THRESHOLD_BYTES = 1000;

/** Ways of compressing, the best one first. */
const ENCODINGS = ["br", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Up to here, compressing at once costs the main thread less than handing pieces to another one. */
export const SYNC_BYTES = 65_536;

const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 4 };

const compressors: Record<Encoding, (text: string | Buffer) => Promise<Buffer>> = {
	br: (text) => promisify(brotliCompress)(text, { params: BROTLI }),
	gzip: promisify<string | Buffer, Buffer>(gzip),
};

/** Compresses in another thread. */
export const compressed = (text: string | Buffer, encoding: Encoding): Promise<Buffer> =>
	compressors[encoding](text);

const ENCODING_NAMES = [...ENCODINGS, "identity"];
const isEncoding = (name: string | null): name is Encoding => ENCODINGS.some((one) => one === name);

/** The way of compressing that a client likes best; undefined if it wants none. */
export function acceptedEncoding({ headers }: FastifyRequest): Encoding | undefined {
	const accepted = headers["accept-encoding"];
	if (accepted === undefined || headers["x-no-compression"] !== undefined) return undefined;
	const best = negotiate(accepted, ENCODING_NAMES);
	return isEncoding(best) ? best : undefined;
}

/** Rejects a compressed body instead of reading its bytes as text. */
function rejectCompressed(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
	const encoding = request.headers["content-encoding"] ?? "identity";
	if (encoding === "identity") done();
	else
		refuse(reply, 415, "BAD_REQUEST", "Compressed bodies are not supported; send it uncompressed");
}

/** Compresses every response of 1 KB or more, large ones while streaming. Call before the routes are added. */
export async function compressResponses(app: FastifyInstance): Promise<void> {
	await app.register(compress, {
		threshold: THRESHOLD_BYTES,
		syncThreshold: SYNC_BYTES,
		encodings: [...ENCODINGS],
		brotliOptions: { params: BROTLI },
		// A small body could fill the memory when unpacked.
		globalDecompression: false,
	});
	app.addHook("onRequest", rejectCompressed);
}
