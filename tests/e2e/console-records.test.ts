// Over 300 lines: one hub and one browser for the pages of all records.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { settled } from "../support/clients/settled.ts";
import {
	axeViolations,
	axeViolationsInThemes,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	startConsole,
} from "../support/console.ts";
import { MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let site: ConsoleSite;
beforeAll(async () => {
	site = await startConsole();
}, 120_000);
afterAll(() => site.close());

const address = (page: Page) => decodeURIComponent(page.url().slice(site.url.length));
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const NOTHING = "There is nothing at this address";

/** What somebody with a token is answered. */
async function as(viewer: Actor, query: string, variables: object = {}) {
	const authorization = `Bearer ${await developmentToken(site.dataDir, viewer, 1)}`;
	const response = await fetch(`${site.url}/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json", authorization },
		body: JSON.stringify({ query, variables }),
	});
	const { data, errors } = await response.json();
	if (errors) throw new Error(JSON.stringify(errors));
	return data;
}

/** Opens the page again as somebody with a token. */
async function becomes(page: Page, viewer: Actor): Promise<void> {
	const authorization = `Bearer ${await developmentToken(site.dataDir, viewer, 1)}`;
	await page.setExtraHTTPHeaders({ authorization });
	await settled(page, () => page.reload());
}

describe("the directory of manufacturers", () => {
	it("is searched, narrowed and sorted; the address says it, and so does its CSV", async () => {
		const { page, faults } = await site.open("/manufacturers");
		await page.getByText("84 rows").waitFor();
		await page.getByRole("searchbox").fill("industries");
		await expect.poll(() => address(page)).toBe("/manufacturers?search=industries");
		await page.getByRole("row", { name: /Kason Industries/ }).waitFor();
		await page.getByRole("searchbox").fill("");
		await expect.poll(() => address(page)).toBe("/manufacturers");
		await page.getByRole("combobox", { name: "State" }).selectOption("Georgia");
		await page.getByText("3 rows").waitFor();
		expect(address(page)).toBe("/manufacturers?state=US-GA");
		await page.getByRole("button", { name: "Manufacturer", exact: true }).press("Enter");
		await page.getByRole("button", { name: "Manufacturer", exact: true }).press("Enter");
		expect(address(page)).toBe("/manufacturers?state=US-GA&sort=-name");
		await expect
			.poll(() => page.getByRole("row").nth(1).textContent())
			.toContain("World Technology");
		await page.getByText("Take along").click();
		const download = page.waitForEvent("download");
		await page.getByText("Save as CSV").click();
		const lines = readFileSync(await (await download).path(), "utf8")
			.trim()
			.split("\n");
		expect(lines).toHaveLength(4);
		expect(lines[0]).toBe(
			"manufacturer,manufacturer_id,city,state,services,latest_service,naics,employees,is_small,synthetic",
		);
		expect(lines[1]).toBe("Kason Industries,sme_kason-industries-ga,Newnan,US-GA,1,,,,,false");
		await page.goBack();
		await page.goBack();
		await page.goBack();
		await page.getByText("84 rows").waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("says what an address says that it does not understand, and keeps the rest", async () => {
		const { page } = await site.open("/manufacturers?state=Georgia&size=small&naics=31-33&hue=red");
		const notice = page.getByRole("status").filter({ hasText: "does not understand" });
		await expect.poll(() => notice.textContent()).toContain("state=Georgia, hue=red");
		await expect.poll(() => page.getByLabel("Size").inputValue()).toBe("small");
		await page.getByText("No manufacturer that you may see is meant.").waitFor();
		await notice.getByRole("button", { name: "Leave it out" }).click();
		await expect.poll(() => address(page)).toBe("/manufacturers?size=small&naics=31-33");
		const wrong = await fetch(`${site.url}/manufacturers.csv?state=Georgia`);
		expect(wrong.status).toBe(400);
		expect(await wrong.text()).toContain("state=Georgia");
		await page.context().close();
	});
});

describe("a manufacturer", () => {
	it("shows what it received from whom, when, and where that is written; traces lead to records", async () => {
		const { page, faults } = await site.open("/manufacturers/sme_vartega-inc-co");
		await expect.poll(() => page.locator("h1").textContent()).toBe("Vartega Inc.");
		expect(await page.title()).toBe("Vartega Inc. - Throughline");
		const facts = region(page, "Facts");
		await facts.getByText("Golden, Colorado").waitFor();
		await expect.poll(() => facts.textContent()).toContain("Small by the rule");
		await expect
			.poll(() => facts.textContent())
			.toContain("not available: no UEI or CAGE code on record");
		const received = region(page, "What it received");
		await expect
			.poll(() => received.getByRole("heading", { level: 3 }).allTextContents())
			.toEqual(["Facility access from IACMI", "Technology transfer from IACMI"]);
		await expect
			.poll(() => region(page, "Outcomes").textContent())
			.toContain("No report that you may see");
		await region(page, "Technology transfer")
			.getByRole("link", { name: "recycled carbon fiber thermoplastics" })
			.waitFor();
		const timeline = region(page, "Timeline");
		await expect
			.poll(() => timeline.getByRole("listitem").allTextContents())
			.toEqual([
				expect.stringMatching(/^2015Became a member: IACMI\s*$/),
				expect.stringMatching(/^2020Facility access/),
			]);
		await timeline.getByRole("button", { name: "2015" }).press("Enter");
		await page.getByRole("dialog").getByRole("link", { name: "www.vartega.com" }).waitFor();
		await page.keyboard.press("Escape");
		await expect
			.poll(() => timeline.textContent())
			.toContain("1 service has no date in any source");
		await expect
			.poll(() => region(page, "Memberships at institutes").textContent())
			.toContain("since 2015");
		await expect.poll(() => region(page, "Sources").textContent()).toContain("www.haythink.com");
		await received
			.getByRole("link", { name: "recycled carbon fiber thermoplastics" })
			.press("Enter");
		await page.waitForURL(`${site.url}/engagements/eng-vartega-inc-iacmi`);
		await region(page, "Facts").getByText("leads a two-year IACMI project").waitFor();
		await page.goBack();
		await facts.getByRole("link", { name: /^See what it received in Trace/ }).click();
		await page.waitForURL(`${site.url}/trace?smeIds=sme_vartega-inc-co`);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("a service", () => {
	it("shows its facts, its source and its outcomes with how they were checked", async () => {
		const { page, faults } = await site.open("/engagements/eng-x-fab-texas-poweramerica");
		await expect.poll(() => page.locator("h1").textContent()).toMatch(/: X-FAB Texas/);
		const facts = region(page, "Facts");
		await facts.getByText("Public: everybody sees it").waitFor();
		await expect.poll(() => facts.getByRole("link", { name: "PowerAmerica" }).count()).toBe(1);
		const outcomes = region(page, "Outcomes");
		await outcomes.getByText("as the client reported").first().waitFor();
		await expect
			.poll(() => region(page, "Changes of the record").textContent())
			.toContain("for the center concerned and for the program office");
		await facts.getByRole("link", { name: /X-FAB/ }).click();
		await page.waitForURL(/\/manufacturers\/sme_x-fab/);
		await region(page, "Outcomes").getByText("as the client reported").first().waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("is a page for those who may see it, with its changes; a disputed outcome and a merged id say so", async () => {
		const logged = await as(
			STAFF,
			`mutation { logEngagement(input: { clientMutationId: "console-1", smeId: "sme_kason-industries-ga", kind: TECH_TRANSFER, instituteId: "iacmi", technologyId: "tech-iacmi-recycled-carbon-fiber-thermoplastics", instrument: CRADA, mrlFrom: 4, mrlTo: 7, startedOn: "2026-03-02", title: "Trial of recycled fiber" }) { id revision } }`,
		);
		const { id, revision } = logged.logEngagement;
		const seen = await as(
			STAFF,
			`mutation($id: ID!, $revision: Int!) { submitEngagement(id: $id, revision: $revision) { revision } }`,
			{ id, revision },
		);
		await as(
			MANAGER,
			`mutation($id: ID!, $revision: Int!) { approveEngagement(id: $id, revision: $revision, reason: "seen on site") { revision } }`,
			{ id, revision: seen.submitEngagement.revision },
		);
		const { reportOutcome } = await as(
			STAFF,
			`mutation($id: ID!) { reportOutcome(input: { clientMutationId: "console-2", smeId: "sme_kason-industries-ga", windowStart: "2026-03", windowEnd: "2026-10", covers: [$id], claims: [{ metric: COST_SAVINGS, value: 125000, currency: "USD" }] }) { id revision } }`,
			{ id },
		);
		await as(
			OFFICE,
			`mutation($id: ID!, $revision: Int!) { reviewOutcome(id: $id, revision: $revision, verification: DISPUTED, reason: "no evidence") { id } }`,
			reportOutcome,
		);
		const { page } = await site.open(`/engagements/${id}`);
		await expect.poll(() => page.locator("h1").textContent()).toBe(NOTHING);
		await becomes(page, STAFF);
		await expect
			.poll(() => page.locator("h1").textContent())
			.toBe("Trial of recycled fiber: Kason Industries");
		const facts = region(page, "Facts");
		await facts.getByText("4: capability to produce the technology in a laboratory").waitFor();
		await expect.poll(() => facts.textContent()).toContain("level 4 to 7");
		await expect.poll(() => facts.textContent()).toContain("Confidential: the center concerned");
		await expect
			.poll(() => region(page, "Outcomes").textContent())
			.toContain("disputed left out of totals");
		const history = region(page, "Changes of the record").getByRole("listitem");
		expect(
			(await history.filter({ hasText: "by boss-1 (center manager)" }).textContent()) ?? "",
		).toMatch(/Approved.*Reason: seen on site.*Status: Submitted → Approved/);
		expect(await axeViolations(page)).toEqual([]);

		const { registerSme } = await as(
			STAFF,
			`mutation { registerSme(input: { clientMutationId: "console-3", name: "Newnan Gasket Shop", state: "US-GA", city: "Newnan" }) { sme { id revision } } }`,
		);
		await as(
			OFFICE,
			`mutation($merge: ID!, $revision: Int!) { mergeSmes(keep: "sme_kason-industries-ga", merge: $merge, revision: $revision, reason: "the same firm") { id } }`,
			{ merge: registerSme.sme.id, revision: registerSme.sme.revision },
		);
		await page.goto(`${site.url}/manufacturers/${registerSme.sme.id}`);
		await page.getByText("a double entry that was merged into Kason Industries").waitFor();
		await expect.poll(() => page.locator("h1").textContent()).toBe("Kason Industries");
		await expect
			.poll(() => region(page, "Facts").textContent())
			.toContain("Newnan Gasket Shop, Newnan, GA");
		await expect
			.poll(() => region(page, "Technology transfer").textContent())
			.toContain("level 4 to 7");
		await page.setExtraHTTPHeaders({});
		await page.reload();
		await page.getByRole("heading", { name: NOTHING }).waitFor();
		await page.context().close();
	});
});

describe("what an institute offers", () => {
	it("is found by name and shows whose it is, who may use it and who did", async () => {
		const { page, faults } = await site.open("/");
		await page.keyboard.press("/");
		await page.getByRole("searchbox").waitFor();
		await page.keyboard.type("innovation factory");
		await page.getByRole("menuitem", { name: /^Innovation Factory/ }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(`${site.url}/facilities/fac-america-makes-innovation-factory`);
		await region(page, "Facts").getByText("additive manufacturing lab and headquarters").waitFor();
		const rights = region(page, "Use of R&D facilities, by tier of membership");
		await expect
			.poll(() => rights.getByRole("definition").first().textContent())
			.toContain("Included");
		await region(page, "Who was served")
			.getByText("0 manufacturers received 0 services.")
			.waitFor();
		await page.goto(`${site.url}/technologies/tech-arm-ppe-mask-automation`);
		await region(page, "Technology transfer").getByText("2 rows").waitFor();
		const levels = region(page, "Levels of manufacturing readiness").getByRole("row");
		await expect
			.poll(() => levels.nth(4).textContent())
			.toContain("capability to produce the technology in a laboratory environment");
		await region(page, "Who was served")
			.getByText("2 manufacturers received 2 services.")
			.waitFor();
		await page.goto(`${site.url}/courses/crs-lift-operation-next-soldier-pilot-fort-campbell`);
		const facts = region(page, "Facts");
		await facts.getByText("separating service members").waitFor();
		await facts.getByRole("button", { name: "7", exact: true }).press("Enter");
		await page.getByRole("dialog", { name: "Source of: People trained" }).waitFor();
		expect(
			await region(page, "Discount on training, by tier of membership").textContent(),
		).toContain("No source names tiers of this institute");
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe("where there is less to show", () => {
	it("an id that does not exist has the same page as any address that leads nowhere", async () => {
		for (const path of [
			"/manufacturers/sme_nobody",
			"/engagements/eng_nothing",
			"/facilities/nowhere",
			"/courses/none",
			"/technologies/none",
		]) {
			const { page, faults } = await site.open(path);
			expect([path, await page.locator("h1").textContent()]).toEqual([path, NOTHING]);
			await expect
				.poll(() => page.locator("main").textContent())
				.toContain(`${path} leads to nothing`);
			expect(faults).toEqual([]);
			await page.context().close();
		}
	});

	it("a part that does not answer empties only its panels, and is not taken for an unknown id", async () => {
		site.breakSubgraph("engagements");
		const { page } = await site.open("/facilities/fac-america-makes-innovation-factory");
		await region(page, "Facts").getByText("additive manufacturing lab and headquarters").waitFor();
		const served = region(page, "Who was served");
		await expect
			.poll(() => served.getByRole("alert").textContent())
			.toContain("keeps the records of services");
		await page.goto(`${site.url}/manufacturers/sme_vartega-inc-co`);
		await region(page, "Facts").getByRole("alert").waitFor();
		await expect.poll(() => page.locator("h1").textContent()).toBe("sme_vartega-inc-co");
		site.mend();
		await region(page, "Facts").getByRole("button", { name: "Try again" }).click();
		await page.getByRole("heading", { name: "Vartega Inc.", level: 1 }).waitFor();
		site.breakSubgraph("institutes");
		await page.goto(`${site.url}/manufacturers/sme_vartega-inc-co`);
		await region(page, "Facts").getByText("Golden, Colorado").waitFor();
		await expect.poll(() => region(page, "What it received").getByRole("alert").count()).toBe(1);
		site.mend();
		await page.context().close();
	});
});

describe("for everyone", () => {
	const PAGES = [
		"/manufacturers",
		"/manufacturers/sme_x-fab-texas-tx",
		"/engagements/eng-x-fab-texas-poweramerica",
		"/technologies/tech-arm-ppe-mask-automation",
	];
	for (const width of [DESKTOP, PHONE])
		it(`axe finds nothing at ${width} px in either theme`, async () => {
			for (const path of PAGES) {
				const { page, faults } = await site.open(path, { width });
				expect([path, await axeViolationsInThemes(page)]).toEqual([path, []]);
				const overflow = "document.documentElement.scrollWidth - innerWidth";
				expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
				expect(faults).toEqual([]);
				await page.context().close();
			}
		});

	it("prints without what only screens need", async () => {
		const { page } = await site.open("/manufacturers/sme_vartega-inc-co");
		await page.emulateMedia({ media: "print" });
		await page.setViewportSize({ width: 794, height: 1123 });
		expect(await page.getByText("Take along").first().isVisible()).toBe(false);
		expect(await region(page, "What it received").isVisible()).toBe(true);
		const overflow = "document.documentElement.scrollWidth - innerWidth";
		expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it("speaks Chinese", async () => {
		const { page, faults } = await site.open("/manufacturers/sme_vartega-inc-co", {
			language: "zh",
		});
		await page.getByRole("heading", { name: "所获服务" }).waitFor();
		await expect.poll(() => region(page, "时间线").textContent()).toContain("成为会员");
		await page.goto(`${site.url}/technologies/tech-arm-ppe-mask-automation`);
		await page.getByText("具备在实验室环境下生产技术验证件的能力").waitFor();
		expect(await page.title()).toBe("PPE mask automation - Throughline");
		expect(faults).toEqual([]);
		await page.context().close();
	});
});
