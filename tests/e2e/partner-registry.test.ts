import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { embeddedSources, openEmbedded } from "../../gateway/embedded.ts";
import { openPartners } from "../../gateway/embedded-registry.ts";
import { startGateway } from "../../gateway/server.ts";
import { generateInto, PUBLIC_RECORDS } from "../../seeds/generate.ts";
import { createLog } from "../../shared/log.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { type Answer, ask } from "../support/hub.ts";
import { PATIENT } from "../support/limits.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import { ADMIN, activate, publish, registerPartner, SCHEMA } from "../support/registry-fixture.ts";
import { type Asker, askerOf } from "../support/subgraph.ts";

/** The hub's own data and the real registry, as `npm start` has them. */
type Hub = { url: string; registry: Asker; close(): Promise<void> };

const dataDir = join(mkdtempSync(join(tmpdir(), "partner-")), "data");
const SERVED = { name: "colleges", url: "", schema: SCHEMA };
const RESOLVERS = { Sme: { collegeRank: () => 7 }, Query: { collegeName: () => "Tech" } };
const QUERY = '{ collegeName sme(id: "sme_syn000000000") { id name collegeRank } }';
const OURS = '{ sme(id: "sme_syn000000000") { id name } }';

async function start(): Promise<Hub> {
	const log = createLog("silent");
	const subgraphs = await openEmbedded({ dataDir, log });
	const own = embeddedSources(subgraphs);
	const partners = await openPartners({ dataDir, log, production: false }, own);
	const gateway = await startGateway({
		limits: PATIENT,
		sources: [...own, partners.source],
		partners: { ...partners.options, pollMs: 50 },
		readViewer: async (token) => (token === "admin" ? ADMIN : PUBLIC),
		port: 0,
		log,
	});
	await gateway.ready;
	return {
		url: gateway.url,
		registry: askerOf(partners.options.registry.subgraph, []),
		async close() {
			await gateway.close();
			await partners.close();
			for (const subgraph of subgraphs) await subgraph.close();
		},
	};
}

let server: PartnerServer;
let one: Hub;
let other: Hub;
let ours: Answer["body"]["data"];
beforeAll(async () => {
	await generateInto({
		smes: 10,
		engagements: 20,
		seed: 7,
		...PUBLIC_RECORDS,
		into: dataDir,
		say: () => undefined,
	});
	server = await startPartner(SCHEMA, RESOLVERS);
	SERVED.url = server.url;
	one = await start();
	other = await start();
	ours = (await ask(one, OURS)).body.data;
	const partner = await registerPartner(one.registry, "college");
	await publish(one.registry, partner, SERVED);
	await activate(one.registry, partner, { name: SERVED.name });
});
afterAll(async () => {
	for (const hub of [one, other]) await hub.close();
	await server.close();
});

const answers = (hub: Hub, text: string) =>
	expect
		.poll(async () => JSON.stringify((await ask(hub, QUERY)).body), { timeout: 15_000 })
		.toContain(text);
const asAdmin = async (mutation: string) =>
	(
		await ask(
			one,
			`mutation { ${mutation}(name: "colleges", reason: "a test") { name } }`,
			{},
			{ authorization: "admin" },
		)
	).body;
const withoutTheirs = () => ({
	collegeName: null,
	sme: { ...(ours?.sme as object | undefined), collegeRank: null },
});

it("what was published by one gateway is served by every gateway on the database", async () => {
	for (const hub of [one, other]) await answers(hub, '"collegeRank":7');
	expect((await ask(one, QUERY)).body).toEqual({
		data: { collegeName: "Tech", sme: { ...(ours?.sme as object | undefined), collegeRank: 7 } },
	});
});

it("what it was told is in the registry, for those whose records they are", async () => {
	const { status } = await ask(one, QUERY, {}, { "x-request-id": "told-1" });
	expect(status).toBe(200);
	const { disclosures } = await one.registry.data(
		'{ disclosures(recordId: "sme_syn000000000") { nodes { requestId partnerId type fields representations } } }',
		{},
		ADMIN,
	);
	expect(disclosures.nodes).toContainEqual({
		requestId: "told-1",
		partnerId: "college",
		type: "Sme",
		fields: ["id"],
		representations: 1,
	});
});

it("after a restart while it is down the graph is the same, and it is back when it is up", async () => {
	const newest = "{ supergraphVersions { version hash } }";
	const before = await one.registry.data(newest, {}, ADMIN);
	await one.close();
	await server.close();
	one = await start();
	expect((await ask(one, QUERY)).body.data).toEqual(withoutTheirs());
	expect(await one.registry.data(newest, {}, ADMIN)).toEqual(before);
	server = await startPartner(SCHEMA, RESOLVERS, server.port);
	await answers(one, '"collegeRank":7');
});

it("suspended, it is not asked by this gateway from the answer on, and soon by none", async () => {
	await answers(other, '"collegeRank":7');
	expect((await asAdmin("suspendSubgraph")).errors).toBeUndefined();
	server.asked.length = 0;
	for (let call = 0; call < 5; call++) expect((await ask(one, QUERY)).body.errors).toBeDefined();
	expect(server.asked).toHaveLength(0);
	await answers(other, "Cannot query field");
	expect((await ask(other, OURS)).body).toEqual({ data: ours });
	expect((await asAdmin("resumeSubgraph")).errors).toBeUndefined();
	for (const hub of [one, other]) await answers(hub, '"collegeRank":7');
});

it("what consumers asked of it is counted when a gateway stops", async () => {
	await one.close();
	one = await start();
	const day = new Date().toISOString().slice(0, 10);
	const { partnerUsage } = await one.registry.data(
		`{ partnerUsage(partnerId: "college", from: "${day}", to: "${day}") { requests consumers { consumer requests } } }`,
		{},
		ADMIN,
	);
	expect(partnerUsage.requests).toBeGreaterThan(5);
	expect(partnerUsage.consumers).toEqual([{ consumer: "public", requests: partnerUsage.requests }]);
});
