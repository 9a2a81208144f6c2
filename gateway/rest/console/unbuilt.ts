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
/** What the page says, in the languages of the console: it does not know yet which one its reader wants. */
const TEXTS = {
	building: {
		en: "The console is being built from its sources, which takes a few seconds. This page reloads by itself.",
		"zh-CN": "控制台正在由源代码构建，需要几秒钟。本页面会自动重新加载。",
	},
	failed: {
		en: "The console could not be built from its sources; the hub's log says why.",
		"zh-CN": "控制台未能由源代码构建；原因见平台的日志。",
	},
};
const OTHERS_WORK = { en: "GraphiQL and the API work.", "zh-CN": "GraphiQL 与 API 可以使用。" };

/** Sends the page that stands in for the console while its files are not there, with status 503. */
export function sendUnbuilt(
	reply: FastifyReply,
	state: ConsoleState,
	basePath: string,
): FastifyReply {
	const hasFailed = state === "failed";
	const reload = hasFailed ? "" : `<meta http-equiv="refresh" content="${RELOAD_SECONDS}">`;
	const graphiql = `<a href="${basePath}/graphiql">GraphiQL</a>`;
	const said = (["en", "zh-CN"] as const).map((language) => {
		const others = OTHERS_WORK[language].replace("GraphiQL", graphiql);
		return `<p lang="${language}">${TEXTS[hasFailed ? "failed" : "building"][language]} ${others}</p>`;
	});
	if (reload) reply.header("retry-after", RELOAD_SECONDS);
	return reply
		.code(503)
		.headers(CONSOLE_HEADERS)
		.header("cache-control", "no-store")
		.type("text/html; charset=utf-8")
		.send(
			`<!doctype html>\n<html lang="en">\n<meta charset="utf-8">${reload}\n<title>Throughline</title>\n${said.join("\n")}\n</html>\n`,
		);
}
