import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { embeddedSources, openEmbedded } from "../../gateway/embedded.ts";
import { type RunningGateway, startGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { withShippedSchema } from "../../gateway/transport/shipped-schema.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { freePort } from "../bench/processes.ts";
import { ask, seededFolder } from "../support/hub.ts";
import { PATIENT } from "../support/limits.ts";
import { ROOT } from "../support/paths.ts";

let subgraphs: Subgraph[];
let gateway: RunningGateway;
beforeAll(async () => {
	const log = createLog("silent");
	subgraphs = await openEmbedded({ dataDir: await seededFolder(), log });
	const here = embeddedSources(subgraphs).filter(({ name }) => name !== "mep");
	const gone = { mep: `http://127.0.0.1:${await freePort()}/graphql` };
	gateway = await startGateway({
		sources: [
			...here,
			...remoteSources(gone, 5000, "s".repeat(32)).map((source) =>
				withShippedSchema(source, join(ROOT, "subgraphs"), log),
			),
		],
		readViewer: async () => PUBLIC,
		limits: PATIENT,
		port: 0,
		log,
	});
	await gateway.ready;
});
afterAll(async () => {
	await gateway.close();
	for (const subgraph of subgraphs) await subgraph.close();
});

it("a gateway that starts without one of its subgraphs serves the others, is ready, and says which is missing", async () => {
	const { body } = await ask(
		gateway,
		"{ institutes(first: 1) { nodes { name } } engagements(first: 1) { nodes { center { name } } } }",
	);
	expect(body.data).toMatchObject({
		institutes: { nodes: [{ name: expect.any(String) }] },
		engagements: { nodes: [{ center: null }] },
	});
	expect(body.errors).toHaveLength(1);
	expect(body.errors?.[0]).toMatchObject({
		message: expect.stringMatching(/^The mep subgraph does not respond \([A-Z_]+\)$/),
		extensions: { code: "UNAVAILABLE", subgraph: "mep" },
	});
	const ready = await fetch(`${gateway.url}/health/ready`);
	expect([ready.status, await ready.json()]).toEqual([
		200,
		{ status: "degraded", subgraphs: { mep: "it does not respond (ECONNREFUSED)" } },
	]);
});
