import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";

const STAFF: Actor = { role: "FIELD_STAFF", subject: "reporter", center: "ga-mep" };
const OFFICE: Actor = { role: "PROGRAM_OFFICE", subject: "officer" };
const CLIENT = "sme_windham-castings-ga";
const REPORTS = "/work/outcomes";
const VERIFY = "/work/verify";

let site: FieldSite;
let service: string;
/** A visit of last year that outcomes can cover. */
async function log(key: string, smeId = CLIENT): Promise<string> {
	const { made } = await site.hub<{ made: { id: string } }>(
		STAFF,
		"mutation($input: LogEngagementInput!) { made: logEngagement(input: $input) { id } }",
		{
			input: {
				clientMutationId: key,
				smeId,
				kind: "ASSISTANCE",
				practice: "LEAN",
				startedOn: "2025-03-02",
			},
		},
	);
	return made.id;
}
async function report(year: number, metric: string, value: number): Promise<string> {
	const { made } = await site.hub<{ made: { id: string } }>(
		STAFF,
		"mutation($input: ReportOutcomeInput!) { made: reportOutcome(input: $input) { id } }",
		{
			input: {
				...{ clientMutationId: `${metric} ${year}`, smeId: CLIENT, covers: [service] },
				...{ windowStart: `${year}`, windowEnd: `${year}` },
				claims: [{ metric, value, currency: metric.startsWith("JOBS") ? undefined : "USD" }],
			},
		},
	);
	return made.id;
}
type Outcome = {
	id: string;
	verification: string;
	claims: Array<{ metric: string; value: number }>;
};
async function outcomes(windowFrom: string): Promise<Outcome[]> {
	const { outcomes: found } = await site.hub<{ outcomes: { nodes: Outcome[] } }>(
		STAFF,
		`{ outcomes(where: { centerIds: ["ga-mep"], windowFrom: "${windowFrom}" }) { nodes { id verification claims { metric value } } } }`,
	);
	return found.nodes;
}

beforeAll(async () => {
	site = await startFieldSite();
	service = await log("outcome-visit");
}, 120_000);
afterAll(() => site.close());
// What fails here fails alone.
afterEach(() => site.network.clear());

const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** Keeps a picture, for whoever looks. */
async function picture(page: Page, name: string) {
	const { PICTURES } = process.env;
	if (!PICTURES) return;
	mkdirSync(PICTURES, { recursive: true });
	await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}
const staff = (page: { width?: number; language?: "en" | "zh"; theme?: "light" | "dark" }) =>
	site.device(page).then((device) => site.tab(device, { sub: STAFF.subject }, REPORTS));
const office = (page: { width?: number; language?: "en" | "zh"; theme?: "light" | "dark" }) =>
	site
		.device(page)
		.then((device) => site.tab(device, { sub: OFFICE.subject, role: OFFICE.role }, VERIFY));

async function fill(page: Page, year: string, figures: Record<string, string>) {
	await press(page, "Choose the client");
	await page
		.getByPlaceholder("Type to find")
		.or(page.getByRole("searchbox"))
		.first()
		.fill("windam cast");
	await page.getByRole("option", { name: /Windham Castings/ }).click();
	await page.getByLabel("From", { exact: true }).fill(year);
	await page.getByLabel("To", { exact: true }).fill(year);
	for (const [label, value] of Object.entries(figures)) await page.getByLabel(label).fill(value);
}

describe("a report of outcomes", () => {
	it("is told what it covers, survives what the network does, arrives once, and is not counted twice", async () => {
		const page = await staff({ width: 1440 });
		await press(page, "Report");
		await says(page, "Choose the client.");
		expect(await axeViolations(page)).toEqual([]);
		await fill(page, "2025", { "New sales, USD": "25o" });
		await says(page, "It covers 1 service. It has no outcome yet.");
		await press(page, "Report");
		await says(page, "Write a number, such as 250000 or 250,000.");
		await page.getByLabel("New sales, USD").fill("250,000");
		await says(page, /nothing is counted twice/);
		await picture(page, "report-1440");
		site.network.be("ANSWERS_LOST");
		await press(page, "Report");
		await says(page, /The hub could not be reached/);
		site.network.be("GOOD");
		await page.reload();
		await expect.poll(() => page.getByLabel("New sales, USD").inputValue()).toBe("250,000");
		await press(page, "Report");
		await says(page, "The hub has the report of Windham Castings.");
		expect(await outcomes("2025")).toMatchObject([
			{ verification: "SELF_REPORTED", claims: [{ metric: "NEW_SALES", value: 250_000 }] },
		]);
		const card = page.getByRole("article", { name: "Windham Castings, 2025" });
		await card.getByText("as the client reported").waitFor();
		// The same time once more: told before it is sent, refused beside the figure if it is sent all the same.
		await fill(page, "2025", { "New sales, USD": "90000" });
		await says(page, "It has an outcome already.");
		await says(page, /It would be counted twice, so the hub will refuse it/);
		await press(page, "Report");
		await says(page, /NEW_SALES was reported for 2025 to 2025 already/);
		await picture(page, "report-refused-1440");
		await expect.poll(() => page.getByLabel("New sales, USD").inputValue()).toBe("90000");
		expect(await axeViolations(page)).toEqual([]);
		expect(await outcomes("2025")).toHaveLength(1);
		await press(page, "Empty the form");
		await page.context().close();
	});

	it("is corrected and withdrawn, with a reason, by its center", async () => {
		const id = await report(2024, "JOBS_CREATED", 4);
		const page = await staff({});
		const card = page.getByRole("article", { name: "Windham Castings, 2024" });
		await card.getByRole("button", { name: "Correct" }).click();
		await card.getByLabel("Jobs created, jobs").fill("3");
		await card.getByRole("button", { name: "Send the correction" }).click();
		await card.getByText("Say why; it stands in the history of the record.").waitFor();
		await card.getByLabel("Why").fill("one was a trainee");
		expect(await axeViolations(page)).toEqual([]);
		await picture(page, "correct-390");
		await card.getByRole("button", { name: "Send the correction" }).click();
		await card.getByText("reporter: “one was a trainee”").waitFor();
		expect(await outcomes("2024")).toContainEqual(
			expect.objectContaining({ id, claims: [{ metric: "JOBS_CREATED", value: 3 }] }),
		);
		await card.getByRole("button", { name: "Withdraw" }).click();
		await card.getByLabel("Why").fill("another center's");
		await card.getByRole("button", { name: "Withdraw for good" }).click();
		await card.getByText("withdrawn").waitFor();
		expect(await page.evaluate(TOO_WIDE)).toBe(0);
		await page.context().close();
	});
});

