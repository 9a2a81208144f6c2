import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { KeptText } from "../context.ts";
import { BROTLI, type Encoding } from "./compression.ts";
import { etagOf } from "./etag.ts";

const compress: Record<Encoding, (text: string) => Promise<Buffer>> = {
	br: (text) => promisify(brotliCompress)(text, { params: BROTLI }),
	gzip: promisify<string, Buffer>(gzip),
};

/** The text of an answer that has nothing but data. */
export function keptText(data: object): KeptText {
	const body = `${JSON.stringify({ data })}\n`;
	const made = new Map<Encoding, Promise<Buffer>>();
	let etag: string | undefined;
	return {
		body,
		with: (others) => `${body.slice(0, -2)},${JSON.stringify(others).slice(1)}\n`,
		etag() {
			etag ??= etagOf(body);
			return etag;
		},
		compressed(encoding) {
			const before = made.get(encoding);
			if (before) return before;
			const now = compress[encoding](body);
			made.set(encoding, now);
			return now;
		},
	};
}
