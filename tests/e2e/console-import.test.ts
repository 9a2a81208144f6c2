import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";
import { workbookParts, zipOf } from "../support/xlsx.ts";

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
}, 120_000);
afterAll(() => site.close());
// What fails here fails alone.
afterEach(() => site.network.clear());

const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const staff = (subject: string): Actor => ({ role: "FIELD_STAFF", subject, center: "ga-mep" });

type Who = Parameters<FieldSite["tab"]>[1];
async function open(who: Who, look: Parameters<FieldSite["device"]>[0] = {}) {
	const device = await site.device({ width: 1440, ...look });
	return site.tab(device, who, "/work/import");
}
const choose = (page: Page, name: string, buffer: Buffer) =>
	page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

type Batch = Record<"rows" | "created" | "unchanged" | "failed", number> & {
	id: string;
	state: string;
};
/** What the hub has of somebody: imports, the newest first, and the dates of engagements that are not void. */
async function hubHas(subject: string): Promise<{ batches: Batch[]; dates: string[] }> {
	const { importBatches, engagements } = await site.hub<{
		importBatches: { nodes: Batch[] };
		engagements: { nodes: Array<{ startedOn: string; status: string }> };
	}>(
		staff(subject),
		`query($by: [String!]) {
			importBatches(where: { mine: true }) { nodes { id rows created unchanged failed state } }
			engagements(where: { loggedBy: $by }, first: 200) { nodes { startedOn status } }
		}`,
		{ by: [subject] },
	);
	const dates = engagements.nodes.filter(({ status }) => status !== "VOIDED");
	return { batches: importBatches.nodes, dates: dates.map(({ startedOn }) => startedOn).sort() };
}

const LATIN = iconv.encode(
	[
		"Ref;Firma;State;Kind;Visit date;Remarks",
		"l-1;Fundición Muñoz;Georgia;Event;2024-05-02;x",
		"l-2;Fundición Muñoz;Georgia;Evnt;2024-05-03;x",
		"l-3;Fundición Muñoz;GA;Event;3/4/2024;x",
		'l-4;5" Pipe Works;GA;Event;2024-05-05;x',
		"l-5;Fundición Muñoz;GA;Event;sometime;x",
		"",
	].join("\r\n"),
	"windows-1252",
);

it("a Latin-1 file with semicolons is mapped, checked, mended in place, sent, and undone", async () => {
	const page = await open({ sub: "latin" });
	await choose(page, "visits.csv", LATIN);
	await page.getByText(/Windows-1252, Latin-1\), separated by semicolon/).waitFor();
	await page.getByLabel("What “Ref” says").selectOption("id");
	await page.getByLabel("What “Firma” says").selectOption("sme_name");
	await button(page, "Check 5 rows").click();
	await page.getByText(/All rows are checked. 4 are wrong/).waitFor();
	expect((await hubHas("latin")).batches).toEqual([]);
	const kind = page.getByLabel("Kind line 3");
	expect(await kind.getAttribute("aria-invalid")).toBe("true");
	await kind.fill("Event");
	await kind.press("Enter");
	await page.getByText(/All rows are checked. 3 are wrong/).waitFor();
	// What was typed is there after leaving, also where nothing was checked yet.
	await page.getByLabel("Visit date line 4").pressSequentially("x");
	await page.goto(`${site.url}/work`);
	await page.goto(`${site.url}/work/import`);
	await page.getByLabel("Visit date line 4").fill("2024-05-04");
	await page.getByLabel("Visit date line 4").blur();
	await button(page, "Take the row as its cells stand here").click();
	await page.getByText(/All rows are checked. 1 is wrong/).waitFor();
	expect(await page.evaluate(TOO_WIDE)).toBe(0);
	expect(await axeViolations(page)).toEqual([]);
	await button(page, "Import 5 rows").click();
	await page.getByText(/4 rows are imported. 1 is wrong/).waitFor();
	const sent = await hubHas("latin");
	expect(sent.dates).toEqual(["2024-05-02", "2024-05-03", "2024-05-04", "2024-05-05"]);
	expect(sent.batches).toMatchObject([{ rows: 5, created: 4, failed: 1 }]);
	// The failed row as a file: from here as the file has it, and from the hub.
	const [own] = await Promise.all([
		page.waitForEvent("download"),
		button(page, "Save the wrong row (CSV)").click(),
	]);
	expect(readFileSync(await own.path(), "utf8")).toMatch(
		/^\uFEFFRef,Firma,State,Kind,Visit date,Remarks,reason\r\nl-5,Fundición Muñoz,GA,Event,sometime,x,.*sometime/,
	);
	const [kept] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: /Failed rows/ }).click(),
	]);
	expect(readFileSync(await kept.path(), "utf8")).toMatch(
		/^\uFEFFid,sme_name,sme_state,service_kind,date,reason\nl-5,Fundición Muñoz,GA,Event,sometime,.*sometime/,
	);
	// Mended afterwards, it belongs to the same import and counts once.
	await page.getByLabel("Visit date line 6").fill("2024-05-06");
	await button(page, "Import 1 mended row").click();
	await page.getByText(/5 rows are imported. None is left/).waitFor();
	expect((await hubHas("latin")).batches).toMatchObject([{ rows: 5, created: 5, failed: 0 }]);
	await button(page, "Undo this import").first().click();
	await page.getByLabel("Why").fill("the wrong file");
	await page.getByRole("dialog").getByRole("button", { name: "Undo this import" }).click();
	await page.getByText(/5 records are void/).waitFor();
	await button(page, "Close").click();
	await page.getByText(/Undone by latin on .*: the wrong file/).waitFor();
	await page.getByText("Drop a file here").waitFor();
	expect(await hubHas("latin")).toMatchObject({ dates: [], batches: [{ state: "UNDONE" }] });
});

