import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differenceFromBaseline } from "../support/baseline.ts";
import { type ConsoleSite, DESKTOP, startConsole } from "../support/console.ts";

/** The pages whose looks are kept, with the seed data. */
const PAGES = {
	overview: "/",
	trace: "/trace?kinds=TECH_TRANSFER",
	statistics: "/statistics",
	institutes: "/institutes",
	institute: "/institutes/america-makes",
	network: "/networks/manufacturing-usa",
	manufacturer: "/manufacturers/sme_x-fab-texas-tx",
	technology: "/technologies/tech-arm-ppe-mask-automation",
	partners: "/partners",
	figures: "/figures?networkIds=mep-national-network&years=2017",
	doubts: "/figures/doubts",
	evaluation: "/figures/evaluation?fiscalYear=2017",
};

let site: ConsoleSite;
beforeAll(async () => {
	site = await startConsole();
}, 120_000);
afterAll(() => site.close());

describe("each page", () => {
	for (const [name, path] of Object.entries(PAGES))
		it(`looks as it did in both themes, and fits at 200 % zoom: ${name}`, async () => {
			const { page } = await site.open(path);
			// Charts are loaded after the rest was drawn.
			await page.waitForLoadState("networkidle");
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				// What is dated by when the hub began.
				const mask = [
					page.getByText(/^Published /),
					page.getByRole("region", { name: "The graph that is served" }),
				];
				const shot = await page.screenshot({ animations: "disabled", mask });
				expect(differenceFromBaseline(`${name}-${colorScheme}`, shot)).toBe("");
			}
			// As a browser lays out a page that is zoomed to 200 %.
			await page.setViewportSize({ width: DESKTOP / 2, height: 450 });
			await page.waitForLoadState("networkidle");
			const beyond = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
			expect(beyond).toBeLessThanOrEqual(0);
			await page.context().close();
		});
});
