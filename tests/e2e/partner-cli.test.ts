import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { generateInto } from "../../seeds/generate.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { ask } from "../support/hub.ts";
import { type InstalledCli, installPartnerCli, ran } from "../support/partner-cli.ts";
import { ROOT } from "../support/paths.ts";

const LONG = 300_000;
const ID = "fox-valley";
const ME = ["--partner", ID, "--key", "key.json"];
const MINE = [...ME, "--name", ID];

let cli: InstalledCli;
let hub: Served;
let subgraph: Served;
let token = "";
beforeAll(async () => {
	cli = await installPartnerCli();
	const dataDir = join(cli.dir, "../data");
	await generateInto({ smes: 10, engagements: 20, seed: 7, into: dataDir, say: () => undefined });
	hub = await served(process.execPath, ["--import", "tsx", "gateway/main.ts", "start"], {
		env: { PORT: "0", HUB_DATA_DIR: dataDir },
	});
	const made = await hubCommand(["token", "--role", "HUB_ADMIN", "--subject", "admin-1"], {
		HUB_DATA_DIR: dataDir,
	});
	token = made.stdout.trim();
}, LONG);
afterAll(async () => {
	await subgraph?.end();
	await hub?.end();
});

/** Runs a command, which is to succeed; what it printed. */
async function done(...args: string[]): Promise<string> {
	const { code, stdout, stderr } = await cli.run(...args);
	expect([args.join(" "), code, stderr]).toEqual([args.join(" "), 0, ""]);
	return stdout;
}
const atHub = (...args: string[]) => done(...args, "--hub", hub.url);
const target = () => ["--schema", `${ID}/schema.graphql`, "--url", `${subgraph.url}/graphql`];

it("is one package with no dependencies, and has the licences of what it carries", async () => {
	const folder = join(cli.dir, "../global/lib/node_modules/throughline-partner");
	const packed = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	expect(packed).toMatchObject({ license: "MIT", engines: manifest.engines });
	for (const kind of ["dependencies", "optionalDependencies", "peerDependencies", "scripts"])
		expect(packed[kind]).toBeUndefined();
	expect(readdirSync(folder).sort()).toEqual([
		"LICENSE",
		"README.md",
		"THIRD-PARTY-LICENSES.txt",
		"dist",
		"package.json",
	]);
	const licences = readFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), "utf8");
	const heads = licences.match(/^\S+ \d+\.\d+\.\d+ \(.*\)$/gm) ?? [];
	expect(heads.length).toBeGreaterThan(20);
	for (const head of heads) expect(head).toMatch(/ \((MIT|Apache-2\.0|0BSD|BSD-3-Clause|ISC)\)$/);
	expect(await done("--version")).toBe(`${manifest.version}\n`);
});

it(
	"writes a subgraph whose own test passes, and which runs",
	async () => {
		await done("init", ID, "--name", "Fox Valley");
		const folder = join(cli.dir, ID);
		symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
		const tested = await ran("npm", ["test"], { cwd: folder, env: cli.env });
		expect([tested.code, tested.stdout]).toEqual([0, expect.stringContaining("# pass 3")]);
		subgraph = await served(process.execPath, ["server.js"], {
			cwd: folder,
			env: {
				PORT: "0",
				HUB_KEYS_URL: `${hub.url}/.well-known/http-message-signatures-directory`,
			},
		});
		const health = await fetch(`${subgraph.url}/health`);
		expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
		expect((await fetch(`${subgraph.url}/graphql?query={__typename}`)).status).toBe(401);
	},
	LONG,
);

it(
	"takes the subgraph to the hub's graph",
	async () => {
		await done("keygen", "--out", "key.json");
		await atHub(
			...["register", "--id", ID, "--name", "Fox Valley", "--contact", "data@example.org"],
			...["--key", "key.public.json", "--token", token],
		);
		expect(await atHub("check", ...MINE, ...target())).toContain("It may be published.");
		expect(await atHub("publish", ...MINE, ...target())).toContain("is kept as version 1");
		expect(await atHub("activate", ...MINE)).toContain("serves version 1 to everybody");
		const query = '{ foxValley { name } sme(id: "sme_syn000000000") { id foxValleyApprentices } }';
		expect((await ask(hub, query)).body).toMatchObject({
			data: {
				foxValley: { name: "Fox Valley (made up)" },
				sme: { id: "sme_syn000000000", foxValleyApprentices: 3 },
			},
		});
		expect(await atHub("list")).toContain(`${ID}  ACTIVE  Fox Valley`);
		expect(JSON.parse(await atHub("usage", ...ME))).toMatchObject({ partnerId: ID });
		expect(JSON.parse(await atHub("disclosures", ...ME))).toEqual(expect.any(Array));
	},
	LONG,
);

it(
	"takes it out again in all the ways there are, and verifies the log of it",
	async () => {
		const reason = ["--reason", "a test"];
		expect(await atHub("suspend", ...MINE, ...reason)).toContain("is suspended");
		expect(await atHub("resume", ...MINE, ...reason)).toContain(`${ID} serves`);
		expect(await atHub("rollback", ...MINE, ...reason)).toBe(`${ID} serves nothing.\n`);
		const about = ["--kind", "REQUIRES_FIELD", "--type", "Sme", "--field", "state"];
		const purpose = ["--purpose", "a map of who took part", "--consumer", "everybody"];
		const granting = ["--partner", ID, ...about, ...purpose, "--token", token];
		const grant = (await atHub("grant", ...granting)).trim();
		await atHub("revoke", "--id", grant, "--token", token, ...reason);
		await atHub("suspend", "--id", ID, "--token", token, ...reason);
		await atHub("reinstate", "--id", ID, "--token", token, ...reason);
		await done("keygen", "--out", "next.json");
		await atHub("rotate-key", ...ME, "--new-key", "next.public.json", "--overlap", "0");
		const refused = await cli.run("rollback", ...MINE, "--hub", hub.url);
		expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("no current key")]);
		await atHub("restore", "--supergraph", "1", "--token", token, ...reason);
		expect(await atHub("log", "--verify", "--head", "head.json")).toMatch(/in one unbroken chain/);
	},
	LONG,
);

it("writes nothing over what is there, and nothing under a name that the hub refuses", async () => {
	writeFileSync(join(cli.dir, ID, "data.js"), "mine");
	const cases = [
		[["init", ID], /is not empty; name a new folder/],
		[["init", "Fox Valley"], /lower-case letters/],
		[["init", "fox", "--language", "cobol"], /Allowed choices are javascript, python, go/],
		[["init", "fox", "--name", 'F"; DROP'], /no quotes/],
	] as const;
	for (const [args, reason] of cases) {
		const { code, stderr } = await cli.run(...args);
		expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
	}
	expect(readFileSync(join(cli.dir, ID, "data.js"), "utf8")).toBe("mine");
	expect(readdirSync(cli.dir)).not.toContain("fox");
});