it("a workbook of published cases, in Chinese on a phone in the dark, is public once it is sent", async () => {
	const page = await open(
		{ sub: "office", role: "PROGRAM_OFFICE", center: "" },
		{ width: 390, language: "zh", theme: "dark" },
	);
	const header = [
		"id",
		"sme_name",
		"sme_state",
		"mep_center_id",
		"service_kind",
		"date",
		"source_url",
	];
	const row = (key: string, date: string | { date: number }, url: string | null) =>
		[key, "Published Works", "GA", "ga-mep", "Event", date, url] as never;
	const address = "https://example.org/cases/1";
	const book = zipOf(
		workbookParts({
			Notes: [["nothing"]],
			Cases: [header, row("x-1", { date: 45000 }, address), row("x-2", "2023-03-16", null)],
		}),
	);
	await choose(page, "cases.xlsx", book);
	await page.getByLabel("工作表").selectOption("Cases");
	await page.getByText("工作表“Cases”", { exact: false }).waitFor();
	await button(page, "检查 2 行").click();
	const url = page.getByRole("textbox", { name: /source_url/ });
	await url.fill(address);
	await url.press("Enter");
	await page.getByText("所有行均已检查，没有错误。").waitFor();
	expect(await page.evaluate(TOO_WIDE)).toBe(0);
	expect(await axeViolations(page)).toEqual([]);
	await button(page, "导入 2 行").click();
	await page.getByText(/已导入 2 行/).waitFor();
	const { engagements } = await site.hub<{ engagements: { nodes: object[] } }>(
		{ role: "PARTNER", subject: "anybody", organization: "college" },
		'{ engagements(where: { from: "2023-03-15", to: "2023-03-16" }) { nodes { startedOn sme { name } source { url } } } }',
	);
	for (const startedOn of ["2023-03-15", "2023-03-16"])
		expect(engagements.nodes).toContainEqual({
			startedOn,
			sme: { name: "Published Works" },
			source: { url: address },
		});
});

const many = (rows: number, key: string) =>
	Buffer.from(
		`id,sme_name,sme_state,service_kind,date\n${Array.from({ length: rows }, (_, i) => `${key}-${i},Many Works,GA,${i % 450 === 7 ? "Evnt" : "Event"},2024-06-01\n`).join("")}`,
	);

it("an import goes on through lost answers, a hub that is killed and a page that is left, and nothing comes twice", async () => {
	const page = await open({ sub: "stubborn" });
	await choose(page, "many.csv", many(900, "s"));
	await page.getByText("900 rows", { exact: false }).first().waitFor();
	// The hub does what it is sent, and its answers do not arrive.
	site.network.be("ANSWERS_LOST");
	await button(page, "Import 900 rows").click();
	await page.getByText("The hub cannot be reached").waitFor();
	const parts = async () => (await hubHas("stubborn")).batches[0]?.rows ?? 0;
	await site.network.clear();
	await expect.poll(parts, { timeout: 20_000 }).toBeGreaterThan(0);
	await site.restart();
	await page.reload();
	await page.getByText(/898 rows are imported. 2 are wrong/).waitFor({ timeout: 40_000 });
	expect((await hubHas("stubborn")).batches).toMatchObject([
		{ rows: 900, created: 898, unchanged: 0, failed: 2 },
	]);
	const { engagements } = await site.hub<{ engagements: { totalCount: number } }>(
		staff("stubborn"),
		'{ engagements(where: { loggedBy: ["stubborn"] }, first: 1) { totalCount } }',
	);
	expect(engagements.totalCount).toBe(898);
});

it("a hundred thousand rows leave the page responsive, and a few of them are drawn", async () => {
	const page = await open({ sub: "large" });
	await page.evaluate(`self.longest = 0; new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) self.longest = Math.max(self.longest, duration);
	}).observe({ type: "longtask" })`);
	// From the disk, as people do: a file that the test hands over is put together in the page.
	const path = join(site.dataDir, "large.csv");
	writeFileSync(path, many(100_000, "g"));
	await page.locator("input[type=file]").setInputFiles(path);
	await page.getByText("100,000 rows.", { exact: false }).waitFor({ timeout: 60_000 });
	await button(page, "all 100,000 rows").click();
	const list = page.getByRole("group", { name: "Rows", exact: true });
	await list.getByText("line 2", { exact: true }).first().waitFor();
	await list.focus();
	await page.keyboard.press("End");
	await list.getByText("line 100001", { exact: true }).first().waitFor();
	expect(await list.locator("li").count()).toBeLessThan(80);
	await button(page, "Check 100,000 rows").click();
	await page.getByText(/[1-9],?\d* of 100,000 rows/).waitFor();
	await button(page, "Stop").click();
	await button(page, /^Check 9\d,\d+ rows/).waitFor();
	// Under 150 ms where it was measured, on a machine with twelve times the load that it has cores for.
	const longest = (await page.evaluate("self.longest")) as number;
	expect(longest).toBeLessThan(1000);
});
