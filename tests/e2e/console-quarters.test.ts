import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, axeViolationsInThemes, DESKTOP, PHONE } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";
import { seededFolder } from "../support/hub.ts";
import { quartersInto } from "../support/releases.ts";
import { MANAGER, OFFICE } from "../support/viewers.ts";

const BOSS = { sub: MANAGER.subject, role: MANAGER.role };
const OFFICER = { sub: OFFICE.subject, role: OFFICE.role };
const COLLEAGUE = { sub: "office-2", role: OFFICE.role };

let site: FieldSite;
let device: BrowserContext;
beforeAll(async () => {
	const dataDir = await seededFolder();
	await quartersInto(dataDir);
	site = await startFieldSite(dataDir);
	device = await site.device({ width: DESKTOP });
}, 180_000);
afterAll(() => site?.close());

const panel = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const dialog = (page: Page) => page.getByRole("dialog");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** Each of both themes, without a fault and without anything beyond the width. */
async function expectSound(page: Page): Promise<void> {
	expect(await axeViolationsInThemes(page)).toEqual([]);
	expect(
		await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
	).toBeLessThanOrEqual(0);
}

describe("a manager", () => {
	it("sees what is open in each quarter, and cannot report what waits", async () => {
		const page = await site.tab(device, BOSS, "/work/quarters?quarter=2024-Q2");
		await panel(page, "1 service waits for approval").getByRole("link").first().waitFor();
		const facts = panel(page, /, 2024 Q2$/);
		await facts.getByText("1 waits for approval, 2 drafts or returned").waitFor();
		await expect.poll(() => facts.textContent()).toContain("1 dated to a year only");
		await panel(page, "2 drafts and returned services").getByText("returned").first().waitFor();
		await panel(page, "1 service is dated to a year only").waitFor();
		await panel(page, "Report 2024 Q2").getByText("It cannot be reported yet").waitFor();
		expect(await button(page, /^Report /).count()).toBe(0);
		await expectSound(page);
		await page.getByRole("link", { name: "All quarters" }).click();
		await panel(page, "Quarters of your center").getByText("Runs until").waitFor();
		await page.close();
	});

	it("reports it once nothing waits, leaves the drafts out knowingly, and finds it locked", async () => {
		const { engagement } = await site.hub<{ engagement: { revision: number } }>(
			MANAGER,
			'{ engagement(id: "eng_open_2") { revision } }',
		);
		await site.hub(
			MANAGER,
			`mutation { approveEngagement(id: "eng_open_2", revision: ${engagement.revision}) { id } }`,
		);
		const page = await site.tab(device, BOSS, "/work/quarters?quarter=2024-Q2");
		const ask = button(page, /^Report \d+ services …$/);
		await ask.waitFor();
		expect(await ask.isDisabled()).toBe(true);
		await page.getByRole("checkbox", { name: /Leave out the 2 drafts/ }).check();
		await ask.click();
		await dialog(page).getByText("It cannot be undone.").waitFor();
		expect(await axeViolations(page)).toEqual([]);
		// Nothing happens to who presses Enter by mistake, or turns back.
		await page.keyboard.press("Enter");
		await dialog(page).waitFor({ state: "hidden" });
		await panel(page, "Report 2024 Q2").waitFor();
		await ask.click();
		await button(page, "Report and lock").click();
		await page.getByRole("status").getByText("Reported and locked:").waitFor();
		await panel(page, /, 2024 Q2$/)
			.getByText(/^Reported on .* by boss-1, and locked/)
			.waitFor();
		await panel(page, /^\d+ reported services$/).waitFor();
		await panel(page, "2 drafts and returned services").getByText("as late").waitFor();
		expect(await panel(page, "Report 2024 Q2").count()).toBe(0);
		await page.close();
	});

	it("sees late work and amendments of a locked quarter as the rules have them", async () => {
		await site.hub(
			MANAGER,
			'mutation { reportQuarter(centerId: "ga-mep", fiscalYear: 2024, quarter: 3) { id } }',
		);
		const late = `clientMutationId: "late-1", smeId: "sme_001", kind: TRAINING, startedOn: "2024-05-05", late: true, reason: "found"`;
		const { made } = await site.hub<{ made: { id: string } }>(
			MANAGER,
			`mutation { made: logEngagement(input: { ${late} }) { id } }`,
		);
		await site.hub(MANAGER, `mutation { submitEngagement(id: "${made.id}", revision: 1) { id } }`);
		const page = await site.tab(device, BOSS, "/work/quarters?quarter=2024-Q3");
		await panel(page, "1 service waits for approval")
			.getByText(/^Late work: once approved/)
			.waitFor();
		await panel(page, "1 service waits for approval")
			.getByText(/submitted · late/)
			.waitFor();
		await site.hub(
			MANAGER,
			`mutation { approveEngagement(id: "${made.id}", revision: 2, reason: "seen") { id } }`,
		);
		await page.reload();
		await panel(page, "1 amendment").getByText("gives no manufacturer away").waitFor();
		await page.close();
	});

	it("has no page of releases", async () => {
		const page = await site.tab(device, BOSS, "/work/releases");
		await page.getByText("This page is for others").waitFor();
		expect(await button(page, "Preview it").count()).toBe(0);
		await page.close();
	});
});

/** Two quarters can be released; those that were closed before stay so. */
async function closeFirstHalf(): Promise<void> {
	for (const quarter of [1, 2])
		await site.hub(
			OFFICE,
			`mutation { closeQuarter(fiscalYear: 2024, quarter: ${quarter}, reason: "First") { id } }`,
		);
}

