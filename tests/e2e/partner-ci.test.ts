import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { generateInto, PUBLIC_RECORDS } from "../../seeds/generate.ts";
import { hubCommand, type Ran, type Served, served } from "../support/command.ts";
import { type InstalledCli, installPartnerCli, ran } from "../support/partner-cli.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import { HUB_PROGRAM, ROOT } from "../support/paths.ts";
import { SCHEMA } from "../support/registry-fixture.ts";

const LONG = 300_000;

type Action = {
	inputs: Record<string, { required?: boolean; default?: string }>;
	runs: { steps: Array<{ run: string; shell: string; env: Record<string, string> }> };
};
type Workflow = {
	on: object;
	jobs: Record<string, { steps: Array<{ uses: string; with: Record<string, string> }> }>;
};
type Pipeline = Record<string, { extends: string; script: string[]; before_script: string[] }>;

const read = <T>(file: string): T =>
	parse(readFileSync(join(ROOT, "docs/partners/ci", file), "utf8"));
const action = read<Action>("action.yml");

let cli: InstalledCli;
let hub: Served;
let server: PartnerServer;
const schema = () => join(cli.dir, "schema.graphql");
const key = () => join(cli.dir, "key.json");
beforeAll(async () => {
	cli = await installPartnerCli();
	const dataDir = join(cli.dir, "../data");
	await generateInto({
		smes: 5,
		engagements: 5,
		seed: 7,
		...PUBLIC_RECORDS,
		into: dataDir,
		say: () => undefined,
	});
	hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
		env: { PORT: "0", HUB_DATA_DIR: dataDir },
	});
	server = await startPartner(SCHEMA, {});
	writeFileSync(schema(), SCHEMA);
	const admin = ["token", "--role", "HUB_ADMIN", "--subject", "admin-1"];
	const token = (await hubCommand(admin, { HUB_DATA_DIR: dataDir })).stdout.trim();
	await cli.run("keygen", "--out", "key.json");
	const { code, stderr } = await cli.run(
		...["register", "--id", "college", "--name", "A college", "--contact", "a@b.example"],
		...["--key", "key.public.json", "--token", token, "--hub", hub.url],
	);
	if (code !== 0) throw new Error(stderr);
}, LONG);
afterAll(async () => {
	await server?.close();
	await hub?.end();
});

/** `${{ inputs.x }}` and the like in a text, by their names. */
function filled(text: string, values: Record<string, string>): string {
	return text.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => {
		if (values[name] === undefined) throw new Error(`${name} has no value`);
		return values[name];
	});
}

/** Runs the steps of the action as a runner does, with what a job of the workflow gives it. */
async function runJob(name: string): Promise<Ran[]> {
	const { jobs } = read<Workflow>("github-workflow.yml");
	const given = jobs[name]?.steps.find(({ uses }) => uses.endsWith("/throughline"))?.with ?? {};
	const variables = {
		"vars.THROUGHLINE_CLI": cli.tarball,
		"vars.THROUGHLINE_HUB": hub.url,
		"vars.THROUGHLINE_PARTNER": "college",
		"vars.SUBGRAPH_URL": server.url,
		"secrets.THROUGHLINE_KEY": readFileSync(key(), "utf8"),
	};
	const inputs: Record<string, string> = {};
	for (const [input, { default: otherwise }] of Object.entries(action.inputs))
		if (otherwise !== undefined) inputs[`inputs.${input}`] = otherwise;
	for (const [input, text] of Object.entries(given)) {
		expect(Object.keys(action.inputs)).toContain(input);
		inputs[`inputs.${input}`] = filled(text, variables);
	}
	const results: Ran[] = [];
	for (const { run, shell, env } of action.runs.steps) {
		expect(run).not.toContain("${{");
		const own = Object.entries(env).map(([variable, text]) => [variable, filled(text, inputs)]);
		results.push(
			await ran(shell, ["-e", "-c", run], {
				cwd: cli.dir,
				env: { ...cli.env, ...Object.fromEntries(own) },
			}),
		);
	}
	return results;
}

it(
	"GitHub: a pull request is checked, a push to main is published and activated",
	async () => {
		expect(Object.keys(read<Workflow>("github-workflow.yml").on)).toEqual(["pull_request", "push"]);
		const [installed, checked] = await runJob("check");
		expect([installed?.code, checked]).toEqual([
			0,
			{ code: 0, stderr: "", stdout: expect.stringContaining("It can be published.") },
		]);
		expect((await cli.run("list", "--hub", hub.url)).stdout).not.toContain("active: 1");
		const published = (await runJob("publish")).at(-1);
		expect(published).toMatchObject({
			code: 0,
			stdout: expect.stringContaining("college serves version 1 to everybody"),
		});
	},
	LONG,
);

it(
	"GitHub: what the hub refuses stops the job, and nothing is activated",
	async () => {
		writeFileSync(schema(), SCHEMA.replace("collegeName", "everything"));
		for (const job of ["check", "publish"])
			expect((await runJob(job)).at(-1)).toMatchObject({
				code: 1,
				stdout: expect.stringContaining("ERROR OWNERSHIP_ROOT_FIELD"),
				stderr: expect.stringContaining("Rejected: 1 error."),
			});
		writeFileSync(schema(), SCHEMA);
	},
	LONG,
);

it(
	"GitLab: the scripts check, publish and activate",
	async () => {
		const pipeline = read<Pipeline>("gitlab-ci.yml");
		writeFileSync(schema(), SCHEMA.replace("collegeName", "collegeMotto: String collegeName"));
		const env = {
			...cli.env,
			THROUGHLINE_CLI: cli.tarball,
			THROUGHLINE_HUB: hub.url,
			THROUGHLINE_PARTNER: "college",
			THROUGHLINE_KEY: key(),
			SUBGRAPH_URL: server.url,
		};
		const said: string[] = [];
		for (const name of ["check-subgraph", "publish-subgraph"]) {
			const job = pipeline[name];
			const before = pipeline[job?.extends ?? ""]?.before_script ?? [];
			const script = [...before, ...(job?.script ?? [])].join("\n");
			const { code, stdout, stderr } = await ran("bash", ["-e", "-c", script], {
				cwd: cli.dir,
				env,
			});
			expect([name, code, stderr]).toEqual([name, 0, ""]);
			said.push(stdout);
		}
		expect(said[0]).toContain("It can be published.");
		expect(said[1]).toMatch(/is stored as version 2[\s\S]*college serves version 2 to/);
	},
	LONG,
);
