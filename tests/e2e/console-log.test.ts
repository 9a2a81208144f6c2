// Over 300 lines: one hub behind a network that fails, and one browser, for all that can happen to a visit.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { builtConsole } from "../../gateway/cli/build-console.ts";
import { dayOf } from "../../gateway/console/parts/day.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
}, 120_000);
afterAll(() => site.close());
// What fails here fails alone.
afterEach(() => site.network.clear());

const staff = (subject: string): Actor => ({ role: "FIELD_STAFF", subject, center: "ga-mep" });
const MANAGER: Actor = { role: "CENTER_MANAGER", subject: "boss", center: "ga-mep" };

type Logged = {
	id: string;
	revision: number;
	title: string | null;
	status: string;
	practice: string | null;
	sme: { name: string };
};
/** What the hub has of somebody, by title. */
async function logged(subject: string): Promise<Logged[]> {
	const { engagements } = await site.hub<{ engagements: { nodes: Logged[] } }>(
		staff(subject),
		"query($by: [String!]) { engagements(where: { loggedBy: $by }, first: 50) { nodes { id revision title status practice sme { name } } } }",
		{ by: [subject] },
	);
	return engagements.nodes.sort((one, other) => (one.title ?? "").localeCompare(other.title ?? ""));
}
const titles = async (subject: string) =>
	(await logged(subject)).map(({ title, status }) => [title, status]);

const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const field = (page: Page, name: string) => page.locator(`form [name="${name}"]`);
async function chooseManufacturer(page: Page, text = "Windham") {
	await field(page, "smeId").pressSequentially(text);
	await page.getByRole("option", { name: /Windham Castings/ }).click();
}
/** Fills in an event, and leaves it as a draft. */
async function type(page: Page, title: string) {
	await chooseManufacturer(page);
	await page.getByRole("radio", { name: "Event" }).check();
	await field(page, "title").fill(title);
	await page.getByText("Saved on this device", { exact: true }).waitFor();
}
/** The device has kept the new manufacturer. */
const isRegistered = (page: Page) =>
	page.getByRole("group", { name: "New manufacturer" }).waitFor({ state: "hidden" });
/** Keeps the device's database busy until what it returns is called. */
async function holdDisk(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(`new Promise((held) => {
		self.isHeld = true;
		indexedDB.open("throughline /").onsuccess = ({ target: { result } }) => {
			const items = result.transaction("items", "readwrite").objectStore("items");
			const hold = () => {
				if (self.isHeld) items.count().onsuccess = hold;
				else result.close();
				held();
			};
			hold();
		};
	})`);
	return () => page.evaluate("self.isHeld = false");
}
/** Takes the signal away once the device has the app. */
async function withoutSignal(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.context().setOffline(true);
}
const submit = (page: Page) => page.getByRole("button", { name: "Submit for approval" }).click();
const toWork = (page: Page) => page.getByRole("link", { name: "My work" }).first().click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

