import type { Page, Request } from "playwright-core";

/** Requests without an answer, and how many there have been. */
type Traffic = { open: Set<Request>; begun: number };
const traffic = new WeakMap<Page, Traffic>();

/** Follows the requests of a page. */
function follow(page: Page): Traffic {
	const known = traffic.get(page);
	if (known) return known;
	const followed: Traffic = { open: new Set(), begun: 0 };
	page.on("request", (request) => {
		followed.open.add(request);
		followed.begun++;
	});
	const end = (request: Request) => void followed.open.delete(request);
	page.on("requestfinished", end);
	page.on("requestfailed", end);
	traffic.set(page, followed);
	return followed;
}

/** Resolves when the page has drawn what it has, and has nothing else to do. */
const DRAWN = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done))))`;
/** Times in a row that a page must have drawn and have asked for nothing. */
const ROUNDS = 3;

async function quiet(page: Page, traffic: Traffic, stop: { now: boolean }): Promise<void> {
	await page.waitForLoadState("load");
	for (let rounds = 0; rounds < ROUNDS && !stop.now; ) {
		const { begun } = traffic;
		await page.evaluate(DRAWN);
		rounds = traffic.open.size === 0 && begun === traffic.begun ? rounds + 1 : 0;
	}
}

/**
 * Goes somewhere by `go`, and waits until the page there has all its answers and has drawn them. That is known before
 * the half second without traffic has passed that Playwright waits for, which ends it, too.
 */
export async function settled(page: Page, go: () => Promise<unknown>): Promise<void> {
	const followed = follow(page);
	followed.open.clear();
	await go();
	await page.locator("h1").waitFor();
	const stop = { now: false };
	const drawn = quiet(page, followed, stop);
	const idle = page.waitForLoadState("networkidle");
	for (const one of [drawn, idle]) one.catch(() => undefined);
	await Promise.race([drawn, idle]);
	stop.now = true;
}
