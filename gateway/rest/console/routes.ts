import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PATHS } from "../../console/parts/paths.ts";
import { sendCacheable, vary } from "../../http/etag.ts";
import { addAppFiles } from "./app-files.ts";
import { DEVELOPMENT, developmentTags } from "./development.ts";
import { CONSOLE_HEADERS } from "./policy.ts";
import { languageOf, type PageLanguage, preloadsOf } from "./preloads.ts";
import { type ConsoleState, sendUnbuilt, whenBuilt } from "./unbuilt.ts";

export type BuiltConsole = {
	/** Folder of the built files. */
	dir: string;
	/** The console's operations, by the hash that it sends. */
	operations: Readonly<Record<string, string>>;
	/** Whether the files are there by now; without it, they are. */
	state?(): ConsoleState;
};

/** Whether this hub is a sandbox; "offered" where its page says how to start one. */
export type SandboxState = "yes" | "no" | "offered";

const A_YEAR_MS = 31_536_000_000;

export type ConsoleOptions = {
	basePath: string;
	built: BuiltConsole;
	/** Whether people can sign in at an identity provider. */
	hasProvider: boolean;
	/** Whether pages also have what is for development only. */
	isDevelopment: boolean;
	sandbox?: SandboxState;
};

/** True for somebody who opens a page, as browsers ask for it. */
export function asksForPage({ method, headers }: FastifyRequest): boolean {
	return ["GET", "HEAD"].includes(method) && /\btext\/html\b/.test(headers.accept ?? "");
}

const PAGES = Object.entries(PATHS).map(([name, path]) => ({
	name,
	pattern: new RegExp(`^${path.replaceAll(/\$\w+/g, "[^/]+").replace(/\/$/, "")}/?$`, "i"),
}));

/** Name of the page at an address, as the console's router reads it. */
function pageAt(url: string): string | undefined {
	const [path = ""] = url.split("?");
	return PAGES.find(({ pattern }) => pattern.test(path))?.name;
}

/** The documents of the console's pages; their addresses hold under the hub's base path at whatever depth a page is. */
function documentsOf({
	basePath,
	built: { dir },
	sandbox = "no",
	hasProvider,
	isDevelopment,
}: ConsoleOptions) {
	const signIn = (hasProvider && "provider") || (isDevelopment && "development") || "none";
	const more = isDevelopment ? developmentTags(dir) : "";
	const html = readFileSync(join(dir, "index.html"), "utf8")
		.replace('name="sandbox" content="no"', `name="sandbox" content="${sandbox}"`)
		.replace('name="sign-in" content="none"', `name="sign-in" content="${signIn}"`);
	const preloads = preloadsOf(dir);
	const made = new Map<string, string>();
	return (page: string, language: PageLanguage): string => {
		const key = `${page} ${language}`;
		const document =
			made.get(key) ??
			html
				.replace("</head>", `${preloads(page, language)}${more}\n</head>`)
				.replaceAll(/(src|href)="\.\//g, `$1="${basePath}/`)
				.replace('name="base-path" content="/"', `name="base-path" content="${basePath}/"`);
		made.set(key, document);
		return document;
	};
}

export type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Serves the built console, and while it is built a page that says so: its files, which browsers keep for ever, and its page at `/`. Returns how to send the
 * page, for addresses that only the console knows; with status 404 where it knows none.
 */
export async function addConsole(app: FastifyInstance, options: ConsoleOptions): Promise<SendPage> {
	const { built, basePath, isDevelopment, sandbox } = options;
	const { dir } = built;
	const state = () => built.state?.() ?? "built";
	const documents = whenBuilt(state, () => documentsOf(options));
	const send: SendPage = (request, reply) => {
		const documentOf = documents();
		if (!documentOf) return sendUnbuilt(reply, state(), basePath);
		const page = pageAt(request.url);
		const language = languageOf(request.headers["accept-language"]);
		const document = documentOf(page ?? "", language);
		vary(reply, "accept-language");
		reply.headers(CONSOLE_HEADERS).type("text/html; charset=utf-8");
		const isHere = page !== undefined && (page !== "sandbox" || sandbox === "yes");
		if (isHere) return sendCacheable(request, reply, document, "no-cache");
		return reply.code(404).header("cache-control", "no-cache").send(document);
	};
	await app.register(async (files) => {
		files.addHook("onSend", async (_request, reply) => vary(reply, "accept-encoding"));
		for (const folder of isDevelopment ? ["assets", DEVELOPMENT] : ["assets"])
			await files.register(fastifyStatic, {
				root: join(dir, folder),
				prefix: `/${folder}/`,
				decorateReply: false,
				index: false,
				preCompressed: true,
				immutable: true,
				maxAge: A_YEAR_MS,
			});
	});
	addAppFiles(app, dir, state);
	app.get("/", async (request, reply) => send(request, reply));
	return send;
}
