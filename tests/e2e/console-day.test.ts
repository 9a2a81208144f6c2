import { readFileSync } from "node:fs";
import { join } from "node:path";
import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";
import { ROOT } from "../support/paths.ts";
import { table, thumb } from "../support/thumb.ts";

/** What a visit may take at most, so that it is logged within a minute. */
const MOST_TAPS = 12;
const MOST_SECONDS = 60;

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
}, 120_000);
afterAll(() => site.close());

const MANAGER: Actor = { role: "CENTER_MANAGER", subject: "boss", center: "ga-mep" };
const staff = (subject: string): Actor => ({ role: "FIELD_STAFF", subject, center: "ga-mep" });

/** What the console says in a language, by the ids of its catalogues. */
function wordsOf(language: string) {
	for (const name of ["common", "log", "work", "changes"]) {
		const file = join(ROOT, "gateway/console/words", language, `${name}.json`);
		const texts: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));
		const compiled = Object.entries(texts).map(([id, text]) => [id, compileMessage(text)]);
		i18n.load(language, Object.fromEntries(compiled));
	}
	return (id: string, values: Record<string, unknown> = {}): string => {
		i18n.activate(language);
		return i18n._(id, values);
	};
}

/** What somebody logged yesterday; `then`: what the manager did with it. */
async function yesterday(subject: string, title: string, then: string): Promise<void> {
	const by = staff(subject);
	const { logEngagement } = await site.hub<{ logEngagement: { id: string } }>(
		by,
		"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }",
		{
			input: {
				clientMutationId: `${subject}-${title}`,
				smeId: "sme_windham-castings-ga",
				kind: "EVENT",
				startedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
				title,
			},
		},
	);
	const { id } = logEngagement;
	await site.hub(by, `mutation { submitEngagement(id: "${id}", revision: 1) { id } }`);
	await site.hub(MANAGER, `mutation { ${then.replace("$id", id)} { id } }`);
}

type Logged = { title: string | null; status: string; kind: string; sme: { name: string } };
async function logged(subject: string): Promise<string[]> {
	const { engagements } = await site.hub<{ engagements: { nodes: Logged[] } }>(
		staff(subject),
		"query($by: [String!]) { engagements(where: { loggedBy: $by }, first: 50) { nodes { title status kind sme { name } } } }",
		{ by: [subject] },
	);
	return engagements.nodes
		.map(({ title, status, kind, sme }) => `${sme.name} ${title ?? kind} ${status}`)
		.sort();
}

const field = (page: Page, name: string) => page.locator(`form [name="${name}"]`);
const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

