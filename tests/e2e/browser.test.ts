import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { LOCAL_HTTP } from "../../shared/config-http.ts";
import { startBrowser, startSite } from "../support/clients/browser.ts";
import { type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { STAFF } from "../support/viewers.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof startSite>>;
let hub: Hub;
let graphql: string;
let token: string;
beforeAll(async () => {
	const dataDir = await seededFolder();
	[browser, site] = await Promise.all([startBrowser(), startSite()]);
	const http = { ...LOCAL_HTTP, corsOrigins: ["*", site.originOf("console.localhost")] };
	hub = await startEmbedded(dataDir, undefined, undefined, undefined, http);
	graphql = `${hub.url}/graphql`;
	token = `Bearer ${await developmentToken(dataDir, STAFF, 1)}`;
}, 120_000);
afterAll(async () => {
	await browser.close();
	await hub.close();
	await site.close();
});

/** A page of an origin that is not listed, or of the listed console. */
async function pageAt(host: "dashboard.localhost" | "console.localhost"): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(site.originOf(host));
	return page;
}
const call = (page: Page, name: string, ...args: unknown[]) =>
	page.evaluate(`globalThis.${name}(...${JSON.stringify(args)})`);

const JSON_TYPE = { "content-type": "application/json" };
const ONE = { method: "POST", headers: JSON_TYPE, body: '{"query":"{ networks { id } }"}' };
const BLOCKED = "Failed to fetch";

describe("a page of another origin", () => {
	it("sends queries with Apollo Client and urql, by GET and POST, by text and hash", async () => {
		const page = await pageAt("dashboard.localhost");
		for (const client of ["apollo", "urql"])
			for (const method of ["GET", "POST"])
				expect([client, method, await call(page, client, graphql, method)]).toEqual([
					client,
					method,
					"MxD",
				]);
		await page.close();
	});

	it("uses the browser cache instead of another request", async () => {
		const page = await pageAt("dashboard.localhost");
		const devtools = await page.context().newCDPSession(page);
		await devtools.send("Network.enable");
		const kept: string[] = [];
		devtools.on("Network.requestServedFromCache", () => kept.push("kept"));
		devtools.on("Network.responseReceived", ({ response }) => {
			if (response.fromDiskCache) kept.push("kept");
		});
		const url = `${graphql}?query=${encodeURIComponent("{ networks { id name } }")}`;
		expect(await call(page, "outcome", url)).toBe("200 true");
		expect(kept).toEqual([]);
		expect(await call(page, "outcome", url)).toBe("200 true");
		expect(kept.length).toBeGreaterThan(0);
		await page.close();
	});

	it("may use a token and cookies only if its origin is listed", async () => {
		const withToken = { ...ONE, headers: { ...JSON_TYPE, authorization: token } };
		const withCookies = { ...ONE, credentials: "include" };
		const stranger = await pageAt("dashboard.localhost");
		expect(await call(stranger, "outcome", graphql, ONE)).toBe("200 true");
		expect(await call(stranger, "outcome", graphql, withToken)).toBe(BLOCKED);
		expect(await call(stranger, "outcome", graphql, withCookies)).toBe(BLOCKED);
		const known = await pageAt("console.localhost");
		for (const init of [ONE, withToken, withCookies])
			expect(await call(known, "outcome", graphql, init)).toBe("200 true");
		await stranger.close();
		await known.close();
	});

	it("cannot embed the hub's pages", async () => {
		const page = await pageAt("dashboard.localhost");
		const refused = page.waitForEvent("console", {
			predicate: (message) => /frame-ancestors|X-Frame-Options/.test(message.text()),
		});
		await page.evaluate(
			`document.body.append(Object.assign(document.createElement("iframe"), { src: ${JSON.stringify(`${hub.url}/graphiql`)} }))`,
		);
		expect((await refused).text()).toMatch(/refused|Refused|violates/);
		await page.close();
	});
});

describe("the hub's own pages", () => {
	/** Opens a page and collects violations of its policy and errors. */
	async function open(path: string): Promise<{ page: Page; faults: string[] }> {
		const page = await browser.newPage();
		const faults: string[] = [];
		page.on("console", (message) => {
			if (message.type() === "error") faults.push(message.text());
		});
		page.on("pageerror", (error) => faults.push(error.message));
		await page.goto(hub.url + path);
		return { page, faults };
	}

	it("GraphiQL runs a query under its policy, including the workers of its editor", async () => {
		const { page, faults } = await open("/");
		await page.locator(".graphiql-query-editor .view-line").nth(3).waitFor();
		await page.click(".graphiql-execute-button");
		await page.locator(".graphiql-response .view-line", { hasText: "nodes" }).first().waitFor();
		expect(page.url()).toBe(`${hub.url}/graphiql`);
		expect(faults).toEqual([]);
		await page.close();
	});

	it("the page of open data loads its style only", async () => {
		const { page, faults } = await open("/data");
		expect(await page.title()).toBe("Open data - Throughline");
		const collapse = "getComputedStyle(document.querySelector('table')).borderCollapse";
		expect(await page.evaluate(collapse)).toBe("collapse");
		expect(faults.filter((fault) => !fault.includes("favicon"))).toEqual([]);
		await page.close();
	});
});
