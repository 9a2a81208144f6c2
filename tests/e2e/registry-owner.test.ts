import { afterAll, beforeAll, expect, it } from "vitest";
import { embeddedSources, openEmbedded } from "../../gateway/embedded.ts";
import { openPartners, type Partners } from "../../gateway/embedded-registry.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { seededFolder } from "../support/hub.ts";
import { ELSEWHERE, MANAGER, STAFF } from "../support/viewers.ts";

let subgraphs: Subgraph[];
let partners: Partners;
beforeAll(async () => {
	const options = { dataDir: await seededFolder(), log: createLog("silent") };
	subgraphs = await openEmbedded(options);
	partners = await openPartners({ ...options, production: false }, embeddedSources(subgraphs));
});
afterAll(async () => {
	await partners.close();
	for (const subgraph of subgraphs) await subgraph.close();
});

it("a center reads to whom a confidential client of its own was disclosed, and no other center does", async () => {
	const engagements = subgraphs.find(({ name }) => name === "engagements");
	const registered = await engagements?.execute({
		query:
			'mutation { registerSme(input: { clientMutationId: "1", name: "Confidential Castings", state: "US-GA" }) { sme { id } } }',
		viewer: STAFF,
		requestId: "test",
	});
	const made = registered?.data as { registerSme: { sme: { id: string } } } | undefined;
	const id = made?.registerSme.sme.id ?? "";
	const { registry } = partners.options;
	const at = new Date().toISOString();
	const told = { at, requestId: "r", partnerId: "college", subgraph: "credentials" };
	await registry.recordDisclosures([
		{ ...told, type: "Sme", fields: ["id"], representations: 1, ids: [id], consumer: "x" },
	]);
	const read = async (viewer: Viewer) =>
		registry.subgraph.execute({
			query:
				'query($id: ID!) { disclosures(type: "Sme", recordId: $id, first: 5) { nodes { partnerId fields } } }',
			variables: { id },
			viewer,
			requestId: "test",
		});
	for (const viewer of [STAFF, MANAGER])
		expect((await read(viewer)).data).toEqual({
			disclosures: { nodes: [{ partnerId: "college", fields: ["id"] }] },
		});
	expect((await read(ELSEWHERE)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
	expect((await read({ role: "PUBLIC" })).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
});

it("sees a record of a type that several subgraphs resolve where its owner shows it, and no other", async () => {
	const read = async (type: string, recordId: string) => {
		const { data, errors } = await partners.options.registry.subgraph.execute({
			query:
				"query($type: String, $recordId: ID) { disclosures(type: $type, recordId: $recordId, first: 5) { nodes { id } } }",
			variables: { type, recordId },
			viewer: STAFF,
			requestId: "test",
		});
		return errors?.[0]?.extensions.code ?? data;
	};
	expect(await read("MepCenter", "ga-mep")).toEqual({ disclosures: { nodes: [] } });
	expect(await read("MepCenter", "no-such-center")).toBe("NOT_FOUND");
	expect(await read("NoSuchType", "ga-mep")).toBe("NOT_FOUND");
});
