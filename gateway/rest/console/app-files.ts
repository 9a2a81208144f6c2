import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sendCacheable } from "../../http/etag.ts";

/** What makes the console an app that opens without signal. These keep their addresses, so browsers ask whether they changed. */
const TEXTS = {
	"service-worker.js": "text/javascript; charset=utf-8",
	"manifest.webmanifest": "application/manifest+json",
} as const;
const ICONS = ["icon-180.png", "icon-192.png", "icon-512.png", "maskable-512.png"];
const A_DAY = "max-age=86400";

/** Serves the worker, the manifest and the icons. The worker may fetch from the hub only. */
export function addAppFiles(app: FastifyInstance, dir: string): void {
	for (const [name, type] of Object.entries(TEXTS)) {
		if (!existsSync(join(dir, name))) continue;
		const text = readFileSync(join(dir, name), "utf8");
		app.get(`/${name}`, async (request, reply) => {
			reply.type(type).header("content-security-policy", "default-src 'self'");
			return sendCacheable(request, reply, text, "no-cache");
		});
	}
	for (const name of ICONS) {
		const file = join(dir, "icons", name);
		if (!existsSync(file)) continue;
		const icon = readFileSync(file);
		app.get(`/icons/${name}`, async (_request, reply) =>
			reply.type("image/png").header("cache-control", A_DAY).send(icon),
		);
	}
}
