import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	axeViolations,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	show,
	startConsole,
} from "../support/console.ts";
import { dataOf } from "../support/hub.ts";
import { ROOT } from "../support/paths.ts";

const DOCUMENTS: Record<string, string> = JSON.parse(
	readFileSync(join(ROOT, "gateway/console/graphql/persisted-documents.json"), "utf8"),
);
const ROW = `id kind engagementCount firstOn lastOn hours peopleTrained
	sme { id name city state naics synthetic } center { id name } institute { id name }`;

let site: ConsoleSite;
beforeAll(async () => {
	site = await startConsole();
}, 120_000);
afterAll(() => site.close());

const sentence = async (page: Page) => (await page.locator("h1").textContent())?.trim();
const address = (page: Page) => page.url().slice(site.url.length);
const totals = (page: Page) =>
	page.getByText(/manufacturers? received .* services?\./).textContent();

/** Picks by typing in the list that a part of the sentence opens. */
async function pick(page: Page, part: string, typed: string): Promise<void> {
	await page.getByRole("button", { name: part, exact: true }).focus();
	await page.keyboard.press("Enter");
	await page.getByRole("searchbox").waitFor();
	await page.keyboard.type(typed);
	const list = page.getByRole("dialog");
	await list
		.getByRole("option", { name: new RegExp(typed, "i") })
		.first()
		.waitFor();
	// What is typed may still find others, which ends what was marked.
	const marked = list.locator("[role=option][data-focused]");
	await expect
		.poll(async () => {
			if ((await marked.count()) === 0) await page.keyboard.press("ArrowDown");
			return marked.count();
		})
		.toBe(1);
	await page.keyboard.press("Enter");
	// A list to pick one from closes by itself. Of others, the first Escape empties the field, the second closes.
	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** What a click in "Take along" of a panel saves. */
async function taken(page: Page, panel: string, action: string): Promise<Download> {
	const region = page.getByRole("region", { name: panel });
	await region.getByText("Take along").click();
	const download = page.waitForEvent("download");
	await region.getByText(action, { exact: true }).click();
	return download;
}

describe("the sentence", () => {
	it("is written by keyboard alone, in English and Chinese words; the address says it", async () => {
		const { page, faults } = await site.open("/trace");
		expect(await sentence(page)).toContain("Which manufacturers anywhere received any service");
		await pick(page, "anywhere", "georgia");
		await expect.poll(() => address(page)).toBe("/trace?smeStates=US-GA");
		await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("Georgia");
		await pick(page, "any service", "train");
		await expect.poll(() => address(page)).toBe("/trace?smeStates=US-GA&kinds=TRAINING");
		expect(await sentence(page)).toContain(
			"Which manufacturers in Georgia received training from any center or any institute",
		);
		await expect.poll(() => totals(page)).toBe("1 manufacturer received 1 service.");
		await page.goBack();
		await expect.poll(() => address(page)).toBe("/trace?smeStates=US-GA");
		await page.goForward();
		await expect.poll(() => address(page)).toBe("/trace?smeStates=US-GA&kinds=TRAINING");
		await page.getByRole("button", { name: "Start over" }).click();
		await pick(page, "any institute", "增材");
		await expect.poll(() => address(page)).toBe("/trace?instituteIds=america-makes");
		expect(await sentence(page)).toContain("from America Makes, with any center or none, since");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("finds manufacturers by name, and takes conditions and dates", async () => {
		const { page, faults } = await site.open("/trace");
		await pick(page, "manufacturers", "saft");
		await expect.poll(() => sentence(page)).toContain("Which Saft America Inc.");
		await page.getByRole("button", { name: "Start over" }).click();
		await pick(page, "Add a condition", "What hosts the center");
		await pick(page, "any kind of host", "a university");
		await expect.poll(() => address(page)).toBe("/trace?hostKinds=UNIVERSITY");
		const since = page.getByRole("textbox", { name: /^Began on or after/ });
		await since.fill("last year");
		await page.getByText("Write a year, month or day").waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await since.fill("2018");
		await since.press("Enter");
		await expect.poll(() => address(page)).toBe("/trace?from=2018&hostKinds=UNIVERSITY");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("says what an address says that it does not understand, and keeps the rest", async () => {
		const { page } = await site.open(
			"/trace?kinds=EVENT,TRAINING,LUNCH&colour=red&smeStates=GA&from=2018-03",
		);
		const notice = page.getByRole("status").filter({ hasText: "does not understand" });
		for (const part of ["kinds=LUNCH", "colour=red", "smeStates=GA"])
			await expect.poll(() => notice.textContent()).toContain(part);
		expect(await sentence(page)).toContain("received an event or training from");
		await notice.getByRole("button", { name: "Leave it out" }).click();
		await notice.waitFor({ state: "hidden" });
		await expect.poll(() => address(page)).toBe("/trace?kinds=EVENT%2CTRAINING&from=2018-03");
		await page.context().close();
	});

	it("says nothing was found where nothing is", async () => {
		const { page } = await site.open("/trace?smeStates=US-HI&kinds=EVENT");
		await page.getByText("0 manufacturers received 0 services.").waitFor();
		await expect
			.poll(() => page.getByText("Take a condition away, or start over.").count())
			.toBe(2);
		expect(await axeViolations(page)).toEqual([]);
		await page.context().close();
	});
});

describe("flow and table", () => {
	it("narrow the sentence: a flow that is chosen, and a row", async () => {
		const { page, faults } = await site.open("/trace");
		await show(page, "The flow");
		await page.locator("svg text", { hasText: /^Training$/ }).click();
		await page.waitForURL(`${site.url}/trace?kinds=TRAINING`);
		await expect.poll(() => totals(page)).toBe("9 manufacturers received 9 services.");
		const rows = page.getByRole("region", { name: "Who received what from whom" });
		await rows.getByText("9 rows").waitFor();
		await rows
			.getByRole("button", { name: /^Ask for .* alone$/ })
			.first()
			.press("Enter");
		await expect.poll(() => totals(page)).toBe("1 manufacturer received 1 service.");
		expect(address(page)).toMatch(/^\/trace\?smeIds=sme_[^&]+&kinds=TRAINING$/);
		await rows.getByRole("button", { pressed: true }).click();
		await expect.poll(() => address(page)).toBe("/trace?kinds=TRAINING");
		await page.getByRole("radio", { name: "by sector" }).check();
		await expect.poll(() => address(page)).toBe("/trace?kinds=TRAINING&by=sector");
		await page.locator("svg text", { hasText: "Sector not stated" }).waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("sort by their heads, what is missing last in both directions", async () => {
		const { page } = await site.open("/trace");
		const rows = page.getByRole("region", { name: "Who received what from whom" });
		const first = rows.getByRole("row").nth(1);
		const head = rows.getByRole("button", { name: "First" });
		await head.press("Enter");
		await expect.poll(() => first.textContent()).toContain("1994");
		await head.press("Enter");
		await expect.poll(() => first.textContent()).toContain("Apr 16, 2025");
		expect(await rows.getByRole("columnheader", { name: "First" }).getAttribute("aria-sort")).toBe(
			"descending",
		);
		await page.context().close();
	});

	it("hold a thousand rows, of which only those in view are drawn", async () => {
		const { page, faults } = await site.open("/");
		const [[hash] = []] = Object.entries(DOCUMENTS).filter(([, text]) =>
			/query TraceRows\b/.test(text),
		);
		const [row] = (await dataOf(site, `{ trace(first: 1) { nodes { ${ROW} } } }`)).trace.nodes;
		const nodes = Array.from({ length: 1000 }, (_, index) => ({
			...row,
			id: `row-${index}`,
			sme: { ...row.sme, name: `Firm ${String(index).padStart(4, "0")}` },
		}));
		const trace = { totalCount: 1000, nodes, pageInfo: { hasNextPage: false, endCursor: null } };
		await page.route(
			(url) => url.searchParams.get("extensions")?.includes(hash ?? "?") ?? false,
			(route) => route.fulfill({ json: { data: { trace } } }),
		);
		await page.getByRole("link", { name: "Which manufacturers received what from whom?" }).click();
		const table = page.getByRole("group", { name: "Who received what from whom" });
		await page.getByText("1,000 rows").waitFor();
		expect(await table.getByRole("row").count()).toBeLessThan(60);
		expect(await table.getByRole("table").getAttribute("aria-rowcount")).toBe("1001");
		await table.focus();
		const last = table.getByRole("row", { name: /Firm 0999/ });
		// Rows are measured once they are drawn, so the end may lie further than it seemed.
		await expect
			.poll(async () => {
				await page.keyboard.press("End");
				return last.count();
			})
			.toBe(1);
		expect(await last.getAttribute("aria-rowindex")).toBe("1001");
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("are taken along as CSV, picture, query and command", async () => {
		const { page, faults } = await site.open("/trace?kinds=TECH_TRANSFER");
		const csv = await taken(page, "Who received what from whom", "Save as CSV");
		expect(csv.suggestedFilename()).toBe("trace.csv");
		const lines = readFileSync(await csv.path(), "utf8").split("\n");
		expect(lines).toHaveLength(20);
		expect(lines[0]).toBe(
			"\uFEFFmanufacturer,manufacturer_id,city,state,kind,center,center_id,institute,institute_id,first,last,services,people_trained,hours",
		);
		await show(page, "The flow");
		await page.locator("svg text", { hasText: "Technology transfer" }).first().waitFor();
		const picture = await taken(page, "The flow", "Save as picture (PNG)");
		const bytes = readFileSync(await picture.path());
		expect(bytes.subarray(1, 4).toString()).toBe("PNG");
		expect(bytes.length).toBeGreaterThan(10_000);
		const region = page.getByRole("region", { name: "In all" });
		await region.getByText("Take along").click();
		await region.getByRole("button", { name: "Copy as a curl line" }).click();
		await region.getByText("Copied").waitFor();
		const line = String(await page.evaluate("navigator.clipboard.readText()"));
		const body = /-d '(.*)'$/.exec(line)?.[1] ?? "";
		const answer = await fetch(`${site.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body,
		});
		expect(await answer.json()).toMatchObject({ data: { all: [{ engagementCount: 18 }] } });
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("show their rows though names are missing, and say which", async () => {
		site.breakSubgraph("institutes");
		const { page } = await site.open("/trace?kinds=TECH_TRANSFER");
		const rows = page.getByRole("region", { name: "Who received what from whom" });
		const fault = rows.getByRole("alert");
		await expect.poll(() => fault.textContent()).toContain("Some names in the table is missing");
		await rows.getByText("18 rows").waitFor();
		expect(await totals(page)).toBe("18 manufacturers received 18 services.");
		site.mend();
		await fault.getByRole("button", { name: "Try again" }).click();
		await fault.waitFor({ state: "hidden" });
		await page.context().close();
	});
});

describe("the same address as CSV", () => {
	const csv = async (search: string) => fetch(`${site.url}/trace.csv${search}`);

	it("has the rows of the page", async () => {
		const response = await csv("?kinds=TRAINING&smeStates=US-GA&by=sector");
		expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
		expect(response.headers.get("cache-control")).toBe("no-store");
		const lines = (await response.text()).trim().split(/\r?\n/);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/^Kason Industries,sme_[^,]+,Newnan,US-GA,TRAINING,Georgia /);
		const all = (await (await csv("")).text()).trim().split(/\r?\n/);
		expect(all).toHaveLength(86);
	});

	it("is refused where it says what a trace does not understand, or a part does not answer", async () => {
		const wrong = await csv("?kinds=LUNCH");
		expect(wrong.status).toBe(400);
		expect(await wrong.text()).toContain("kinds=LUNCH");
		site.breakSubgraph("engagements");
		expect((await csv("")).status).toBe(503);
		site.mend();
		for (let time = 0; time < 6; time++) expect((await csv("?hasDate=true")).status).toBe(200);
	});
});

describe("for everyone", () => {
	for (const width of [DESKTOP, PHONE])
		it(`axe finds nothing at ${width} px in either theme, nor with a list open`, async () => {
			const { page, faults } = await site.open("/trace", { width });
			await show(page, "The flow");
			await page.locator("svg text", { hasText: /^Training$/ }).waitFor();
			expect(await axeViolations(page)).toEqual([]);
			await page.emulateMedia({ colorScheme: "dark" });
			await page.getByText("The same as a table").click();
			expect(await axeViolations(page)).toEqual([]);
			await page.getByRole("button", { name: "any service" }).click();
			await page.getByRole("option", { name: "Training" }).waitFor();
			expect(await axeViolations(page)).toEqual([]);
			const overflow = "document.documentElement.scrollWidth - innerWidth";
			expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
			expect(faults).toEqual([]);
			await page.context().close();
		});

	it("asks in Chinese", async () => {
		const { page, faults } = await site.open("/trace?kinds=TRAINING", { language: "zh" });
		expect(await sentence(page)).toContain("获得了培训");
		await page.getByText("9 家企业获得了 9 项服务。").waitFor();
		expect(await page.title()).toBe("追踪 - Throughline");
		expect(faults).toEqual([]);
		await page.context().close();
	});
});