describe("the program office", () => {
	it("sees who has not reported, and closes a quarter with a reason", async () => {
		const page = await site.tab(device, OFFICER, "/work/quarters?year=2024");
		const second = page.getByRole("region", { name: "2024 Q2" });
		await second.getByText(/^Open: 5\d of 51 centers have not reported it\./).waitFor();
		await page.getByRole("link", { name: /Georgia .* 2024 Q1: Reported on/ }).waitFor();
		await expectSound(page);
		await button(page, "Close it without waiting … 2024 Q2").click();
		await dialog(page).getByText("It cannot be opened again.").waitFor();
		const close = button(page, "Close the quarter");
		await close.click();
		// Without a reason the browser asks for one.
		const reason = dialog(page).getByLabel("Why is it not waited for?");
		await reason.fill("Nobody else worked in it");
		await close.click();
		await second.getByText("2024 Q2 is closed.").waitFor();
		await second.getByText("Nobody else worked in it").waitFor();
		await second.getByText("The next release would add it.").waitFor();
		await second.getByRole("link", { name: "Preview the next release" }).waitFor();
		await page.close();
	});

	it("is told who was first where two close one quarter", async () => {
		const page = await site.tab(device, COLLEAGUE, "/work/quarters?year=2024");
		await button(page, "Close it without waiting … 2024 Q3").click();
		await site.hub(
			OFFICE,
			'mutation { closeQuarter(fiscalYear: 2024, quarter: 3, reason: "First") { id } }',
		);
		await dialog(page).getByLabel("Why is it not waited for?").fill("Second");
		await button(page, "Close the quarter").click();
		const third = page.getByRole("region", { name: "2024 Q3" });
		await third
			.getByText(/^office-1 had closed 2024 Q3 already, on .* yours was not kept\.$/)
			.waitFor();
		await third.getByText("First", { exact: true }).waitFor();
		await page.close();
	});

	it("previews a release, and finds the preview again after leaving the page", async () => {
		await closeFirstHalf();
		const page = await site.tab(device, OFFICER, "/work/releases");
		await page.getByRole("checkbox", { name: /^2024 Q2/ }).waitFor();
		const third = page.getByRole("checkbox", { name: /^2024 Q3/ });
		if (await third.isChecked()) await third.uncheck();
		await button(page, "Preview it").click();
		const preview = panel(page, "Preview with 2024 Q1 to 2024 Q2").or(
			panel(page, "Preview over all closed quarters"),
		);
		await preview.waitFor();
		// To another page and back, by the navigation: the hub goes on meanwhile.
		await page.getByRole("link", { name: "Quarters", exact: true }).first().click();
		await panel(page, /^Fiscal year/).waitFor();
		await page.getByRole("link", { name: "Releases", exact: true }).click();
		await preview.getByText("Published again").waitFor({ timeout: 50_000 });
		await preview.getByRole("row", { name: /too few manufacturers \d+/ }).waitFor();
		await expectSound(page);
		await page.close();
	});

	it("publishes a preview once; another officer is told, and keeps what was typed", async () => {
		await closeFirstHalf();
		const [mine, theirs] = await Promise.all(
			[OFFICER, COLLEAGUE].map(async (who) => {
				const own = await site.device({ width: DESKTOP });
				const page = await site.tab(own, who, "/work/releases?preview=2024-Q1,2024-Q2");
				await page.getByLabel(/^A note/).waitFor({ timeout: 50_000 });
				await page.getByLabel(/^A note/).fill(`By ${who.sub}`);
				await button(page, "Publish this preview …").click();
				await dialog(page).getByText("never changed or taken back").waitFor();
				return page;
			}),
		);
		if (!mine || !theirs) throw new Error("two pages were opened");
		await button(mine, "Publish for everybody").click();
		await mine.getByRole("status").getByText("Release 2 is published.").waitFor();
		const list = panel(mine, "Published releases");
		await list.getByText("By office-1").waitFor();
		const methods = list.getByRole("link", { name: "Methods Release 2" });
		expect(await methods.getAttribute("href")).toBe("/statistics/2/methods");
		await button(theirs, "Publish for everybody").click();
		await theirs
			.getByRole("alert")
			.getByText("Nothing was published by you: this preview was published already, as release 2.")
			.waitFor();
		await expect.poll(() => theirs.getByLabel(/^A note/).inputValue()).toBe("By office-2");
		// The same once more would say nothing new.
		await button(theirs, "Make a new preview").click();
		await theirs
			.getByText("Nothing would differ from the newest release.")
			.waitFor({ timeout: 50_000 });
		await mine.context().close();
		await theirs.context().close();
	});

	it("is told why there can be no release, with the way on", async () => {
		const page = await site.tab(device, OFFICER, "/work/releases?preview=2025-Q1");
		const open = panel(page, "Preview with 2025 Q1");
		await open.getByText("2025 Q1 is open: 51 centers have not reported it.").waitFor();
		await open.getByText("The 51 centers").click();
		await open.getByRole("link", { name: /^Georgia/ }).click();
		await panel(page, /, 2025 Q1$/).waitFor();
		expect(page.url()).toContain("center=ga-mep");
		await page.close();
	});

	it("reads both pages on a phone, and in Chinese", async () => {
		const phone = await site.device({ width: PHONE, language: "zh" });
		const page = await site.tab(phone, OFFICER, "/work/quarters?year=2024");
		await page.getByRole("heading", { name: "2024财年", exact: true }).waitFor();
		await button(page, /^显示全部51个中心$/).waitFor();
		await expectSound(page);
		await page.goto(`${site.url}/work/releases?preview=2025-Q1`);
		await page.getByText("不能有这样的发布。").waitFor();
		await expectSound(page);
		await phone.close();
	});
});
