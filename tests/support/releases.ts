import { In } from "typeorm";
import type { ReleaseConfig } from "../../shared/config-releases.ts";
import type { Database, Storage } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { newOutcome } from "../../subgraphs/engagements/outcome/new.ts";
import { keepRevision } from "../../subgraphs/engagements/record/revisions.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { askOwners, CENTERS, INSTITUTES } from "./owners.ts";
import { engagementRow, smeRow } from "./rows.ts";
import { emptyStorage } from "./storage.ts";
import { type Asker, askerOf } from "./subgraph.ts";
import { OFFICE } from "./viewers.ts";

export type ReleasesFixture = Asker & {
	storage: Storage;
	database: Database;
	subgraph: Subgraph;
	/** Adds records. */
	add(records: Records): Promise<void>;
	/** Adds or replaces engagements, or changes a manufacturer, with the revisions that a change has. */
	change(records: { engagements?: EngagementRow[]; smes?: SmeRow[] }): Promise<void>;
	/** Marks a fiscal quarter as reported by some centers. */
	report(fiscalYear: number, quarter: number, centers?: string[]): Promise<void>;
	/** The finished preview of quarters, or of all. */
	// biome-ignore lint/suspicious/noExplicitAny: tests compare it as a whole
	preview(quarters?: Array<[number, number]>): Promise<any>;
	/** Previews and publishes what is closed; the id of the release. */
	publish(quarters?: Array<[number, number]>): Promise<string>;
	close(): Promise<void>;
};

export type Records = {
	smes?: SmeRow[];
	engagements?: EngagementRow[];
	outcomes?: Array<{ outcome: OutcomeRow; metric: string; value: number }>;
};

const PREVIEW = `query($quarters: [FiscalQuarterInput!]) { previewRelease(quarters: $quarters) {
	status progress preview digest periods { fiscalYear quarter } added { fiscalYear quarter }
	tables { table published suppressed empty } suppressed { reason cells } shareOfCellsSuppressed shareOfRecordsSuppressed
	amended waiting { name why } tooCoarselyDated audited refusals { code message remedy quarter { fiscalYear quarter } centers { id } waiting { name why } } } }`;

export async function openReleasesFixture(
	releases?: ReleaseConfig,
	existing?: Storage,
): Promise<ReleasesFixture> {
	const storage = existing ?? (await emptyStorage());
	const statements: string[] = [];
	const subgraph = await openEngagements({
		...storage,
		ask: askOwners,
		log: createLog("silent"),
		onStatement: (statement) => statements.push(statement),
		releases,
	});
	const database = await openEngagementsDatabase(storage);
	const asker = askerOf(subgraph, statements);

	async function preview(quarters?: Array<[number, number]>) {
		const asked = quarters?.map(([fiscalYear, quarter]) => ({ fiscalYear, quarter })) ?? null;
		for (;;) {
			const { previewRelease } = await asker.data(PREVIEW, { quarters: asked }, OFFICE);
			if (previewRelease.status !== "COMPUTING") return previewRelease;
			await new Promise((done) => setTimeout(done, 50));
		}
	}
	return {
		...asker,
		storage,
		database,
		subgraph,
		preview,
		async add({ smes = [], engagements = [], outcomes = [] }) {
			await database.write(async (manager) => {
				await manager.save(SmeRow, smes, { chunk: 50 });
				await manager.save(EngagementRow, engagements, { chunk: 20 });
				for (const { outcome, metric, value } of outcomes) {
					await manager.insert(OutcomeRow, outcome);
					await manager.insert(OutcomeClaimRow, {
						id: `${outcome.id}~${metric}`,
						outcome_id: outcome.id,
						metric,
						value,
						currency: metric.startsWith("JOBS") ? null : "USD",
						qualifier: null,
					});
				}
			});
		},
		async change({ engagements = [], smes = [] }) {
			await database.write(async (manager) => {
				for (const [type, Row, rows] of [
					["SME", SmeRow, smes],
					["ENGAGEMENT", EngagementRow, engagements],
				] as const) {
					const ids = rows.map(({ id }) => id);
					const known = await manager.findBy<EngagementRow | SmeRow>(Row, { id: In(ids) });
					const before = new Map(known.map((row) => [row.id, row]));
					await manager.save(Row, [...rows], { chunk: 20 });
					for (const after of rows)
						await keepRevision(manager, "seed", {
							type,
							action: "changed",
							before: before.get(after.id) ?? null,
							after,
						});
				}
			});
		},
		async report(fiscal_year, quarter, centers = CENTERS.map(({ id }) => id)) {
			await database.write((manager) =>
				manager.insert(
					QuarterRow,
					centers.map((center_id) => ({
						id: `${center_id}~${fiscal_year}~${quarter}`,
						center_id,
						fiscal_year,
						quarter,
						reported_at: "2026-01-01T00:00:00.000Z",
						reported_by: "test",
						engagement_count: 0,
						sme_count: 0,
						revision: 1,
					})),
				),
			);
		},
		async publish(quarters) {
			const { preview: id, refusals } = await preview(quarters);
			if (!id) throw new Error(JSON.stringify(refusals));
			const publish =
				"mutation($preview: ID!) { publishRelease(input: { preview: $preview }) { id } }";
			return (await asker.data(publish, { preview: id }, OFFICE)).publishRelease.id;
		},
		async close() {
			await database.close();
			await subgraph.close();
		},
	};
}

