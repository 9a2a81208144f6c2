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
/** What the page says, in both languages of the console: it does not know yet which one its reader wants. */
const TEXTS = {
	en: {
		building:
			"The console is being built from its sources, which takes a few seconds. This page reloads by itself.",
		failed: "The console could not be built from its sources; the hub's log says why.",
		meanwhile: (graphiql: string) => `${graphiql} and the API work.`,
	},
	"zh-CN": {
		building: "控制台正在由源代码构建，需要几秒钟。本页面会自动重新加载。",
		failed: "控制台未能由源代码构建；原因见平台的日志。",
		meanwhile: (graphiql: string) => `${graphiql} 与 API 可以使用。`,
	},
};

/** Sends the page that stands in for the console while its files are not there, with status 503. */
export function sendUnbuilt(
	reply: FastifyReply,
	state: ConsoleState,
	basePath: string,
): FastifyReply {
	const said = state === "failed" ? "failed" : "building";
	const reload =
		said === "building" ? `<meta http-equiv="refresh" content="${RELOAD_SECONDS}">` : "";
	const graphiql = `<a href="${basePath}/graphiql">GraphiQL</a>`;
	const paragraphs = Object.entries(TEXTS).map(
		([language, texts]) => `<p lang="${language}">${texts[said]} ${texts.meanwhile(graphiql)}</p>`,
	);
	if (reload) reply.header("retry-after", RELOAD_SECONDS);
	return reply
		.code(503)
		.headers(CONSOLE_HEADERS)
		.header("cache-control", "no-store")
		.type("text/html; charset=utf-8")
		.send(
			`<!doctype html>\n<html lang="en">\n<meta charset="utf-8">${reload}\n<title>Throughline</title>\n${paragraphs.join("\n")}\n</html>\n`,
		);
}
