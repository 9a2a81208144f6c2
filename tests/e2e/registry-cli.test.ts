import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LogEntry, nextEntry } from "../../subgraphs/registry/log/rules.ts";
import { hubCommand, type Ran, type Served, served } from "../support/command.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { SCHEMA } from "../support/registry-fixture.ts";

const dir = mkdtempSync(join(tmpdir(), "registry-"));
const dataDir = join(dir, "data");
const [key, other, schema, broken, head] = [
	"key.json",
	"other.json",
	"ok.graphql",
	"broken.graphql",
	"head.json",
].map((name) => join(dir, name)) as [string, string, string, string, string];

let hub: Served;
let server: PartnerServer;
let token = "";
beforeAll(async () => {
	hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
		env: { PORT: "0", HUB_DATA_DIR: dataDir },
	});
	server = await startPartner(SCHEMA, {});
	writeFileSync(schema, SCHEMA);
	writeFileSync(broken, SCHEMA.replace("collegeName", "everything"));
	const made = await hubCommand(["token", "--role", "HUB_ADMIN", "--subject", "admin-1"], {
		HUB_DATA_DIR: dataDir,
	});
	token = made.stdout.trim();
});
afterAll(async () => {
	await server?.close();
	await hub?.end();
});

const run = (...args: string[]): Promise<Ran> =>
	hubCommand(["partner", ...args, ...(args.includes("--hub") ? [] : ["--hub", hub.url])], {
		HUB_DATA_DIR: dataDir,
	});
const me = (file = key) => ["--partner", "college", "--key", file, "--name", "ranks"];
const at = () => ["--url", server.url];

it("a key is made for its owner alone, and never over another", async () => {
	expect((await run("keygen", "--out", key)).code).toBe(0);
	await run("keygen", "--out", other);
	expect(statSync(key).mode & 0o777).toBe(0o600);
	const publicKey = readFileSync(key.replace(".json", ".public.json"), "utf8");
	expect(JSON.parse(publicKey)).toEqual({ kty: "OKP", crv: "Ed25519", x: expect.any(String) });
	expect(await run("keygen", "--out", key)).toMatchObject({
		code: 2,
		stderr: expect.stringContaining("never overwritten"),
	});
});

it("ends with 0 when done, 1 when refused, 2 when used wrongly, 3 without a hub", async () => {
	const register = [
		"register",
		"--id",
		"college",
		"--name",
		"A college",
		"--contact",
		"a@b.example",
		"--key",
		key,
	];
	expect(await run(...register, "--token", "x.y.z")).toMatchObject({
		code: 1,
		stderr: expect.stringContaining("access token was refused"),
	});
	expect(await run(...register, "--token", token)).toMatchObject({ code: 0, stderr: "" });
	const wrong = [
		["nonsense"],
		["check", "--partner", "college"],
		["activate", "--name", "ranks"],
		["suspend"],
		["check", ...me(join(dir, "missing.json")), ...at(), "--schema", schema],
	];
	const ended = await Promise.all(wrong.map(async (args) => (await run(...args)).code));
	expect(ended).toEqual(wrong.map(() => 2));
	const closed = createServer();
	await new Promise<void>((done) => closed.listen(0, "127.0.0.1", done));
	const { port } = closed.address() as AddressInfo;
	await new Promise((done) => closed.close(done));
	expect(await run("list", "--hub", `http://127.0.0.1:${port}`)).toMatchObject({
		code: 3,
		stderr: expect.stringContaining("cannot be reached"),
	});
});

it("prints a report for people or for machines, and stops a partner's CI where it does not pass", async () => {
	const refused = await run("publish", ...me(), ...at(), "--schema", broken);
	expect([refused.code, refused.stderr.trim()]).toEqual([
		1,
		"Rejected: 1 error. Nothing was changed.",
	]);
	expect(refused.stdout).toBe(
		`ERROR OWNERSHIP_ROOT_FIELD Query.everything (line 4)
  why:  Root fields of "college" begin with "college"
  fix:  Name it collegeEverything, or ask the hub's administrator for a grant of kind ROOT_FIELD on Query.everything.
`,
	);
	const json = await run("check", ...me(), ...at(), "--schema", broken, "--json");
	expect([json.code, JSON.parse(json.stdout)]).toEqual([
		1,
		{
			passed: false,
			findings: [expect.objectContaining({ rule: "OWNERSHIP_ROOT_FIELD", line: 4 })],
		},
	]);
	const passed = await run("publish", ...me(), ...at(), "--schema", schema, "--json");
	expect([passed.code, JSON.parse(passed.stdout)]).toEqual([
		0,
		{ passed: true, findings: [expect.objectContaining({ rule: "ADDS" })], version: 1 },
	]);
	expect(await run("publish", ...me(other), ...at(), "--schema", schema)).toMatchObject({
		code: 1,
		stderr: expect.stringContaining("is no current key of"),
	});
});

