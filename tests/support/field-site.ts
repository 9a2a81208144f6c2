import type { Browser, BrowserContext, Page } from "playwright-core";
import type { BuiltConsole } from "../../gateway/rest/console/routes.ts";
import { developmentToken } from "../../gateway/viewer/development.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { startBrowser } from "./clients/browser.ts";
import { type ConsoleHub, startConsoleHub } from "./console.ts";
import { ask } from "./hub.ts";
import { roughNetwork } from "./rough-network.ts";
import { signInBy } from "./sign-in.ts";

type Who = { sub: string; role?: string; center?: string };
type Look = {
	width?: number;
	language?: "en" | "zh";
	theme?: "light" | "dark";
	/** A phone, which is tapped. */
	isTouched?: boolean;
};

/** A hub where roles are chosen, with the seed data or that of a folder, behind a network that can fail, and a browser with a device's storage for each person. */
export async function startFieldSite(folder?: string) {
	let hub: ConsoleHub = await startConsoleHub({ signInOf: signInBy({}), dataDir: folder });
	const { dataDir } = hub;
	const network = await roughNetwork();
	network.lead(hub.url);
	const browser: Browser = await startBrowser();

	/** `isTold`: whether other tabs hear of it, as they do where the page itself signs in. */
	async function signIn(page: Page, who: Who, isTold = true): Promise<void> {
		const { sub, role = "FIELD_STAFF" } = who;
		// The program office is of no center.
		const center = who.center ?? (role === "PROGRAM_OFFICE" ? undefined : "ga-mep");
		await page.evaluate(async (body) => {
			const headers = { "content-type": "application/json", "apollo-require-preflight": "1" };
			await fetch("/session/development", { method: "POST", headers, body });
		}, JSON.stringify({ sub, role, center }));
		if (isTold)
			await page.evaluate('new BroadcastChannel("throughline-session").postMessage("changed")');
	}

	return {
		network,
		dataDir,
		get url() {
			return network.url;
		},
		signIn,
		/** A new device. */
		async device({
			width = 390,
			language = "en",
			theme = "light",
			isTouched = false,
		}: Look = {}): Promise<BrowserContext> {
			return browser.newContext({
				viewport: { width, height: width < 700 ? 844 : 900 },
				locale: language === "zh" ? "zh-CN" : "en-US",
				colorScheme: theme,
				reducedMotion: "reduce",
				acceptDownloads: true,
				hasTouch: isTouched,
				isMobile: isTouched,
			});
		},
		/** A tab of somebody who is signed in, at the form. */
		async tab(device: BrowserContext, who: Who, path = "/log"): Promise<Page> {
			const page = await device.newPage();
			await page.goto(`${network.url}/`);
			await signIn(page, who);
			await page.goto(network.url + path);
			await page.locator("h1").waitFor();
			return page;
		},
		/** Asks the hub itself, past the network. Throws if it refuses. */
		async hub<Data>(viewer: Actor, query: string, variables: object = {}): Promise<Data> {
			const token = await developmentToken(dataDir, viewer, 1);
			const { body } = await ask(hub, query, variables, { authorization: `Bearer ${token}` });
			if (body.errors) throw new Error(JSON.stringify(body.errors));
			return body.data as Data;
		},
		/** The hub ends, and another starts with what it has written; `console`: with another version of the app. */
		async restart(console?: BuiltConsole): Promise<void> {
			await hub.close();
			hub = await startConsoleHub({ signInOf: signInBy({}), dataDir, console });
			network.lead(hub.url);
		},
		async close(): Promise<void> {
			await browser.close();
			await network.close();
			await hub.close();
		},
	};
}

export type FieldSite = Awaited<ReturnType<typeof startFieldSite>>;
