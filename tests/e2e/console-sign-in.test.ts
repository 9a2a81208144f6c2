import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	axeViolations,
	axeViolationsInThemes,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	startConsole,
} from "../support/console.ts";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.ts";
import { keptBy } from "../support/kept.ts";
import { environmentOf, signInBy } from "../support/sign-in.ts";

/** Where the manager of ga-mep finds a record that the public does not. */
const TRACE = "/trace?kinds=TRAINING";
/** One of the records that everybody finds there. */
const OPEN = "Armstrong Marine";
const HIDDEN = "Hidden Works";

let provider: IdentityProvider;
let site: ConsoleSite;
beforeAll(async () => {
	provider = await startIdentityProvider();
	site = await startConsole({ signInOf: signInBy(environmentOf(provider.issuer)) });
	provider.serve(site.url);
}, 120_000);
afterAll(async () => {
	await site.close();
	await provider.close();
});

/** Fills in the provider's own pages. */
async function passProvider(page: Page, person?: string) {
	await page.waitForURL(`${provider.issuer}/**`);
	if (person) {
		await page.locator("[name=login]").fill(person);
		await page.locator("[name=password]").fill("any");
		await page.getByRole("button", { name: "Sign-in" }).click();
	}
	await page.getByRole("button", { name: "Continue" }).click();
	await page.waitForURL(`${site.url}/**`);
}

async function openSignedIn(path: string, person: string, look = {}) {
	const { page, faults } = await site.open(path, look);
	await page.locator("header a[href*='session/sign-in']").click();
	await passProvider(page, person);
	await page.locator("header summary").waitFor();
	// What the provider's own pages load is not the console's.
	faults.length = 0;
	return { page, faults };
}

const hidden = (page: Page) => page.getByText(HIDDEN).first();
const alert = (page: Page) => page.locator("header ~ [role=alert]");

/** Sends a change as the page would. */
async function change(page: Page, mutation: string) {
	return page.evaluate(async (query) => {
		const response = await fetch("/graphql", {
			method: "POST",
			headers: { "content-type": "application/json", "apollo-require-preflight": "1" },
			body: JSON.stringify({ query }),
		});
		return response.json();
	}, `mutation { made: ${mutation} }`);
}

