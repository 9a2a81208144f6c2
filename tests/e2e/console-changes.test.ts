import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations, type ConsoleSite, PHONE, startConsole } from "../support/console.ts";
import { signInBy } from "../support/sign-in.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const TITLE = "Changes of the record";
const LONG = "The furnace was out of order, so the trial was moved to the second hall. ".repeat(6);
const AMENDMENTS = 20;
const KASON = "sme_kason-industries-ga";

let site: ConsoleSite;
let id: string;
let revision = 0;
beforeAll(async () => {
	site = await startConsole({ signInOf: signInBy({}) });
	const { logEngagement } = await as(
		STAFF,
		`mutation($note: String) { logEngagement(input: { clientMutationId: "changes-1", smeId: "${KASON}", kind: TECH_TRANSFER, instituteId: "iacmi", technologyId: "tech-iacmi-recycled-carbon-fiber-thermoplastics", instrument: CRADA, mrlFrom: 4, mrlTo: 7, startedOn: "2026-03-02", title: "Trial of recycled fiber", note: $note }) { id } }`,
		{ note: LONG },
	);
	id = logEngagement.id;
	revision = 1;
	await move("submitEngagement", STAFF);
	await move("returnEngagement", MANAGER, `reason: "which day was it?"`);
	for (let day = 1; day <= AMENDMENTS; day++)
		await as(
			STAFF,
			`mutation { amendEngagement(input: { id: "${id}", revision: ${revision++}, startedOn: "2026-03-${String(day + 2).padStart(2, "0")}" }) { id } }`,
		);
	await move("submitEngagement", STAFF);
	await move("approveEngagement", MANAGER);
}, 120_000);
afterAll(() => site.close());

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

const move = (mutation: string, viewer: Actor, more = "") =>
	as(viewer, `mutation { ${mutation}(id: "${id}", revision: ${revision++} ${more}) { id } }`);

async function openAs(viewer: Actor, path: string, look: Parameters<ConsoleSite["open"]>[1] = {}) {
	const opened = await site.open("/figures", look);
	const { subject: sub, ...who } = viewer;
	await opened.page.evaluate(
		async (body) => {
			const headers = { "content-type": "application/json", "apollo-require-preflight": "1" };
			await fetch("/session/development", { method: "POST", headers, body });
		},
		JSON.stringify({ sub, ...who }),
	);
	await opened.page.goto(site.url + path);
	await opened.page.locator("h1").waitFor();
	return opened;
}

/** What is read, a line each. */
const read = async (place: Locator) => (await place.innerText()).replace(/\n+/g, "\n");

const changes = (page: Page, name = TITLE) => page.getByRole("region", { name, exact: true });
const entries = (page: Page, name = TITLE) => changes(page, name).locator("ol > li");
const isTooWide = (page: Page) =>
	page.evaluate("document.documentElement.scrollWidth > innerWidth");

