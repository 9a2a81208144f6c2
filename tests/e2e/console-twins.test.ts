import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";
import { MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
}, 120_000);
afterAll(() => site.close());
// What fails here fails alone.
afterEach(() => site.network.clear());

const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const BOSS = { sub: MANAGER.subject, role: "CENTER_MANAGER" };

async function register(name: string, more: object = {}): Promise<string> {
	const input = { clientMutationId: randomUUID(), name, createAnyway: true, ...more };
	const { registerSme } = await site.hub<{ registerSme: { sme: { id: string } } }>(
		STAFF,
		"mutation($input: RegisterSmeInput!) { registerSme(input: $input) { sme { id } } }",
		{ input },
	);
	return registerSme.sme.id;
}
const log = (smeId: string) =>
	site.hub(STAFF, "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }", {
		input: { clientMutationId: randomUUID(), smeId, kind: "EVENT", startedOn: "2024-03-04" },
	});
/** Under which id the hub shows a manufacturer now, and how many services it has. */
async function nowOf(id: string, viewer: Actor = MANAGER) {
	const { sme } = await site.hub<{
		sme: { id: string; engagements: { totalCount: number } };
	}>(viewer, "query($id: ID!) { sme(id: $id) { id engagements { totalCount } } }", { id });
	return [sme.id, sme.engagements.totalCount];
}
/** Two entries for one manufacturer: the first with two services, the second with one. */
async function twins(name: string): Promise<[string, string]> {
	const place = { city: "Macon", state: "US-GA" };
	const one = await register(name, { ...place, employees: 45 });
	const other = await register(`${name} Inc`, { ...place, employees: 52 });
	for (const sme of [one, one, other]) await log(sme);
	return [one, other];
}
const open = async (path: string, look: Parameters<FieldSite["device"]>[0] = {}, who = BOSS) =>
	site.tab(await site.device({ width: 1440, ...look }), who, path);
const pairAt = (one: string, other: string) => `/work/duplicates?one=${one}&other=${other}`;
const why = (page: Page) => page.getByRole("textbox", { name: /^Why/ });
const button = (page: Page, name: RegExp | string) => page.getByRole("button", { name });

