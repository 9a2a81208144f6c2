import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	axeViolationsInThemes,
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

const OVERFLOW = "document.documentElement.scrollWidth - innerWidth";

describe("all figures", () => {
	it("are found by Chinese words, narrowed, sorted, and open onto sources that disagree", async () => {
		const { page, faults } = await site.open("/figures");
		const panel = page.getByRole("region", { name: "All figures" });
		await panel.getByText("1,132 figures.").waitFor();
		const field = page.getByRole("searchbox", { name: /^Words in names/ });
		// The name in traditional characters finds the simplified.
		await field.fill("製造美國 members");
		await field.press("Enter");
		await page.waitForURL(/search=/);
		await page.getByLabel("In doubt or not").selectOption("true");
		await page.waitForURL(/inDoubt=true/);
		await panel.getByRole("button", { name: /^Figure/ }).click();
		await page.waitForURL(/sort=-?value/);
		await panel.getByText("6 figures.").waitFor();
		const figures = panel.locator("tbody button");
		const card = page.getByRole("dialog");
		await figures.filter({ hasText: "830" }).first().click();
		await card.getByText(/^Doubt D41/).waitFor();
		await card.getByText("Document", { exact: true }).waitFor();
		await page.keyboard.press("Escape");
		await page.goBack();
		await page.waitForURL((url) => !url.search.includes("sort"));
		await page.goBack();
		await page.waitForURL((url) => !url.search.includes("inDoubt"));
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("keep a change that the page has not drawn when the next one comes", async () => {
		const { page, faults } = await site.open("/figures");
		await page.evaluate(`
			for (const label of ["In doubt or not", "Accepted or not"]) {
				const choice = document.querySelector('select[aria-label="' + label + '"]');
				choice.value = "true";
				choice.dispatchEvent(new Event("change", { bubbles: true }));
			}`);
		await page.waitForURL(/accepted=true/);
		expect(page.url()).toContain("inDoubt=true");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("show disagreeing sources side by side, with the accepted one and why", async () => {
		const { page } = await site.open(
			"/figures?instituteIds=aim-photonics&properties=headquarters&accepted=true",
		);
		const panel = page.getByRole("region", { name: "All figures" });
		await panel.locator("tbody button").first().click();
		const card = page.getByRole("dialog");
		await card.getByRole("heading", { name: /sources of this figure/ }).waitFor();
		await expect.poll(() => card.getByText("(the one that is shown)").count()).toBe(1);
		await expect.poll(() => card.getByText("Why this one").count()).toBe(1);
		await page.context().close();
	});

	it("keep the rest of an address that is partly wrong", async () => {
		const { page } = await site.open(
			"/figures?years=2017,17&documents=nowhere.org&networkIds=mep-national-network&colour=red",
		);
		const notice = page.getByRole("status").filter({ hasText: "does not understand" });
		await notice.getByText("documents=nowhere.org").waitFor();
		const said = await notice.textContent();
		for (const part of ["years=17", "colour=red"]) expect(said).toContain(part);
		const first = page.getByRole("region", { name: "All figures" }).locator("tbody th").first();
		await expect.poll(() => first.textContent()).toBe("MEP National Network");
		await notice.getByRole("button", { name: "Leave it out" }).click();
		await page.waitForURL(`${site.url}/figures?networkIds=mep-national-network&years=2017`);
		await page.context().close();
	});

	it("are picked by keyboard alone, printed whole, and say what would be here", async () => {
		const { page } = await site.open("/figures");
		await page.getByRole("button", { name: "Any property" }).focus();
		await page.keyboard.press("Enter");
		await page.getByRole("searchbox", { name: /What was observed/ }).waitFor();
		await page.keyboard.type("dimension of ev");
		await page.getByRole("option", { name: /Dimension of evaluation/ }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(/properties=evaluation_dimension/);
		await page.keyboard.press("Escape");
		const panel = page.getByRole("region", { name: "All figures" });
		await panel.getByText("5 figures.").waitFor();
		await page.goto(`${site.url}/figures?networkIds=mep-national-network`);
		await panel.getByText("146 figures.").waitFor();
		expect(await panel.locator("tbody th").count()).toBeLessThan(100);
		await page.emulateMedia({ media: "print" });
		await expect.poll(() => panel.locator("tbody th").count()).toBe(146);
		await page.goto(`${site.url}/figures?search=qqqq`);
		await panel.getByText("No figure is like that.").waitFor({ state: "attached" });
		await page.context().close();
	});

	it("miss only what a subgraph that is down knows", async () => {
		site.breakSubgraph("mep");
		const { page } = await site.open("/figures");
		const fault = page.getByRole("alert").filter({ hasText: "Figures of MEP centers is missing" });
		await fault.waitFor();
		await page.getByText("1,132 figures.").waitFor();
		site.mend();
		await fault.getByRole("button", { name: "Try again" }).click();
		const centers = page.getByRole("region", { name: "Figures of MEP centers" });
		await centers.getByRole("button", { name: /\$/ }).first().waitFor();
		await page.context().close();
	});
});

describe("doubts", () => {
	it("say what is printed and right, what settles them, and where they show", async () => {
		const { page, faults } = await site.open("/figures/doubts?settled=false&severity=high");
		await expect.poll(() => page.getByRole("article").count()).toBe(1);
		await page.getByRole("button", { name: "Clear all" }).click();
		await page.getByText("42 of 42 doubts; 9 are not settled.").waitFor();
		const doubt = page.getByRole("article", { name: /^D05/ });
		await expect
			.poll(() => doubt.textContent())
			.toMatch(/Printed.*加利福尼亚州.*Right.*New York.*Settled by/);
		await doubt.getByRole("link", { name: /^Shows in \d+ figure/ }).click();
		await page.waitForURL(`${site.url}/figures?doubtIds=D05`);
		await page
			.getByRole("region", { name: "All figures" })
			.getByRole("link", { name: "AIM Photonics" })
			.first()
			.waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("evaluation", () => {
	it("gives each network's value, formula or reason by year, side by side", async () => {
		const { page, faults } = await site.open("/figures/evaluation?fiscalYear=2017");
		const row = (name: string) => page.getByRole("row").filter({ hasText: name });
		const members = row("Member counts").first();
		await members.getByRole("button", { name: "1,291" }).waitFor();
		await expect.poll(() => members.textContent()).toContain("no source publishes members");
		const transfer = row("Transfer, diffusion and industrialisation");
		await expect
			.poll(() => transfer.textContent())
			.toContain("manufacturers with a technology transfer ÷ manufacturers served");
		await expect.poll(() => row("Companies incubated").getByRole("cell").count()).toBe(1);
		await expect
			.poll(() => row("Non-federal $ per federal $").textContent())
			.toContain("non-federal money ÷ federal money of the same period");
		await page.getByLabel("Year", { exact: true }).selectOption("2016");
		await page.waitForURL(`${site.url}/figures/evaluation?fiscalYear=2016`);
		await members.getByRole("button", { name: /^830/ }).waitFor();
		await page.getByLabel("Kind of year").selectOption("calendarYear");
		await page.waitForURL(`${site.url}/figures/evaluation?calendarYear=2016`);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("for everyone", () => {
	it.each(["/figures", "/figures/doubts", "/figures/evaluation"])(
		"axe finds nothing at %s in either theme at either width",
		async (path) => {
			const { page, faults } = await site.open(path);
			for (const width of [DESKTOP, PHONE]) {
				await page.setViewportSize({ width, height: 900 });
				expect([width, await axeViolationsInThemes(page)]).toEqual([width, []]);
				expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
			}
			expect(faults).toEqual([]);
			await page.context().close();
		},
	);

	it("speaks Chinese, properties and indicators too", async () => {
		const { page } = await site.open("/figures/evaluation?fiscalYear=2017", { language: "zh" });
		await page.getByRole("rowheader", { name: "成员数量" }).waitFor();
		await page.getByRole("link", { name: "全部数字" }).click();
		await page.getByRole("cell", { name: "宣布日期" }).first().waitFor();
		await show(page, "拓展中心的数字");
		await page.context().close();
	});
});
