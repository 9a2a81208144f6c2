import type { FastifyReply } from "fastify";
import { CONSOLE_HEADERS } from "./policy.ts";

/** "failed" where it could not be built from its sources, as the log says. */
export type ConsoleState = "built" | "building" | "failed";

/** What `read` makes of the built files, read once, as soon as they are there; undefined before. */
export function whenBuilt<T>(state: () => ConsoleState, read: () => T): () => T | undefined {
	let made: { value: T } | undefined;
	const get = () => {
		if (!made && state() === "built") made = { value: read() };
		return made?.value;
	};
	get();
	return get;
}

const RELOAD_SECONDS = 3;
const BUILDING =
	"The console is being built from its sources, which takes a few seconds. This page reloads by itself.";
const FAILED = "The console could not be built from its sources; the hub's log says why.";

/** Sends the page that stands in for the console while its files are not there, with status 503. */
export function sendUnbuilt(
	reply: FastifyReply,
	state: ConsoleState,
	basePath: string,
): FastifyReply {
	const text = state === "failed" ? FAILED : BUILDING;
	const reload =
		state === "failed" ? "" : `<meta http-equiv="refresh" content="${RELOAD_SECONDS}">`;
	if (reload) reply.header("retry-after", RELOAD_SECONDS);
	return reply
		.code(503)
		.headers(CONSOLE_HEADERS)
		.header("cache-control", "no-store")
		.type("text/html; charset=utf-8")
		.send(
			`<!doctype html>\n<html lang="en">\n<meta charset="utf-8">${reload}\n<title>Throughline</title>\n<p>${text} <a href="${basePath}/graphiql">GraphiQL</a> and the API work.</p>\n</html>\n`,
		);
}