describe("two entries for one manufacturer", () => {
	it("are found, compared, merged and separated by keyboard", async () => {
		const [one, other] = await twins("Zephyr Valve Bodies");
		const page = await open("/work/duplicates");
		await page.getByRole("link", { name: /^Compare Zephyr Valve Bodies/ }).focus();
		await page.keyboard.press("Enter");
		await page.getByRole("row", { name: /^Employees differs 45 52/ }).waitFor();
		await page.getByRole("row", { name: /^Place Macon, Georgia Macon, Georgia/ }).waitFor();
		// The one with more records is proposed; the arrow chooses the other one.
		const first = page.getByRole("radio", {
			name: "Keep this one Zephyr Valve Bodies",
			exact: true,
		});
		await expect.poll(() => first.isChecked()).toBe(true);
		await first.focus();
		await page.keyboard.press("ArrowRight");
		await page
			.getByText("2 services, 0 outcome reports and 0 memberships move to Zephyr Valve Bodies Inc.")
			.waitFor();
		await page.getByText("Employees: 45").waitFor();
		await page.keyboard.press("ArrowLeft");
		await page.getByText("Employees: 52").waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.type("same address");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page
			.getByRole("status")
			.getByText("The two are one manufacturer now: Zephyr Valve Bodies.")
			.waitFor();
		expect(await nowOf(other)).toEqual([one, 3]);
		// What was said has the focus: the next field is that of the undoing.
		await page.locator("div:focus").filter({ hasText: "one manufacturer now" }).waitFor();
		await why(page).waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Tab");
		await page.keyboard.type("two plants after all");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await button(page, "Merge Zephyr Valve Bodies Inc into Zephyr Valve Bodies").waitFor();
		expect([await nowOf(one), await nowOf(other)]).toEqual([
			[one, 2],
			[other, 1],
		]);
		await page.context().close();
	});

	it("are reached from the manufacturer's page, and merges are undone from the list", async () => {
		const [one, other] = await twins("Yarrow Die Works");
		const page = await open(`/manufacturers/${one}`);
		await page.getByRole("link", { name: "Find duplicates of it" }).click();
		await page.getByRole("link", { name: /^Compare Yarrow Die Works/ }).click();
		await why(page).fill("same owner");
		await button(page, /^Merge/).click();
		await page
			.getByRole("status")
			.getByText(/one manufacturer now/)
			.waitFor();
		await page.getByRole("link", { name: "Back to the list" }).click();
		const merge = page
			.getByRole("listitem")
			.filter({ hasText: "Yarrow Die Works Inc was merged into Yarrow Die Works" });
		await merge.getByText("by boss-1 · same owner").waitFor();
		await merge.getByRole("button", { name: /^Undo …/ }).click();
		await merge.getByRole("button", { name: "Undo the merge" }).click();
		await merge.getByText("Write why.").waitFor();
		await merge.getByRole("textbox").fill("not the same owner");
		await merge.getByRole("button", { name: "Undo the merge" }).click();
		await merge.waitFor({ state: "detached" });
		expect(await nowOf(other)).toEqual([other, 1]);
		await page.context().close();
	});

	it("are told apart for good, until somebody takes that back", async () => {
		const [one, other] = await twins("Xylem Rolling");
		const page = await open(pairAt(one, other));
		await why(page).fill("two plants of different owners");
		await button(page, "They are not the same").click();
		await page.getByText("These two were marked as not the same").waitFor();
		// The form is gone, and the focus is where it was.
		await page.locator("div:focus").filter({ hasText: "marked as not the same" }).waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.getByRole("textbox", { name: "Why they may be the same after all" }).waitFor();
		await page.getByRole("link", { name: "Back to the list" }).click();
		const marked = page.getByRole("listitem").filter({ hasText: "two plants of different owners" });
		await marked.waitFor();
		expect(await page.getByRole("link", { name: /^Compare Xylem/ }).count()).toBe(0);
		await marked.getByRole("button", { name: /^Take this back/ }).click();
		await marked.getByRole("textbox").fill("one plant");
		await marked.getByRole("button", { name: "Take back" }).click();
		await page.getByRole("link", { name: /^Compare Xylem/ }).waitFor();
		await page.context().close();
	});

	it("are not merged over what somebody else did meanwhile, and nothing typed is lost", async () => {
		const [one, other] = await twins("Wadsworth Springs");
		const page = await open(pairAt(one, other));
		await why(page).fill("same address");
		await site.hub(
			STAFF,
			`mutation { amendSme(input: { id: "${one}", revision: 1, employees: 90 }) { id } }`,
		);
		await button(page, /^Merge/).click();
		await page
			.getByRole("alert")
			.getByText(/is not the current revision/)
			.waitFor();
		await page.getByText("Changed meanwhile; it was: 45").waitFor();
		await expect.poll(() => why(page).inputValue()).toBe("same address");
		// Nor over what another manager declares.
		await site.hub(
			OFFICE,
			`mutation { markSmesDistinct(one: "${one}", other: "${other}", reason: "two owners") { score } }`,
		);
		await button(page, /^Merge/).click();
		await page.getByText("These two were marked as not the same").waitFor();
		await page.getByText("The program office can take it back.").waitFor();
		expect(await nowOf(other)).toEqual([other, 1]);
		await site.hub(
			OFFICE,
			`mutation { unmarkSmesDistinct(one: "${one}", other: "${other}", reason: "one owner") { score } }`,
		);
		await page.reload();
		// What was typed is still there.
		await expect.poll(() => why(page).inputValue(), { timeout: 30_000 }).toBe("same address");
		await site.hub(
			OFFICE,
			`mutation { mergeSmes(keep: "${one}", merge: "${other}", revision: 1, reason: "one owner") { id } }`,
		);
		await button(page, /^Merge/).click();
		await page
			.getByRole("status")
			.getByText(/one manufacturer now/)
			.waitFor();
		await page.getByText("one owner").waitFor();
		await page.context().close();
	});

	it("are merged once though the answer is lost", async () => {
		const [one, other] = await twins("Verdigris Plating");
		const page = await open(pairAt(one, other));
		await why(page).fill("same address");
		site.network.be("PORTAL");
		await button(page, /^Merge/).click();
		await page
			.getByRole("alert")
			.getByText(/could not be reached/)
			.waitFor();
		site.network.be("ANSWERS_LOST");
		await button(page, /^Merge/).click();
		await page
			.getByRole("status")
			.getByText(/one manufacturer now/)
			.waitFor();
		site.network.be("GOOD");
		expect(await nowOf(other)).toEqual([one, 3]);
		await page.context().close();
	});

	it("are for those who may merge", async () => {
		const page = await open("/work/duplicates", {}, { sub: STAFF.subject, role: "FIELD_STAFF" });
		await page.getByText("This page is for others").waitFor();
		await page.context().close();
	});
});