describe("a visit is logged", () => {
	it("by thumb and keyboard on a phone: by name, then what its kind needs, then the next key", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "walker" });
		const faults: string[] = [];
		page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
		await field(page, "smeId").waitFor();
		await submit(page);
		await says(page, "Manufacturer is missing: fill it in.");
		expect(await field(page, "smeId").evaluate((one) => one.matches(":focus"))).toBe(true);
		await page.keyboard.press("Escape");
		expect(await axeViolations(page)).toEqual([]);
		await field(page, "smeId").fill("windam cast");
		await page.getByRole("option", { name: /Windham Castings/ }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.getByRole("radio", { name: "Training" }).check();
		await field(page, "startedOn").press("Enter");
		expect(await field(page, "courseId").evaluate((one) => one.matches(":focus"))).toBe(true);
		await field(page, "peopleTrained").fill("twelve");
		await submit(page);
		await says(page, "People trained: write a number, such as 8.");
		await field(page, "peopleTrained").fill("12");
		await submit(page);
		await says(page, "The hub has it: submitted for approval.");
		expect(await logged("walker")).toMatchObject([
			{ status: "SUBMITTED", sme: { name: "Windham Castings" } },
		]);
		// The next one begins with what was used last.
		await expect.poll(() => page.getByRole("radio", { name: "Training" }).isChecked()).toBe(true);
		await toWork(page);
		await says(page, "Waiting for approval (1)");
		expect(await axeViolations(page)).toEqual([]);
		expect(faults).toEqual([]);
		await device.close();
	});

	it("in Chinese, in the dark", async () => {
		const device = await site.device({ language: "zh", theme: "dark" });
		const page = await site.tab(device, { sub: "walker" });
		await page.getByRole("heading", { name: "记录一次服务" }).waitFor();
		await field(page, "smeId").fill("Windham");
		await page.getByRole("option", { name: /Windham Castings/ }).click();
		await page.getByRole("radio", { name: "技术转移" }).check();
		await page.getByRole("button", { name: "提交审批" }).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		expect(await page.evaluate(TOO_WIDE)).toBe(0);
		await device.close();
	});

	it("for a new manufacturer, after those that it may be were shown", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "finder" });
		await field(page, "smeId").fill("Windham Casting Works");
		await page.getByRole("option", { name: /^Register/ }).click();
		await says(page, "It may be one of these that are known already:");
		expect(await axeViolations(page)).toEqual([]);
		await page.getByRole("button", { name: "Use this one Windham Castings" }).click();
		await expect.poll(() => field(page, "smeId").inputValue()).toBe("Windham Castings");
		await field(page, "smeId").fill("Okefenokee Gears");
		await page.getByRole("option", { name: /^Register/ }).click();
		// The form is filled in further before the device has kept the manufacturer.
		const isFree = await holdDisk(page);
		await page.getByRole("button", { name: "Register", exact: true }).click();
		await page.getByRole("radio", { name: "Event" }).check();
		await field(page, "title").fill("Open day");
		await isFree();
		await isRegistered(page);
		await expect.poll(() => field(page, "title").inputValue()).toBe("Open day");
		await submit(page);
		await says(page, "The hub has it: submitted for approval.");
		expect(await logged("finder")).toMatchObject([
			{ title: "Open day", sme: { name: "Okefenokee Gears" } },
		]);
		await device.close();
	});
});

describe("without signal", () => {
	it("the app opens, keeps each keystroke, and sends once the signal is back", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "plant" });
		await withoutSignal(page);
		await page.reload();
		await type(page, "In the cellar");
		await page.close();

		const again = await device.newPage();
		await again.goto(`${site.url}/log`);
		await says(again, /This is your draft of/);
		await expect.poll(() => field(again, "title").inputValue()).toBe("In the cellar");
		await submit(again);
		await says(again, "It is on this device and will be sent");
		await toWork(again);
		await says(again, /Is about to be sent|Waits for a connection/);
		expect(await titles("plant")).toEqual([]);
		await device.setOffline(false);
		await expect
			.poll(() => titles("plant"), { timeout: 15_000 })
			.toEqual([["In the cellar", "SUBMITTED"]]);
		await device.close();
	});

	it("a page that is not on the device yet says so, and opens once the signal is back", async () => {
		const device = await site.device();
		await device.route("**/service-worker.js", (route) => route.abort());
		const page = await site.tab(device, { sub: "early" });
		await type(page, "Too early");
		await device.setOffline(true);
		await toWork(page);
		await says(page, "This page is not on your device yet");
		await device.setOffline(false);
		await says(page, "A draft that only you see.");
		await device.close();
	});

	it("a manufacturer that is registered on the way goes first; what may be its twin is asked when the hub can be", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "pioneer" });
		await page.getByText("What you type is saved").waitFor();
		await field(page, "smeId").click();
		await page.getByRole("option", { name: /Windham Castings/ }).waitFor();
		await withoutSignal(page);
		await field(page, "smeId").pressSequentially("Windham Casting");
		await page.getByRole("option", { name: /^Register/ }).click();
		// The device knows one like it, too.
		await page.getByRole("button", { name: "Use this one Windham Castings" }).waitFor();
		await page.getByRole("button", { name: "None of these: register it" }).click();
		await isRegistered(page);
		await page.getByRole("radio", { name: "Event" }).check();
		await field(page, "title").fill("At the new place");
		await submit(page);
		await toWork(page);
		await says(page, "Waits until its manufacturer is registered.");
		await device.setOffline(false);
		await page.getByText("1 needs you").waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await page.getByRole("button", { name: "Use this one Windham Castings" }).click();
		await expect
			.poll(() => logged("pioneer"), { timeout: 15_000 })
			.toMatchObject([
				{ title: "At the new place", status: "SUBMITTED", sme: { name: "Windham Castings" } },
			]);
		await device.close();
	});

	it("a closed port, a captive portal, a slow network and lost answers are no acknowledgement", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "traveller" });
		await type(page, "On the way");
		site.network.be("ANSWERS_LOST");
		await submit(page);
		await toWork(page);
		await says(page, "Waits for a connection; it is sent again by itself.");
		// The hub has it, but the device does not know.
		await expect.poll(() => titles("traveller")).toEqual([["On the way", "DRAFT"]]);
		for (const [weather, words] of [
			["PORTAL", /Something else than the hub answered/],
			["BUSY", /The hub is busy or down/],
		] as const) {
			site.network.be(weather);
			await page.getByRole("button", { name: "Send now" }).click();
			await says(page, words);
		}
		await site.network.close();
		await page.getByRole("button", { name: "Send now" }).click();
		await says(page, "Waits for a connection; it is sent again by itself.");
		await site.network.clear();
		site.network.be("SLOW");
		await page.getByRole("button", { name: "Send now" }).click();
		await expect
			.poll(() => titles("traveller"), { timeout: 15_000 })
			.toEqual([["On the way", "SUBMITTED"]]);
		site.network.be("GOOD");
		await device.close();
	});

	it("two tabs send nothing twice", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "twice" });
		const other = await site.tab(device, { sub: "twice" }, "/work");
		await type(page, "Once");
		await withoutSignal(page);
		await submit(page);
		await says(other, "1 on its way");
		site.network.arrived.length = 0;
		await device.setOffline(false);
		await expect.poll(() => titles("twice"), { timeout: 15_000 }).toEqual([["Once", "SUBMITTED"]]);
		await says(other, "Waiting for approval (1)");
		expect(site.network.arrived.filter((body) => body.includes('"Once"'))).toHaveLength(1);
		await device.close();
	});
});

