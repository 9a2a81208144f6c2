import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { freshOutcome } from "../../subgraphs/engagements/database/fresh.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { median } from "../../subgraphs/engagements/figures/rules.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow } from "../support/rows.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	await hub.database.write(async (manager) => {
		const transfer = (id: string, sme_id: string, gain: [number, number]) =>
			engagementRow(
				id,
				{ sme_id, kind: "TECH_TRANSFER", institute_id: "mxd", mrl_from: gain[0], mrl_to: gain[1] },
				"2015-03-04",
			);
		await manager.insert(EngagementRow, [
			transfer("f-1", "sme_a", [3, 5]),
			transfer("f-2", "sme_a", [3, 6]),
			transfer("f-3", "sme_b", [2, 9]),
			engagementRow("f-4", { sme_id: "sme_a", kind: "EVENT", center_id: "ga-mep" }, "2014-10-01"),
			engagementRow("f-5", { sme_id: "sme_c", kind: "EVENT", center_id: "ga-mep" }, "2015-09-30"),
			engagementRow("f-6", { sme_id: "sme_b", kind: "EVENT", center_id: "oh-mep" }, "2015-10-01"),
			engagementRow(
				"f-7",
				{ sme_id: "sme_b", kind: "EVENT", center_id: "ga-mep", visibility: "CONFIDENTIAL" },
				"2015-01-01",
			),
		]);
		const report = async (
			id: string,
			verification: string,
			window: string,
			value: number,
			metric = "NEW_SALES",
		) => {
			await manager.insert(
				OutcomeRow,
				freshOutcome({
					id,
					sme_id: "sme_a",
					logged_sme_id: "sme_a",
					center_id: "ga-mep",
					window_start: window,
					window_end: window,
					verification,
					visibility: "PUBLIC",
					source_document: "test",
				}),
			);
			await manager.insert(OutcomeClaimRow, {
				id: `${id}~${metric}`,
				outcome_id: id,
				metric,
				value,
				currency: "USD",
				qualifier: null,
			});
		};
		await report("k-1", "SELF_REPORTED", "2015-09", 100);
		await report("k-2", "VERIFIED", "2014-10-01", 50);
		await report("k-3", "DISPUTED", "2015-01", 1000);
		await report("k-4", "SELF_REPORTED", "2015-10", 1000);
		await report("k-5", "SELF_REPORTED", "2015", 1000);
		await report("k-6", "SELF_REPORTED", "2015-02", 7, "RETAINED_SALES");
	});
});
afterAll(() => hub.close());

const FIELDS = "{ figure value unit n verification { verification reports } absent }";
type Figure = {
	figure: string;
	value: number | null;
	n: number;
	verification: object[];
	absent: string | null;
};

async function figures(type: string, id: string, fiscalYear: number, viewer?: Viewer) {
	const { _entities } = await hub.data(
		`query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { keyFigures(fiscalYear: ${fiscalYear}) ${FIELDS} } } }`,
		{ representations: [{ __typename: type, id }] },
		viewer,
	);
	return new Map((_entities[0].keyFigures as Figure[]).map((one) => [one.figure, one]));
}

