// Over 300 lines: releases take seconds to make, so that one hub with two of them serves all tests.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	axeViolations,
	axeViolationsInThemes,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	show,
	startConsole,
} from "../support/console.ts";
import { dataOf, seededFolder } from "../support/hub.ts";
import { releaseInto } from "../support/releases.ts";

type Figure = { measure: string; value: number | null };
type Cell = {
	coordinates: Array<{ dimension: string; value: string }>;
	values: Figure[];
	status: "PUBLISHED" | "SUPPRESSED" | "EMPTY";
};

/** Release 1 is of the published cases; release 2 of reported records, with cells suppressed. */
let site: ConsoleSite;
let cells: Cell[];
beforeAll(async () => {
	const dataDir = await seededFolder();
	await releaseInto(dataDir);
	site = await startConsole({ dataDir });
	({
		statistics: { cells },
	} = await dataOf(
		site,
		'{ statistics(table: "engagements-by-center") { cells(first: 5000) { coordinates { dimension value } values { measure value } status } } }',
	));
}, 180_000);
afterAll(() => site?.close());

const address = (page: Page) => page.url().slice(site.url.length);
const sentence = async (page: Page) => (await page.locator("h1").textContent())?.trim();
const panel = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const CENTERS = "/statistics?table=engagements-by-center";

/** Of this kind of service, some figures are withheld and others given. */
const KIND = "REFERRAL";
const WITHHELD = `${CENTERS}&kind=${KIND}`;

/** How many manufacturers the hub says received that from a center in a quarter, as the page says it. */
function told(center: string, period: string): string {
	const where = { center, kind: KIND, period };
	const cell = cells.find(({ coordinates }) =>
		coordinates.every(({ dimension, value }) => where[dimension as keyof typeof where] === value),
	);
	if (cell?.status === "SUPPRESSED") return "withheld";
	return String(cell?.values.find((one) => one.measure === "smes")?.value);
}

/** Picks one from the list that a part of a sentence opens, by keyboard alone. */
async function pick(page: Page, part: Locator, typed: string): Promise<void> {
	await part.focus();
	await page.keyboard.press("Enter");
	await page.getByRole("searchbox").waitFor();
	await page.keyboard.type(typed);
	await page.getByRole("dialog").getByRole("option").first().waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.getByRole("dialog").waitFor({ state: "hidden" });
}
const part = (page: Page, name: string) =>
	page.locator("h1").getByRole("button", { name, exact: true });