describe("whose it is", () => {
	it("who leaves while the device still keeps what they submitted is not taken back to the form", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "hurried" });
		await type(page, "In a hurry");
		const release = await holdDisk(page);
		await submit(page);
		await toWork(page);
		await page.waitForURL(/\/work$/);
		await release();
		await expect
			.poll(() => titles("hurried"), { timeout: 15_000 })
			.toEqual([["In a hurry", "SUBMITTED"]]);
		expect(page.url()).toMatch(/\/work$/);
		await device.close();
	});

	it("a session that ended while away is said, keeps everything, and goes on after signing in", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "away" });
		await type(page, "Long ago");
		const cookies = await device.cookies();
		await device.addCookies(cookies.map((cookie) => ({ ...cookie, value: "x".repeat(43) })));
		await submit(page);
		await says(page, /Your session has ended/);
		await toWork(page);
		await says(
			page,
			"Your session has ended. It is kept, and is sent once you have signed in again.",
		);
		expect(await titles("away")).toEqual([]);
		await site.signIn(page, { sub: "away" });
		await expect
			.poll(() => titles("away"), { timeout: 15_000 })
			.toEqual([["Long ago", "SUBMITTED"]]);
		await device.close();
	});

	it("a session that ended while the app was open without signal asks to sign in again, and the form stays", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "mountain" });
		await withoutSignal(page);
		await page.reload();
		await type(page, "Up there");
		const cookies = await device.cookies();
		await device.addCookies(cookies.map((cookie) => ({ ...cookie, value: "y".repeat(43) })));
		await device.setOffline(false);
		await says(page, /Your session has ended/);
		await expect.poll(() => field(page, "title").inputValue()).toBe("Up there");
		await site.signIn(page, { sub: "mountain" });
		await submit(page);
		await expect
			.poll(() => titles("mountain"), { timeout: 15_000 })
			.toEqual([["Up there", "SUBMITTED"]]);
		await device.close();
	});

	it("somebody else who signs in on the device sees nothing of it, and sends nothing", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "first" });
		await type(page, "Mine alone");
		site.network.be("PORTAL");
		await submit(page);
		site.network.be("GOOD");
		const other = await site.tab(device, { sub: "second" }, "/work");
		await says(other, "Nothing waits here.");
		expect(await other.getByText("Mine alone").count()).toBe(0);
		expect(await titles("second")).toEqual([]);
		await site.signIn(other, { sub: "first" });
		await expect
			.poll(() => titles("first"), { timeout: 15_000 })
			.toEqual([["Mine alone", "SUBMITTED"]]);
		expect(await titles("second")).toEqual([]);
		await device.close();
	});

	it("a tab that has not heard of it sends nothing in the name of somebody who signed in in another one", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "unaware" });
		await type(page, "Not yours");
		const other = await device.newPage();
		await other.goto(`${site.url}/trace`);
		await site.signIn(other, { sub: "sudden" }, false);
		await submit(page);
		await page.locator("summary", { hasText: "sudden" }).waitFor();
		expect(await page.getByText("Not yours").count()).toBe(0);
		expect(await titles("sudden")).toEqual([]);
		expect(await titles("unaware")).toEqual([]);
		await site.signIn(other, { sub: "unaware" });
		await expect
			.poll(() => titles("unaware"), { timeout: 15_000 })
			.toEqual([["Not yours", "SUBMITTED"]]);
		await device.close();
	});

	it("signing out asks what becomes of what was not sent; it can be saved, kept or deleted", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "leaver" });
		await type(page, "Half done");
		await page.locator("summary", { hasText: "leaver" }).click();
		await page.getByRole("button", { name: "Sign out" }).click();
		const dialog = page.getByRole("dialog");
		const download = page.waitForEvent("download");
		await dialog.getByRole("button", { name: "Save them as a file" }).click();
		expect(readFileSync((await (await download).path()) ?? "", "utf8")).toContain('"Half done"');
		await dialog.getByRole("button", { name: "Delete them and sign out" }).click();
		await says(page, /Sign in to log one/);
		await site.signIn(page, { sub: "leaver" });
		await page.goto(`${site.url}/work`);
		await says(page, "Nothing waits here.");
		await device.close();
	});

	it("a full storage is said, and what was typed is kept once there is space", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "full" });
		await page.evaluate(() => {
			const put = IDBObjectStore.prototype.put;
			Object.assign(globalThis, {
				mendStorage: () => Object.assign(IDBObjectStore.prototype, { put }),
			});
			IDBObjectStore.prototype.put = () => {
				throw new DOMException("full", "QuotaExceededError");
			};
		});
		await chooseManufacturer(page);
		await says(page, "The storage of this device is full");
		await page.evaluate("mendStorage()");
		await page.getByRole("radio", { name: "Event" }).check();
		await field(page, "title").fill("After the photos");
		await submit(page);
		await expect
			.poll(() => titles("full"), { timeout: 15_000 })
			.toEqual([["After the photos", "SUBMITTED"]]);
		await device.close();
	});
});

