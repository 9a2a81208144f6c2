import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { builtConsole } from "../../gateway/cli/build-console.ts";
import type { SubgraphSource } from "../../gateway/composition/supergraph.ts";
import { embeddedSources, openEmbedded } from "../../gateway/embedded.ts";
import { openPartners } from "../../gateway/embedded-registry.ts";
import type { BuiltConsole } from "../../gateway/rest/console/routes.ts";
import { openFailedRows } from "../../gateway/rest/imports/failed-rows-store.ts";
import { startGateway } from "../../gateway/server.ts";
import type { SignIn } from "../../gateway/session/sign-in.ts";
import { developmentIssuer } from "../../gateway/viewer/development.ts";
import { type ReadViewer, viewersOf } from "../../gateway/viewer/verify.ts";
import { readConfig } from "../../shared/config.ts";
import { unavailable } from "../../shared/errors.ts";
import { createLog } from "../../shared/log.ts";
import { startBrowser } from "./clients/browser.ts";
import { settled } from "./clients/settled.ts";
import { seededFolder } from "./hub.ts";
import { PATIENT } from "./limits.ts";

type Look = { width?: number; theme?: "light" | "dark"; language?: "en" | "zh" };

/** A page of the console, and what went wrong on it: errors, what its policy refused, requests to other hosts. */
type Opened = { page: Page; faults: string[] };

export type ConsoleHub = {
	url: string;
	dataDir: string;
	/** Lets a subgraph answer nothing until it is mended. */
	breakSubgraph(name: string): void;
	mend(): void;
	close(): Promise<void>;
};

export type ConsoleSite = ConsoleHub & {
	browser: Browser;
	open(path: string, look?: Look): Promise<Opened>;
};

/** How people sign in. */
export type SignInOf = (
	dataDir: string,
) => Promise<{ readViewer: ReadViewer; signIn: SignIn | undefined }>;

export const PHONE = 390;
export const DESKTOP = 1440;

/** Opens a page of a hub's console as a new visitor. */
export async function openPage(
	browser: Browser,
	url: string,
	path: string,
	{ width = DESKTOP, theme = "light", language = "en" }: Look = {},
): Promise<Opened> {
	const context = await browser.newContext({
		viewport: { width, height: width < 700 ? 844 : 900 },
		colorScheme: theme,
		locale: language === "zh" ? "zh-CN" : "en-US",
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	const page = await context.newPage();
	const faults: string[] = [];
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push(message.text());
	});
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("request", (request) => {
		const asked = request.url();
		if (!asked.startsWith(url) && !asked.startsWith("blob:")) faults.push(asked);
	});
	await settled(page, () => page.goto(url + path));
	return { page, faults };
}

type Options = {
	/** The hub's data; by default the seed data. */
	dataDir?: string;
	/** How people sign in; by default nobody can. */
	signInOf?: SignInOf;
	/** Another version of the console. */
	console?: BuiltConsole;
};

const nobody: SignInOf = async (dataDir) => ({
	readViewer: viewersOf(await developmentIssuer(dataDir)),
	signIn: undefined,
});

/** A hub with the seed data and the built console. */
export async function startConsoleHub(options: Options = {}): Promise<ConsoleHub> {
	const dataDir = options.dataDir ?? (await seededFolder());
	const { readViewer, signIn } = await (options.signInOf ?? nobody)(dataDir);
	const log = createLog("silent");
	const subgraphs = await openEmbedded({ dataDir, log });
	const broken = new Set<string>();
	const breakable = (source: SubgraphSource): SubgraphSource => ({
		...source,
		transport: {
			async process(options: Parameters<typeof source.transport.process>[0]) {
				const { name } = source;
				if (broken.has(name))
					throw unavailable(name, `The ${name} subgraph does not respond`, new Error("down"));
				return source.transport.process(options);
			},
		},
	});
	const own = embeddedSources(subgraphs).map(breakable);
	const partners = await openPartners({ dataDir, log, production: false }, own);
	const failedRows = await openFailedRows({ dataDir, log }, readConfig({}).imports);
	const gateway = await startGateway({
		limits: PATIENT,
		readViewer,
		signIn,
		sources: [...own, breakable(partners.source)],
		partners: partners.options,
		console: options.console ?? builtConsole(),
		imports: { failedRows, dir: join(dataDir, "imports") },
		port: 0,
		log,
	});
	await gateway.ready;
	return {
		url: gateway.url,
		dataDir,
		breakSubgraph: (name) => void broken.add(name),
		mend: () => broken.clear(),
		async close() {
			await gateway.close();
			await signIn?.close();
			await partners.close();
			await failedRows.close();
			for (const subgraph of subgraphs) await subgraph.close();
		},
	};
}

/** A hub with the seed data and the built console, and a browser. */
export async function startConsole(options: Options = {}): Promise<ConsoleSite> {
	const hub = await startConsoleHub(options);
	const browser: Browser = await startBrowser();
	return {
		...hub,
		browser,
		open: (path, look) => openPage(browser, hub.url, path, look),
		async close() {
			await browser.close();
			await hub.close();
		},
	};
}

const ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What another theme can break: it changes colors only. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong (WCAG 2.2 AA and best practices, or some rules): rule and the elements that break it. Only that
 * leaves the page: all that axe has looked at is a hundred times as much.
 */
export async function axeViolations(page: Page, rules?: string[]): Promise<string[]> {
	// What happens to lie half under the bar that stays in view is not too small to hit.
	await page.evaluate("scrollTo(0, 0)");
	if (!(await page.evaluate("globalThis.axe?.version"))) await page.evaluate(axe.source);
	const runOnly = rules ? { type: "rule", values: rules } : ALL_RULES;
	const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
	return page.evaluate(
		`axe.run(${options}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
	);
}

/** What axe finds wrong in the light theme, and of colors in the dark one, in which the page then is. */
export async function axeViolationsInThemes(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: "light" });
	const light = await axeViolations(page);
	await page.emulateMedia({ colorScheme: "dark" });
	const dark = await axeViolations(page, COLOR_RULES);
	return [...light.map((found) => `light: ${found}`), ...dark.map((found) => `dark: ${found}`)];
}

/** Brings a part into view, so that what loads when shown loads. */
export async function show(page: Page, heading: string): Promise<void> {
	await page.getByRole("heading", { name: heading, exact: true }).scrollIntoViewIfNeeded();
	await page.mouse.wheel(0, 300);
	await page.waitForLoadState("networkidle");
}
