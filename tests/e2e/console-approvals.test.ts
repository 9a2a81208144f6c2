import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";
import { type Submitted, submitVisits } from "../support/waiting-records.ts";

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
}, 120_000);
afterAll(() => site.close());
// What fails here fails alone.
afterEach(() => site.network.clear());

const BOSS = { sub: "boss", role: "CENTER_MANAGER" };
const MANAGER: Actor = { role: "CENTER_MANAGER", subject: "boss", center: "ga-mep" };
const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

type Seen = { status: string; history: Array<{ by: string; reason: string; about: string }> };
/** How records stand at the hub, in their order. */
async function standing(records: readonly Submitted[]): Promise<Seen[]> {
	return Promise.all(
		records.map(async ({ id }) => {
			const { engagement } = await site.hub<{ engagement: Seen }>(
				MANAGER,
				"query($id: ID!) { engagement(id: $id) { status history { by reason about } } }",
				{ id },
			);
			return engagement;
		}),
	);
}
const statuses = async (records: readonly Submitted[]) =>
	(await standing(records)).map(({ status }) => status);

const openedAt = async (author: string, look: Parameters<FieldSite["device"]>[0]) => {
	const device = await site.device(look);
	const page = await site.tab(device, BOSS, `/work/approvals?by=${author}`);
	const faults: string[] = [];
	page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
	await page.getByRole("checkbox").first().waitFor();
	return { device, page, faults };
};
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });
/** The title of the record that the keys act on. */
const focused = (page: Page) => page.evaluate("document.activeElement.textContent");

/** Presses keys, and counts them. */
function keyboard(page: Page) {
	const count = { presses: 0 };
	const press = async (...keys: string[]) => {
		for (const key of keys) {
			count.presses++;
			await page.keyboard.press(key);
		}
	};
	/** Goes on with Tab until a row of the list has the focus. */
	async function toList() {
		await press("Tab", "Enter");
		while ((await page.evaluate("document.activeElement.tagName")) !== "TR") {
			if (count.presses > 60) throw new Error("The list is not reached by Tab");
			await press("Tab");
		}
	}
	return { count, press, toList };
}