describe("a device that is not well", () => {
	it("whose clock is wrong fills in the hub's day, and says so", async () => {
		const device = await site.device();
		await device.addInitScript(() => {
			const now = Date.now;
			Date.now = () => now() + 50 * 3_600_000;
		});
		const page = await site.tab(device, { sub: "clock" });
		await says(page, "The clock of this device is wrong by 50 hours");
		// Both clocks are of one machine, so of one time zone.
		await expect.poll(() => field(page, "startedOn").inputValue()).toBe(dayOf(Date.now()));
		await device.close();
	});

	it("whose browser has deleted everything says so", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "evicted" });
		await type(page, "Gone");
		await page.goto(`${site.url}/trace`);
		await page.evaluate(async () => {
			for (const { name } of await indexedDB.databases()) {
				const asked = indexedDB.deleteDatabase(name ?? "");
				await new Promise((done) => {
					asked.onsuccess = done;
				});
			}
		});
		await page.goto(`${site.url}/work`);
		await says(page, "The browser has deleted what waited on this device");
		await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
		await says(page, "Nothing waits here.");
		await device.close();
	});
});

describe("my work", () => {
	it("what was returned is corrected; what both changed is settled field by field", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "settler" });
		await type(page, "First title");
		await submit(page);
		await says(page, "The hub has it: submitted for approval.");
		const [sent] = await logged("settler");
		await site.hub(
			MANAGER,
			'mutation($id: ID!, $revision: Int!) { returnEngagement(id: $id, revision: $revision, reason: "Which hall?") { id } }',
			{ id: sent?.id, revision: sent?.revision },
		);
		await toWork(page);
		await page.reload();
		await says(page, "boss returned it: Which hall?");
		await page.getByRole("button", { name: "Correct it" }).click();
		await page.getByRole("heading", { name: "Change a visit" }).waitFor();
		await says(page, "boss returned it: Which hall?");
		await field(page, "title").fill("My title");
		// A colleague is faster.
		const [returned] = await logged("settler");
		await site.hub(
			staff("colleague"),
			"mutation($input: AmendEngagementInput!) { amendEngagement(input: $input) { id } }",
			{
				input: {
					id: returned?.id,
					revision: returned?.revision,
					title: "Their title",
					note: "Theirs",
				},
			},
		);
		await submit(page);
		await toWork(page);
		await says(page, /Somebody else has changed this record/);
		expect(await axeViolations(page)).toEqual([]);
		expect(await page.evaluate(TOO_WIDE)).toBe(0);
		const title = page.getByRole("group", { name: "Title" });
		await expect.poll(() => title.textContent()).toContain("Both saw: First title");
		await title.getByRole("radio", { name: "Mine: My title" }).check();
		// Only they changed the note: theirs is suggested.
		expect(
			await page
				.getByRole("group", { name: "Note" })
				.getByRole("radio", { name: /Theirs:/ })
				.isChecked(),
		).toBe(true);
		await page.getByRole("button", { name: "Settle and send" }).click();
		await expect
			.poll(() => titles("settler"), { timeout: 15_000 })
			.toEqual([["My title", "SUBMITTED"]]);
		await device.close();
	});

	it("a submission is taken back, duplicated, and a draft deleted", async () => {
		const device = await site.device({ width: 1440 });
		const page = await site.tab(device, { sub: "tidy" });
		await type(page, "Too early");
		await submit(page);
		await says(page, "The hub has it: submitted for approval.");
		await page
			.getByRole("navigation", { name: "Pages" })
			.getByRole("link", { name: "My work" })
			.click();
		await page.getByRole("button", { name: "Take back" }).click();
		await expect.poll(() => titles("tidy"), { timeout: 15_000 }).toEqual([["Too early", "DRAFT"]]);
		await says(page, "The hub has an earlier version of it.");
		await page.getByRole("button", { name: "Duplicate as new" }).click();
		await page.getByRole("heading", { name: "Log a visit" }).waitFor();
		await expect.poll(() => field(page, "title").inputValue()).toBe("Too early");
		await page.goBack();
		for (const name of ["Delete", "Discard"]) {
			await page.getByRole("button", { name, exact: true }).click();
			await page.getByRole("button", { name: "Press again to confirm" }).click();
		}
		await expect.poll(() => titles("tidy"), { timeout: 15_000 }).toEqual([["Too early", "VOIDED"]]);
		await says(page, "Nothing waits here.");
		await device.close();
	});

	it("what the hub refuses stays, with what is wrong beside the field", async () => {
		const device = await site.device();
		const page = await site.tab(device, { sub: "refused" });
		await chooseManufacturer(page);
		await page.getByRole("radio", { name: "Facility access" }).check();
		await field(page, "hours").fill("2");
		await page.getByText("More:").click();
		await field(page, "title").fill("x".repeat(201));
		await submit(page);
		await says(page, "The hub did not accept it.");
		await page.getByRole("status").getByRole("link", { name: "My work" }).click();
		await says(page, /has 201 characters; 200 are the most/);
		await page.getByRole("button", { name: "Open" }).click();
		await says(page, /The hub says: has 201 characters/);
		await field(page, "title").fill("Short");
		await submit(page);
		await expect
			.poll(() => titles("refused"), { timeout: 15_000 })
			.toEqual([["Short", "SUBMITTED"]]);
		await device.close();
	});
});

