import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { settled } from "../support/clients/settled.ts";
import {
	axeViolationsInThemes,
	type ConsoleSite,
	DESKTOP,
	PHONE,
	startConsole,
} from "../support/console.ts";
import { type Federated, federate } from "../support/console-partner.ts";
import { saying } from "../support/partner-server.ts";
import { STAFF } from "../support/viewers.ts";

const COLLEGE: Actor = { role: "PARTNER", subject: "dean-1", organization: "college" };
const OVERFLOW = "document.documentElement.scrollWidth - innerWidth";

let site: ConsoleSite;
let college: Federated;
beforeAll(async () => {
	site = await startConsole();
}, 120_000);
afterAll(async () => {
	await site.close();
	await college?.server.close();
});

async function openAs(actor: Actor, path: string) {
	const { page, faults } = await site.open("/nowhere");
	await page.setExtraHTTPHeaders(await college.as(actor));
	faults.length = 0;
	await settled(page, () => page.goto(site.url + path));
	return { page, faults };
}

describe("partners", () => {
	it("say what would be here before there are any, and read an address that is partly wrong", async () => {
		const { page, faults } = await site.open("/partners?record=a%20b&who=x");
		await page.getByText("No organization is federated yet.").waitFor();
		await page.getByText("No field or type belongs to a partner.").waitFor();
		const notice = page.getByRole("status").filter({ hasText: "does not understand" });
		await expect.poll(() => notice.textContent()).toContain("record=a b, who=x");
		await notice.getByRole("button", { name: "Leave it out" }).click();
		await page.waitForURL(`${site.url}/partners`);
		await page.goto(`${site.url}/publish-log`);
		await page.getByText("Nothing has been logged yet.").first().waitFor();
		await page.goto(`${site.url}/partners/nobody`);
		await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("are listed with what they add to which type, how they fare, and what is granted", async () => {
		college = await federate(site);
		const { page, faults } = await site.open("/partners");
		const row = page.getByRole("row").filter({ hasText: "The college" });
		await row.getByText("Canary: version 2 for 10% of consumers", { exact: false }).waitFor();
		const added = page.getByRole("region", { name: "What they add" });
		const sme = added.getByRole("listitem").filter({ hasText: "a type of the hub" });
		await expect.poll(() => sme.last().textContent()).toContain("collegeRank");
		await added.getByText("its own type").waitFor();
		const grants = page.getByRole("region", { name: "Grants" });
		await expect
			.poll(() => grants.getByRole("row").last().textContent())
			.toMatch(/Sme\.state.*to be sent its value.*Ranks by state.*without end/);
		await page
			.getByRole("region", { name: "The graph that is served" })
			.getByText(/ranks, version 1/)
			.first()
			.waitFor();
		await row.getByRole("link", { name: "The college" }).press("Enter");
		await page.waitForURL(`${site.url}/partners/college`);
		await expect.poll(() => page.title()).toBe("The college - Throughline");
		await page.getByRole("heading", { name: "Version 2" }).waitFor();
		await page.getByRole("heading", { name: "Standing, usage and disclosures" }).waitFor();
		expect(await page.getByText("data@college.example").count()).toBe(0);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("answer their field when asked, and cost the pages nothing when they are broken", async () => {
		const { page, faults } = await site.open("/partners/college");
		const fields = page.getByRole("region", { name: "What it adds" });
		await fields.getByText("collegeCredentials(first: Int = 20): [Credential!]").waitFor();
		const ask = fields.getByRole("button", { name: "Ask now: { collegeName }" });
		await expect
			.poll(
				async () => {
					await ask.click();
					await fields.getByText(/Answered in|Not answered wholly/).waitFor();
					return fields.locator("pre").textContent();
				},
				{ timeout: 15_000 },
			)
			.toContain('"Tech"');
		college.server.behave(saying({ nonsense: true }));
		await ask.click();
		await fields.getByText(/^Not answered wholly/).waitFor();
		await expect.poll(() => fields.locator("pre").textContent()).toContain('"collegeName": null');
		await page.goto(`${site.url}/trace`);
		await page.getByRole("table", { name: /.*/ }).first().waitFor();
		await page.waitForLoadState("networkidle");
		expect(await page.getByRole("alert").count()).toBe(0);
		college.server.behave(undefined);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("see their own contacts, findings, standing, usage and disclosures once signed in", async () => {
		await college.asker.data("{ smes(first: 1) { nodes { id collegeRank } } }");
		await expect
			.poll(
				async () => {
					const { page, faults } = await openAs(COLLEGE, "/partners/college");
					const disclosed = page.getByRole("region", { name: "Disclosures" });
					const text = await disclosed.textContent();
					await expect.poll(() => page.getByText("data@college.example").count()).toBe(1);
					await page
						.getByRole("region", { name: "Standing" })
						.getByText(/% failed/)
						.waitFor();
					await page
						.getByRole("region", { name: "Usage" })
						.getByText(/requests? by/)
						.waitFor();
					await page.getByText("ADDS").first().waitFor();
					expect(faults).toEqual([]);
					await page.context().close();
					return text;
				},
				{ timeout: 20_000, interval: 500 },
			)
			.toContain("Sme.id");
	});

	it("disclosures of a record are told to those who may see it; others are asked to sign in", async () => {
		const { smes } = await college.asker.data(
			'{ smes(where: { states: ["US-GA"] }, first: 1) { nodes { id } } }',
		);
		const id = smes.nodes[0].id as string;
		const { page: staff } = await openAs(STAFF, `/partners?record=${id}`);
		const panel = staff.getByRole("region", { name: "Disclosures" });
		await panel.getByText(/^\d+ disclosures?; at most/).waitFor();
		await staff.context().close();
		const { page } = await site.open("/partners");
		await page.getByLabel("Id of a manufacturer").fill(id);
		await page.getByRole("button", { name: "Show what was disclosed of it" }).click();
		await page.getByText("Sign in to see this.", { exact: false }).waitFor();
		await page.context().close();
	});
});

describe("the publish log", () => {
	it("is verified by the browser, with its signatures; a head that was kept is found, a false one not", async () => {
		const { page, faults } = await site.open("/publish-log");
		const panel = page.getByRole("region", { name: "Is the log whole?" });
		const verdict = panel.getByText(/entries in one unbroken chain, [45] of them signed/);
		await verdict.waitFor();
		const { publishLog } = await college.asker.data("{ publishLog(first: 3) { nodes { hash } } }");
		const field = panel.getByLabel("Head that you kept");
		await field.fill(publishLog.nodes[2].hash);
		await field.press("Enter");
		await panel.getByText("still contains the head that you kept, as entry 3").waitFor();
		await page.goto(`${site.url}/publish-log?head=${"a".repeat(64)}`);
		await panel.getByText("does not contain the head that you kept").waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("says which entry was changed", async () => {
		const { page } = await site.open("/nowhere");
		await page.route("**/graphql?**", async (route) => {
			const response = await route.fetch();
			const text = await response.text();
			return route.fulfill({
				response,
				body: text.replace('"action":"publishSubgraph"', '"action":"publishNothing"'),
			});
		});
		await page.goto(`${site.url}/publish-log`);
		await page.getByText("The log is not whole: entry 2 was changed").waitFor();
		await page.context().close();
	});
});

it("a registry that is down empties its panels and no others", async () => {
	site.breakSubgraph("registry");
	const { page } = await site.open("/partners");
	const fault = page.getByRole("alert").filter({ hasText: "Grants is missing" });
	await expect
		.poll(() => fault.textContent())
		.toContain("the part of the hub that knows the partners");
	await page.getByText("Nobody else sees any.").waitFor();
	site.mend();
	await fault.getByRole("button", { name: "Try again" }).click();
	await page.getByRole("cell", { name: "Ranks by state" }).waitFor();
	await page.context().close();
});

describe("for everyone", () => {
	it.each(["/partners", "/partners/college", "/publish-log"])(
		"axe finds nothing at %s in either theme at either width",
		async (path) => {
			const { page, faults } = await site.open(path);
			for (const width of [DESKTOP, PHONE]) {
				await page.setViewportSize({ width, height: 900 });
				expect([width, await axeViolationsInThemes(page)]).toEqual([width, []]);
				expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
			}
			expect(faults).toEqual([]);
			await page.context().close();
		},
	);

	it("speaks Chinese", async () => {
		const { page } = await site.open("/partners/college", { language: "zh" });
		await page.getByRole("heading", { name: "添加的内容" }).waitFor();
		await page.getByRole("link", { name: "发布日志" }).first().click();
		await page.getByText(/组成完整的链/).waitFor();
		await page.context().close();
	});
});