describe("the changes of a record", () => {
	it("are a timeline, newest first, in pages: who, when, what, why and through what, in words", async () => {
		const { page, faults } = await openAs(STAFF, `/engagements/${id}`);
		await entries(page).first().waitFor();
		await expect.poll(() => entries(page).count()).toBe(20);
		expect(await read(entries(page).first())).toMatch(
			/^Approved by hand\n.*UTC · by boss-1 \(center manager\)\nStatus: Submitted → Approved$/,
		);
		expect(await read(entries(page).nth(1))).toMatch(
			/^Submitted by hand\n.*by you \(field staff\)/,
		);
		expect(await read(entries(page).nth(2))).toContain("Began: Mar 21, 2026 → Mar 22, 2026");
		await page.getByRole("button", { name: "Show more (20 of 25)" }).click();
		await expect.poll(() => entries(page).count()).toBe(25);
		const returned = entries(page).nth(22);
		expect(await read(returned)).toContain("Reason: which day was it?");
		const logged = entries(page).last();
		expect(await read(logged)).not.toContain("Manufacturer");
		await logged.getByText(/^\d+ fields$/).click();
		const said = (await read(logged)).split("\n");
		for (const line of [
			"Service: Technology transfer",
			"Agreement: Cooperative research agreement (CRADA)",
			"Readiness level before: 4",
			"Began: Mar 2, 2026",
			"Status: Draft",
			"Visibility: Confidential",
		])
			expect(said).toContain(line);
		await logged.getByRole("link", { name: "Kason Industries" }).waitFor();
		await logged.getByRole("link", { name: /IACMI/ }).waitFor();
		// A long note is folded.
		expect(said.join("\n")).toMatch(/Note: The furnace .* …/);
		expect(said.join("\n")).not.toContain(LONG.trim());
		await logged.getByText(/^The furnace .* …$/).click();
		expect(await read(logged)).toContain(LONG.trim());
		expect(await axeViolations(page)).toEqual([]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("say the same on a phone in Chinese", async () => {
		const { page, faults } = await openAs(MANAGER, `/engagements/${id}`, {
			width: PHONE,
			language: "zh",
			theme: "dark",
		});
		const first = entries(page, "记录的更改").first();
		await first.waitFor();
		expect(await read(first)).toMatch(
			/^批准 手工操作\n.*UTC · 操作人：您（中心负责人）\n状态：已提交 → 已批准$/,
		);
		expect(await isTooWide(page)).toBe(false);
		expect(await axeViolations(page)).toEqual([]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it("keep what they know where a part of the hub is down", async () => {
		site.breakSubgraph("mep");
		site.breakSubgraph("institutes");
		try {
			const { page } = await openAs(STAFF, `/engagements/${id}`);
			await entries(page).first().waitFor();
			expect(await read(entries(page).first())).toContain("Status: Submitted → Approved");
			await page.context().close();
			// What the hub says of it in English is said in the words of the page.
			site.breakSubgraph("engagements");
			const chinese = await site.open(`/manufacturers/${KASON}`, { language: "zh" });
			const alert = chinese.page.getByRole("alert").first();
			await alert.waitFor();
			await expect
				.poll(() => alert.textContent())
				.toContain("平台的一部分暂时没有应答，请稍后重试。");
			expect(await alert.textContent()).not.toContain("subgraph");
			await chinese.page.context().close();
		} finally {
			site.mend();
		}
	});

	it("are told to nobody else", async () => {
		const { page } = await openAs(ELSEWHERE, `/manufacturers/${KASON}`);
		await changes(page)
			.getByText(/are listed here for the center concerned/)
			.waitFor();
		expect(await entries(page).count()).toBe(0);
		await page.context().close();
	});
});

it("outcomes and manufacturers with a merged one have theirs, each with its reason", async () => {
	const { reportOutcome } = await as(
		STAFF,
		`mutation($id: ID!) { reportOutcome(input: { clientMutationId: "changes-2", smeId: "${KASON}", windowStart: "2026-03", windowEnd: "2026-10", covers: [$id], claims: [{ metric: COST_SAVINGS, value: 125000, currency: "USD" }] }) { id revision } }`,
		{ id },
	);
	await as(
		OFFICE,
		`mutation($id: ID!, $revision: Int!) { reviewOutcome(id: $id, revision: $revision, verification: DISPUTED, reason: "no evidence") { id } }`,
		reportOutcome,
	);
	const { registerSme } = await as(
		STAFF,
		`mutation { registerSme(input: { clientMutationId: "changes-3", name: "Newnan Gasket Shop", state: "US-GA", city: "Newnan" }) { sme { id revision } } }`,
	);
	const { page, faults } = await openAs(OFFICE, `/engagements/${id}`);
	await page.getByText("Changes of the outcome for Mar 2026 to Oct 2026").click();
	const ofOutcome = page.getByRole("region", { name: "Outcomes", exact: true }).locator("ol > li");
	await ofOutcome.first().waitFor();
	expect(await read(ofOutcome.first())).toMatch(
		/^Disputed by hand\n.*by you \(program office\)\nReason: no evidence\nHow it was checked: as the client reported → disputed$/,
	);
	await ofOutcome
		.last()
		.getByText(/^\d+ fields$/)
		.click();
	expect(await read(ofOutcome.last())).toContain("Figures: Cost savings $125K");
	expect(await axeViolations(page)).toEqual([]);

	await as(
		OFFICE,
		`mutation($merge: ID!, $revision: Int!) { mergeSmes(keep: "${KASON}", merge: $merge, revision: $revision, reason: "the same firm") { id } }`,
		{ merge: registerSme.sme.id, revision: registerSme.sme.revision },
	);
	await page.goto(`${site.url}/manufacturers/${KASON}`);
	await entries(page).first().waitFor();
	expect(await read(entries(page).first())).toMatch(
		/^Merged Newnan Gasket Shop · through a merge of double entries\n.*by you \(program office\)\nReason: the same firm\nMerged into: Kason Industries$/,
	);
	expect(await read(entries(page).last())).toMatch(/^Loaded with the hub's first data\n.* UTC\n/);
	expect(await axeViolations(page)).toEqual([]);
	expect(faults).toEqual([]);
	await page.context().close();
});
