import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { generateInto, PUBLIC_RECORDS } from "../../seeds/generate.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { ask } from "../support/hub.ts";
import { type InstalledCli, installPartnerCli, ran } from "../support/partner-cli.ts";
import { HUB_PROGRAM, ROOT } from "../support/paths.ts";
import { type Receiver, startReceiver } from "../support/webhook-receiver.ts";

const LONG = 300_000;
const SOON = { timeout: 30_000, interval: 500 };
const ID = "fox-valley";
const ME = ["--partner", ID, "--key", "key.json"];
const MINE = [...ME, "--name", ID];

let cli: InstalledCli;
let hub: Served;
let subgraph: Served;
let receiver: Receiver;
let token = "";
beforeAll(async () => {
	receiver = await startReceiver();
	cli = await installPartnerCli();
	const dataDir = join(cli.dir, "../data");
	await generateInto({
		smes: 10,
		engagements: 20,
		seed: 7,
		...PUBLIC_RECORDS,
		into: dataDir,
		say: () => undefined,
	});
	hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
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
	await receiver?.close();
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
		expect(await atHub("check", ...MINE, ...target())).toContain("It can be published.");
		expect(await atHub("publish", ...MINE, ...target())).toContain("is stored as version 1");
		expect(await atHub("activate", ...MINE)).toContain("serves version 1 to everybody");
		const query = '{ foxValley { name } sme(id: "sme_syn000000000") { id foxValleyApprentices } }';
		expect((await ask(hub, query)).body).toMatchObject({
			data: {
				foxValley: { name: "Fox Valley (made up)" },
				sme: { id: "sme_syn000000000", foxValleyApprentices: 3 },
			},
		});
		expect(await atHub("list")).toContain(`${ID}  ACTIVE  Fox Valley`);
	},
	LONG,
);

it(
	"tells who asked what, how the subgraph does, what was disclosed and how the schema changed",
	async () => {
		const asked = { requests: 1, errors: 0 };
		// The hub records requests every five seconds.
		const usage = async () => JSON.parse(await atHub("usage", ...ME, "--json"));
		await expect.poll(usage, SOON).toMatchObject({ partnerId: ID, ...asked });
		const own = (await usage()).ownFields.map(({ field }: { field: string }) => field);
		expect(own).toContain("Sme.foxValleyApprentices");
		const consumer = "\\S+ +1 +0$";
		expect(await atHub("usage", ...ME)).toMatch(
			new RegExp(`^Sme\\.foxValleyApprentices +${consumer}`, "m"),
		);
		const standing = async () => JSON.parse(await atHub("standing", ...ME, "--json"));
		await expect.poll(standing, SOON).toMatchObject([
			{
				subgraph: ID,
				faults: 0,
				errorShare: 0,
				days: [{ version: 1, p50Ms: expect.any(Number), p95Ms: expect.any(Number) }],
				budget: { faultsLeft: 0, requestsPerMinute: 1200 },
			},
		]);
		const printed = await atHub("standing", ...ME);
		expect(printed).toMatch(/^DAY +VERSION +CALLS +FAULTS +ERRORS +P50 MS +P95 MS +MAX\/MIN$/m);
		expect(printed).toMatch(/^\d{4}-\d\d-\d\d +1 +[1-9]\d* +0 +0\.00 % +\d+ +\d+ +[1-9]\d*$/m);
		expect(printed).toMatch(/^error budget: 0 of 0 faults left in 28 days/m);
		const past = ["--from", "2020-01-01", "--to", "2020-01-02"];
		expect(await atHub("standing", ...ME, ...past)).toContain("no calls from 2020-01-01 to");
		const disclosed = async () => JSON.parse(await atHub("disclosures", ...ME, "--json"));
		await expect.poll(disclosed, SOON).toMatchObject([{ type: "Sme", fields: ["id"] }]);
		expect(await atHub("disclosures", ...ME)).toMatch(/ Sme +id +1 /);

		const added = /NON_BREAKING {2}Sme\.foxValleyApprentices {2}/;
		expect(await atHub("changelog")).toMatch(added);
		const entries = JSON.parse(await atHub("changelog", "--json"));
		const { version: to, previous: from } = entries[0];
		const between = ["--from", String(from), "--to", String(to)];
		const [diff] = JSON.parse(await atHub("changelog", ...between, "--json"));
		expect(diff).toMatchObject({ version: to, previous: from, changes: entries[0].changes });
	},
	LONG,
);