it("activates and lists", async () => {
	expect(await run("activate", ...me(), "--version", "1", "--canary", "50")).toMatchObject({
		code: 0,
		stdout: expect.stringContaining("serves version 1 to 50 %"),
	});
	expect((await run("list")).stdout).toBe(
		"college  ACTIVE  A college\n  ranks  serves version 1 to 50 %\n",
	);
});

it("rotates keys", async () => {
	const next = ["--new-key", other.replace(".json", ".public.json"), "--overlap", "0"];
	expect(await run("rotate-key", "--partner", "college", "--key", key, ...next)).toMatchObject({
		code: 0,
		stderr: "",
	});
	const { stdout } = await run("usage", "--partner", "college", "--key", other, "--json");
	expect(JSON.parse(stdout)).toMatchObject({ partnerId: "college" });
});

it("suspends at once and reinstates", async () => {
	const admin = ["--id", "college", "--token", token];
	expect((await run("suspend", ...admin)).stdout).toBe("college is suspended.\n");
	expect(await run("rollback", ...me(other))).toMatchObject({
		code: 1,
		stderr: expect.stringContaining("suspended"),
	});
	expect((await run("reinstate", ...admin)).code).toBe(0);
	expect((await run("rollback", ...me(other), "--reason", "a test")).stdout).toBe(
		"ranks serves nothing.\n",
	);
	expect((await run("list")).stdout).toBe(
		"college  ACTIVE  A college\n  ranks  serves nothing\n    version 1 rolled back by partner college: a test\n",
	);
});

/** Somebody between partner and hub who changes what the publish log says. */
async function forger(
	change: (entries: LogEntry[]) => LogEntry[],
): Promise<Server & { url: string }> {
	const forging = createServer(async (request, response) => {
		let text = "";
		for await (const chunk of request) text += chunk;
		const answer = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			body: text,
			headers: { "content-type": "application/json" },
		});
		const body = (await answer.json()) as { data: { publishLog: { nodes: LogEntry[] } } };
		body.data.publishLog.nodes = change(body.data.publishLog.nodes);
		response.end(JSON.stringify(body));
	});
	await new Promise<void>((done) => forging.listen(0, "127.0.0.1", done));
	const { port } = forging.address() as AddressInfo;
	return Object.assign(forging, { url: `http://127.0.0.1:${port}` });
}

it("verifies the publish log from outside, and finds what was changed, left out, or cut off since last time", async () => {
	const whole = await run("log", "--verify", "--head", head);
	expect(whole).toMatchObject({
		code: 0,
		stdout: expect.stringMatching(/^7 entries in one unbroken chain, 4 of them signed by partners/),
	});
	expect(existsSync(head)).toBe(true);
	const cases: Array<[(entries: LogEntry[]) => LogEntry[], RegExp]> = [
		// Whoever has the database can chain it anew, but not sign for a partner.
		[
			(entries) =>
				entries.reduce<LogEntry[]>((chain, one) => {
					const detail = one.seq === 2 ? '{"digest":"x"}' : one.detail;
					chain.push(nextEntry(chain.at(-1), { ...one, detail }));
					return chain;
				}, []),
			/the proof of entry 2 is about something else/,
		],
		[(entries) => entries.slice(0, -1), /it ends at entry 6; the --head file has entry 7/],
	];
	for (const [change, reason] of cases) {
		const between = await forger(change);
		expect(await run("log", "--verify", "--head", head, "--hub", between.url)).toMatchObject({
			code: 1,
			stderr: expect.stringMatching(reason),
		});
		between.closeAllConnections();
		between.close();
	}
});
