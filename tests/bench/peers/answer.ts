import { createServer } from "node:http";

export type Call = { query: string; operationName?: string; variables?: Record<string, unknown> };

/** Serves GraphQL POST requests with the JSON text returned by `answer`, over plain node:http. */
export function serveAnswers(port: number, answer: (call: Call) => Promise<string>): void {
	createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const respond = (status: number, body: string) =>
				response
					.writeHead(status, {
						"content-type": "application/json",
						"content-length": Buffer.byteLength(body),
					})
					.end(body);
			if (request.method !== "POST") return respond(200, "{}");
			answer(JSON.parse(Buffer.concat(chunks).toString())).then(
				(body) => respond(200, body),
				(error: Error) => respond(500, JSON.stringify({ errors: [{ message: error.message }] })),
			);
		});
	}).listen(port, "127.0.0.1");
}
