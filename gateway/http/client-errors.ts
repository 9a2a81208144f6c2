import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError } from "fastify";

/** Node error code of an unreadable request → status and message. */
const RESPONSES: Record<string, [status: number, message: string]> = {
	HPE_HEADER_OVERFLOW: [431, "The URL and headers are too large; send the query by POST"],
	ERR_HTTP_REQUEST_TIMEOUT: [408, "The request did not arrive in time; send it again"],
};
const DEFAULT_RESPONSE: [number, string] = [400, "This is not a valid HTTP request"];

/** Responds to an unreadable request in GraphQL format, and closes the connection. */
export function respondToUnreadable(error: ConnectionError, socket: Socket): void {
	if (error.code === "ECONNRESET" || socket.destroyed) return;
	const [status, message] = RESPONSES[error.code] ?? DEFAULT_RESPONSE;
	const body = JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
	const head = [
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
		"content-type: application/json; charset=utf-8",
		`content-length: ${Buffer.byteLength(body)}`,
		"connection: close",
	];
	if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
	socket.destroy(error);
}