it("a hub that ends mid-send and comes back with a new version of the app loses no draft and logs nothing twice", async () => {
	const device = await site.device();
	const page = await site.tab(device, { sub: "updated" });
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await type(page, "During the update");
	site.network.be("ANSWERS_LOST");
	await submit(page);
	await expect
		.poll(() => titles("updated"), { timeout: 15_000 })
		.toEqual([["During the update", "DRAFT"]]);
	await type(page, "Typed meanwhile");
	const { dir, operations } = builtConsole();
	const newer = mkdtempSync(join(tmpdir(), "console-"));
	cpSync(dir, newer, { recursive: true });
	const worker = join(newer, "service-worker.js");
	writeFileSync(
		worker,
		readFileSync(worker, "utf8").replace(/WORKER_VERSION="\w+"/, 'WORKER_VERSION="newer"'),
	);
	await site.restart({ dir: newer, operations });
	site.network.be("GOOD");
	await page.evaluate(async () =>
		(await navigator.serviceWorker.getRegistration())?.update().then(() => undefined),
	);
	await says(page, "A new version of this app is ready.");
	await Promise.all([
		page.waitForEvent("load"),
		page.getByRole("button", { name: "Change to the new version" }).click(),
	]);
	await says(page, /This is your draft of/);
	await expect.poll(() => field(page, "title").inputValue()).toBe("Typed meanwhile");
	await expect
		.poll(() => titles("updated"), { timeout: 20_000 })
		.toEqual([["During the update", "SUBMITTED"]]);
	await submit(page);
	await expect
		.poll(() => titles("updated"), { timeout: 20_000 })
		.toEqual([
			["During the update", "SUBMITTED"],
			["Typed meanwhile", "SUBMITTED"],
		]);
	await device.close();
});