describe.each(["en", "zh"] as const)("a field engineer's day with a phone, in %s", (language) => {
	it(`takes at most ${MOST_TAPS} taps and a minute a visit, and each visit is logged once`, async () => {
		const subject = `day-${language}`;
		const t = wordsOf(language);
		const { tap, type, choose, part, efforts } = thumb();
		await yesterday(
			subject,
			"Open day",
			'returnEngagement(id: "$id", revision: 2, reason: "Which hall?")',
		);
		await yesterday(subject, "Fair", 'approveEngagement(id: "$id", revision: 2)');

		const device = await site.device({ language, isTouched: true });
		const faults: string[] = [];
		const page = await site.tab(device, { sub: subject }, "/work");
		page.on("pageerror", (error) => faults.push(error.message));
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const button = (id: string) => page.getByRole("button", { name: t(id), exact: true });
		const link = (id: string) =>
			page.getByRole("navigation", { name: t("nav.phone") }).getByRole("link", { name: t(id) });
		const kind = (name: string) => page.getByRole("radio", { name: t(`kind.${name}`) });
		const says = (id: string, values?: Record<string, unknown>) =>
			page.getByText(t(id, values)).first().waitFor();
		// A list is seen once it has its place, for which it waits until the phone's keyboard is there.
		const offered = page.locator('[data-placement]:not([style*="opacity"])');
		/** Submits what is in the form, and waits until the page says what became of it. */
		const submit = async (becomes: "DONE" | "WAITING" = "DONE") => {
			// What is said of the visit before does not count.
			await page.locator("[role=status]").evaluateAll((all) => {
				for (const one of all) one.setAttribute("data-old", "");
			});
			await tap(button("log.submit"));
			await page
				.locator("[role=status]:not([data-old])", { hasText: t(`log.sent.${becomes}`) })
				.waitFor();
		};
		const look = async () => {
			expect(await page.evaluate(TOO_WIDE)).toBe(0);
			expect(await axeViolations(page)).toEqual([]);
		};

		await part("what was returned, corrected", async () => {
			await says("log.returned-because", { by: "boss", reason: "Which hall?" });
			await look();
			await tap(button("work.mend"));
			await type(field(page, "title"), " in hall 2");
			await submit();
		});
		await part("visit 1: a plant that is known", async () => {
			await tap(field(page, "smeId"));
			await tap(offered.getByRole("option", { name: /Windham Castings/ }));
			await tap(kind("ASSISTANCE"));
			await choose(field(page, "practice"), { label: t("log.practice.LEAN") });
			await submit();
		});
		await part("visit 2: a training, found by a part of its name", async () => {
			await type(field(page, "smeId"), "kaso");
			await tap(offered.getByRole("option", { name: /Kason Industries/ }));
			await tap(kind("TRAINING"));
			await choose(field(page, "courseId"), { index: 1 });
			await type(field(page, "peopleTrained"), "12");
			await submit();
		});
		await part("visit 3: a new manufacturer, with a note", async () => {
			const name = `Tallapoosa ${language === "en" ? "Gears" : "Dies"}`;
			await type(field(page, "smeId"), name);
			await tap(offered.getByRole("option", { name: t("log.sme.add", { name }) }));
			await choose(page.getByLabel(t("log.sme.state"), { exact: true }), {
				label: t("state.US-GA"),
			});
			await look();
			await tap(
				page.getByRole("button", {
					name: new RegExp(`^(${t("log.sme.register")}|${t("log.sme.none-of-these")})$`),
				}),
			);
			await tap(kind("EVENT"));
			await type(field(page, "title"), "First visit");
			await type(field(page, "note"), "Wants a second shift.");
			await submit();
		});
		await device.setOffline(true);
		await page.reload();
		await part("visit 4: without signal", async () => {
			await tap(field(page, "smeId"));
			await tap(offered.getByRole("option", { name: /Windham Castings/ }));
			await tap(kind("EVENT"));
			await type(field(page, "title"), "In the cellar");
			await submit("WAITING");
		});
		await part("visit 5: without signal, as the one before", async () => {
			await tap(field(page, "smeId"));
			await tap(offered.getByRole("option", { name: /Kason Industries/ }));
			await type(field(page, "title"), "In the yard");
			await submit("WAITING");
		});
		await tap(link("work.title"));
		await says("work.group.WAITING", { count: 2 });
		await look();
		await device.setOffline(false);
		await says("work.records.SUBMITTED", { count: 6 });
		const card = (name: RegExp) => page.getByRole("article").filter({ hasText: name });
		await part("one duplicated", async () => {
			await tap(card(/In the yard/).getByRole("button", { name: t("work.duplicate") }));
			await type(field(page, "title"), " again");
			await submit();
			await tap(link("work.title"));
		});
		await part("one taken back", async () => {
			await tap(card(/In the cellar/).getByRole("button", { name: t("work.take-back") }));
			await says("work.group.DRAFT", { count: 1 });
			await says("work.records.SUBMITTED", { count: 6 });
		});
		await part("what is approved, and its history", async () => {
			await says("work.records.APPROVED", { count: 1 });
			await tap(card(/Fair/).getByText(t("changes.title")));
			await says("changes.action.approved");
			await look();
		});
		await part("signed out, the draft kept on the phone", async () => {
			await tap(page.locator("summary", { hasText: subject }));
			await tap(button("session.sign-out"));
			await tap(button("sign-out.keep"));
			await page.getByRole("button", { name: t("sign-out.keep") }).waitFor({ state: "hidden" });
			await page.getByText(subject).first().waitFor({ state: "hidden" });
		});
		console.log(table(`A day in ${language}:`, efforts));
		for (const { what, taps, seconds } of efforts) {
			expect([what, taps <= MOST_TAPS]).toEqual([what, true]);
			expect([what, seconds < MOST_SECONDS]).toEqual([what, true]);
		}
		expect(await logged(subject)).toEqual([
			"Kason Industries In the yard SUBMITTED",
			"Kason Industries In the yard again SUBMITTED",
			"Kason Industries TRAINING SUBMITTED",
			`Tallapoosa ${language === "en" ? "Gears" : "Dies"} First visit SUBMITTED`,
			"Windham Castings ASSISTANCE SUBMITTED",
			"Windham Castings Fair APPROVED",
			"Windham Castings In the cellar DRAFT",
			"Windham Castings Open day in hall 2 SUBMITTED",
		]);
		expect(faults).toEqual([]);
		await device.close();
	});
});
