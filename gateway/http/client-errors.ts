import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError } from "fastify";

/** What Node says of a request that it cannot read: status and message. */
const KNOWN: Record<string, [status: number, message: string]> = {
	HPE_HEADER_OVERFLOW: [
		431,
		"The address and headers are larger than the hub takes; send the query by POST",
	],
	ERR_HTTP_REQUEST_TIMEOUT: [408, "The request did not arrive in time; send it again"],
};
const UNKNOWN: [number, string] = [400, "This is no HTTP request"];

/** Answers what did not become a request, in GraphQL's form, and ends the connection. */
export function answerNoRequest(error: ConnectionError, socket: Socket): void {
	if (error.code === "ECONNRESET" || socket.destroyed) return;
	const [status, message] = KNOWN[error.code] ?? UNKNOWN;
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