describe("the statistics", () => {
	it("say which release is shown, what it covers, that it never changes, and what waits", async () => {
		const { page, faults } = await site.open("/statistics");
		expect(await sentence(page)).toBe(
			"Services by state of the manufacturer: manufacturers, all kinds of service, from release 2, the newest.",
		);
		const facts = await panel(page, "About this release").textContent();
		for (const said of [
			/Published \w+ \d+, \d{4}/,
			"2024 Q3 to 2025 Q2",
			"It never changes",
			"2025 Q3 and later, until every center has reported",
			"Corrections of closed quarters",
		])
			expect(facts).toMatch(said);
		await expect
			.poll(() => panel(page, /^How it was made/).textContent())
			.toMatch(/at least \d+ manufacturers with confidential records/);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("are chosen by keyboard alone; the address is the view, and back and forward work", async () => {
		const { page, faults } = await site.open("/statistics");
		await pick(page, part(page, "Services by state of the manufacturer"), "services by mep");
		await expect.poll(() => address(page)).toBe(CENTERS);
		await pick(page, part(page, "manufacturers"), "hours");
		const hours = `${CENTERS}&measure=hours&kind=FACILITY_ACCESS`;
		await expect.poll(() => address(page)).toBe(hours);
		await page
			.getByRole("heading", { name: "Hours of facility use: the course of each" })
			.waitFor();
		await pick(page, part(page, "facility access"), "training");
		// Hours do not apply to training.
		await expect.poll(() => address(page)).toBe(`${CENTERS}&kind=TRAINING`);
		await page.goBack();
		await part(page, "hours of facility use").waitFor();
		expect(address(page)).toBe(hours);
		await page.goForward();
		await part(page, "training").waitFor();
		await pick(page, part(page, "release 2, the newest"), "release 1");
		await panel(page, "About this release").getByText("There is a newer one.").waitFor();
		expect(address(page)).toBe(`${CENTERS}&release=1&kind=TRAINING`);
		await expect
			.poll(() => panel(page, "About this release").textContent())
			.toContain("These are cases that somebody published");
		await page.reload();
		await part(page, "release 1").waitFor();
		await part(page, "training").waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("name what an address says that there is not, and keep the rest", async () => {
		const { page } = await site.open(
			`${CENTERS}&release=9&kind=TRAINING&measure=money&colour=red&compare=ga-mep,moon`,
		);
		const notice = page.getByRole("status").filter({ hasText: "does not understand" });
		for (const stray of ["release=9", "measure=money", "colour=red", "compare=moon"])
			await expect.poll(() => notice.textContent()).toContain(stray);
		expect(await sentence(page)).toContain("training, from release 2");
		await notice.getByRole("button", { name: "Leave it out" }).click();
		await notice.waitFor({ state: "hidden" });
		expect(address(page)).toBe(`${CENTERS}&kind=TRAINING&compare=ga-mep`);
		await page.context().close();
	});
});

describe("withheld figures", () => {
	it("are hatched, read out as such, explained once, and never a zero or a blank", async () => {
		const { page, faults } = await site.open(WITHHELD);
		const periods = ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"];
		const ga = periods.map((period) => told("ga-mep", period));
		expect(new Set(ga).size).toBeGreaterThan(1);
		expect(ga).toContain("withheld");
		const label = await page
			.getByRole("img", { name: /^Georgia .*Manufacturers\. Fiscal year 2024, Q3/ })
			.getAttribute("aria-label");
		const read = [...(label ?? "").matchAll(/: (\w+)(?:;|$)/g)].map(([, figure]) => figure);
		expect(read).toEqual(ga);
		const multiples = panel(page, "Manufacturers: the course of each");
		const explained = multiples
			.getByRole("listitem")
			.filter({ hasText: /^\s*withheld\s+withheld \(\d+ of those shown\): there are records/ });
		await expect.poll(() => explained.count()).toBe(1);
		const hatched = await multiples.locator('rect[fill="url(#withheld)"]').count();
		await expect.poll(() => explained.textContent()).toContain(`(${hatched} of those shown)`);

		await show(page, "Manufacturers as a table");
		const table = panel(page, "Manufacturers as a table").getByRole("table");
		const row = table.getByRole("row", { name: /^Georgia .*Partnership|^Georgia MEP/ });
		const shown = await row.getByRole("cell").allTextContents();
		expect(shown.map((text) => text.trim())).toEqual(ga);
		const every = await table.getByRole("cell").allTextContents();
		expect(every.filter((text) => text.trim() === "" || text.trim() === "-")).toEqual([]);
		expect(every).toContain("0");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("are in every cell of the table, of which only those in view are drawn", async () => {
		const { page, faults } = await site.open(`${CENTERS}&release=1&cells=all`);
		await show(page, "Every cell of the table");
		const region = panel(page, "Every cell of the table");
		await region.getByText("18,200 rows").waitFor();
		const table = region.getByRole("table");
		expect(await table.getAttribute("aria-rowcount")).toBe("18201");
		expect(await table.getByRole("row").count()).toBeLessThan(80);
		const start = Date.now();
		await table.getByRole("button", { name: "Services" }).press("Enter");
		await expect
			.poll(() => table.getByRole("row").nth(1).getByRole("cell").nth(3).textContent())
			.not.toBe("0");
		// A whole order of magnitude above what it takes on an idle machine.
		expect(Date.now() - start).toBeLessThan(10_000);
		await region.getByLabel("List the empty cells, too").uncheck();
		await region.getByText(/^\d{3} rows$/).waitFor();
		expect(address(page)).toBe(`${CENTERS}&release=1`);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("two centers", () => {
	it("stand side by side: as a chart, by period and by kind of service", async () => {
		const { page, faults } = await site.open(WITHHELD);
		const compare = (name: string | RegExp) => page.getByRole("button", { name });
		await compare(/^Compare Georgia/).press("Enter");
		await page.getByText("One is chosen; choose another to compare it with.").waitFor();
		await compare(/^Compare Ohio/).press("Enter");
		await expect.poll(() => address(page)).toBe(`${WITHHELD}&compare=ga-mep%2Coh-mep`);
		await page.getByRole("link", { name: /stand side by side below$/ }).click();
		const region = panel(page, "Two side by side");
		await region.locator("svg text", { hasText: "2025 Q2" }).waitFor();
		const byPeriod = region.getByRole("table", { name: "Manufacturers by period" });
		const rows = await byPeriod.getByRole("row").all();
		const figures = await Promise.all(
			rows.slice(1).map((row) => row.getByRole("cell").allTextContents()),
		);
		expect(figures).toEqual(
			["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"].map((period) => [
				told("ga-mep", period),
				told("oh-mep", period),
			]),
		);
		const byKind = region.getByRole("table", { name: /^Manufacturers: Fiscal year 2025, Q2/ });
		await expect.poll(() => byKind.getByRole("row").count()).toBe(8);
		await pick(page, region.getByRole("button", { name: /^Ohio/ }), "bay");
		await expect.poll(() => address(page)).toBe(`${WITHHELD}&compare=ga-mep%2Cca-bay`);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("taken along", () => {
	it("the small multiples are a CSV that says what is withheld, a picture and a query", async () => {
		const { page, faults } = await site.open(WITHHELD);
		const region = panel(page, "Manufacturers: the course of each");
		const taken = async (action: string) => {
			await region.getByText("Take along").click();
			const download = page.waitForEvent("download");
			await region.getByText(action, { exact: true }).click();
			return download;
		};
		const csv = await taken("Save as CSV");
		const lines = readFileSync(await csv.path(), "utf8").split("\r\n");
		expect(lines[0]).toBe(
			"\uFEFFrelease,center,center_label,kind,period,measure,value,unit,status,synthetic",
		);
		const ohio = lines.find((line) => line.includes("oh-mep") && line.includes("2025-Q2"));
		const figure = told("oh-mep", "2025-Q2");
		expect(ohio).toContain(
			figure === "withheld"
				? "2025-Q2,smes,,manufacturers,SUPPRESSED,false"
				: `2025-Q2,smes,${figure},manufacturers,`,
		);
		const picture = readFileSync(await (await taken("Save as picture (PNG)")).path());
		expect(picture.subarray(1, 4).toString()).toBe("PNG");
		expect(picture.length).toBeGreaterThan(10_000);
		await region.getByText("Take along").click();
		await region.getByRole("button", { name: "Copy as a curl line" }).click();
		await region.getByText("Copied").waitFor();
		const line = String(await page.evaluate("navigator.clipboard.readText()"));
		const answer = await fetch(`${site.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: /-d '(.*)'$/.exec(line)?.[1] ?? "",
		});
		const { data } = (await answer.json()) as { data: { statistics: { cells: Cell[] } } };
		const rows = await region.getByRole("listitem").count();
		expect(data.statistics.cells.length).toBeGreaterThan(rows);
		expect(new Set(data.statistics.cells.map(({ status }) => status))).toContain("SUPPRESSED");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("the files of the release are where the page says, as they were before there was a page", async () => {
		const { page } = await site.open(WITHHELD);
		const links = await panel(page, "Release 2 as files").getByRole("link").all();
		const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
		expect(paths).toHaveLength(10 * 3 + 4);
		expect(paths).toContain("/statistics/2/engagements-by-center.parquet");
		await page.context().close();
		const html = { accept: "text/html,*/*" };
		for (const path of [...paths, "/statistics/2/", "/statistics/latest/"]) {
			const response = await fetch(site.url + path, { headers: html, method: "HEAD" });
			expect([path, response.status]).toEqual([path, 200]);
		}
		for (const path of ["/statistics", "/statistics/"]) {
			const person = await fetch(site.url + path, { headers: html });
			expect(await person.text()).toContain('<div id="root">');
			const program = await fetch(site.url + path, { headers: { accept: "*/*" } });
			expect(program.url).toBe(`${site.url}/statistics/`);
			expect(await program.text()).toContain('href="2/"');
			for (const { headers } of [person, program])
				expect(headers.get("vary")).toMatch(/\baccept(,|$)/);
		}
	});
});

describe("a part that does not answer", () => {
	it("is named, and comes when it is asked again", async () => {
		site.breakSubgraph("engagements");
		const { page } = await site.open(`${CENTERS}&kind=TRAINING`);
		const fault = page.getByRole("alert").first();
		await expect
			.poll(() => fault.textContent())
			.toContain(
				"The list of releases is missing, because the part of the hub that keeps the records of services did not answer.",
			);
		expect(await axeViolations(page)).toEqual([]);
		site.mend();
		// The hub asks a part that failed again after a while.
		await expect
			.poll(
				async () => {
					const retry = fault.getByRole("button", { name: "Try again" });
					if (await retry.count()) await retry.click();
					return part(page, "training").count();
				},
				{ timeout: 30_000, interval: 500 },
			)
			.toBe(1);
		await page.context().close();
	});
});

describe("for everyone", () => {
	for (const width of [DESKTOP, PHONE])
		it(`axe finds nothing at ${width} px in either theme, with two compared`, async () => {
			const { page, faults } = await site.open(`${WITHHELD}&compare=ga-mep,oh-mep`, { width });
			await show(page, "Two side by side");
			await page.locator("svg text", { hasText: "2025 Q2" }).first().waitFor();
			await show(page, "Manufacturers as a table");
			await show(page, "Every cell of the table");
			expect(await axeViolationsInThemes(page)).toEqual([]);
			const overflow = "document.documentElement.scrollWidth - innerWidth";
			expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
			expect(faults).toEqual([]);
			await page.context().close();
		});

	it("speaks Chinese", async () => {
		const { page, faults } = await site.open("/statistics?table=outcomes-by-sector", {
			language: "zh",
		});
		expect(await sentence(page)).toContain("按企业所属行业的成效");
		expect(await page.title()).toBe("统计 - Throughline");
		const latin = await page.locator("main h2, main h3, main th[scope=col]").allTextContents();
		expect(latin.filter((text) => /^[A-Za-z ]{8,}$/.test(text))).toEqual([]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("is found by search, in the words of the page", async () => {
		const { page, faults } = await site.open("/");
		await page.keyboard.press("/");
		await page.getByRole("searchbox").waitFor();
		await page.keyboard.type("statistics outcomes sector");
		await page.getByRole("menuitem", { name: "Outcomes by sector of the manufacturer" }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(`${site.url}/statistics?table=outcomes-by-sector`);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("finds the releases among what came lately", async () => {
		const { page } = await site.open("/");
		await panel(page, "Lately").getByRole("link", { name: "Release 1" }).click();
		await page.waitForURL(`${site.url}/statistics?release=1`);
		await part(page, "release 1").waitFor();
		await page.context().close();
	});
});