describe("signing in", () => {
	it("leads back to the same address, which then shows what one may see, and no token to any script", async () => {
		const { page, faults } = await openSignedIn(TRACE, "gina");
		expect(page.url()).toBe(site.url + TRACE);
		const made = await change(
			page,
			`registerSme(input: { clientMutationId: "s1", name: "${HIDDEN}", state: "US-GA", naics: "332111" }) { sme { id } }`,
		);
		const { id } = (
			await change(
				page,
				`logEngagement(input: { clientMutationId: "e1", smeId: "${made.data.made.sme.id}", kind: TRAINING, startedOn: "2023-02-03" }) { id }`,
			)
		).data.made;
		await change(page, `submitEngagement(id: "${id}", revision: 1) { id }`);
		await change(page, `approveEngagement(id: "${id}", revision: 2) { id }`);
		await page.reload();
		await hidden(page).waitFor();
		await page.locator("header summary").click();
		const menu = page.locator("header details div");
		await expect.poll(() => menu.textContent()).toContain("Gina Georgia");
		await expect.poll(() => menu.textContent()).toContain("Center manager");
		await menu.getByText("Georgia Manufacturing Extension Partnership").waitFor();
		const readable = await page.evaluate(async () => ({
			cookies: document.cookie,
			stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
			address: location.href,
			session: await (await fetch("/session")).text(),
			page: document.documentElement.outerHTML,
		}));
		expect(readable.cookies).toBe("");
		const all = JSON.stringify(readable) + (await keptBy(page));
		for (const token of provider.given) expect(all).not.toContain(token);
		// Files that the hub sends are those of who is signed in, too.
		const files = () =>
			page.evaluate(async () => [
				await (await fetch("/trace.csv?kinds=TRAINING")).text(),
				await (await fetch("/exports/engagements.csv")).text(),
			]);
		for (const file of await files()) expect(file).toContain(HIDDEN);
		const kept = await page.context().cookies(site.url);
		expect(kept.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
			["hub-session", true, "Strict"],
		]);
		expect(faults).toEqual([]);
		// The first page after it, opened from another site, and a new tab are signed in as well.
		const tab = await page.context().newPage();
		await tab.goto(site.url + TRACE);
		await hidden(tab).waitFor();
		// So is GraphiQL.
		await tab.goto(`${site.url}/graphiql`);
		await tab.locator(".graphiql-query-editor .view-line").nth(3).waitFor();
		await tab.click(".graphiql-execute-button");
		await tab.locator(".graphiql-response .view-line", { hasText: "nodes" }).first().waitFor();
		await page.context().close();
		const { page: open } = await site.open(TRACE);
		expect(await open.getByText(HIDDEN).count()).toBe(0);
		await open.context().close();
	});

	it("that was cancelled, or without the provider, says so and leaves the page as it was", async () => {
		const { page, faults } = await site.open(TRACE);
		await page.getByRole("link", { name: "Sign in" }).click();
		await page.waitForURL(`${provider.issuer}/**`);
		await page.getByText("Cancel").click();
		await page.waitForURL(site.url + TRACE);
		await alert(page).getByText("the sign-in was cancelled").waitFor();
		faults.length = 0;
		expect(await axeViolations(page)).toEqual([]);
		await alert(page).getByRole("button", { name: "Close" }).click();
		await alert(page).waitFor({ state: "detached" });
		provider.breakDown("silent");
		await page.getByRole("link", { name: "Sign in" }).click();
		await alert(page).getByText("the identity provider does not answer").waitFor();
		expect(page.url()).toBe(site.url + TRACE);
		// All that is public works.
		await page.getByRole("link", { name: "Overview" }).click();
		await page.getByText("84 manufacturers").waitFor();
		provider.mend();
		await page.getByRole("link", { name: "Sign in again" }).click();
		await passProvider(page, "ada");
		await page.locator("header").getByText("Ada Field").first().waitFor();
		await page.context().close();
	});
});

