import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastify } from "fastify";
import { type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { PATHS } from "../../gateway/console/parts/paths.ts";
import { readTrusted } from "../../gateway/limits/trusted-operations.ts";
import {
	addConsole,
	asksForPage,
	type ConsoleOptions,
	type SendPage,
} from "../../gateway/rest/console/routes.ts";
import { ROOT } from "../support/paths.ts";

const INDEX =
	'<head><meta name="base-path" content="/"><meta name="sign-in" content="none"><meta name="sandbox" content="no"><script src="./assets/a-1.js"></script><link href="./assets/a-1.css"></head>';
/** As Vite writes it. */
const MANIFEST = {
	"_shared-1.js": { file: "assets/shared-1.js" },
	"pages/trace/TracePage.tsx": { file: "assets/TracePage-1.js", imports: ["_shared-1.js"] },
	"words/en/common.json": { file: "assets/common-en.js" },
	"words/zh/common.json": { file: "assets/common-zh.js" },
	"words/zh/trace.json": { file: "assets/trace-zh.js" },
};

/** A server with a console of one file. */
async function consoleAt(basePath: string, more: Partial<ConsoleOptions> = {}) {
	const dir = mkdtempSync(join(tmpdir(), "console-"));
	mkdirSync(join(dir, "assets"));
	mkdirSync(join(dir, ".vite"));
	writeFileSync(join(dir, "index.html"), INDEX);
	writeFileSync(join(dir, ".vite/manifest.json"), JSON.stringify(MANIFEST));
	writeFileSync(join(dir, "service-worker.js"), "the worker");
	cpSync(join(ROOT, "gateway/console/public"), dir, { recursive: true });
	writeFileSync(join(dir, "assets/a-1.js"), "plain");
	writeFileSync(join(dir, "assets/a-1.js.br"), "brotli");
	const app = fastify();
	const pages: { send?: SendPage } = {};
	app.setNotFoundHandler((request, reply) =>
		pages.send && asksForPage(request) ? pages.send(request, reply) : reply.code(404).send("none"),
	);
	mkdirSync(join(dir, "development"));
	writeFileSync(join(dir, "development/d-1.js"), "for development");
	writeFileSync(join(dir, "development/d-1.css"), "");
	const plain = { sandbox: "no", hasProvider: false, isDevelopment: false } as const;
	const options: ConsoleOptions = { basePath, built: { dir, operations: {} }, ...plain, ...more };
	pages.send = await addConsole(app, options);
	return app;
}

describe("the built console", () => {
	it("finds its files and the hub under the path where the hub is, however deep the page", async () => {
		const app = await consoleAt("/hub");
		const page = await app.inject({ url: "/centers/ga-mep", headers: { accept: "text/html" } });
		expect(page.body).toContain(
			'<head><meta name="base-path" content="/hub/"><meta name="sign-in" content="none"><meta name="sandbox" content="no"><script src="/hub/assets/a-1.js"></script><link href="/hub/assets/a-1.css">',
		);
		expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
		const root = await consoleAt("");
		expect((await root.inject("/")).body).toContain('src="/assets/a-1.js"');
	});

	it.each(["yes", "no", "offered"] as const)(
		"tells the page whether it is a sandbox: %s",
		async (sandbox) => {
			const app = await consoleAt("", { sandbox });
			expect((await app.inject("/")).body).toContain(`<meta name="sandbox" content="${sandbox}">`);
		},
	);

	it("sends a file as it was compressed, and only to those who read that", async () => {
		const app = await consoleAt("");
		const file = (encoding: string) =>
			app.inject({ url: "/assets/a-1.js", headers: { "accept-encoding": encoding } });
		expect((await file("br, gzip")).body).toBe("brotli");
		expect((await file("identity")).body).toBe("plain");
		expect((await file("br")).headers.vary).toBe("accept-encoding");
		expect((await app.inject("/assets/../index.html")).statusCode).toBe(404);
	});

	it("answers the addresses of its pages with 200, and others with 404 and the page that says so", async () => {
		const app = await consoleAt("");
		const at = (url: string) => app.inject({ url, headers: { accept: "text/html" } });
		const { sandbox, ...paths } = PATHS;
		expect((await at(sandbox)).statusCode).toBe(404);
		const inSandbox = await consoleAt("", { sandbox: "yes" });
		const page = { url: sandbox, headers: { accept: "text/html" } };
		expect((await inSandbox.inject(page)).statusCode).toBe(200);
		for (const path of Object.values(paths))
			expect((await at(`${path.replace("$id", "one")}?kinds=TRAINING`)).statusCode).toBe(200);
		expect((await at("/trace/")).statusCode).toBe(200);
		for (const path of ["/traces", "/trace/x", "/centre/ga-mep"]) {
			const nothing = await at(path);
			expect(nothing.statusCode).toBe(404);
			expect(nothing.headers.etag).toBeUndefined();
			expect(nothing.body).toContain('<script src="/assets/a-1.js">');
		}
	});

	it("lets the browser load a page's code and words in its language at once", async () => {
		const app = await consoleAt("/hub");
		const loaded = async (url: string, language: string) => {
			const headers = { accept: "text/html", "accept-language": language };
			const { body, headers: sent } = await app.inject({ url, headers });
			expect(sent.vary).toContain("accept-language");
			return [...body.matchAll(/rel="modulepreload" crossorigin href="([^"]+)"/g)].map(
				([, to]) => to,
			);
		};
		expect(await loaded("/trace?kinds=TRAINING", "zh-CN,zh;q=0.9,en;q=0.8")).toEqual(
			["common-zh.js", "trace-zh.js", "TracePage-1.js", "shared-1.js"].map(
				(file) => `/hub/assets/${file}`,
			),
		);
		for (const language of ["en-US", "de,zh;q=0.5", "", "*"])
			expect(await loaded("/nowhere", language)).toEqual(["/hub/assets/common-en.js"]);
	});

	it("has the address of each page in the list that the hub knows", () => {
		const pages = join(ROOT, "gateway/console/pages");
		for (const name of readdirSync(pages))
			expect(readFileSync(join(pages, name, "route.ts"), "utf8")).toMatch(/\bpath: PATHS\./);
	});

	it("has what is for development only where that is said, and says how people sign in", async () => {
		const app = await consoleAt("/hub", { isDevelopment: true });
		const page = (await app.inject("/")).body;
		expect(page).toContain('<script type="module" src="/hub/development/d-1.js"></script>');
		expect(page).toContain('<link rel="stylesheet" href="/hub/development/d-1.css">');
		expect(page).toContain('name="sign-in" content="development"');
		expect((await app.inject("/development/d-1.js")).body).toBe("for development");
		const production = await consoleAt("/hub", { hasProvider: true });
		expect((await production.inject("/")).body).not.toContain("d-1");
		expect((await production.inject("/")).body).toContain('name="sign-in" content="provider"');
		expect((await production.inject("/development/d-1.js")).statusCode).toBe(404);
	});

	it("has a worker, a manifest and icons at addresses that stay, under the hub's path", async () => {
		const app = await consoleAt("/hub");
		const worker = await app.inject("/service-worker.js");
		expect(worker.body).toBe("the worker");
		expect(worker.headers).toMatchObject({
			"content-type": "text/javascript; charset=utf-8",
			"cache-control": "no-cache",
			"content-security-policy": "default-src 'self'",
		});
		const manifest = await app.inject("/manifest.webmanifest");
		expect(manifest.headers["content-type"]).toContain("application/manifest+json");
		// What it leads to is found from wherever the hub is.
		const { start_url, scope, icons } = JSON.parse(manifest.body);
		for (const address of [start_url, scope, ...icons.map(({ src }: { src: string }) => src)])
			expect(address).toMatch(/^\.\//);
		for (const { src } of icons) {
			const icon = await app.inject(src.slice(1));
			expect([icon.statusCode, icon.headers["content-type"]]).toEqual([200, "image/png"]);
		}
	});

	it("is not sent to programs that ask for what there is not", async () => {
		const app = await consoleAt("");
		const program = { url: "/nothing", headers: { accept: "application/json" } };
		expect((await app.inject(program)).statusCode).toBe(404);
		const form = { url: "/nothing", headers: { accept: "text/html" }, method: "POST" } as const;
		expect((await app.inject(form)).statusCode).toBe(404);
	});
});

describe("the console's documents", () => {
	const file = join(ROOT, "gateway/console/graphql/persisted-documents.json");
	const documents: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));

	it("are trusted by the id that the console sends, besides those of a manifest", () => {
		const trusted = readTrusted(undefined, documents);
		for (const [id, text] of Object.entries(documents)) {
			expect(trusted.textOf(id)).toBe(text);
			expect(trusted.has(createHash("sha256").update(text).digest("hex"))).toBe(true);
		}
		expect(trusted.textOf("constructor")).toBeUndefined();
	});

	it("each ask one named query, or are one change", () => {
		for (const text of Object.values(documents)) {
			const operations = parse(text).definitions.filter(
				({ kind }) => kind === "OperationDefinition",
			);
			expect(operations).toHaveLength(1);
			const [operation] = operations as OperationDefinitionNode[];
			expect(operation?.name?.value).toBeTruthy();
			expect(["query", "mutation"]).toContain(operation?.operation);
		}
	});
});
