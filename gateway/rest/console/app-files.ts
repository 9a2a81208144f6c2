import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sendCacheable } from "../../http/etag.ts";
import { type ConsoleState, whenBuilt } from "./unbuilt.ts";

/** What makes the console an app that opens without signal. These keep their addresses, so browsers ask whether they changed. */
const TEXTS = {
	"service-worker.js": "text/javascript; charset=utf-8",
	"manifest.webmanifest": "application/manifest+json",
} as const;
const ICONS = ["icon-180.png", "icon-192.png", "icon-512.png", "maskable-512.png"];
const A_DAY = "max-age=86400";

/** Serves the worker, the manifest and the icons. The worker may fetch from the hub only. */
export function addAppFiles(app: FastifyInstance, dir: string, state: () => ConsoleState): void {
	const fileOf = (path: string) =>
		whenBuilt(state, () => (existsSync(path) ? readFileSync(path) : undefined));
	for (const [name, type] of Object.entries(TEXTS)) {
		const file = fileOf(join(dir, name));
		app.get(`/${name}`, async (request, reply) => {
			const text = file()?.toString();
			if (text === undefined) return reply.callNotFound();
			reply.type(type).header("content-security-policy", "default-src 'self'");
			return sendCacheable(request, reply, text, "no-cache");
		});
	}
	for (const name of ICONS) {
		const file = fileOf(join(dir, "icons", name));
		app.get(`/icons/${name}`, async (_request, reply) => {
			const icon = file();
			if (!icon) return reply.callNotFound();
			return reply.type("image/png").header("cache-control", A_DAY).send(icon);
		});
	}
}