describe("the program office", () => {
	it("sees why a figure is remarkable, and decides on many by keyboard; what failed is told", async () => {
		for (let year = 2010; year < 2016; year++) await report(year, "COST_SAVINGS", 1000 + year);
		const far = await report(2016, "COST_SAVINGS", 60_000_000);
		const page = await office({ width: 1440 });
		await page.getByLabel("Which").selectOption("OUTLIER");
		const outlier = page.getByRole("article", { name: "Windham Castings, 2016" });
		await outlier.getByText(/Beyond the bound for a firm/).waitFor();
		await outlier.getByText(/times the median of \d+ reports of this figure/).waitFor();
		await outlier.getByText(/times what the client reported for 6 earlier times/).waitFor();
		await picture(page, "verify-outlier-1440");
		await page.getByLabel("Which").selectOption("WAITING");
		await page.getByLabel("Figure").selectOption("COST_SAVINGS");
		await page.getByLabel("First").selectOption("largest");
		await page.getByRole("article").first().getByText("60,000,000 USD").waitFor();
		await page.getByLabel("First").selectOption("latest");
		await page
			.getByRole("listitem")
			.filter({ has: page.getByRole("checkbox") })
			.nth(1)
			.getByText("3,015 USD")
			.waitFor();
		expect(await axeViolations(page)).toEqual([]);
		// The keyboard alone: two of them, of which a colleague decides on one meanwhile.
		await page.getByRole("checkbox", { name: "Tick Windham Castings, 2016" }).focus();
		await page.keyboard.press("Space");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Space");
		await says(page, "2 outcomes are ticked.");
		await site.hub(
			{ ...OFFICE, subject: "colleague" },
			`mutation { reviewOutcome(id: "${far}", revision: 1, verification: DISPUTED, reason: "call them") { id } }`,
		);
		await press(page, "Verify");
		await says(page, /Say why; it stands in the history of each record/);
		await page.getByRole("checkbox", { name: "Tick Windham Castings, 2016" }).focus();
		await page.keyboard.press("Enter");
		await page.keyboard.type("seen the books");
		await press(page, "Verify");
		await says(page, "1 outcome is verified.");
		await says(page, "Not changed: 1");
		await page.getByText(/is not the current revision/).waitFor();
		await picture(page, "verify-failed-1440");
		await expect.poll(() => page.getByLabel("Why").inputValue()).toBe("seen the books");
		expect(await axeViolations(page)).toEqual([]);
		expect((await outcomes("2015")).map(({ verification }) => verification)).toContain("VERIFIED");
		// A click that nobody answers loses nothing.
		await page.getByRole("checkbox", { name: "Tick Windham Castings, 2010" }).check();
		site.network.be("PORTAL");
		await press(page, "Ask back");
		await says(page, /The hub could not be reached/);
		site.network.be("GOOD");
		await expect.poll(() => page.getByLabel("Why").inputValue()).toBe("seen the books");
		await press(page, "Ask back");
		await says(page, /1 outcome was asked back/);
		await page.context().close();
	});
});

describe("both pages", () => {
	it("on a phone, in the dark, in Chinese, and for their roles only", async () => {
		await report(2009, "INVESTMENT", 7000);
		const reporting = await staff({ language: "zh", theme: "dark" });
		await reporting.getByRole("heading", { name: "报告成效" }).waitFor();
		await reporting.getByRole("article").first().waitFor();
		await picture(reporting, "report-zh-390");
		expect(await axeViolations(reporting)).toEqual([]);
		expect(await reporting.evaluate(TOO_WIDE)).toBe(0);
		await reporting.goto(site.url + VERIFY);
		await says(reporting, "本页面供其他角色使用");
		await reporting.context().close();
		const verifying = await office({ language: "zh", theme: "dark" });
		await verifying.getByRole("article").first().waitFor();
		// The decision stays in view beside what is ticked.
		await verifying.getByRole("article").first().getByRole("checkbox").check();
		await says(verifying, "已勾选 1 项成效。");
		await picture(verifying, "verify-zh-390");
		expect(await axeViolations(verifying)).toEqual([]);
		expect(await verifying.evaluate(TOO_WIDE)).toBe(0);
		await verifying.goto(site.url + REPORTS);
		await says(verifying, "本页面供其他角色使用");
		await verifying.context().close();
	});
});
