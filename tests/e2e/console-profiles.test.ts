import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
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

const address = (page: Page) => decodeURIComponent(page.url().replace(site.url, ""));
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const firstRow = (page: Page, table: string) =>
	panel(page, table).locator("tbody tr").first().locator("th");

describe("a directory", () => {
	it("is searched, narrowed and sorted; the address says it, and back undoes it", async () => {
		const { page, faults } = await site.open("/institutes");
		expect(await page.title()).toBe("Institutes and centers - Throughline");
		const list = panel(page, "Institutes");
		await expect.poll(() => list.getByText("22 rows").count()).toBe(1);
		await list.getByLabel("Sponsor").selectOption("DOE");
		await list.getByText("6 rows").waitFor();
		await list.getByRole("button", { name: "Members" }).click();
		await expect.poll(() => address(page)).toBe("/institutes?sponsor=DOE&sort=-members");
		await expect.poll(() => firstRow(page, "Institutes").textContent()).toContain("IACMI");
		await list.getByRole("searchbox", { name: "Search" }).fill("清洁能源智能");
		await list.getByText("1 row", { exact: true }).waitFor();
		await expect.poll(() => firstRow(page, "Institutes").textContent()).toContain("CESMII");
		await page.goBack();
		await page.goBack();
		await list.getByText("22 rows").waitFor();
		await expect.poll(() => list.getByLabel("Sponsor").inputValue()).toBe("");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("is taken along as a picture of what it shows", async () => {
		const { page, faults } = await site.open("/institutes");
		const shown = page.getByRole("region", { name: "Institutes", exact: true });
		await shown.getByText("Take along").click();
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			shown.getByRole("button", { name: "Save as picture (PNG)" }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(/^[\w-]+\.png$/);
		const { width, height } = PNG.sync.read(readFileSync(await download.path()));
		// A line for each of the 22 institutes, the head, the title and the address.
		expect(height).toBeGreaterThan(24 * 26 * 2);
		expect(width).toBeGreaterThan(1000);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("names what the address says wrongly, and keeps the rest", async () => {
		const { page, faults } = await site.open("/centers?host=UNIVERSITY&state=Ohio&colour=red");
		const notice = page.getByRole("status").filter({ hasText: "does not understand" });
		await expect.poll(() => notice.textContent()).toContain("state=Ohio, colour=red");
		const list = panel(page, "Centers of the MEP National Network");
		await expect.poll(() => list.getByLabel("Kind of host").inputValue()).toBe("UNIVERSITY");
		await expect.poll(() => list.getByRole("link", { name: "TechHelp" }).count()).toBe(1);
		await notice.getByRole("button", { name: "Leave it out" }).click();
		await expect.poll(() => address(page)).toBe("/centers?host=UNIVERSITY");
		await list.getByRole("searchbox", { name: "Search" }).fill("nothing of that name");
		await list.getByText("Nothing is meant by these words").waitFor();
		await list.getByRole("button", { name: "Show all" }).click();
		await list.getByText("51 rows").waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("leads from name to name by keyboard alone", async () => {
		const { page, faults } = await site.open("/centers");
		await page.getByRole("searchbox", { name: "Search", exact: true }).focus();
		await page.keyboard.type("north carolina");
		await page.getByText("1 row", { exact: true }).waitFor();
		await page.getByRole("link", { name: "North Carolina Manufacturing" }).focus();
		await page.keyboard.press("Enter");
		await page.waitForURL(`${site.url}/centers/nc-mep`);
		const pages = page.getByRole("navigation", { name: "Pages", exact: true });
		await expect
			.poll(() => pages.locator("[aria-current]").textContent())
			.toBe("Institutes and centers");
		await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("main");
		const links = panel(page, "Links with institutes");
		await links
			.getByRole("button", { name: "Staff of the center at the institute" })
			.press("Enter");
		const card = page.getByRole("dialog");
		await card.getByText("poweramericainstitute.org").waitFor();
		await page.keyboard.press("Escape");
		await links.getByRole("link", { name: "PowerAmerica" }).press("Enter");
		await page.waitForURL(`${site.url}/institutes/poweramerica`);
		await expect.poll(() => page.title()).toBe("PowerAmerica - Throughline");
		await panel(page, "Links with MEP centers")
			.getByRole("link", { name: "North Carolina Manufacturing Extension Partnership" })
			.waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("the profile of an institute", () => {
	for (const width of [DESKTOP, PHONE])
		it(`shows facts with their sources, money, members and tiers at ${width} px`, async () => {
			const { page, faults } = await site.open("/institutes/america-makes", { width });
			const facts = panel(page, "Facts");
			await expect.poll(() => facts.textContent()).toContain("Youngstown, Ohio 3 sources agree");
			await expect
				.poll(() => facts.textContent())
				.toContain("Another source says: Ohio (2 sources)");
			await expect.poll(() => facts.textContent()).toContain("Inferred: no source prints it");
			await facts.getByRole("button", { name: "Youngstown, Ohio" }).click();
			const card = page.getByRole("dialog", { name: "Source of: Headquarters" });
			await card.getByRole("heading", { name: "5 sources of this figure" }).waitFor();
			await page.keyboard.press("Escape");
			await expect
				.poll(() => panel(page, "Milestones").textContent())
				.toContain("Aug 2012Announced");
			await show(page, "Funding");
			const money = panel(page, "Funding");
			await expect
				.poll(() => money.getByRole("img", { name: /^Money of the institute/ }).count())
				.toBe(1);
			await money.getByText("after the planned years").waitFor();
			await show(page, "Members");
			await panel(page, "Members")
				.getByRole("img", { name: /^Number of members/ })
				.waitFor();
			const rights = panel(page, "Tiers of membership").getByRole("row");
			const words = await rights.filter({ hasText: "Strategic consulting" }).textContent();
			expect(words).toBe("Strategic consultingIncludedFor a feeFor a fee");
			await expect
				.poll(() => panel(page, "Calls and projects").textContent())
				.toContain("a project takes 6 to 9 months");
			await expect.poll(() => panel(page, "Roadmap").textContent()).toContain("4. value chain");
			expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
			expect(faults).toEqual([]);
			await page.context().close();
		});

	it("warns where the match is under 1:1, and opens it onto its formula", async () => {
		const { page } = await site.open("/institutes/cymanii");
		const money = panel(page, "Funding");
		await money.getByText("Under 1:1").waitFor();
		await money.getByRole("button", { name: "0.59" }).click();
		const card = page.getByRole("dialog", { name: "Source of: Match" });
		await expect.poll(() => card.textContent()).toContain("non-federal money ÷ federal money");
		await page.context().close();
	});

	it("says whom it served with what, and leads to the trace of it", async () => {
		const { page, faults } = await site.open("/institutes/iacmi");
		const served = panel(page, "Who was served");
		await served.getByText("7 manufacturers received 8 services.").waitFor();
		await expect.poll(() => served.textContent()).toContain("1 person trained");
		const rows = panel(page, "Who received what from whom");
		await rows.getByText("8 rows").waitFor();
		await served.getByRole("link", { name: "Open in Trace" }).click();
		await page.waitForURL(`${site.url}/trace?instituteIds=iacmi`);
		await page.getByText("7 manufacturers received 8 services.").waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("speaks Chinese, and prints without what only screens need", async () => {
		const { page } = await site.open("/institutes/arm", { language: "zh" });
		await expect.poll(() => page.locator("h1").textContent()).toBe("美国先进机器人制造创新中心");
		await expect.poll(() => page.title()).toBe("美国先进机器人制造创新中心 - Throughline");
		await expect.poll(() => panel(page, "基本情况").textContent()).toContain("国防部");
		// The hub says in English why; the page says it in its own language before.
		await panel(page, "评估").getByText("暂无：该年的记录或来源未给出").first().waitFor();
		await page.emulateMedia({ media: "print" });
		expect(await page.locator(".screen-only:visible").count()).toBe(0);
		await page.context().close();
	});
});

describe("the profiles of a center and of a network", () => {
	it("say of a center what its awards cover, and its key figures of a year", async () => {
		const { page, faults } = await site.open("/centers/al-atn", { width: PHONE });
		await expect.poll(() => panel(page, "Facts").textContent()).toContain("College system");
		await panel(page, "Who was served").getByText("Cost savings: $100K").waitFor();
		await panel(page, "Key figures").getByLabel("Year").selectOption("fiscal 2016");
		await expect.poll(() => address(page)).toBe("/centers/al-atn?year=2016");
		await panel(page, "Key figures").getByText("not available: no record").first().waitFor();
		await panel(page, "Key figures").getByLabel("Year").selectOption("calendar 2016");
		await expect.poll(() => address(page)).toBe("/centers/al-atn?calendar=2016");
		await page.goto(`${site.url}/centers/wy-manufacturing-works`);
		const award = panel(page, "Federal awards").getByRole("row").last();
		await expect.poll(() => award.textContent()).toContain("Each of five years");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("show figures by year with breaks, doubts and disagreement, and each indicator with its reason", async () => {
		const { page, faults } = await site.open("/networks/mep-national-network?year=2018");
		const figures = panel(page, "Figures by year");
		const jobs = figures.getByRole("row").filter({ hasText: "Jobs created or retained" });
		await expect.poll(() => jobs.textContent()).toContain("(sources disagree)");
		const evaluation = panel(page, "Evaluation");
		const indicator = (name: string) => evaluation.getByRole("row").filter({ hasText: name });
		await expect
			.poll(() => indicator("Support to the industry").textContent())
			.toContain("27,707observed in a document");
		await expect
			.poll(() => indicator("Transfer, diffusion").textContent())
			.toContain("computed: manufacturers with a technology transfer ÷ manufacturers served");
		await expect
			.poll(() => indicator("Return on investment").textContent())
			.toContain("not available: no source publishes new sales per federal dollar");
		await panel(page, "Who was served").getByRole("link", { name: "Open in Trace" }).click();
		await page.waitForURL(`${site.url}/trace?withoutCenter=false`);
		await page.getByText("63 manufacturers received 63 services.").waitFor();
		await page.goto(`${site.url}/networks/dod-mii`);
		await panel(page, "Institutes").getByRole("link", { name: "LIFT" }).waitFor();
		await panel(page, "Stages of funding").getByText("core funding").first().waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("what is missing", () => {
	it("is named by part where a subgraph is down, and the rest is shown", async () => {
		site.breakSubgraph("engagements");
		site.breakSubgraph("mep");
		const { page } = await site.open("/institutes/iacmi");
		const missing = (name: string) =>
			page.getByRole("alert").filter({ hasText: `${name} is missing` });
		await missing("Who was served").waitFor();
		await missing("Key figures").waitFor();
		await expect
			.poll(() => missing("Links with MEP centers").textContent())
			.toContain("knows the MEP centers");
		await expect.poll(() => panel(page, "Facts").textContent()).toContain("Knoxville, Tennessee");
		await panel(page, "Funding").getByText("after the planned years").waitFor();
		site.mend();
		await missing("Who was served").getByRole("button", { name: "Try again" }).click();
		await page.getByText("7 manufacturers received 8 services.").waitFor();
		await page.context().close();
	});

	it("leaves a center's page its services where its own subgraph is down", async () => {
		site.breakSubgraph("mep");
		const { page } = await site.open("/centers/al-atn");
		const facts = panel(page, "Facts").getByRole("alert");
		await expect.poll(() => facts.textContent()).toContain("knows the MEP centers");
		await panel(page, "Who was served").getByText("Cost savings: $100K").waitFor();
		site.mend();
		await facts.getByRole("button", { name: "Try again" }).click();
		await page.locator("h1").getByText("Alabama Technology Network").waitFor();
		await page.context().close();
	});

	it("is the same page for every id that does not exist", async () => {
		for (const path of ["/institutes/nobody", "/centers/nobody", "/networks/nobody"]) {
			const { page, faults } = await site.open(path);
			await page.locator("h1").getByText("There is nothing at this address").waitFor();
			await expect
				.poll(() => page.locator("main").textContent())
				.toContain(`${path} leads to nothing`);
			expect(await page.getByRole("region").count()).toBe(0);
			expect(faults).toEqual([]);
			await page.context().close();
		}
	});
});

describe("for everyone", () => {
	const PAGES = [
		"/institutes",
		"/centers",
		"/institutes/poweramerica",
		"/centers/ma-massmep",
		"/networks/manufacturing-usa",
	];
	for (const width of [DESKTOP, PHONE])
		it.each(PAGES)(`axe finds nothing on %s at ${width} px in either theme`, async (path) => {
			const { page, faults } = await site.open(path, { width });
			expect(await axeViolationsInThemes(page)).toEqual([]);
			const beyond = "document.documentElement.scrollWidth - innerWidth";
			expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
			expect(faults).toEqual([]);
			await page.context().close();
		});
});
