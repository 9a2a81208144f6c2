import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../support/clients/browser.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { axeViolations, DESKTOP, openPage, PHONE } from "../support/console.ts";
import { readDoc } from "../support/doc-commands.ts";
import { ask, dataOf, seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM, ROOT } from "../support/paths.ts";

const above = mkdtempSync(join(tmpdir(), "sandbox-"));
const dir = join(above, "sandbox");
/** A busy machine must not shed the tests' load. */
const env = { HUB_SANDBOX_DIR: dir, PORT: "0", HUB_MAX_LAG_MS: "60000", HUB_DEADLINE_MS: "60000" };
const start = (...options: string[]) =>
	served(process.execPath, [...HUB_PROGRAM, "start", "--sandbox", ...options], { env });

/** Starts it and kills it at once when it has printed `said`. */
async function killedAt(said: RegExp, ...options: string[]): Promise<void> {
	const args = [...HUB_PROGRAM, "start", "--sandbox", ...options];
	const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } });
	let heard = "";
	child.stderr.on("data", (chunk) => {
		heard += chunk;
		if (said.test(heard)) child.kill("SIGKILL");
	});
	await once(child, "exit");
	expect(heard).toMatch(said);
}

let sandbox: Served;
let browser: Browser;
beforeAll(async () => {
	[sandbox, browser] = await Promise.all([start(), startBrowser()]);
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await sandbox?.end();
});

async function bearer(...args: string[]): Promise<Record<string, string>> {
	const made = await hubCommand(["token", "--subject", "newcomer", ...args], {
		HUB_DATA_DIR: dir,
	});
	return { authorization: `Bearer ${made.stdout.trim()}` };
}

