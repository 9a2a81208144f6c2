import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compose } from "../../gateway/composition/compose.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { ask } from "../support/hub.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { LINK, OWN } from "../support/registry-fixture.ts";

const LONG = 300_000;
const SDL = `${LINK}type Sme @key(fields: "id") {
	id: ID!
	state: String @external
	collegeSeats: Int!
	collegeWhere: String @requires(fields: "state")
}
type Query { collegeName: String }`;
const RESOLVERS = {
	Query: { collegeName: () => "A college" },
	Sme: {
		__resolveReference: (given: { id: string }) => (given.id === "sme_none" ? null : given),
		collegeSeats: ({ id }: { id: string }) => id.length,
		collegeWhere: ({ state }: { state: string }) => `near ${state}`,
	},
};

const dir = mkdtempSync(join(tmpdir(), "sandbox-"));
const schema = join(dir, "schema.graphql");
const me = ["--partner", "college", "--schema", schema, "--grant", "Sme.state"];
let partner: PartnerServer;
let sandbox: Served;
beforeAll(async () => {
	writeFileSync(schema, SDL);
	partner = await startPartner(SDL, RESOLVERS);
	sandbox = await served(
		process.execPath,
		[
			...[...HUB_PROGRAM, "partner", "dev", ...me, "--url", partner.url],
			...["--port", "0", "--sample", "Sme:sme_1", "--sample", "Sme:sme_22"],
		],
		{},
	);
}, LONG);
afterAll(async () => {
	await sandbox?.end();
	await partner?.close();
});

const answer = async (query: string) => (await ask(sandbox, query)).body;

it("answers the partner's fields by its server, and the hub's by values that say they are synthetic", async () => {
	const query = `{ collegeName smes(first: 3) { nodes { id synthetic name aliased: name collegeSeats collegeWhere } } sme(id: "sme_mine") { id collegeSeats } }`;
	const body = await answer(query);
	expect(body.errors).toBeUndefined();
	const sme = (id: string) => ({
		id,
		synthetic: true,
		name: `synthetic name of Sme ${id}`,
		aliased: `synthetic name of Sme ${id}`,
		collegeSeats: id.length,
		collegeWhere: `near synthetic state of Sme ${id}`,
	});
	expect(body).toMatchObject({
		data: {
			collegeName: "A college",
			smes: { nodes: [sme("sme_1"), sme("sme_22"), sme("sme_synthetic_3")] },
			sme: { id: "sme_mine", collegeSeats: 8 },
		},
		extensions: { synthetic: expect.stringContaining("Data of the hub is synthetic") },
	});
	expect(await answer(query)).toEqual(body);
});

it("sends the partner what the hub would: keys, what was granted, a signature by a key that it publishes", async () => {
	partner.asked.length = 0;
	await answer('{ sme(id: "sme_1") { id name collegeWhere } }');
	const [request] = partner.asked;
	const { body, headers = {} as IncomingHttpHeaders } = request ?? {};
	expect(body?.variables).toEqual({
		representations: [{ __typename: "Sme", id: "sme_1", state: "synthetic state of Sme sme_1" }],
	});
	expect(headers["signature-input"]).toContain('tag="throughline-partner"');
	const keys = await fetch(`${sandbox.url}/.well-known/http-message-signatures-directory`);
	const [key] = ((await keys.json()) as { keys: Array<{ kid: string }> }).keys;
	expect(headers["signature-input"]).toContain(`keyid="${key?.kid}"`);
});

it("leaves the rest as it is where the partner's server fails, and says what it said", async () => {
	partner.behave((_, response) => response.writeHead(500).end("no"));
	const body = await answer('{ sme(id: "sme_1") { id name collegeSeats } }');
	partner.behave(undefined);
	expect(body.data).toEqual({
		sme: { id: "sme_1", name: "synthetic name of Sme sme_1", collegeSeats: null },
	});
	expect(body.errors).toEqual([
		expect.objectContaining({
			message: expect.stringContaining("Your server"),
			extensions: { code: "UNAVAILABLE", subgraph: "college" },
		}),
	]);
});

