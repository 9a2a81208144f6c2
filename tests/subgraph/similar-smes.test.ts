import { afterAll, beforeAll, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { smeRow } from "../support/rows.ts";
import { ELSEWHERE, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	const place = { state: "US-GA", city: "Macon" };
	await hub.database.write(async (manager) => {
		for (const [id, name, more] of [
			["sme_open", "Quenstedt Extrusions", { visibility: "PUBLIC" }],
			["sme_own", "Quenstedt Extrusion Works", { center_id: "ga-mep" }],
			["sme_other", "Quenstedt Extrusions East", { center_id: "oh-mep" }],
		] as const)
			await manager.insert(
				SmeRow,
				smeRow(id, { name, ...place, visibility: "CONFIDENTIAL", ...more }),
			);
	});
});
afterAll(() => hub.close());

const QUERY = `query($name: String!, $city: String, $state: String) {
	similarSmes(name: $name, city: $city, state: $state) { score reasons sme { id name city state } }
}`;
const find = async (name: string, viewer: Viewer, more: object = {}) => {
	const { similarSmes } = await hub.data(QUERY, { name, ...more }, viewer);
	return similarSmes as Array<{ score: number; reasons: string[]; sme: { id: string } }>;
};
const ids = async (name: string, viewer: Viewer) =>
	(await find(name, viewer)).map(({ sme }) => sme.id).sort();

it("manufacturers are found by a name that is spelled nearly so, the likeliest first, with the reason", async () => {
	const [first, ...others] = await find("Quenstadt Extrusions", OFFICE, {
		city: "Macon",
		state: "US-GA",
	});
	expect(first?.sme).toEqual({
		id: "sme_open",
		name: "Quenstedt Extrusions",
		city: "Macon",
		state: "US-GA",
	});
	expect(first?.reasons.join()).toMatch(/similar name/);
	for (const { score } of others) expect(score).toBeLessThanOrEqual(first?.score ?? 0);
	expect(await find("Nothing Alike Whatsoever", OFFICE)).toEqual([]);
});

it("each viewer finds those that they may see", async () => {
	expect(await ids("Quenstedt Extrusions", PUBLIC)).toEqual(["sme_open"]);
	expect(await ids("Quenstedt Extrusions", STAFF)).toEqual(["sme_open", "sme_own"]);
	expect(await ids("Quenstedt Extrusions", ELSEWHERE)).toEqual(["sme_open", "sme_other"]);
});

it("says what is wrong with a name or a state", async () => {
	for (const [variables, message] of [
		[{ name: " " }, "name: is empty"],
		[{ name: "Quenstedt", state: "Georgia" }, 'state: "Georgia" is not a state'],
	] as const) {
		const [refusal] = await hub.refusals(QUERY, variables, STAFF);
		expect(refusal).toEqual([expect.stringContaining(message), "BAD_USER_INPUT"]);
	}
});

it("takes two statements, however many are alike", async () => {
	await find("Quenstedt Extrusions", STAFF);
	expect(hub.statements).toHaveLength(2);
});