describe("the sandbox", () => {
	it("says in the API that every record is made up, and that institutes and centers are real", async () => {
		const office = await bearer("--role", "PROGRAM_OFFICE");
		const { body } = await ask(
			sandbox,
			`{
				smes(first: 100) { nodes { name synthetic } }
				engagements(first: 100) { nodes { synthetic } }
				outcomes(first: 100) { nodes { synthetic } }
				releases(first: 10) { nodes { number synthetic } }
				mepCenters { totalCount }
			}`,
			{},
			office,
		);
		expect(body.errors).toBeUndefined();
		const { smes, engagements, outcomes, releases, mepCenters } = body.data as never as Record<
			string,
			{ nodes: Array<{ synthetic: boolean; name: string }>; totalCount: number }
		>;
		for (const list of [smes, engagements, outcomes, releases]) {
			expect(list?.nodes.length).toBeGreaterThan(1);
			expect(list?.nodes.every(({ synthetic }) => synthetic)).toBe(true);
		}
		expect(smes?.nodes.every(({ name }) => name.endsWith("(synthetic)"))).toBe(true);
		expect(mepCenters?.totalCount).toBe(51);
	});

	it("has something of everything for each role, and for the public what is public", async () => {
		const count = (status: string) =>
			`${status}: engagements(where: { statuses: [${status}] }, first: 1) { totalCount }`;
		const states = ["DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "REPORTED", "AMENDED", "VOIDED"];
		const query = `{ ${states.map(count).join(" ")} outliers: outcomes(where: { verifications: [OUTLIER] }, first: 1) { totalCount } }`;
		const counted = async (headers?: Record<string, string>) => {
			const { body } = await ask(sandbox, query, {}, headers);
			return Object.entries(body.data as never as Record<string, { totalCount: number }>)
				.filter(([, { totalCount }]) => totalCount > 0)
				.map(([name]) => name);
		};
		const staff = await bearer("--role", "FIELD_STAFF", "--center", "ga-mep");
		expect(await counted(staff)).toEqual(expect.arrayContaining(states.slice(0, 5)));
		expect(await counted(await bearer("--role", "PROGRAM_OFFICE"))).toEqual([
			...states,
			"outliers",
		]);
		const nobody = await counted();
		expect(nobody).not.toContain("DRAFT");
		expect(nobody).toContain("APPROVED");
	});

	it("has likely twins, which the hub finds", async () => {
		const staff = await bearer("--role", "FIELD_STAFF", "--center", "ga-mep");
		const { body } = await ask(
			sandbox,
			'mutation { registerSme(input: { clientMutationId: "twin", name: "Harbor Gear (synthetic)", state: "US-GA" }) { sme { id } duplicates { sme { name } } } }',
			{},
			staff,
		);
		const { sme, duplicates } = (body.data as never as { registerSme: unknown }).registerSme as {
			sme: object | null;
			duplicates: Array<{ sme: { name: string } }>;
		};
		expect(sme).toBeNull();
		expect(duplicates.map((one) => one.sme.name)).toEqual(
			expect.arrayContaining(["Harbor Gear (synthetic)", "Harbor Gear, Inc. (synthetic)"]),
		);
	});

	it("has published statistics with suppressed cells", async () => {
		const { statisticsTables } = await dataOf(sandbox, "{ statisticsTables { table } }");
		const { statistics } = await dataOf(
			sandbox,
			"query($table: ID!) { statistics(table: $table) { cells { status } } }",
			{ table: statisticsTables[0].table },
		);
		expect(statistics.cells.some((cell: { status: string }) => cell.status === "SUPPRESSED")).toBe(
			true,
		);
	});

	it("has a partner whose fields answer", async () => {
		const { sme, credentialsRegistry } = await dataOf(
			sandbox,
			'{ sme(id: "sme_syn000000000") { credentialAwards { credential { name } } } credentialsRegistry { about } }',
		);
		expect(sme.credentialAwards[0].credential.name).toMatch(/\(synthetic\)$/);
		expect(credentialsRegistry.about).toMatch(/synthetic/);
	});
});

describe("its pages", () => {
	it.each([
		{ language: "en", width: DESKTOP, theme: "light", said: "Sandbox: all records are made up." },
		{ language: "en", width: PHONE, theme: "dark", said: "Sandbox: all records are made up." },
		{ language: "zh", width: DESKTOP, theme: "dark", said: "沙箱：所有记录均为虚构。" },
		{ language: "zh", width: PHONE, theme: "light", said: "沙箱：所有记录均为虚构。" },
	] as const)(
		"say so at the top, $language at $width px, however far one has read",
		async (look) => {
			const { page, faults } = await openPage(browser, sandbox.url, "/sandbox", look);
			const banner = page.getByText(look.said);
			expect(await axeViolations(page)).toEqual([]);
			await page.mouse.wheel(0, 2000);
			const box = await banner.boundingBox();
			expect([box && box.y >= 0 && box.y < 30, box && box.height < 40]).toEqual([true, true]);
			// Nothing takes it away.
			expect(await page.getByRole("complementary").getByRole("button").count()).toBe(0);
			await page.getByRole("link", { name: "Throughline" }).click();
			await page.waitForURL(`${sandbox.url}/`);
			await banner.waitFor();
			expect(faults).toEqual([]);
			await page.context().close();
		},
	);

	it.each(["/data/", "/graphiql", "/schema/changelog"])("%s says so, too", async (path) => {
		const page = await fetch(sandbox.url + path, { headers: { accept: "text/html" } });
		expect(page.headers.get("cache-control")).toBe("no-store");
		expect(await page.text()).toContain("<strong>Sandbox.</strong> Manufacturers,");
	});
});

/** The steps of the tour as docs/sandbox.md prints them. */
const STEPS = [
	...readDoc("docs/sandbox.md").matchAll(
		/^\d\. \[(.+?)\]\(http:\/\/127\.0\.0\.1:4001(.*?)\) (.+)$/gm,
	),
].map(([, title = "", path = "", text = ""]) => ({ title, path, text }));

/** What a step says to do or to see: Press “…”, Choose “…” at “…”, You see “…” and “…”. */
const SAYS = /(Press|Choose|You see|and) “(.+?)”(?: at “(.+?)”)?/g;

/** Does one thing that a step says. */
async function follow(page: Page, verb: string, name: string, at?: string): Promise<void> {
	if (verb === "Choose") {
		await page.getByRole("combobox", { name: at, exact: true }).selectOption({ label: name });
		return;
	}
	if (verb !== "Press") {
		await page.getByText(name).first().waitFor();
		return;
	}
	// Not the tabs of GraphiQL, but the buttons in them.
	const control = page.getByRole("button", { name }).or(page.getByRole("link", { name }));
	await control.first().click();
	// GraphiQL's tabs do nothing until its editor has been loaded.
	const tab = page.getByRole("tab", { name });
	while ((await tab.count()) > 0) {
		await page.waitForTimeout(700);
		if ((await page.getByRole("tab", { name, selected: true }).count()) > 0) return;
		await control.first().click();
	}
}

describe("the tour", () => {
	it("is the same in the document and in the console", () => {
		const words: Record<string, string> = JSON.parse(
			readDoc("gateway/console/words/en/sandbox.json"),
		);
		const texts = Object.values(words);
		expect(STEPS.length).toBeGreaterThan(3);
		for (const { title, text } of STEPS) {
			expect(texts).toContain(title);
			expect(texts).toContain(text);
		}
		const steps = Object.keys(words).filter((id) => id.endsWith(".do"));
		expect(steps.length).toBe(STEPS.length);
	});

	let page: Page;
	beforeAll(async () => {
		const context = await browser.newContext({ viewport: { width: DESKTOP, height: 900 } });
		page = await context.newPage();
	});
	afterAll(() => page?.context().close());

	it.each(STEPS)("$title leads to what it says", async ({ path, text }) => {
		await page.goto(sandbox.url + path);
		const done: string[] = [];
		for (const [, verb = "", name = "", at] of text.matchAll(SAYS)) {
			await follow(page, verb, name, at);
			done.push(name);
		}
		expect(done.length).toBeGreaterThan(1);
	});
});

describe("real and made-up records", () => {
	it("are never mixed: a real hub does not open a sandbox, nor a sandbox a real folder", async () => {
		const real = await hubCommand(["start"], { HUB_DATA_DIR: dir, PORT: "0" });
		expect([real.code, real.stderr]).toEqual([1, expect.stringContaining("is a sandbox")]);
		const seeded = await seededFolder();
		const before = readdirSync(seeded);
		const made = await hubCommand(["start", "--sandbox", "--reset"], {
			...env,
			HUB_SANDBOX_DIR: seeded,
		});
		expect([made.code, made.stderr]).toEqual([1, expect.stringContaining("is not a sandbox")]);
		expect(readdirSync(seeded)).toEqual(before);
	});

	it("are told apart: a real hub says how to start a sandbox, and has no page of one", async () => {
		const hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
			env: { ...env, HUB_DATA_DIR: await seededFolder() },
		});
		const { page } = await openPage(browser, hub.url, "/");
		await page.getByText("npm start -- --sandbox", { exact: true }).waitFor();
		expect(await page.getByText("Sandbox: all records").count()).toBe(0);
		await page.goto(`${hub.url}/sandbox`);
		await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
		await page.context().close();
		await hub.end();
	});
});