describe("by the keyboard alone, at 1440 px", () => {
	it("sixty records are looked at one by one and approved in under 110 presses and five minutes", async () => {
		const records = await submitVisits(site, "ada", 60);
		const began = Date.now();
		const { device, page, faults } = await openedAt("ada", { width: 1440 });
		const { count, press, toList } = keyboard(page);
		await toList();
		await press("Enter");
		const beside = page.getByRole("region", { name: /^The record of/ });
		await beside.getByText("ada 1", { exact: true }).first().waitFor();
		// What is open beside the list follows; the next rows are asked for at the end of those that are shown.
		for (let at = 2; at <= 60; at++) {
			await press("Shift+ArrowDown");
			if (at === 50) {
				await press("Shift+ArrowDown");
				await row(page, "ada 51").waitFor();
			}
		}
		await beside.getByText("ada 60", { exact: true }).first().waitFor();
		await says(page, "60 records chosen.");
		await press("a");
		await says(page, "An approval cannot be undone");
		await press("Enter");
		await says(page, "60 records were approved.");
		await says(page, "Nothing that waits matches.");
		expect(count.presses).toBeLessThan(110);
		expect(Date.now() - began).toBeLessThan(5 * 60_000);
		expect(new Set(await statuses(records))).toEqual(new Set(["APPROVED"]));
		expect(faults).toEqual([]);
		await device.close();
	});

	it("some are returned for reasons of their own, and taken back", async () => {
		const records = await submitVisits(site, "bea", 3);
		const { device, page } = await openedAt("bea", { width: 1440, theme: "dark" });
		const { press, toList } = keyboard(page);
		await toList();
		await press("Space", "j", "j");
		expect(await focused(page)).toContain("bea 3");
		await press("k", "Space", "?", "r");
		await press("Enter");
		await says(page, "2 records have no reason yet");
		expect(await page.evaluate("document.activeElement.ariaInvalid")).toBe("true");
		await page.keyboard.type("Which plant was it?");
		// It is about: the manufacturer; then the reasons for each.
		await press("Tab", "m", "Tab", "Enter", "Tab");
		await page.keyboard.type("That day was a holiday");
		await press("Tab", "d", "Escape");
		await says(page, "2 records chosen.");
		await press("r");
		expect(await axeViolations(page)).toEqual([]);
		await page.getByLabel(/^What is to be corrected/).press("Enter");
		await says(page, "2 records were returned.");
		const [first, second, third] = await standing(records);
		const told = { by: "boss", reason: "Which plant was it?", about: "smeId" };
		expect(second).toMatchObject({ status: "RETURNED" });
		expect(second?.history.at(-1)).toEqual(told);
		expect(first?.history.at(-1)).toEqual({
			by: "boss",
			reason: "That day was a holiday",
			about: "startedOn",
		});
		expect(third?.status).toBe("SUBMITTED");
		// A return can be taken back, an approval cannot.
		await page.getByRole("button", { name: "Undo: all 2 wait again" }).press("Enter");
		await says(page, "2 records wait again.");
		await row(page, "bea 1").waitFor();
		expect(await statuses(records)).toEqual(["SUBMITTED", "SUBMITTED", "SUBMITTED"]);
		await device.close();
	});

	it("what another manager or its author changed meanwhile stays, is marked and must be looked at", async () => {
		const records = await submitVisits(site, "cyd", 4);
		const [mine, decided, amended] = records as [Submitted, Submitted, Submitted];
		const { device, page } = await openedAt("cyd", { width: 1440 });
		const other = await site.device({ width: 1440 });
		const theirs = await site.tab(other, { ...BOSS, sub: "chief" }, "/work/approvals?by=cyd");
		await row(theirs, "cyd 2").getByRole("checkbox").check();
		await theirs.getByRole("button", { name: "Approve", exact: true }).click();
		await theirs.getByRole("button", { name: "Approve 1 record" }).click();
		await says(theirs, "1 record was approved.");
		await other.close();
		await site.hub(
			{ role: "FIELD_STAFF", subject: "cyd", center: "ga-mep" },
			'mutation($id: ID!) { amendEngagement(input: { id: $id, revision: 2, note: "Two plants" }) { id } }',
			{ id: amended.id },
		);
		const { press, toList } = keyboard(page);
		await toList();
		await press("Control+a", "a", "Enter");
		await says(page, "2 records were approved.");
		await says(page, "2 records were not changed; they stay in the list:");
		expect(await statuses(records)).toEqual(["APPROVED", "APPROVED", "SUBMITTED", "APPROVED"]);
		await row(page, "cyd 2")
			.getByText("Decided on by somebody else meanwhile; now approved")
			.waitFor();
		await row(page, "cyd 3").getByText("look at it again").waitFor();
		expect(await row(page, "cyd 3").getByRole("checkbox").isDisabled()).toBe(true);
		await press("Home", "j", "Space", "a");
		await says(page, "Nothing chosen.");
		await press("Enter");
		await says(page, "Changed since you saw it:");
		await page
			.getByRole("region", { name: /^The record of/ })
			.getByText("Two plants")
			.first()
			.waitFor();
		await row(page, "cyd 3").getByText("you have looked at it").waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await page.locator('tr[tabindex="0"]').focus();
		await press("a", "Enter");
		await says(page, "1 record was approved.");
		await row(page, "cyd 3").waitFor({ state: "detached" });
		await press("Home", "Enter");
		await page.getByRole("button", { name: "Take it from the list" }).press("Enter");
		await says(page, "Nothing that waits matches.");
		expect(await statuses([mine, decided, amended])).toEqual(["APPROVED", "APPROVED", "APPROVED"]);
		expect((await standing([amended]))[0]?.history).toHaveLength(4);
		await device.close();
	});
});

describe("what was returned", () => {
	it("is shown to its author with the reason beside the field that is meant", async () => {
		const [record] = await submitVisits(site, "gus", 1);
		await site.hub(
			MANAGER,
			'mutation($id: ID!) { returnEngagement(id: $id, revision: 2, reason: "That day was a holiday", about: "startedOn") { id } }',
			{ id: record?.id },
		);
		const phone = await site.device();
		const page = await site.tab(phone, { sub: "gus" }, "/work?since=all");
		await says(page, "boss returned it because of “Date”: That day was a holiday");
		await page.getByRole("button", { name: "Correct it" }).click();
		const field = page.locator('form [name="startedOn"]');
		await field.waitFor();
		const described = await field.getAttribute("aria-describedby");
		await expect
			.poll(() => page.locator(`[id="${described}"]`).textContent())
			.toBe("boss returned it: That day was a holiday");
		// Typed anew, it is no longer what was returned.
		await field.fill("2024-01-03");
		await page.locator(`[id="${described}"]`).waitFor({ state: "detached" });
		expect(await axeViolations(page)).toEqual([]);
		await phone.close();
	});
});