/** A reported, confidential engagement. */
export const reported = (
	id: string,
	more: Partial<EngagementRow> & { sme_id: string; kind: string },
	day: string | null,
): EngagementRow =>
	engagementRow(id, { status: "REPORTED", visibility: "CONFIDENTIAL", ...more }, day);

const KINDS = ["TRAINING", "FACILITY_ACCESS", "ASSISTANCE", "TECH_TRANSFER", "REFERRAL", "EVENT"];
const STATES = ["US-GA", "US-OH", "US-CA", "US-CA", "US-NV", null];
const CODES = ["332710", "336411", "33", "541330", "325211", null];
const EMPLOYEES = [0, 19, 20, 99, 180, 300, 501, null];
const QUARTER_DAYS = [
	"2023-11-05",
	"2024-02-03",
	"2024-04-07",
	"2024-09-30",
	"2024-10-01",
	"2025-01-15",
];
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** Manufacturers and engagements of fiscal year 2024 and the first half of 2025; every seventh one is PUBLIC. The same each time. */
export function network(smes = 60, engagements = 900): Records {
	const open = (n: number) => n % 7 === 0;
	return {
		smes: Array.from({ length: smes }, (_, n) =>
			smeRow(`sme_${String(n).padStart(3, "0")}`, {
				state: pick(STATES, n),
				naics: pick(CODES, n >> 1),
				employees: pick(EMPLOYEES, n),
				visibility: open(n) ? "PUBLIC" : "CONFIDENTIAL",
			}),
		),
		engagements: Array.from({ length: engagements }, (_, n) => {
			const sme = (n * 7 + (n >> 4)) % smes;
			const kind = pick(KINDS, n * 5 + (n >> 3));
			const center = pick([...CENTERS, null], n + (n >> 2));
			const institute = center === null || n % 4 === 0 ? pick(INSTITUTES, n >> 1) : null;
			return reported(
				`eng_${String(n).padStart(4, "0")}`,
				{
					sme_id: `sme_${String(sme).padStart(3, "0")}`,
					kind,
					center_id: center?.id ?? null,
					institute_id: institute?.id ?? null,
					hours: kind === "FACILITY_ACCESS" ? 0.1 + (n % 40) / 3 : null,
					people_trained: kind === "TRAINING" ? 1 + (n % 9) : null,
					status: pick(["REPORTED", "AMENDED", "APPROVED"], n),
					visibility: open(sme) ? "PUBLIC" : "CONFIDENTIAL",
				},
				pick(QUARTER_DAYS, n * 3 + (n >> 5)),
			);
		}),
	};
}

/** A confidential report of one figure. */
export const outcome = (
	id: string,
	more: Partial<OutcomeRow> & { sme_id: string },
	metric: string,
	value: number,
) => ({
	outcome: newOutcome({
		id,
		logged_sme_id: more.sme_id,
		window_start: "2024-01-01",
		window_end: "2024-06-30",
		source_document: "test",
		...more,
	}),
	metric,
	value,
});

/**
 * Adds a release over all reported records of four fiscal quarters to a data folder with the seed data, whose own release is
 * of published cases.
 */
export async function releaseInto(dataDir: string): Promise<void> {
	const fixture = await openReleasesFixture(undefined, { dataDir });
	try {
		await fixture.add(network());
		for (const [year, quarter] of [
			[2024, 3],
			[2024, 4],
			[2025, 1],
			[2025, 2],
		] as const)
			await fixture.report(year, quarter);
		await fixture.publish();
	} finally {
		await fixture.close();
	}
}

/**
 * Adds to a data folder with the seed data: services of a small network in fiscal year 2024 and later. ga-mep and oh-mep have
 * reported the first quarter; in the second one the manager of ga-mep has a draft, a returned service and one to approve.
 */
export async function quartersInto(dataDir: string): Promise<void> {
	const fixture = await openReleasesFixture(undefined, { dataDir });
	const open = (status: string, n: number) =>
		reported(
			`eng_open_${n}`,
			{ sme_id: "sme_001", kind: "TRAINING", center_id: "ga-mep", status },
			"2024-02-12",
		);
	try {
		const { smes, engagements = [] } = network(40, 500);
		const later = engagements.map((row) =>
			row.started_first < "2024-01-01" || row.status === "APPROVED"
				? row
				: { ...row, status: "APPROVED" },
		);
		const undecided = ["DRAFT", "RETURNED", "SUBMITTED"].map(open);
		const coarse = { ...open("APPROVED", 3), id: "eng_open_year" };
		await fixture.add({
			smes,
			engagements: [...later, ...undecided, engagementRow("eng_open_year", coarse, "2024")],
		});
		await fixture.report(2024, 1, ["ga-mep", "oh-mep"]);
	} finally {
		await fixture.close();
	}
}
