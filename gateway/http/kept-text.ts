import type { KeptText } from "../context.ts";
import { compressed, type Encoding } from "./compression.ts";
import { etagOf } from "./etag.ts";

/** What Apollo Server is given as the body of a response that is a kept answer and nothing else. It is no JSON. */
export const AS_KEPT = "as kept";

/** The text of an answer that has nothing but data. */
export function keptText(data: object): KeptText {
	const text = `${JSON.stringify({ data })}\n`;
	const bytes = Buffer.from(text);
	const made = new Map<Encoding, Promise<Buffer>>();
	let etag: string | undefined;
	return {
		bytes,
		with: (others) =>
			`${bytes.toString("utf8", 0, bytes.length - 2)},${JSON.stringify(others).slice(1)}\n`,
		etag() {
			etag ??= etagOf(bytes);
			return etag;
		},
		compressed(encoding) {
			const before = made.get(encoding);
			if (before) return before;
			const now = compressed(bytes, encoding);
			made.set(encoding, now);
			return now;
		},
	};
}
