import { request } from "undici";

/** What a client may say in headers. */
export type Headers = Record<string, string>;
/** A request with these headers and no others: undici's fetch adds some of its own. */
export async function get(url: string, headers: Headers = {}, method = "GET", body?: string) {
	const response = await request(url, { method: method as "GET", headers, body });
	const bytes = Buffer.from(await response.body.arrayBuffer());
	return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() };
}
