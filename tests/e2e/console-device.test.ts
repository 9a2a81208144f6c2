import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
}, 120_000);
afterAll(() => site.close());
afterEach(() => site.network.clear());

const staff = (subject: string): Actor => ({ role: "FIELD_STAFF", subject, center: "ga-mep" });
const field = (page: Page, name: string) => page.locator(`form [name="${name}"]`);
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function titles(subject: string) {
	const { engagements } = await site.hub<{
		engagements: { nodes: Array<{ title: string; status: string }> };
	}>(
		staff(subject),
		"query($by: [String!]) { engagements(where: { loggedBy: $by }) { nodes { title status } } }",
		{ by: [subject] },
	);
	return engagements.nodes.map(({ title, status }) => `${title} ${status}`);
}

it("what was saved as a file is loaded on another device, and is logged once wherever it is sent from", async () => {
	const first = await site.device();
	const page = await site.tab(first, { sub: "mover" });
	await field(page, "smeId").pressSequentially("Windham");
	await page.getByRole("option", { name: /Windham Castings/ }).click();
	await page.getByRole("radio", { name: "Event" }).check();
	await field(page, "title").fill("Moved");
	await says(page, "Saved on this device");
	await page.goto(`${site.url}/work`);
	const download = page.waitForEvent("download");
	await button(page, "Save what is on this device as a file").click();
	const file = readFileSync(await (await download).path());
	const saved = { name: "throughline.json", mimeType: "application/json", buffer: file };

	const second = await site.device();
	const other = await site.tab(second, { sub: "mover" }, "/work");
	await says(other, "Nothing waits here.");
	const box = other.locator("input[type=file]");
	await box.setInputFiles({ ...saved, buffer: Buffer.from("{}") });
	await says(other, "This is no file that was saved here.");
	await box.setInputFiles(saved);
	await says(other, "1 record was put back.");
	await box.setInputFiles(saved);
	await says(other, "0 records were put back. 1 is on this device already and stays as it is.");
	expect(await axeViolations(other)).toEqual([]);
	for (const each of [other, page]) {
		await button(each, "Open").click();
		await button(each, "Submit for approval").click();
		await says(each, "The hub has it: submitted for approval.");
	}
	expect(await titles("mover")).toEqual(["Moved SUBMITTED"]);

	const stranger = await site.tab(await site.device(), { sub: "stranger" }, "/work");
	await stranger.locator("input[type=file]").setInputFiles(saved);
	await says(stranger, "1 belongs to somebody else and was left out.");
	await says(stranger, "Nothing waits here.");
	for (const device of [first, second, stranger.context()]) await device.close();
});

it("all that somebody logged is listed, page by page", async () => {
	const count = 203;
	await site.hub(
		staff("busy"),
		"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { created } }",
		{
			input: {
				columns: ["id", "sme_name", "state", "service_kind", "date", "title"],
				rows: Array.from({ length: count }, (_, at) => ({
					line: at + 2,
					cells: [`busy-${at}`, "Windham Castings", "US-GA", "EVENT", "2025-03-04", `Visit ${at}`],
				})),
			},
		},
	);
	const device = await site.device();
	const page = await site.tab(device, { sub: "busy" }, "/work?since=all");
	await says(page, "Waiting for approval (200)");
	await button(page, `Show more (200 of ${count})`).click();
	await says(page, `Waiting for approval (${count})`);
	expect(await page.getByRole("button", { name: /^Show more/ }).count()).toBe(0);
	await device.close();
});
