import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generateInto, PUBLIC_RECORDS } from "../../seeds/generate.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { ask } from "../support/hub.ts";
import { HUB_PROGRAM, ROOT } from "../support/paths.ts";

const EXAMPLE = join(ROOT, "subgraphs/examples/credentials");
const NAME = "credentials";
const QUERY = `{
	sme(id: "sme_syn000000000") { name engagements(first: 1) { totalCount } credentialAwards { people credential { name } } }
	courses { nodes { name relatedCredentials { subject } } }
	credentialsRegistry { about }
}`;
const OURS =
	'{ sme(id: "sme_syn000000000") { name engagements(first: 1) { totalCount } } courses { nodes { name } } }';

type Answered = {
	sme: object;
	courses: { nodes: Array<{ name: string; relatedCredentials: object[] | null }> };
	credentialsRegistry: { about: string };
};

const dir = mkdtempSync(join(tmpdir(), "partner-"));
const dataDir = join(dir, "data");
const key = join(dir, "key.json");
let hub: Served;
let example: Served;
beforeAll(async () => {
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
	example = await served(process.execPath, ["server.js"], {
		cwd: EXAMPLE,
		env: {
			PORT: "0",
			HUB_KEYS_URL: `${hub.url}/.well-known/http-message-signatures-directory`,
		},
	});
});
afterAll(async () => {
	await hub?.end();
	await example?.end();
});

/** Runs `npm run hub -- partner …`, which is to succeed. */
async function partner(...args: string[]): Promise<string> {
	const ran = await hubCommand(["partner", ...args, "--hub", hub.url], { HUB_DATA_DIR: dataDir });
	expect([ran.code, ran.stderr]).toEqual([0, ""]);
	return ran.stdout;
}
const asPartner = ["--partner", "credentials-registry", "--key", key, "--name", NAME];
const itsSchema = () => [
	"--schema",
	join(EXAMPLE, "schema.graphql"),
	"--url",
	`${example.url}/graphql`,
];

it("is checked, published and activated on the command line", async () => {
	const publicKey = join(dir, "key.public.json");
	await partner("keygen", "--out", key);
	const token = await hubCommand(["token", "--role", "HUB_ADMIN", "--subject", "admin-1"], {
		HUB_DATA_DIR: dataDir,
	});
	await partner(
		...["register", "--id", "credentials-registry", "--name", "Example registry (synthetic)"],
		...["--contact", "data@example.org", "--key", publicKey, "--token", token.stdout.trim()],
	);
	const { passed } = JSON.parse(await partner("check", ...asPartner, ...itsSchema(), "--json"));
	expect(passed).toBe(true);
	await partner("publish", ...asPartner, ...itsSchema());
	await partner("activate", ...asPartner);
}, 120_000);

it("answers in one query with ours", async () => {
	const { body } = await ask(hub, QUERY);
	expect(body.errors).toBeUndefined();
	const ours = (await ask(hub, OURS)).body.data as unknown as Pick<Answered, "sme">;
	const { sme, courses, credentialsRegistry } = body.data as unknown as Answered;
	expect(sme).toEqual({
		...ours.sme,
		credentialAwards: [
			{ people: 7, credential: { name: "composites associate degree (synthetic)" } },
			{ people: 12, credential: { name: "metrology badge (synthetic)" } },
			{ people: 12, credential: { name: "robotics associate degree (synthetic)" } },
		],
	});
	const of = (name: string) => courses.nodes.find((course) => course.name === name);
	expect(of("Wide bandgap tutorials")?.relatedCredentials).toHaveLength(6);
	expect(of("FlexFactor")?.relatedCredentials).toBeNull();
	expect(credentialsRegistry.about).toMatch(/synthetic/);
});

it("killed, it costs its own fields and nothing else", async () => {
	const ours = (await ask(hub, OURS)).body.data;
	// Enough good answers before, so that the hub does not take the new version back at once.
	for (let time = 0; time < 4; time++) expect((await ask(hub, QUERY)).body.errors).toBeUndefined();
	await example.end("SIGKILL");
	const { body } = await ask(hub, QUERY);
	expect(body.errors?.length).toBeGreaterThan(0);
	for (const { extensions } of body.errors ?? [])
		expect(extensions).toMatchObject({ code: "UNAVAILABLE", subgraph: NAME });
	expect(body.data).toMatchObject(ours ?? {});
	expect(body.data).toMatchObject({ sme: { credentialAwards: null }, credentialsRegistry: null });
});

it("rolled back, it is gone from the graph, and ours is as before", async () => {
	await partner("rollback", ...asPartner, "--reason", "a test");
	const gone = "{ credentialsRegistry { about } }";
	await expect
		.poll(async () => (await ask(hub, gone)).body.errors?.[0]?.extensions.code, { timeout: 30_000 })
		.toBe("GRAPHQL_VALIDATION_FAILED");
	expect((await ask(hub, OURS)).body.errors).toBeUndefined();
});
