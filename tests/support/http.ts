import { request } from "undici";

/** Request headers. */
export type Headers = Record<string, string>;
/** A request with exactly these headers; fetch adds its own. */
export async function get(url: string, headers: Headers = {}, method = "GET", body?: string) {
	const response = await request(url, { method: method as "GET", headers, body });
	const bytes = Buffer.from(await response.body.arrayBuffer());
	return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() };
}
