import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import packaged from "@sparticuz/chromium";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { openBrowsers } from "../open-browsers.ts";
import { ROOT } from "../paths.ts";
import { fontsFile } from "./fonts.ts";

/** The packaged browser with its same-origin policy, which the packaged arguments would disable. */
export async function startBrowser(): Promise<Browser> {
	const executablePath = await packaged.executablePath();
	const env = { ...process.env, FONTCONFIG_FILE: fontsFile() } as Record<string, string>;
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], env });
	openBrowsers.add(browser);
	browser.on("disconnected", () => openBrowsers.delete(browser));
	return browser;
}

/** A separate site with the clients' page. `originOf` returns its origin under a host name of this machine. */
export async function startSite(): Promise<{
	originOf(host: string): string;
	close(): Promise<void>;
}> {
	const bundle = await build({
		entryPoints: [join(ROOT, "tests/support/clients/page.ts")],
		bundle: true,
		write: false,
		format: "iife",
		target: "es2022",
		define: { "process.env.NODE_ENV": '"production"', __DEV__: "false" },
	});
	const script = bundle.outputFiles[0]?.text ?? "";
	const server: Server = createServer((request, response) => {
		const isScript = request.url === "/page.js";
		response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
		response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		originOf: (host) => `http://${host}:${port}`,
		close: () =>
			new Promise((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}
