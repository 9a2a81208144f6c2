import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastify } from "fastify";
import { expect, it } from "vitest";
import { addConsole } from "../../gateway/rest/console/routes.ts";
import type { ConsoleState } from "../../gateway/rest/console/unbuilt.ts";

it("says that the console is being built, or could not be, and serves it as soon as it is there", async () => {
	const dir = join(mkdtempSync(join(tmpdir(), "console-")), "dist");
	let state: ConsoleState = "building";
	const app = fastify();
	const options = { basePath: "/hub", hasProvider: false, isDevelopment: false };
	await addConsole(app, { ...options, built: { dir, operations: {}, state: () => state } });
	const get = (url: string) => app.inject({ url, headers: { accept: "text/html" } });

	const building = await get("/");
	expect(building.statusCode).toBe(503);
	expect(building.headers).toMatchObject({ "retry-after": "3", "cache-control": "no-store" });
	expect(building.body).toMatch(/http-equiv="refresh" content="3".*being built/s);
	expect(building.body).toMatch(/<p lang="zh-CN">控制台正在由源代码构建.*href="\/hub\/graphiql"/);
	expect((await get("/service-worker.js")).statusCode).toBe(404);
	expect((await get("/assets/app.js")).statusCode).toBe(404);

	state = "failed";
	const failed = await get("/");
	expect(failed.statusCode).toBe(503);
	expect(failed.body).toMatch(/could not be built/);
	expect(failed.body).not.toMatch(/refresh/);

	for (const folder of [".vite", "assets"]) mkdirSync(join(dir, folder), { recursive: true });
	writeFileSync(join(dir, ".vite/manifest.json"), "{}");
	writeFileSync(join(dir, "assets/app.js"), "1;");
	writeFileSync(join(dir, "service-worker.js"), "2;");
	writeFileSync(
		join(dir, "index.html"),
		'<html><head></head><script src="./assets/app.js"></script>',
	);
	expect((await get("/")).statusCode).toBe(503);
	state = "built";
	const built = await get("/");
	expect(built.statusCode).toBe(200);
	expect(built.body).toContain('src="/hub/assets/app.js"');
	expect((await get("/assets/app.js")).body).toBe("1;");
	expect((await get("/service-worker.js")).body).toBe("2;");
	await app.close();
});