describe("memberships", () => {
	async function pick(page: Page, field: RegExp, typed: string, option: RegExp) {
		await button(page, field).click();
		await page.getByRole("dialog").getByRole("searchbox").fill(typed);
		await page.getByRole("dialog").getByRole("option", { name: option }).click();
	}

	it("are recorded, corrected beside the field, ended, and shown where they belong", async () => {
		const sme = await register("Umbra Tooling");
		const page = await open("/work/memberships", { width: 390 });
		await button(page, "Record a membership …").click();
		await button(page, "Record").click();
		await page.getByText("Choose the manufacturer.").waitFor();
		await pick(page, /^Manufacturer: /, "umbra tool", /Umbra Tooling/);
		await pick(page, /^Institute: /, "America Makes", /America Makes/);
		await button(page, "Record").click();
		await page.getByText("Choose the tier.").waitFor();
		await page.getByLabel("Tier").selectOption({ index: 1 });
		await page.getByLabel("Since").fill("2018-13");
		await button(page, "Record").click();
		await page.getByText(/"2018-13" is not a date/).waitFor();
		expect(await page.getByLabel("Since").getAttribute("aria-invalid")).toBe("true");
		await page.getByLabel("Since").fill("2018-03");
		await button(page, "Record").click();
		await page.getByText(/^Recorded: Umbra Tooling is a member of America Makes/).waitFor();
		// The same once more overlaps, which the hub says beside the date.
		await page.goto(`${site.url}/work/memberships?sme=${sme}&institute=america-makes`);
		await button(page, "Record a membership …").click();
		await button(page, "Manufacturer: Umbra Tooling").waitFor();
		await page.getByLabel("Tier").selectOption({ index: 1 });
		await page.getByLabel("Since").fill("2019");
		await button(page, "Record").click();
		await page.getByText(/is in force in that time; end it/).waitFor();
		await expect.poll(() => page.getByLabel("Since").inputValue()).toBe("2019");
		await button(page, "Cancel").click();

		const line = page.getByRole("listitem").filter({ hasText: "Umbra Tooling" });
		await line.getByRole("button", { name: /^End …/ }).click();
		await line.getByRole("textbox", { name: "Ended on" }).fill("2017");
		await line.getByRole("textbox", { name: /^Why/ }).fill("it says so");
		await line.getByRole("button", { name: "End the membership" }).click();
		await line.getByText(/is before startsOn/).waitFor();
		await line.getByRole("textbox", { name: "Ended on" }).fill("2020-06-30");
		await line.getByRole("button", { name: "End the membership" }).click();
		await line.getByText(/^Ended: Umbra Tooling at America Makes/).waitFor();

		await page.goto(`${site.url}/manufacturers/${sme}`);
		await page.getByText("until Jun 30, 2020").waitFor();
		await page.getByRole("link", { name: "Record or end memberships" }).click();
		await line.getByText(/until Jun 30, 2020/).waitFor();
		await page.goto(`${site.url}/institutes/america-makes`);
		await page.getByRole("link", { name: "Record or end memberships" }).click();
		await line.first().waitFor();
		await page.context().close();
	});

	it("are not ended over what somebody else did meanwhile", async () => {
		const smeId = await register("Tundra Presses");
		const { recordMembership } = await site.hub<{ recordMembership: { id: string } }>(
			MANAGER,
			"mutation($input: RecordMembershipInput!) { recordMembership(input: $input) { id } }",
			{ input: { clientMutationId: randomUUID(), smeId, instituteId: "mxd", startsOn: "2018" } },
		);
		const page = await open(`/work/memberships?sme=${smeId}`);
		const line = page.getByRole("listitem").filter({ hasText: "Tundra Presses" });
		await line.getByRole("button", { name: /^End …/ }).click();
		await line.getByRole("textbox", { name: "Ended on" }).fill("2021");
		await line.getByRole("textbox", { name: /^Why/ }).fill("it told us");
		const other = `mutation { endMembership(id: "${recordMembership.id}", revision: 1, endsOn: "2020", reason: "a letter") { id } }`;
		await site.hub(OFFICE, other);
		await line.getByRole("button", { name: "End the membership" }).click();
		await line.getByText(/It now says: since 2018 until 2020/).waitFor();
		await expect
			.poll(() => line.getByRole("textbox", { name: /^Why/ }).inputValue())
			.toBe("it told us");
		await line.getByRole("button", { name: "End the membership" }).click();
		await line.getByText(/^Ended: Tundra Presses/).waitFor();
		await page.context().close();
	});
});

describe.each([
	{ width: 390, theme: "dark", language: "en" },
	{ width: 1440, theme: "light", language: "en" },
	{ width: 390, theme: "light", language: "zh" },
] as const)("at $width px, $theme, $language", (look) => {
	it("have no faults that axe finds, and fit", async () => {
		const [one, other] = await twins(`Sable Optics ${look.width} ${look.language}`);
		const page = await open("/work/duplicates", look);
		await page
			.getByRole("link", { name: /^(Compare|比较)/ })
			.first()
			.waitFor();
		for (const path of [undefined, pairAt(one, other), "/work/memberships"]) {
			if (path) await page.goto(site.url + path);
			if (path === "/work/memberships")
				await button(page, /Record a membership …|登记会员资格 …/).click();
			else if (path) await button(page, /^Merge|并入/).click();
			await page.getByRole("contentinfo").waitFor();
			expect([path, await axeViolations(page)]).toEqual([path, []]);
			expect(await page.evaluate(TOO_WIDE)).toBeLessThanOrEqual(0);
		}
		await page.context().close();
	});
});
