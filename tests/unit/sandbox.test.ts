import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastify } from "fastify";
import { describe, expect, it } from "vitest";
import {
	keep,
	makeSandbox,
	readKept,
	refuseOther,
	refuseRunning,
	refuseSandbox,
	removeLeftovers,
	removeSandbox,
	stateOf,
} from "../../gateway/cli/sandbox/folder.ts";
import { freePort } from "../../gateway/cli/sandbox/free-port.ts";
import { sandboxConfig } from "../../gateway/cli/sandbox/settings.ts";
import { keepOutOfCaches } from "../../gateway/http/no-store.ts";
import { yearUpTo } from "../../seeds/sandbox/plan.ts";
import { refuseRealRecords } from "../../seeds/sandbox/refuse-real-records.ts";
import { readConfig } from "../../shared/config.ts";
import { seededFolder } from "../support/hub.ts";

const newFolder = () => join(mkdtempSync(join(tmpdir(), "sandbox-")), "sandbox");
const fill = async (into: string) => writeFileSync(join(into, "records"), "made up");

describe("the folder of a sandbox", () => {
	it("appears when all is in it, or not at all", async () => {
		const dir = newFolder();
		expect(stateOf(dir)).toBe("ABSENT");
		const failing = makeSandbox(dir, async (into) => {
			await fill(into);
			expect(stateOf(dir)).toBe("ABSENT");
			throw new Error("no room");
		});
		await expect(failing).rejects.toThrow("no room");
		expect([stateOf(dir), readdirSync(join(dir, ".."))]).toEqual(["ABSENT", []]);
		await makeSandbox(dir, fill);
		expect([stateOf(dir), readdirSync(join(dir, ".."))]).toEqual(["SANDBOX", ["sandbox"]]);
		removeSandbox(dir);
		expect([stateOf(dir), readdirSync(join(dir, ".."))]).toEqual(["ABSENT", []]);
	});

	it("is never one with other files, which are left as they are", async () => {
		const dir = newFolder();
		mkdirSync(dir);
		await fill(dir);
		expect(stateOf(dir)).toBe("OTHER");
		expect(() => refuseOther(dir)).toThrow(/is not a sandbox but contains files/);
		expect(() => removeSandbox(dir)).toThrow(/is not a sandbox/);
		await expect(makeSandbox(dir, fill)).rejects.toThrow(/is not a sandbox/);
		expect(readdirSync(dir)).toEqual(["records"]);
	});

	it("is not opened by a real hub", async () => {
		const dir = newFolder();
		expect(() => refuseSandbox(dir)).not.toThrow();
		await makeSandbox(dir, fill);
		expect(() => refuseSandbox(dir)).toThrow(/is a sandbox, with made-up records/);
	});

	it("loses what killed starts left beside it, and not what running ones make or others keep there", async () => {
		const dir = newFolder();
		const ended: ChildProcess = spawn(process.execPath, ["-e", ""]);
		await once(ended, "exit");
		const beside = [
			`sandbox.making-${ended.pid}`,
			`sandbox.removing-${ended.pid}`,
			`sandbox.making-${process.pid}`,
			`other.making-${ended.pid}`,
			"sandbox.notes",
		];
		for (const name of beside) mkdirSync(join(dir, "..", name));
		removeLeftovers(dir);
		expect(readdirSync(join(dir, "..")).sort()).toEqual(beside.slice(2).sort());
	});

	it("is opened by one hub at a time", async () => {
		const dir = newFolder();
		await makeSandbox(dir, fill);
		await expect(refuseRunning(dir)).resolves.toBeUndefined();
		const hub = createServer((_, response) => response.end("live")).listen(0, "127.0.0.1");
		await once(hub, "listening");
		const url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
		const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
		keep(dir, { partnerPort: 4011 });
		keep(dir, { running: { pid: other.pid as number, url } });
		expect(readKept(dir)).toMatchObject({ partnerPort: 4011, running: { url } });
		await expect(refuseRunning(dir)).rejects.toThrow(`is open already, at ${url}`);
		// The number of a process that is no hub.
		hub.closeAllConnections();
		hub.close();
		await expect(refuseRunning(dir)).resolves.toBeUndefined();
		other.kill();
		await once(other, "exit");
	});

	it("is refused with real records in it", async () => {
		await expect(refuseRealRecords(await seededFolder())).rejects.toThrow(
			"contains real records, which are never mixed with made-up ones",
		);
	});
});

