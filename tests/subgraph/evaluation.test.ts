import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow } from "../support/rows.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	await hub.database.write(async (manager) => {
		const transfer = (id: string, instrument: string | null) =>
			engagementRow(
				id,
				{ sme_id: "sme_a", kind: "TECH_TRANSFER", institute_id: "mxd", instrument },
				"2015-03-04",
			);
		await manager.insert(EngagementRow, [
			transfer("v-1", "LICENSE"),
			transfer("v-2", "CRADA"),
			transfer("v-3", null),
		]);
	});
});
afterAll(() => hub.close());

async function evaluation(type: string, id: string, fiscalYear: number) {
	const { _entities } = await hub.data(
		`query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { evaluation(fiscalYear: ${fiscalYear}) { fiscalYear indicators { definition { id } status value unit n formula observation { property asOf source { document } } reason } } } } }`,
		{ representations: [{ __typename: type, id }] },
	);
	const { indicators } = _entities[0].evaluation;
	return Object.fromEntries(
		indicators.map(({ definition, ...one }: { definition: { id: string } }) => [
			definition.id,
			one,
		]),
	);
}

describe("an evaluation", () => {
	it("computes from the hub's records, with formula and n", async () => {
		const { "patent-licensing": licences } = await evaluation("Institute", "mxd", 2015);
		// The third transfer does not say by what instrument: it is no licence and no other.
		expect(licences).toMatchObject({ status: "COMPUTED", value: 1, n: 2, observation: null });
		expect(licences.formula).toContain("LICENSE");
	});

	it("shows a published figure of the year, with its source, and of no other year", async () => {
		const { "member-counts": members } = await evaluation("Institute", "mxd", 2015);
		expect(members).toMatchObject({
			status: "OBSERVED",
			value: 140,
			formula: null,
			observation: { property: "members", asOf: "2014-12", source: { document: "test" } },
		});
		const later = await evaluation("Institute", "mxd", 2016);
		expect(later["member-counts"]).toMatchObject({ status: "NOT_AVAILABLE", value: null });
		// "2021" spans two US federal years.
		expect((await evaluation("Institute", "mxd", 2021))["member-counts"].status).toBe(
			"NOT_AVAILABLE",
		);
	});

	it("is honest where it has nothing", async () => {
		const found = await evaluation("Institute", "mxd", 2010);
		for (const id of ["member-counts", "enterprise-growth", "patent-licensing", "new-products"])
			expect(found[id]).toMatchObject({
				status: "NOT_AVAILABLE",
				value: null,
				observation: null,
				reason: expect.stringMatching(/^no /),
			});
	});

	it("of a network prefers what was published, and takes no figure that is not accepted", async () => {
		const found = await evaluation("Network", "mep-national-network", 2018);
		expect(found["enterprise-growth"]).toMatchObject({ status: "OBSERVED", value: 9 });
		expect(found["member-counts"].status).toBe("NOT_AVAILABLE");
	});

	it("of many institutes takes as many statements and questions as of one", async () => {
		const ask = (ids: string[]) =>
			hub.data(
				"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Institute { evaluation(fiscalYear: 2015) { fiscalYear } } } }",
				{ representations: ids.map((id) => ({ __typename: "Institute", id })) },
			);
		await ask(["mxd"]);
		const [statements, asked] = [hub.statements.length, hub.asked.length];
		await ask(["mxd", "nextflex", "america-makes"]);
		expect([hub.statements.length, hub.asked.length]).toEqual([statements, asked]);
	});
});
