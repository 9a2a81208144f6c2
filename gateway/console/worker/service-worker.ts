// Opens the app without signal. Stands alone: a worker shares no files with the page.

/** Written by build/worker-files.ts: the files of this version without which no visit can be logged, the page's script first. */
declare const WORKER_FILES: readonly string[];
declare const WORKER_VERSION: string;

type Lasting = { waitUntil(work: Promise<unknown>): void };
type Fetching = { request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
	registration: { scope: string };
	clients: { claim(): Promise<void> };
	skipWaiting(): Promise<void>;
	addEventListener(type: "install" | "activate", listen: (event: Lasting) => void): void;
	addEventListener(type: "fetch", listen: (event: Fetching) => void): void;
	addEventListener(type: "message", listen: (event: { data: unknown }) => void): void;
};
const worker = self as unknown as Scope;

/** Another hub of the same site has caches of its own. */
const NAME = `throughline-app ${worker.registration.scope} `;
const CACHE = NAME + WORKER_VERSION;
const at = (path: string) => new URL(path, worker.registration.scope).href;
/** Addresses that open without signal, and the one whose page is kept for them. */
const PAGES = ["", "log", "work"].map(at);
const SHELL = at("log");
/** A network that is there and brings nothing is as good as none. */
const PATIENCE_MS = 5000;

/** The hub's page of this version. Throws for anything else, such as the page of a captive portal. */
async function page(): Promise<Response> {
	const init = { headers: { accept: "text/html" }, cache: "no-store", redirect: "error" } as const;
	const response = await fetch(SHELL, init);
	const text = await response.clone().text();
	const [script = ""] = WORKER_FILES;
	if (!response.ok || !text.includes(script))
		throw new Error("This is not the page of this version");
	return response;
}

async function install(): Promise<void> {
	const cache = await caches.open(CACHE);
	await cache.put(SHELL, await page());
	await cache.addAll(WORKER_FILES.map(at));
}

/** The version before this one stays, for tabs that still show it. */
async function forgetOlder(): Promise<void> {
	const older = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE);
	await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

const shell = async () => (await caches.open(CACHE)).match(SHELL);

async function open(request: Request): Promise<Response> {
	try {
		const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
		return (response.status >= 500 && (await shell())) || response;
	} catch (error) {
		const kept = await shell();
		if (kept) return kept;
		throw error;
	}
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) =>
	event.waitUntil(forgetOlder().then(() => worker.clients.claim())),
);
worker.addEventListener("message", ({ data }) => {
	if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== "GET") return;
	if (request.mode === "navigate" && PAGES.includes(url.origin + url.pathname))
		event.respondWith(open(request));
	// Their names contain a hash: what is kept is what the hub would answer.
	else if (url.href.startsWith(at("assets/")))
		event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

export {};
