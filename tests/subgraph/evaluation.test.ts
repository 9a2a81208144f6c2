import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow, smeRow } from "../support/rows.ts";

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

async function evaluation(type: string, id: string, year: number, kind = "fiscalYear") {
	const { _entities } = await hub.data(
		`query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { evaluation(${kind}: ${year}) { fiscalYear calendarYear indicators { definition { id } status answer value unit n formula observation { property asOf source { document } } reason seriesBreak coverage { records of share datedTooCoarsely } otherFigures { property value } } } } } }`,
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
		// The third transfer has no instrument: it is neither a licence nor another kind.
		expect(licences).toMatchObject({
			status: "COMPUTED",
			answer: "KNOWN",
			value: 1,
			n: 2,
			observation: null,
			coverage: { records: 1, of: 1, share: 1, datedTooCoarsely: 0 },
		});
		expect(licences.formula).toContain("LICENSE");
	});

	it("counts a NAICS sector that spans several two-digit codes once", async () => {
		const naics = {
			"sme_s-31": "311811",
			"sme_s-33": "332710",
			"sme_s-44": "44",
			"sme_s-54": "541330",
		};
		await hub.database.write(async (manager) => {
			for (const [id, code] of Object.entries(naics)) {
				await manager.insert(SmeRow, smeRow(id, { naics: code }));
				const transfer = { sme_id: id, kind: "TECH_TRANSFER", institute_id: "mxd" };
				await manager.insert(EngagementRow, engagementRow(`v-${id}`, transfer, "2012-03-04"));
			}
		});
		// 31 and 33 are both manufacturing (31-33).
		expect((await evaluation("Institute", "mxd", 2012))["inter-industry-diffusion"]).toMatchObject({
			status: "COMPUTED",
			value: 3,
			n: 4,
		});
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
		expect(later["member-counts"]).toMatchObject({
			status: "NOT_AVAILABLE",
			answer: "NO_RECORDS",
			value: null,
			reason: "no source publishes members for this year",
		});
	});

	it("excludes figures whose date is too coarse or approximate, or that cover another period", async () => {
		// "2021" overlaps two US federal years, but is a calendar year.
		for (const fiscalYear of [2021, 2022])
			expect((await evaluation("Institute", "mxd", fiscalYear))["member-counts"]).toMatchObject({
				status: "NOT_AVAILABLE",
				answer: "DATED_TOO_COARSELY",
				reason: expect.stringContaining("325 members (2021)"),
				otherFigures: [{ property: "members", value: 325 }],
			});
		expect(
			(await evaluation("Institute", "mxd", 2021, "calendarYear"))["member-counts"],
		).toMatchObject({ status: "OBSERVED", value: 325 });
		expect((await evaluation("Institute", "mxd", 2019))["member-counts"]).toMatchObject({
			answer: "DATED_TOO_COARSELY",
			reason: expect.stringContaining("300 members (<=2019-04)"),
		});
		expect((await evaluation("Institute", "mxd", 2020))["r-d-activities"]).toMatchObject({
			answer: "DATED_TOO_COARSELY",
			value: null,
			reason: expect.stringContaining("60 projects (five years)"),
			otherFigures: [
				{ property: "projects", value: 60 },
				{ property: "technology_projects", value: 9 },
			],
		});
	});

	it("is not zero if records are dated too coarsely", async () => {
		const found = await evaluation("Institute", "mxd", 2018);
		expect(found["support-to-the-industry"]).toMatchObject({
			status: "NOT_AVAILABLE",
			answer: "NO_RECORDS",
			value: null,
		});
		expect(found["talent-team"]).toMatchObject({ answer: "NO_RECORDS", value: null });
	});

	it("is absent without data", async () => {
		const found = await evaluation("Institute", "mxd", 2010);
		for (const id of ["member-counts", "enterprise-growth", "patent-licensing", "new-products"])
			expect(found[id]).toMatchObject({
				status: "NOT_AVAILABLE",
				value: null,
				observation: null,
				answer: expect.stringMatching(/^NO/),
				reason: expect.stringMatching(/^no /),
			});
	});

	it("of a network uses published, accepted figures of one measure", async () => {
		const found = await evaluation("Network", "mep-national-network", 2018);
		expect(found["enterprise-growth"]).toMatchObject({
			status: "OBSERVED",
			value: 9,
			seriesBreak: "another definition",
			coverage: { records: 1, share: 1 },
		});
		expect(found["member-counts"]).toMatchObject({ status: "NOT_AVAILABLE", answer: "NOT_KNOWN" });
		// Another measure is listed separately.
		expect(found["return-on-investment"]).toMatchObject({
			status: "NOT_AVAILABLE",
			answer: "NO_RECORDS",
			value: null,
			observation: null,
			reason: expect.stringContaining(
				"other measures are: 60.6 return per federal dollar (fiscal year 2018)",
			),
			otherFigures: [{ property: "return_per_federal_dollar", value: 60.6 }],
		});
		expect(
			(await evaluation("Network", "mep-national-network", 2017))["return-on-investment"],
		).toMatchObject({ status: "OBSERVED", value: 27 });
	});

	it("of a network never replaces published figures with its few records", async () => {
		for (const fiscalYear of [2015, 2016, 2019]) {
			const found = await evaluation("Network", "mep-national-network", fiscalYear);
			for (const id of ["enterprise-growth", "return-on-investment", "support-to-the-industry"])
				expect(found[id], `${id} ${fiscalYear}`).toMatchObject({
					status: "NOT_AVAILABLE",
					value: null,
					n: null,
				});
		}
		// A figure of a fiscal year is not one of a calendar year.
		expect(
			(await evaluation("Network", "mep-national-network", 2018, "calendarYear"))[
				"enterprise-growth"
			],
		).toMatchObject({
			status: "NOT_AVAILABLE",
			answer: "DATED_TOO_COARSELY",
			reason: expect.stringContaining("9 new sales (fiscal year 2018)"),
		});
		// Indicators without a published figure are computed from records, with coverage.
		expect((await evaluation("Network", "qingdao-ten", 2015))["patent-licensing"]).toMatchObject({
			status: "COMPUTED",
			value: 1,
			coverage: { records: 1, of: null, share: null },
		});
	});

	it("of many institutes takes as many statements and requests as of one", async () => {
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