describe("by thumb, at 390 px", () => {
	it("more than a page is chosen and approved in three taps; an answer that is lost is asked again", async () => {
		const records = await submitVisits(site, "dot", 53);
		const { device, page } = await openedAt("dot", { theme: "dark" });
		expect(await axeViolations(page)).toEqual([]);
		await page.getByRole("button", { name: "Choose all 53 that match" }).click();
		await says(page, "53 records chosen. 3 of them are not in the list below.");
		await page.getByRole("button", { name: "Approve", exact: true }).click();
		site.network.be("ANSWERS_LOST");
		await page.getByRole("button", { name: "Approve 53 records" }).click();
		await says(page, "The hub did not answer for 53 records.");
		expect((await statuses(records)).filter((status) => status === "APPROVED")).toHaveLength(25);
		expect(await axeViolations(page)).toEqual([]);
		await site.network.clear();
		await page.getByRole("button", { name: "Go on with 53 records" }).click();
		await says(page, "53 records were approved.");
		const now = await standing(records);
		expect(new Set(now.map(({ status }) => status))).toEqual(new Set(["APPROVED"]));
		// Logged, submitted, approved: nothing was done twice.
		expect(new Set(now.map(({ history }) => history.length))).toEqual(new Set([3]));
		await device.close();
	});

	it("a record is read in its card and returned from there; filters stay in the address", async () => {
		const records = await submitVisits(site, "eve", 2, (index) =>
			index === 0 ? { kind: "TRAINING", peopleTrained: 12 } : { startedOn: "2019-06-02" },
		);
		await submitVisits(site, "eva", 1, () => ({
			startedOn: "2019-06-02",
			smeId: "sme_kason-industries-ga",
		}));
		const { device, page, faults } = await openedAt("eve", {});
		await page.getByText("may be the same service as another record").waitFor();
		const card = page.getByRole("listitem").filter({ hasText: "eve 1" });
		await card.getByRole("button", { name: "Windham Castings" }).click();
		await card.getByRole("term").getByText("People trained").waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await card.getByRole("button", { name: "Return this record" }).click();
		await page.getByLabel("What is to be corrected").fill("Twelve of how many?");
		await page.getByLabel("It is about").selectOption({ label: "People trained" });
		await page.getByRole("button", { name: "Return 1 record" }).click();
		await says(page, "1 record was returned.");
		expect((await standing(records))[0]?.history.at(-1)).toEqual({
			by: "boss",
			reason: "Twelve of how many?",
			about: "peopleTrained",
		});
		const narrow = page.getByRole("search");
		await narrow.getByLabel("Service").selectOption("TRAINING");
		await says(page, "Nothing that waits matches.");
		expect(new URL(page.url()).search).toBe("?by=eve&kind=TRAINING");
		await page.goBack();
		await page.getByRole("listitem").filter({ hasText: "eve 2" }).waitFor();
		await narrow.getByLabel("Waits").selectOption("3");
		await says(page, "Nothing that waits matches.");
		expect(await page.evaluate(TOO_WIDE)).toBe(0);
		expect(faults).toEqual([]);
		await device.close();
	});

	it("in Chinese; to others it is said that the page is not theirs", async () => {
		await submitVisits(site, "fay", 1);
		const { device, page } = await openedAt("fay", { language: "zh" });
		await page.getByRole("heading", { name: "待审批" }).waitFor();
		await page.getByRole("checkbox").check();
		await says(page, "已选 1 条记录。");
		await page.getByRole("button", { name: "退回", exact: true }).click();
		await page.getByLabel("需要更正的内容").waitFor();
		expect(await axeViolations(page)).toEqual([]);
		expect(await page.evaluate(TOO_WIDE)).toBe(0);
		await device.close();
		const phone = await site.device();
		const staff = await site.tab(phone, { sub: "fay" }, "/work/approvals");
		await says(staff, "This page is for others: your role has nothing to do here.");
		await phone.close();
	});
});
