import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsIn } from "../../gateway/console/development/words.ts";
import {
	axeViolations,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	startConsole,
	startConsoleHub,
} from "../support/console.ts";
import { ROOT } from "../support/paths.ts";
import { environmentOf, signInBy } from "../support/sign-in.ts";

const DIST = join(ROOT, "gateway/console/dist");

let site: ConsoleSite;
beforeAll(async () => {
	site = await startConsole({ signInOf: signInBy({}) });
}, 120_000);
afterAll(() => site.close());

const roleIn = (part: Page | Locator) => part.getByRole("combobox", { name: "Role", exact: true });
const centerIn = (part: Page | Locator) =>
	part.getByRole("combobox", { name: "Center", exact: true });

describe("in development", () => {
	it("a bar marked as such chooses whom the console is shown to", async () => {
		const { page, faults } = await site.open("/trace");
		const bar = page.getByRole("complementary", { name: "Development" });
		await bar.getByText("Development").waitFor();
		const session = async () => (await page.request.get(`${site.url}/session`)).json();
		const role = roleIn(bar);
		for (const [name, expected] of [
			["Field staff", { role: "FIELD_STAFF", center: "al-atn" }],
			["Center manager", { role: "CENTER_MANAGER", center: "al-atn" }],
			["Program office", { role: "PROGRAM_OFFICE" }],
			["Partner", { role: "PARTNER", organization: "partner" }],
			["Hub administrator", { role: "HUB_ADMIN" }],
		] as const) {
			await role.selectOption({ label: name });
			await page
				.locator("header summary")
				.getByText(expected.role.toLowerCase().replace("_", "-"))
				.waitFor();
			expect(await session()).toMatchObject({ state: "SIGNED_IN", viewer: expected });
		}
		await role.selectOption({ label: "Field staff" });
		await centerIn(bar).selectOption("oh-mep");
		await page.locator("header summary").getByText("field-staff-oh-mep").waitFor();
		await role.selectOption({ label: "The public" });
		await page.locator("header summary").waitFor({ state: "detached" });
		expect(await session()).toMatchObject({ state: "PUBLIC" });
		expect(await page.evaluate(() => document.cookie + JSON.stringify(localStorage))).not.toContain(
			"eyJ",
		);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("what one role was shown is gone when another is chosen", async () => {
		const { page } = await site.open("/trace?kinds=EVENT");
		const role = roleIn(page);
		await role.selectOption({ label: "Center manager" });
		await page.locator("header summary").waitFor();
		const change = async (mutation: string) => {
			const response = await page.request.post(`${site.url}/graphql`, {
				headers: { "sec-fetch-site": "same-origin", "apollo-require-preflight": "1" },
				data: { query: `mutation { made: ${mutation} }` },
			});
			return (await response.json()).data.made;
		};
		const { sme } = await change(
			'registerSme(input: { clientMutationId: "s1", name: "Seen by its center", state: "US-AL", naics: "332111" }) { sme { id } }',
		);
		const { id } = await change(
			`logEngagement(input: { clientMutationId: "e1", smeId: "${sme.id}", kind: EVENT, startedOn: "2023-02-03" }) { id }`,
		);
		await change(`submitEngagement(id: "${id}", revision: 1) { id }`);
		await change(`approveEngagement(id: "${id}", revision: 2) { id }`);
		const seen = page.getByText("Seen by its center").first();
		await page.reload();
		await seen.waitFor();
		await centerIn(page).selectOption("oh-mep");
		await seen.waitFor({ state: "detached" });
		await role.selectOption({ label: "Program office" });
		await seen.waitFor();
		await role.selectOption({ label: "The public" });
		await seen.waitFor({ state: "detached" });
		await page.context().close();
	});

	it.each([
		[DESKTOP, "light", "en"],
		[PHONE, "dark", "zh"],
	] as const)("axe finds nothing in the bar at %i px, %s, %s", async (width, theme, language) => {
		const { page } = await site.open("/trace", { width, theme, language });
		await page.locator("aside select").first().selectOption("FIELD_STAFF");
		await page.locator("header summary").waitFor();
		await expect.poll(() => page.locator("aside").textContent()).toContain(wordsIn(language).mark);
		expect(await axeViolations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			width,
		);
		await page.context().close();
	});

	it("refuses roles that there are not, and other sites", async () => {
		const post = (data: object, headers: Record<string, string>) =>
			fetch(`${site.url}/session/development`, {
				method: "POST",
				headers: { "content-type": "application/json", ...headers },
				body: JSON.stringify(data),
			});
		const own = { "sec-fetch-site": "same-origin", "apollo-require-preflight": "1" };
		const admin = { role: "HUB_ADMIN", sub: "admin" };
		expect((await post(admin, own)).status).toBe(204);
		for (const wrong of [{ role: "KING", sub: "x" }, { role: "FIELD_STAFF", sub: "x" }, {}])
			expect((await post(wrong, own)).status).toBe(400);
		for (const site of ["cross-site", "same-site", "none"])
			expect((await post(admin, { ...own, "sec-fetch-site": site })).status).toBe(403);
		expect((await post(admin, { "sec-fetch-site": "same-origin" })).status).toBe(403);
	});
});

describe("in production", () => {
	/** What only the switcher says or does. */
	const MARKS = [
		"session/development",
		...["en", "zh"].flatMap((language) => [wordsIn(language).about, wordsIn(language).failed]),
		wordsIn("zh").mark,
	];

	it("nothing that is served contains the switcher, not even unused", async () => {
		const text = (folder: string) =>
			readdirSync(join(DIST, folder))
				.filter((file) => /\.(js|css|html)$/.test(file))
				.map((file) => readFileSync(join(DIST, folder, file), "utf8"))
				.join("\n");
		for (const mark of MARKS) {
			expect([mark, text("development").includes(mark)]).toEqual([mark, true]);
			expect([mark, text("assets").includes(mark)]).toEqual([mark, false]);
		}
		const base = { NODE_ENV: "production", HUB_ISSUER: "https://login.invalid" };
		const tokens = { HUB_AUDIENCE: "hub", HUB_JWKS_URL: "https://login.invalid/jwks" };
		const withProvider = {
			...environmentOf("https://login.invalid"),
			HUB_PUBLIC_URL: "https://hub.invalid",
		};
		for (const env of [
			{ ...base, ...tokens },
			{ ...base, ...withProvider },
		]) {
			const hub = await startConsoleHub({ signInOf: signInBy(env) });
			const html = { headers: { accept: "text/html" } };
			const page = await (await fetch(hub.url, html)).text();
			expect(page).not.toContain("evelopment");
			for (const file of readdirSync(join(DIST, "development")))
				expect((await fetch(`${hub.url}/development/${file}`)).status).toBe(404);
			const headers = {
				"content-type": "application/json",
				"sec-fetch-site": "same-origin",
				"apollo-require-preflight": "1",
			};
			const body = JSON.stringify({ role: "HUB_ADMIN", sub: "admin" });
			const response = await fetch(`${hub.url}/session/development`, {
				method: "POST",
				headers,
				body,
			});
			expect(response.status).toBe(404);
			expect(response.headers.getSetCookie()).toEqual([]);
			await hub.close();
		}
	});
});