it(
	"sets up webhooks, lists what was not delivered, sends it again, and prints events",
	async () => {
		receiver.answer(410);
		const url = ["--url", receiver.url];
		expect(await atHub("webhook", "set", ...ME, ...url)).toMatch(
			/^(hook_\S+) receives .*\nsecret: whsec_\S+\nThe secret is shown only once/,
		);
		expect(await atHub("webhook", "list", ...ME)).toContain(receiver.url);
		expect(await atHub("webhook", "dead", ...ME)).toBe(`${ID} has no dead deliveries.\n`);
		await atHub("suspend", ...MINE, "--reason", "our database is being moved");
		const dead = async () => JSON.parse(await atHub("webhook", "dead", ...ME, "--json"));
		await expect
			.poll(dead, SOON)
			.toMatchObject([
				{ event: { kind: "SUSPENDED" }, lastError: "HTTP 410: the endpoint is gone" },
			]);
		expect(await atHub("webhook", "dead", ...ME)).toMatch(/ SUSPENDED .* HTTP 410/);

		receiver.answer(204);
		const set = JSON.parse(await atHub("webhook", "set", ...ME, ...url, "--json"));
		const [{ id }] = await dead();
		const sent = receiver.received.length;
		expect(await atHub("webhook", "replay", id, ...ME)).toBe(
			`${id} is pending and will be sent again.\n`,
		);
		await expect.poll(() => receiver.received.length, SOON).toBe(sent + 1);
		const { body, headers } = receiver.received[sent] ?? { body: "", headers: {} };
		expect(new Webhook(set.secret).verify(body, headers as Record<string, string>)).toMatchObject({
			type: "subgraph.suspended",
		});

		expect(await atHub("events", ...ME)).toMatch(new RegExp(` SUSPENDED +${ID} `));
		const [latest] = JSON.parse(await atHub("events", ...ME, "--first", "1", "--json"));
		expect(latest).toMatchObject({ kind: "SUSPENDED", subgraph: ID });
		const mail = await atHub("events", ...ME, "--mail", "--first", "1");
		expect(mail).toContain(`Subject: ${latest.mail.subject}\n\n`);
		expect(mail).toContain("our database is being moved");
		await atHub("resume", ...MINE, "--reason", "moved");

		expect(await atHub("webhook", "remove", set.endpoint.id, ...ME)).toContain("is removed");
		expect(await atHub("webhook", "list", ...ME)).toBe(`${ID} has no webhook endpoints.\n`);
	},
	LONG,
);

it(
	"lists what partners own, transfers it and gives it up",
	async () => {
		const loom = "Sme.foxValleyApprentices";
		await done("keygen", "--out", "river.json");
		await atHub(
			...["register", "--id", "river", "--name", "River", "--contact", "data@example.org"],
			...["--key", "river.public.json", "--token", token],
		);
		const list = ["ownership", "list", "--type", "Sme"];
		expect(await atHub(...list)).toMatch(new RegExp(`^${loom} +${ID} +${ID} +1 `, "m"));
		await atHub("ownership", "transfer", loom, ...ME, "--to", "river", "--reason", "a test");
		expect(JSON.parse(await atHub(...list, "--json"))).toMatchObject([
			{ coordinate: loom, partnerId: "river" },
		]);
		const refused = await cli.run("ownership", "give-up", loom, ...ME, "--hub", hub.url);
		expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("river") });
		const river = ["--partner", "river", "--key", "river.json"];
		expect(await atHub("ownership", "give-up", loom, ...river)).toContain(`Given up: ${loom}.`);
		expect(await atHub(...list, "--partner", "river")).toBe("no ownership is recorded\n");
	},
	LONG,
);

it("refuses commands that lack what they need with exit code 2", async () => {
	const cases = [
		[["standing", "--partner", ID], /--partner and --key|key/],
		[["webhook"], /Usage: throughline-partner webhook/],
		[["webhook", "set", ...ME], /required option '--url <url>' not specified/],
		[["webhook", "replay"], /missing required argument 'id'/],
		[["changelog", "--from", "1"], /--from and --to/],
		[["ownership", "transfer", "Loom", ...ME], /required option '--to <id>' not specified/],
	] as const;
	for (const [args, reason] of cases) {
		const { code, stderr } = await cli.run(...args);
		expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
	}
});

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
