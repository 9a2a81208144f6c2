import { expect } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { newOutcome } from "../../subgraphs/engagements/outcome/new.ts";
import { type EngagementsFixture, openEngagementsFixture } from "./engagements.ts";
import { engagementRow } from "./rows.ts";

const FIELDS =
	"{ figure answer value unit n verification { verification reports } absent coverage { records of share basis datedTooCoarsely undated words } published { property value } otherFigures { property value } }";
type Figure = {
	figure: string;
	answer: string;
	value: number | null;
	n: number;
	verification: object[];
	absent: string | null;
	coverage: Record<string, number | string | null>;
};

export type FiguresFixture = EngagementsFixture & {
	/** The key figures of an owner in a year, by name. */
	figures(
		type: string,
		id: string,
		year: number,
		viewer?: Viewer,
		kind?: "fiscalYear" | "calendarYear",
	): Promise<Map<string, Figure>>;
};

/** Coverage of `records` of `of` manufacturers; `of` is null if unknown. */
export const within = (records: number, of: number | null, more: object = {}) => ({
	coverage: expect.objectContaining({ records, of, share: of ? records / of : null, ...more }),
});

/** The engagements fixture with transfers, outcome reports and reported quarters of 2015. */
export async function openFiguresFixture(): Promise<FiguresFixture> {
	const hub = await openEngagementsFixture();
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
			center_id = "ga-mep",
			currency = metric.startsWith("JOBS") ? null : "USD",
		) => {
			await manager.insert(
				OutcomeRow,
				newOutcome({
					id,
					sme_id: "sme_a",
					logged_sme_id: "sme_a",
					center_id,
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
				currency,
				qualifier: null,
			});
		};
		await report("k-1", "SELF_REPORTED", "2015-09", 100);
		await report("k-2", "VERIFIED", "2014-10-01", 50);
		await report("k-3", "DISPUTED", "2015-01", 1000);
		await report("k-4", "SELF_REPORTED", "2015-10", 1000);
		await report("k-5", "SELF_REPORTED", "2015", 1000);
		await report("k-6", "SELF_REPORTED", "2015-02", 7, "RETAINED_SALES");
		await report("k-7", "SELF_REPORTED", "2015-03", 3, "JOBS_CREATED", "oh-mep");
		await report("k-8", "OUTLIER", "2015-03", 3, "JOBS_CREATED", "tx-mep");
		await report("k-9", "SELF_REPORTED", "2015-03", 3, "NEW_SALES", "wa-mep", "CNY");
		await manager.insert(
			QuarterRow,
			["ga-mep", "me-mep"].flatMap((center_id) =>
				[1, 2, 3, 4].map((quarter) => ({
					id: `${center_id}~2015~${quarter}`,
					center_id,
					fiscal_year: 2015,
					quarter,
					reported_at: "2015-11-01T00:00:00.000Z",
					reported_by: "manager",
					engagement_count: 1,
					sme_count: 1,
					revision: 1,
				})),
			),
		);
	});
	return {
		...hub,
		async figures(type, id, year, viewer, kind = "fiscalYear") {
			const { _entities } = await hub.data(
				`query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { keyFigures(${kind}: ${year}) ${FIELDS} } } }`,
				{ representations: [{ __typename: type, id }] },
				viewer,
			);
			return new Map((_entities[0].keyFigures as Figure[]).map((one) => [one.figure, one]));
		},
	};
}
