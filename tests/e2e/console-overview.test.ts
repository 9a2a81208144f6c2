import type { Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	axeViolations,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	show,
	startConsole,
} from "../support/console.ts";

let site: ConsoleSite;
beforeAll(async () => {
	site = await startConsole();
}, 120_000);
afterAll(() => site.close());

const KB = 1000;

describe("the first page", () => {
	it("says in one sentence what there is; each figure opens onto how it was counted", async () => {
		const { page, faults } = await site.open("/");
		await expect
			.poll(() => page.locator("h1").textContent())
			.toBe(
				"84 manufacturers received 85 services that public pages tell of, from a network of 51 MEP centers and 22 institutes.",
			);
		await page.getByRole("button", { name: "85", exact: true }).click();
		const card = page.getByRole("dialog", { name: "Source of: Services" });
		await expect.poll(() => card.textContent()).toContain("Counted by the hub just now");
		await card.getByRole("link", { name: "See the records" }).click();
		await page.waitForURL(`${site.url}/trace`);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("opens a printed figure onto its document and doubt, by keyboard alone", async () => {
		const { page, faults } = await site.open("/");
		const figure = page.getByRole("button", { name: "$9.3B" });
		await figure.focus();
		await page.keyboard.press("Enter");
		const card = page.getByRole("dialog", { name: "Source of: New and retained sales, 2016" });
		await card.getByText("Doubt D28, settled: MEP sales series break").waitFor();
		expect(await card.getByRole("link").getAttribute("href")).toMatch(/^http:\/\/biz570\.com\//);
		await page.keyboard.press("Escape");
		await card.waitFor({ state: "hidden" });
		expect(await figure.evaluate((element) => element.matches(":focus"))).toBe(true);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("shows where sources disagree, with the accepted one filled", async () => {
		const { page } = await site.open("/");
		await page.getByRole("button", { name: "476" }).click();
		const card = page.getByRole("dialog");
		await card.getByRole("heading", { name: /sources of this figure/ }).waitFor();
		await expect.poll(() => card.getByText("(the one that is shown)").count()).toBe(1);
		await page.context().close();
	});

	it("shows the map once it is in view, and a list that says the same", async () => {
		const { page, faults } = await site.open("/");
		const loaded: string[] = [];
		page.on("response", (response) => loaded.push(response.url()));
		const list = page.getByRole("region", { name: "Centers and institutes by state" });
		await expect
			.poll(() => list.getByRole("link", { name: "PowerAmerica" }).count())
			.toBeGreaterThan(0);
		await show(page, "Where they are");
		await page.getByRole("img", { name: /^Map of the United States/ }).waitFor();
		expect(loaded.some((url) => url.includes("/UsMap-"))).toBe(true);
		await list.getByRole("button", { name: "NC: show the links of North Carolina" }).press("Enter");
		await expect.poll(() => list.getByRole("button", { pressed: true }).textContent()).toBe("NC");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("names the part that is missing, shows the rest, and tries again when asked", async () => {
		site.breakSubgraph("mep");
		const { page } = await site.open("/");
		await show(page, "Where they are");
		const fault = page.getByRole("alert").filter({ hasText: "The centers on the map is missing" });
		await expect.poll(() => fault.textContent()).toContain("knows the MEP centers");
		await expect
			.poll(() => page.locator("h1").textContent())
			.toContain("network of not available MEP centers");
		await expect.poll(() => page.getByRole("button", { name: "$9.3B" }).count()).toBe(1);
		await expect
			.poll(() => page.getByRole("link", { name: "PowerAmerica" }).count())
			.toBeGreaterThan(0);
		site.mend();
		await fault.getByRole("button", { name: "Try again" }).click();
		await page.getByRole("link", { name: "Georgia Manufacturing Extension Partnership" }).waitFor();
		await page.context().close();
	});

	it("has no link that leads to nothing", async () => {
		const { page, faults } = await site.open("/");
		await show(page, "Where they are");
		const links = await page.getByRole("link").all();
		const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
		const own = new Set(addresses.filter((address) => address?.startsWith("/")));
		expect(own).toContain("/figures/doubts");
		expect(own).toContain("/institutes/poweramerica");
		expect(own.size).toBeGreaterThan(70);
		const status = async (address: string) => {
			const response = await fetch(site.url + address, { headers: { accept: "text/html" } });
			return `${address} ${response.status}`;
		};
		// The pages themselves, without what is asked of them.
		const paths = [...new Set([...own].map((address) => address?.split(/[?#]/)[0] ?? ""))];
		expect(await Promise.all(paths.map(status))).toEqual(paths.map((path) => `${path} 200`));
		await page.goto(`${site.url}/data/#doubts`);
		await expect.poll(() => page.locator("#doubts, #observations").count()).toBe(2);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("weighs at most 200 kB", async () => {
		const { page } = await site.open("/nowhere");
		const devtools = await page.context().newCDPSession(page);
		await devtools.send("Network.enable");
		await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
		let bytes = 0;
		devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
			bytes += encodedDataLength;
		});
		await page.goto(site.url);
		await page.locator("h1").waitFor();
		await page.waitForLoadState("networkidle");
		expect(bytes).toBeGreaterThan(50 * KB);
		expect(bytes).toBeLessThan(200 * KB);
		await page.context().close();
	});
});

describe("for everyone", () => {
	for (const width of [DESKTOP, PHONE])
		it(`axe finds nothing at ${width} px in either theme, nor with a source open`, async () => {
			const { page, faults } = await site.open("/", { width });
			await show(page, "Where they are");
			await page.getByRole("img", { name: /^Map of the United States/ }).waitFor();
			// A figure half under the header would count as too small.
			await page.evaluate("scrollTo(0, 0)");
			expect(await axeViolations(page)).toEqual([]);
			await page.emulateMedia({ colorScheme: "dark" });
			await page.getByRole("button", { name: "$9.3B" }).click();
			await page.getByRole("dialog").getByText("Document").waitFor();
			expect(await axeViolations(page)).toEqual([]);
			const overflow = "document.documentElement.scrollWidth - innerWidth";
			expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
			expect(faults).toEqual([]);
			await page.context().close();
		});

	it("speaks Chinese where the browser does, and changes when asked", async () => {
		const { page } = await site.open("/", { language: "zh" });
		await expect.poll(() => page.locator("h1").textContent()).toContain("84 家制造企业");
		expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
		await page.getByRole("button", { name: "English" }).click();
		await expect.poll(() => page.locator("h1").textContent()).toContain("84 manufacturers");
		await page.reload();
		await expect.poll(() => page.locator("h1").textContent()).toContain("84 manufacturers");
		expect(await page.title()).toBe("Overview - Throughline");
		await page.context().close();
	});

	it("skips to the content, and is worn dark when asked", async () => {
		const { page } = await site.open("/");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		expect(await page.evaluate("document.activeElement.id")).toBe("main");
		await page.getByLabel("Colors").selectOption("dark");
		const ground = "getComputedStyle(document.documentElement).backgroundColor";
		expect(await page.evaluate(ground)).toBe("rgb(21, 23, 26)");
		await page.context().close();
	});
});

describe("search", () => {
	it("finds by Chinese and English names, by keyboard alone", async () => {
		const { page, faults } = await site.open("/");
		await page.keyboard.press("/");
		const field = page.getByRole("searchbox", { name: "Search by name, in English or Chinese" });
		await field.waitFor();
		await page.keyboard.type("增材");
		await page.getByRole("menuitem", { name: /America Makes/ }).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await field.fill("georgia");
		await page.getByRole("menuitem", { name: /Georgia Manufacturing/ }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(`${site.url}/centers/ga-mep`);
		await page
			.locator("h1")
			.getByText("Georgia Manufacturing Extension Partnership", { exact: false })
			.waitFor();
		expect(faults).toEqual([]);
		await page.keyboard.press("Control+k");
		await field.waitFor();
		await page.keyboard.type("qqqq");
		await page.getByText("Nothing is called “qqqq”").waitFor();
		// The first empties the field.
		await page.keyboard.press("Escape");
		await page.keyboard.press("Escape");
		await field.waitFor({ state: "hidden" });
		await page.context().close();
	});
});

describe("what the hub sends", () => {
	const html = { headers: { accept: "text/html" } };

	it("is a page under a strict policy, and files that are kept for ever", async () => {
		const page = await fetch(site.url, html);
		const policy = page.headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'self'");
		expect(policy).toContain("require-trusted-types-for 'script'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/unsafe|\*|https?:/);
		expect(page.headers.get("referrer-policy")).toBe("no-referrer");
		expect(page.headers.get("x-content-type-options")).toBe("nosniff");
		expect(page.headers.get("cache-control")).toBe("no-cache");
		const script = /src="([^"]+\/first-[^"]+\.js)"/.exec(await page.text())?.[1] ?? "";
		for (const encoding of ["br", "gzip"]) {
			const headers = { "accept-encoding": encoding };
			const file = await fetch(site.url + script, { headers });
			expect(file.headers.get("content-encoding")).toBe(encoding);
			expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
			expect(file.headers.get("vary")).toContain("accept-encoding");
			expect((await file.text()).length).toBeGreaterThan(50 * KB);
		}
		const tag = page.headers.get("etag") ?? "";
		const again = await fetch(site.url, { headers: { ...html.headers, "if-none-match": tag } });
		expect(again.status).toBe(304);
	});

	it("leaves addresses of pages to the console, and those of programs as they were", async () => {
		const { page } = await site.open("/nowhere/nobody-%E4%BA%BA");
		await expect
			.poll(() => page.locator("main").textContent())
			.toContain("/nowhere/nobody-人 leads to nothing");
		expect(await axeViolations(page)).toEqual([]);
		await page.context().close();
		expect((await fetch(`${site.url}/nowhere/nobody`, html)).status).toBe(404);
		const program = await fetch(`${site.url}/nowhere`, { headers: { accept: "application/json" } });
		expect(program.status).toBe(404);
		expect(await program.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
		const file = await fetch(`${site.url}/assets/index-old.js`);
		expect(file.status).toBe(404);
		expect((await fetch(`${site.url}/graphiql`, html)).status).toBe(200);
	});

	it("answers the console's documents by their hash, to be cached on the way", async () => {
		const { page } = await site.open("/nowhere");
		const answers: Response[] = [];
		page.on("response", (response) => {
			if (response.url().includes("/graphql")) answers.push(response);
		});
		await page.getByRole("navigation", { name: "Pages" }).getByRole("link").first().click();
		await page.getByRole("button", { name: "$9.3B" }).waitFor();
		await page.waitForLoadState("networkidle");
		const asked = answers.map((answer) => answer.request().method() + answer.url());
		expect(asked.length).toBeGreaterThan(4);
		for (const one of asked) expect(one).toMatch(/^GET(?!.*[?&]query=)/);
		const lifetimes = answers.map((answer) => answer.headers()["cache-control"] ?? "");
		expect(lifetimes.filter((lifetime) => lifetime.startsWith("public, max-age="))).toHaveLength(
			// What depends on the viewer is not kept: totals and the latest services.
			asked.length - 2,
		);
		await page.context().close();
	});
});