describe("key figures of a year", () => {
	it("of a center: manufacturers once each, sums with what they rest on", async () => {
		const found = await figures("MepCenter", "ga-mep", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2, n: 2, absent: null });
		expect(found.get("NEW_SALES")).toEqual({
			figure: "NEW_SALES",
			value: 150,
			unit: "usd",
			n: 2,
			verification: [
				{ verification: "SELF_REPORTED", reports: 1 },
				{ verification: "VERIFIED", reports: 1 },
			],
			absent: null,
		});
		expect(found.get("RETAINED_SALES")).toMatchObject({ value: 7, n: 1 });
		expect(found.get("SALES")).toMatchObject({ value: 157, n: 3 });
		expect(found.get("JOBS_CREATED")).toMatchObject({
			value: null,
			n: 0,
			absent: expect.any(String),
		});
		// sme_a had a transfer from an institute in the same year, sme_c had none.
		expect(found.get("CROSS_PROGRAM_REACH")).toMatchObject({ value: 0.5, n: 2 });
		expect(found.get("TECH_TRANSFER_YIELD")).toMatchObject({ value: 0, n: 2 });
		expect(found.get("MATCH_RATIO")).toMatchObject({ value: null, absent: expect.any(String) });
		expect(found.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toEqual({
			...found.get("NEW_SALES"),
			figure: "NEW_SALES_PER_FEDERAL_DOLLAR",
			value: 1.5,
			unit: "usd_per_usd",
		});
		expect(found.get("INVESTMENT_PER_FEDERAL_DOLLAR")).toMatchObject({
			value: null,
			absent: "no outcome report of the year that may be seen",
		});
		// An award that covers several years is no money of one of them.
		expect(
			(await figures("MepCenter", "ga-mep", 2016)).get("NEW_SALES_PER_FEDERAL_DOLLAR"),
		).toMatchObject({ value: null, absent: expect.stringContaining("covers this year alone") });
	});

	it("of an institute: yield and median gain", async () => {
		const found = await figures("Institute", "mxd", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2 });
		expect(found.get("TECH_TRANSFER_YIELD")).toMatchObject({ value: 1 });
		expect(found.get("MEDIAN_MRL_GAIN")).toMatchObject({ value: 3, n: 3 });
	});

	it("of a network: each manufacturer once across centers", async () => {
		const found = await figures("Network", "mep-national-network", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2 });
		expect(
			(await figures("Network", "mep-national-network", 2016)).get("SMES_SERVED"),
		).toMatchObject({ value: 1 });
	});

	it("rest on the owner's money and members", async () => {
		const mxd = await figures("Institute", "mxd", 2015);
		expect(mxd.get("MATCH_RATIO")).toMatchObject({ value: 1.2, n: 2, absent: null });
		expect(mxd.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({ value: null });
		const usa = await figures("Network", "manufacturing-usa", 2015);
		expect(usa.get("MATCH_RATIO")).toMatchObject({ value: 1.5, n: 2 });
		expect(usa.get("SME_SHARE")).toMatchObject({ value: 0.65, n: 1 });
		const mep = await figures("Network", "mep-national-network", 2015);
		expect(mep.get("SME_SHARE")).toMatchObject({ value: 0.75, n: 2 });
		expect(mep.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({ value: 0.15, n: 2 });
		expect(mep.get("FEDERAL_DOLLARS_PER_JOB")).toMatchObject({ value: null });
	});

	it("of an owner that cannot be asked: what needs its money is absent and says so", async () => {
		hub.ownersDown(true);
		const found = await figures("MepCenter", "ga-mep", 2015);
		hub.ownersDown(false);
		expect(found.get("NEW_SALES")).toMatchObject({ value: 150 });
		expect(found.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({
			value: null,
			absent: "The mep subgraph cannot be asked; try again",
		});
	});

	it("of a network of China are of the calendar year", async () => {
		// Of mxd in 2015: three transfers in March, counted for the network that the fixture puts it in.
		const found = await figures("Network", "qingdao-ten", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2 });
		const later = await figures("Network", "qingdao-ten", 2018);
		expect(later.get("SMES_SERVED")).toMatchObject({ value: 1 });
		expect((await figures("Institute", "mxd", 2018)).get("SMES_SERVED")).toMatchObject({
			value: 0,
		});
	});

	it("are over what the viewer may see", async () => {
		for (const viewer of [STAFF, OFFICE])
			expect((await figures("MepCenter", "ga-mep", 2015, viewer)).get("SMES_SERVED")).toMatchObject(
				{ value: 3 },
			);
	});

	it("of many centers take three statements", async () => {
		const representations = ["ga-mep", "oh-mep", "xx-mep"].map((id) => ({
			__typename: "MepCenter",
			id,
		}));
		await hub.data(
			"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MepCenter { keyFigures(fiscalYear: 2015) { value } } } }",
			{ representations },
		);
		expect(hub.statements).toHaveLength(3);
	});

	it("of no year are refused", async () => {
		const query =
			'{ _entities(representations: [{ __typename: "MepCenter", id: "ga-mep" }]) { ... on MepCenter { keyFigures(fiscalYear: 15) { value } } } }';
		expect(await hub.refusals(query)).toEqual([["fiscalYear: 15 is not a year", "BAD_USER_INPUT"]]);
	});
});

it.each([
	[[], null],
	[[4], 4],
	[[1, 2], 1.5],
	[[1, 2, 9], 2],
])("the median of %j is %j", (numbers, middle) => {
	expect(median(numbers)).toBe(middle);
});
