import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { type ConsoleSite, PHONE, startConsole } from "../support/console.ts";
import { table } from "./report.ts";
import { median } from "./verdict.ts";

/** A phone as Lighthouse's mobile profile has it: a fourth of the processor's speed, slow 4G. */
const PROCESSOR_SLOWER = 4;
const NETWORK = {
	offline: false,
	latency: 150,
	downloadThroughput: (1.6 * 1_000_000) / 8,
	uploadThroughput: (0.75 * 1_000_000) / 8,
};
const ROUNDS = 7;
const QUIET_MS = 1000;

type Visit = { firstPaintMs: number; figuresMs: number; interactiveMs: number; bytes: number };
type Peer = { name: string; url: string; visits: Visit[] };

/** Runs in the page: when its first figures showed, and the tasks that kept it from answering. */
const WATCH = `
	window.measured = { figures: 0, tasks: [] };
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) measured.tasks.push(startTime + duration);
	}).observe({ type: "longtask", buffered: true });
	const look = () => {
		const sentence = document.querySelector("h1");
		if (/\\d/.test(sentence?.textContent ?? "")) measured.figures = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
`;

/** Asked from outside: the page's policy lets nothing in it evaluate text. */
async function untilQuiet(page: Page): Promise<void> {
	const quiet = `measured.figures > 0 && performance.now() - Math.max(measured.figures, ...measured.tasks) > ${QUIET_MS}`;
	for (const end = performance.now() + 60_000; !(await page.evaluate(quiet)); ) {
		if (performance.now() > end) throw new Error(`${page.url()} showed no figures within a minute`);
		await setTimeout(100);
	}
}

/** Interactive: the figures are there, and no task of more than 50 ms begins for a second. */
async function visit(browser: Browser, url: string): Promise<Visit> {
	const context = await browser.newContext({
		viewport: { width: PHONE, height: 844 },
		isMobile: true,
		locale: "en-US",
	});
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send("Network.enable");
		await devtools.send("Network.emulateNetworkConditions", NETWORK);
		await devtools.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR_SLOWER });
		let bytes = 0;
		devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
			bytes += encodedDataLength;
		});
		await page.addInitScript(WATCH);
		await page.goto(url, { waitUntil: "commit" });
		await untilQuiet(page);
		await page.waitForLoadState("networkidle");
		const times = (await page.evaluate(`({
			firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0].startTime,
			figuresMs: measured.figures,
			interactiveMs: Math.max(measured.figures, ...measured.tasks),
		})`)) as Omit<Visit, "bytes">;
		return { ...times, bytes };
	} finally {
		await context.close();
	}
}

/** What the console shows on its first page, with its styles, as a document without scripts. */
async function documentOf(page: Page): Promise<string> {
	await page.evaluate(
		`for (const script of document.querySelectorAll("script, link[rel=modulepreload]")) script.remove()`,
	);
	return page.content();
}

/** A server that sends that document and the files that it names, compressed once. */
async function startRendered(site: ConsoleSite) {
	const { page } = await site.open("/", { width: PHONE });
	const html = await documentOf(page);
	await page.context().close();
	const files = new Map<string, { body: Buffer; headers: Record<string, string> }>();
	files.set("/", {
		body: brotliCompressSync(html),
		headers: { "content-type": "text/html; charset=utf-8", "content-encoding": "br" },
	});
	const server = createServer(async (request, response) => {
		const path = request.url ?? "/";
		if (!files.has(path)) {
			const file = await fetch(site.url + path);
			const type = file.headers.get("content-type") ?? "application/octet-stream";
			const body = Buffer.from(await file.arrayBuffer());
			const isText = !type.startsWith("font/");
			files.set(path, {
				body: isText ? brotliCompressSync(body) : body,
				headers: { "content-type": type, ...(isText && { "content-encoding": "br" }) },
			});
		}
		const file = files.get(path);
		response.writeHead(200, file?.headers).end(file?.body);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise<void>((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}

function textOf(peers: Peer[]): string {
	const ms = (visits: Visit[], of: (visit: Visit) => number) => median(visits.map(of)).toFixed(0);
	const slowest = (visits: Visit[]) =>
		Math.max(...visits.map((one) => one.interactiveMs)).toFixed(0);
	return table(
		["first page", "visits", "first paint ms", "figures ms", "interactive ms", "slowest ms", "kB"],
		peers.map(({ name, visits }) => [
			name,
			String(visits.length),
			ms(visits, (one) => one.firstPaintMs),
			ms(visits, (one) => one.figuresMs),
			ms(visits, (one) => one.interactiveMs),
			slowest(visits),
			(median(visits.map((one) => one.bytes)) / 1000).toFixed(0),
		]),
	);
}

/** The console's first page on a slow phone with nothing cached, beside a server-rendered page of the same content. */
export async function consolePage(): Promise<string> {
	const site = await startConsole();
	const rendered = await startRendered(site);
	const peers: Peer[] = [
		{ name: "console", url: site.url, visits: [] },
		{ name: "server-rendered", url: rendered.url, visits: [] },
	];
	try {
		// The first round warms the servers.
		for (let round = 0; round <= ROUNDS; round++)
			for (const peer of peers) {
				const measured = await visit(site.browser, peer.url);
				if (round > 0) peer.visits.push(measured);
			}
	} finally {
		await rendered.close();
		await site.close();
	}
	return textOf(peers);
}