describe("what one enters", () => {
	const today = new Date().toISOString().slice(0, 10);
	const log = (headers: Record<string, string>) =>
		ask(
			sandbox,
			`mutation { logEngagement(input: { clientMutationId: "mine", smeId: "sme_syn000000000", kind: EVENT, startedOn: "${today}", title: "Mine" }) { id synthetic } }`,
			{},
			headers,
		);

	it("is marked, stays over a stop, and is gone after a reset, also one that was killed half-way", async () => {
		const staff = await bearer("--role", "FIELD_STAFF", "--center", "ga-mep");
		const { body } = await log(staff);
		expect(body.errors).toBeUndefined();
		const { id, synthetic } = (body.data as never as { logEngagement: unknown }).logEngagement as {
			id: string;
			synthetic: boolean;
		};
		expect(synthetic).toBe(true);

		const { subgraphs } = await dataOf(sandbox, "{ subgraphs { name } }");
		expect(subgraphs).toEqual([{ name: "credentials" }]);
		await expect(hubCommand(["start", "--sandbox"], env)).resolves.toMatchObject({
			code: 1,
			stderr: expect.stringContaining("is open already"),
		});
		await sandbox.end();
		await expect(fetch(`${sandbox.url}/health/live`)).rejects.toThrow("fetch failed");

		sandbox = await start();
		expect(sandbox.said()).not.toContain("Making the sandbox");
		const mine = `{ engagement(id: "${id}") { id } credentialsRegistry { about } }`;
		const again = await ask(sandbox, mine, {}, staff);
		expect(again.body.data).toMatchObject({ engagement: { id }, credentialsRegistry: {} });
		await sandbox.end();

		await killedAt(/synthetic engagements: 50%/, "--reset");
		expect(existsSync(dir)).toBe(false);
		sandbox = await start();
		expect(sandbox.said()).toContain("Making the sandbox");
		expect(readdirSync(above)).toEqual(["sandbox"]);
		const anew = await bearer("--role", "PROGRAM_OFFICE");
		const gone = await ask(sandbox, mine, {}, anew);
		expect(gone.body.data).toMatchObject({ engagement: null, credentialsRegistry: {} });
	}, 240_000);
});
