import type { Browser } from "playwright-core";

/** The browsers that tests have started. */
export const openBrowsers = new Set<Browser>();

/** What stands on every open page, for who reads why a test failed. */
export async function openPages(): Promise<string[]> {
	const pages = [...openBrowsers]
		.flatMap((browser) => browser.contexts())
		.flatMap((context) => context.pages());
	return Promise.all(
		pages.map(async (page) => {
			const text = await page
				.locator("main, body:not(:has(main))")
				.first()
				.innerText({ timeout: 1000 })
				.catch(String);
			return `${page.url()}\n${text}`;
		}),
	);
}