it(
	"composes again when the schema changes, and keeps serving what composed last",
	async () => {
		const fields = async (): Promise<string[]> => {
			const { data } = await answer('{ __type(name: "Query") { fields { name } } }');
			const { __type } = data as unknown as { __type: { fields: Array<{ name: string }> } };
			return __type.fields
				.map(({ name }) => name)
				.filter((name) => /^college|every/.test(name))
				.sort();
		};
		const changed = (to: string) => writeFileSync(schema, SDL.replace("collegeName: String", to));
		const poll = { timeout: 40_000 };
		expect(await fields()).toEqual(["collegeName"]);
		changed("collegeName: String collegeMotto: String");
		await expect.poll(fields, poll).toEqual(["collegeMotto", "collegeName"]);
		changed("everything: String");
		await expect
			.poll(sandbox.said, poll)
			.toContain("The last schema without errors is still served.");
		expect(await fields()).toEqual(["collegeMotto", "collegeName"]);
		changed("collegeName: String");
		await expect.poll(fields, poll).toEqual(["collegeName"]);
	},
	LONG,
);

const once = (...args: string[]) => {
	const all = [...me, "--url", partner.url, "--port", "0", "--once"];
	return hubCommand(["partner", "dev", ...all, ...args], {});
};

it(
	"finds faults as the hub's check does, and ends with 1 for them",
	async () => {
		const wrong = join(dir, "wrong.graphql");
		writeFileSync(
			wrong,
			`${LINK}type Sme @key(fields: "id") { id: ID! name: Int }\ntype Query { everything: Int }`,
		);
		const { code, stdout, stderr } = await once("--schema", wrong);
		expect([code, stderr]).toEqual([1, "The check found errors; see above.\n"]);
		expect(stdout).toMatch(/ERROR OWNERSHIP_ROOT_FIELD Query\.everything \(line 3\)/);
		expect(stdout).toMatch(/ERROR OWNERSHIP_\w+ Sme\.name \(line 2\)/);
		partner.behave((_, response) => response.end("{}"));
		const dead = await once();
		partner.behave(undefined);
		expect([dead.code, dead.stdout]).toEqual([1, expect.stringContaining("PROBE_UNREACHABLE")]);
		expect(await once()).toMatchObject({ code: 0, stderr: "" });
	},
	LONG,
);

it(
	"takes the graph of a running hub, other partners' part included, or of a file",
	async () => {
		const other = `${LINK}type Query { universityName: String } type Sme @key(fields: "id") { id: ID! universityRank: Int }`;
		const supergraph = compose([...OWN, { name: "university", url: "", sdl: other }]);
		const asked: string[] = [];
		const hub: Server = createServer((request, response) => {
			asked.push(request.url ?? "");
			response.end(supergraph);
		});
		await new Promise<void>((done) => hub.listen(0, "127.0.0.1", done));
		const { port } = hub.address() as AddressInfo;
		const taken = join(dir, "taken.graphql");
		writeFileSync(taken, SDL.replace("collegeSeats: Int!", "universityRank: Int"));
		const file = join(dir, "supergraph.graphql");
		writeFileSync(file, supergraph);
		const at = `http://127.0.0.1:${port}`;
		for (const from of [
			["--hub", at],
			["--supergraph", file],
		]) {
			const { code, stdout } = await once("--schema", taken, ...from);
			expect([code, stdout]).toEqual([1, expect.stringMatching(/ERROR \w+ Sme\.universityRank/)]);
		}
		expect(asked).toEqual(["/supergraph.graphql"]);
		hub.closeAllConnections();
		await new Promise((done) => hub.close(done));
		expect(await once("--hub", at)).toMatchObject({
			code: 3,
			stderr: expect.stringContaining(`${at}/supergraph.graphql cannot be read`),
		});
		expect(await once("--supergraph", schema)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining("--supergraph: It is not a supergraph"),
		});
	},
	LONG,
);