describe("a session", () => {
	it("goes on while its tokens are replaced, and nobody notices", async () => {
		provider.setLifetime(11);
		const { page, faults } = await openSignedIn(TRACE, "gina");
		const before = provider.granted.refresh_token ?? 0;
		provider.setLifetime(600);
		await page.waitForTimeout(2000);
		await page.getByRole("link", { name: "Overview" }).click();
		await page.getByText("manufacturers received").first().waitFor();
		await page.getByRole("link", { name: "Trace", exact: true }).click();
		await hidden(page).waitFor();
		expect(provider.granted.refresh_token).toBe(before + 1);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("that has ended is told; the page stays, and signing in again leads back to it", async () => {
		for (const [width, language] of [
			[DESKTOP, "en"],
			[PHONE, "zh"],
		] as const) {
			// On the desktop the provider refuses to go on; on the phone the session ends by itself after some seconds.
			const isRefused = width === DESKTOP;
			provider.setLifetime(9);
			provider.setRefreshing(isRefused);
			const { page, faults } = await openSignedIn(TRACE, "gina", { width, language });
			await hidden(page).waitFor();
			// Before tokens live longer: one that is given on a slow machine by now would keep the session.
			if (isRefused) provider.revokeAll();
			provider.setLifetime(600);
			provider.setRefreshing(true);
			await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
			if (isRefused) {
				// The page asks when one comes back to it.
				await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
			}
			await alert(page).waitFor();
			await expect
				.poll(() => alert(page).evaluate((one) => one.getBoundingClientRect().top))
				.toBeGreaterThan(0);
			await expect
				.poll(() => alert(page).textContent())
				.toContain(language === "en" ? "Your session has ended" : "您的会话已结束");
			await hidden(page).waitFor();
			expect(await axeViolationsInThemes(page)).toEqual([]);
			// The hub refuses what the ended session asks; it does not answer as if one were the public.
			const refused = await page.evaluate(async () => {
				const response = await fetch("/graphql?query={__typename}", {
					headers: { "apollo-require-preflight": "1" },
				});
				return response.status;
			});
			expect(refused).toBe(401);
			faults.length = 0;
			await alert(page).getByRole("link").click();
			await passProvider(page);
			expect(page.url()).toBe(site.url + TRACE);
			await hidden(page).waitFor();
			expect(await alert(page).count()).toBe(0);
			await page.context().close();
		}
	});

	it("that has ended may be left for what is public; a page opened later begins there", async () => {
		provider.setLifetime(9);
		const { page } = await openSignedIn(TRACE, "gina");
		await hidden(page).waitFor();
		provider.revokeAll();
		provider.setLifetime(600);
		const later = await page.context().newPage();
		await later.goto(site.url + TRACE);
		await alert(later).getByText("Your last session has ended").waitFor();
		await later.getByText(OPEN).first().waitFor();
		expect(await later.getByText(HIDDEN).count()).toBe(0);
		// The first tab notices when one returns to it, and forgets what is not the public's.
		await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
		await hidden(page).waitFor({ state: "detached" });
		await page.context().close();
	});

	it("is ended by signing out, in all tabs and at the provider", async () => {
		const { page } = await openSignedIn(TRACE, "gina");
		const other = await page.context().newPage();
		await other.goto(site.url + TRACE);
		await hidden(other).waitFor();
		await page.locator("header summary").click();
		await page.getByRole("button", { name: "Sign out" }).click();
		await page.waitForURL(`${provider.issuer}/session/end**`);
		expect(page.url()).not.toMatch(/id_token|eyJ/);
		await page.getByRole("button", { name: "Yes" }).click();
		await page.waitForURL(`${site.url}/`);
		await page.getByRole("link", { name: "Sign in" }).waitFor();
		await hidden(other).waitFor({ state: "detached" });
		await other.getByRole("link", { name: "Sign in" }).waitFor();
		// Going back shows nothing of it.
		await page.goBack();
		await page.goto(site.url + TRACE);
		await page.getByText(OPEN).first().waitFor();
		expect(await page.getByText(HIDDEN).count()).toBe(0);
		await page.context().close();
	});

	it("of somebody else in another tab empties this one", async () => {
		const { page } = await openSignedIn(TRACE, "gina");
		await hidden(page).waitFor();
		const other = await page.context().newPage();
		await other.goto(`${site.url}/session/sign-in?return=/`);
		// The provider knows gina still; its own pages sign somebody else in.
		await other.context().clearCookies({ domain: "localhost" });
		await other.goto(`${site.url}/session/sign-in?return=/`);
		await passProvider(other, "max");
		await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
		await page.locator("header").getByText("Max Manager").first().waitFor();
		await hidden(page).waitFor({ state: "detached" });
		await page.context().close();
	});
});

describe("for everyone", () => {
	it.each([DESKTOP, PHONE])(
		"axe finds nothing in the account's menu at %i px, and the keyboard closes it",
		async (width) => {
			const { page } = await openSignedIn(TRACE, "pat", { width, language: "zh" });
			const menu = page.locator("header summary");
			await menu.focus();
			await page.keyboard.press("Enter");
			await page.getByRole("paragraph").filter({ hasText: "合作方" }).waitFor();
			expect(await axeViolations(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
				width,
			);
			await page.keyboard.press("Escape");
			expect(await menu.evaluate((element) => element.matches(":focus"))).toBe(true);
			expect(await page.locator("header details").getAttribute("open")).toBeNull();
			await page.context().close();
		},
	);
});