describe("its settings", () => {
	it("share nothing of the real hub that leads to data or people", () => {
		const config = readConfig({
			HUB_DATABASE_URL: "postgres://hub@db.example.org/hub",
			HUB_ISSUER: "https://login.example.org",
			HUB_AUDIENCE: "hub",
			HUB_JWKS_FILE: "keys.json",
			HUB_SIGNING_KEY_FILE: "key.json",
			HUB_SIGNING_KEY_ALSO_FILE: "next.json",
			HUB_RELEASE_SCHEDULE: "0 6 15 * *",
			HUB_SANDBOX_DIR: "/tmp/made-up",
		});
		const sandbox = sandboxConfig(config);
		expect(sandbox).toMatchObject({ dataDir: "/tmp/made-up", port: 4001 });
		for (const name of [
			...(["databaseUrl", "issuer", "signingKeyFile", "signingKeyAlsoFile"] as const),
			"subgraphUrls" as const,
		])
			expect([name, sandbox[name]]).toEqual([name, undefined]);
		expect(sandbox.releases.schedule).toBeUndefined();
		expect(sandbox.http.cacheSeconds).toBe(0);
		expect(sandbox.openData.publisher).toMatch(/synthetic/);
	});

	it("are refused in production", () => {
		expect(() => sandboxConfig(readConfig({ NODE_ENV: "production" }))).toThrow(
			/production has no sandbox/,
		);
	});

	it("take the next port where one is in use", async () => {
		const busy = createServer().listen(0, "127.0.0.1");
		await once(busy, "listening");
		const { port } = busy.address() as AddressInfo;
		const found = await freePort(port, "127.0.0.1");
		expect(found).toBeGreaterThan(port);
		expect(await freePort(found, "127.0.0.1")).toBe(found);
		expect(await freePort(0, "127.0.0.1")).toBeGreaterThan(0);
		busy.close();
	});
});

it("answers are kept out of caches, and no browser is told that its copy is current", async () => {
	const app = fastify();
	keepOutOfCaches(app);
	app.get("/statistics/1/center.csv", (request, reply) =>
		reply
			.code(request.headers["if-none-match"] ? 304 : 200)
			.header("cache-control", "public, immutable")
			.send(request.headers["if-none-match"] ? undefined : "made up"),
	);
	app.get("/assets/a-1.js", (_, reply) => reply.header("cache-control", "immutable").send("code"));
	const table = await app.inject({
		url: "/statistics/1/center.csv",
		headers: { "if-none-match": '"real"' },
	});
	expect([table.statusCode, table.headers["cache-control"], table.body]).toEqual([
		200,
		"no-store",
		"made up",
	]);
	expect((await app.inject("/assets/a-1.js")).headers["cache-control"]).toBe("immutable");
});

describe("the year up to a day", () => {
	it.each(["2026-11-29", "2026-10-02", "2027-01-01", "2028-02-29"])(
		"%s: has every state, and reports only quarters that are over",
		(today) => {
			const quarters = yearUpTo(today);
			const all = quarters.flatMap(({ engagements }) => engagements);
			expect(all).toHaveLength(36);
			for (const { startedOn } of all) expect(startedOn < today).toBe(true);
			const steps = (isReported: boolean) =>
				quarters
					.filter((quarter) => quarter.isReported === isReported)
					.flatMap(({ engagements }) => engagements.map(({ step }) => step));
			expect(new Set(steps(true))).toEqual(new Set(["approve", "void"]));
			expect(new Set(steps(false))).toEqual(new Set(["approve", "submit", "return", "draft"]));
			expect(quarters.filter(({ isReported }) => isReported).length).toBeGreaterThan(1);
		},
	);
});
