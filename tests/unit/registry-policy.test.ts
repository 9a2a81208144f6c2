import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../shared/database/database.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import {
	authorise,
	provenActor,
	seesAllInside,
	seesInside,
} from "../../subgraphs/registry/policy.ts";
import { type ProvenAction, partsOf } from "../../subgraphs/registry/proof/rules.ts";
import { emptyStorage } from "../support/storage.ts";

const PARTNER = "college";
const ADMIN: Viewer = { role: "HUB_ADMIN", subject: "a" };
const OFFICE: Viewer = { role: "PROGRAM_OFFICE", subject: "o" };
const OWN: Viewer = { role: "PARTNER", subject: "p", organization: PARTNER };
const OTHER: Viewer = { role: "PARTNER", subject: "q", organization: "guild" };
const MANAGER: Viewer = { role: "CENTER_MANAGER", subject: "m", center: PARTNER };

/** The code of the error, or "yes". */
async function answer(attempt: () => unknown): Promise<unknown> {
	try {
		await attempt();
		return "yes";
	} catch (error) {
		return (error as { extensions: { code: string } }).extensions.code;
	}
}

describe("by token", () => {
	it.each([
		["register partners", "yes", "no"],
		["change partners", "yes", "no"],
		["suspend partners", "yes", "no"],
		["grant fields", "yes", "yes"],
		["restore supergraphs", "yes", "no"],
		["read disclosures", "yes", "yes"],
		["read operations", "yes", "no"],
	] as const)(
		"%s: administrator %s, program office %s, nobody else",
		async (permission, ...may) => {
			const all = [ADMIN, OFFICE, OWN, MANAGER, PUBLIC].map((viewer) =>
				answer(() => authorise(viewer, permission)),
			);
			expect(await Promise.all(all)).toEqual([
				...may.map((one) => (one === "yes" ? "yes" : "FORBIDDEN")),
				"FORBIDDEN",
				"FORBIDDEN",
				"UNAUTHENTICATED",
			]);
		},
	);

	it("the publish log names the role and the subject", () => {
		expect(authorise(ADMIN, "change partners")).toEqual({
			name: "HUB_ADMIN",
			by: "a",
			proof: null,
		});
	});
});

describe("without the proof that a partner's key gives", () => {
	let database: Database;
	beforeAll(async () => {
		database = await openRegistryDatabase(await emptyStorage());
	});
	afterAll(() => database.close());

	const TABLE: Record<ProvenAction, [admin: string, office: string, partner: string]> = {
		checkSubgraph: ["no", "no", "no"],
		publishSubgraph: ["no", "no", "no"],
		activateSubgraph: ["yes", "no", "no"],
		rollBackSubgraph: ["yes", "no", "no"],
		suspendSubgraph: ["yes", "no", "no"],
		resumeSubgraph: ["yes", "no", "no"],
		rotatePartnerKey: ["yes", "no", "no"],
		transferOwnership: ["yes", "no", "no"],
		giveUpOwnership: ["yes", "no", "no"],
		partnerUsage: ["yes", "yes", "yes"],
		disclosures: ["yes", "yes", "yes"],
		partnerStanding: ["yes", "yes", "yes"],
		partnerEvents: ["yes", "no", "yes"],
		webhookEndpoints: ["yes", "no", "yes"],
		webhookDeliveries: ["yes", "no", "yes"],
		setWebhookEndpoint: ["yes", "no", "no"],
		removeWebhookEndpoint: ["yes", "no", "no"],
		replayWebhookDelivery: ["yes", "no", "no"],
	};

	it.each(Object.entries(TABLE))("%s: administrator, office, partner: %j", async (action, may) => {
		const viewers = [ADMIN, OFFICE, OWN, OTHER, MANAGER, PUBLIC];
		const all = viewers.map((viewer) =>
			answer(() =>
				provenActor(
					{ database, viewer },
					action as ProvenAction,
					{ partner: PARTNER },
					{} as Parameters<(typeof partsOf)[ProvenAction]>[0],
				),
			),
		);
		expect(await Promise.all(all)).toEqual([
			...may.map((one) => (one === "yes" ? "yes" : "FORBIDDEN")),
			"FORBIDDEN",
			"FORBIDDEN",
			"UNAUTHENTICATED",
		]);
	});

	it("every action has a row above", () => {
		expect(Object.keys(TABLE).sort()).toEqual(Object.keys(partsOf).sort());
	});
});

it("contacts, quotas and findings: the hub's staff see all, a partner its own", () => {
	const sees = [ADMIN, OFFICE, OWN, OTHER, MANAGER, PUBLIC].map((viewer) => [
		seesInside(viewer, PARTNER),
		seesAllInside(viewer),
	]);
	expect(sees).toEqual([
		[true, true],
		[true, true],
		[true, false],
		[false, false],
		[false, false],
		[false, false],
	]);
});
