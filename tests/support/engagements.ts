import type { Database } from "../../shared/database/database.ts";
import { unavailable } from "../../shared/errors.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { newOutcome } from "../../subgraphs/engagements/outcome/new.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { engagementRow, smeRow } from "./rows.ts";
import { emptyStorage } from "./storage.ts";
import { type Asker, askerOf } from "./subgraph.ts";

export type EngagementsFixture = Asker & {
	database: Database;
	subgraph: Subgraph;
	/** Requests that the last query sent to other subgraphs. */
	asked: string[];
	/** Opens another hub's subgraph on the same database; up to `few` engagements, it reads totals by SQL. */
	another(few?: number): Promise<Asker & { close(): Promise<void> }>;
	/** Makes the other subgraphs unreachable, or reachable again. */
	ownersDown(now: boolean): void;
	close(): Promise<void>;
};

const tier = (id: string, level: string) => ({
	id: `america-makes-${id}`,
	name: id,
	entitlements: [
		{ right: "seminars", level: "INCLUDED" },
		{ right: "rd_facility_use", level },
	],
});
const published = (property: string, value: number, more: object = {}) => ({
	id: property,
	subjectType: "Network",
	subjectId: "x",
	property,
	value,
	unit: "count",
	accepted: true,
	source: { id: "test", document: "test" },
	doubts: [],
	...more,
});
const inFacility = (id: string) => ({ institute: { id } });

/** The data of the two other subgraphs; each mock response contains more than was requested. */
const OWNED: Record<string, object> = {
	"ga-mep": {
		awards: [
			{ amount: { amount: 100 }, fiscalYear: 2015, coverage: "ONE_YEAR" },
			{ amount: { amount: 7 }, fiscalYear: 2016, coverage: "SEVERAL_YEARS" },
		],
	},
	"oh-mep": {
		awards: [{ amount: { amount: 5 }, fiscalYear: 2014, coverage: "EACH_OF_FIVE_YEARS" }],
	},
	mxd: {
		tiers: [],
		networks: [{ fiscalYearStartMonth: 10 }],
		funding: {
			federal: { amount: 50 },
			nonFederal: { amount: 60 },
			phase: { withinPlan: true },
		},
		figures: [
			published("members", 140, { asOf: "2014-12" }),
			published("members", 325, { asOf: "2021" }),
			published("members", 300, { asOf: "2019-04", asOfWords: "<=2019-04" }),
			published("projects", 60, { asOf: "2020-06", period: "five years" }),
			published("technology_projects", 9, { asOf: "2020-06" }),
		],
	},
	nextflex: { tiers: [] },
	qingdao: { networks: [{ fiscalYearStartMonth: 1 }] },
	"america-makes": {
		tiers: [tier("gold", "INCLUDED"), tier("bronze", "FEE"), tier("silver", "NONE")],
	},
	"fac-1": inFacility("mxd"),
	"fac-new": inFacility("mxd"),
	"fac-am": inFacility("america-makes"),
	"mep-national-network": {
		fiscalYearStartMonth: 10,
		metrics: [
			published("federal_funding", 1000),
			published("sme_members", 3),
			published("industry_members", 4),
			published("manufacturers_interacted", 27_574),
			published("federal_usd_per_job", 1381, { unit: "usd" }),
			published("new_sales_per_federal_dollar", 19.6, { unit: "usd_per_usd" }),
			published("return_per_federal_dollar", 53.3, { unit: "usd_per_usd" }),
		],
		figures: [
			published("new_sales", 9, { fiscalYear: 2018, seriesBreak: "another definition" }),
			published("members", 8, { fiscalYear: 2018, accepted: false }),
			published("new_sales_per_federal_dollar", 27, { fiscalYear: 2017, unit: "usd_per_usd" }),
			published("return_per_federal_dollar", 60.6, { fiscalYear: 2018, unit: "usd_per_usd" }),
		],
	},
	"manufacturing-usa": {
		fiscalYearStartMonth: 10,
		metrics: [
			published("federal_base_funding", 100),
			published("federal_base_funding", 1, { accepted: false }),
			published("state_and_private_investment", 150),
			published("sme_share_of_industry_members", 65, { unit: "percent" }),
			published("small_share_of_manufacturer_members", 72, { unit: "percent" }),
		],
	},
	"qingdao-ten": { fiscalYearStartMonth: 1 },
};
const INDICATORS = [
	"member-counts",
	"r-d-activities",
	"enterprise-growth",
	"return-on-investment",
	"patent-licensing",
	"support-to-the-industry",
	"talent-team",
	"new-products",
	"inter-industry-diffusion",
];

/**
 * The engagements subgraph with a few rows, some of them not public, and mocks of the other two subgraphs. Up to `few`
 * engagements, it reads totals by SQL.
 */
export async function openEngagementsFixture(few?: number): Promise<EngagementsFixture> {
	const statements: string[] = [];
	const asked: string[] = [];
	let down = false;
	/** Mock of the two other subgraphs: returns `OWNED`, and one embedding. */
	async function ask<T>(
		name: string,
		query: string,
		variables: Record<string, unknown>,
	): Promise<T> {
		if (down) throw unavailable(name, `The ${name} subgraph cannot be reached; try again`);
		asked.push(`${name} ${JSON.stringify(variables)}`);
		const pageInfo = { hasNextPage: false, endCursor: null };
		if (query.includes("_entities")) {
			const representations = variables.representations as Array<{ id: string }>;
			return {
				indicators: INDICATORS.map((id) => ({ id })),
				_entities: representations.map(({ id }) => (OWNED[id] ? { id, ...OWNED[id] } : null)),
			} as T;
		}
		if (query.includes("institutes("))
			return { institutes: { nodes: [{ id: "qingdao" }, { id: "mxd" }], pageInfo } } as T;
		if (query.includes("embeddings"))
			return {
				embeddings: {
					nodes: [
						{
							center: { id: "oh-mep" },
							institute: { id: "mxd" },
							startsOn: "2016-10-01",
							endsOn: "2018-09-30",
						},
					],
					pageInfo,
				},
			} as T;
		return { mepCenters: { nodes: [{ id: "ga-mep" }], pageInfo } } as T;
	}

	const storage = await emptyStorage();
	const open = (into: string[], most?: number) =>
		openEngagements({
			...storage,
			ask,
			few: most,
			log: createLog("silent"),
			onStatement: (statement) => into.push(statement),
		});
	const subgraph = await open(statements, few);
	const database = await openEngagementsDatabase(storage);
	await database.write(async (manager) => {
		await manager.insert(SmeRow, [
			smeRow("sme_a", { state: "US-GA", naics: "332710", employees: 20 }),
			smeRow("sme_b", { state: "US-OH", naics: "336411", employees: 600 }),
			smeRow("sme_c", { state: "US-GA", employees: 20, larger_group: true }),
			smeRow("sme_secret", { visibility: "CONFIDENTIAL" }),
		]);
		await manager.insert(EngagementRow, [
			engagementRow(
				"eng-1",
				{ sme_id: "sme_a", kind: "TRAINING", center_id: "ga-mep", people_trained: 5 },
				"2018",
			),
			engagementRow(
				"eng-2",
				{ sme_id: "sme_a", kind: "TRAINING", center_id: "ga-mep", people_trained: 2 },
				"2018-03",
			),
			engagementRow(
				"eng-3",
				{ sme_id: "sme_a", kind: "ASSISTANCE", center_id: "ga-mep", practice: "LEAN" },
				null,
			),
			engagementRow(
				"eng-4",
				{ sme_id: "sme_b", kind: "TECH_TRANSFER", center_id: "oh-mep", institute_id: "mxd" },
				"2017-06-01",
			),
			engagementRow(
				"eng-5",
				{ sme_id: "sme_b", kind: "TECH_TRANSFER", center_id: "oh-mep", institute_id: "mxd" },
				"2019-06-01",
			),
			engagementRow(
				"eng-6",
				{
					sme_id: "sme_c",
					kind: "FACILITY_ACCESS",
					institute_id: "mxd",
					facility_id: "fac-1",
					hours: 4,
				},
				"2018-11-02",
			),
			engagementRow(
				"eng-secret",
				{ sme_id: "sme_secret", kind: "TRAINING", center_id: "ga-mep", visibility: "CONFIDENTIAL" },
				"2018",
			),
			engagementRow(
				"eng-draft",
				{ sme_id: "sme_a", kind: "TRAINING", center_id: "ga-mep", status: "DRAFT" },
				"2018",
			),
		]);
		const source = { source_document: "test", source_url: null, read_on: null };
		const outcome = newOutcome({
			id: "out-1",
			sme_id: "sme_a",
			logged_sme_id: "sme_a",
			center_id: "ga-mep",
			institute_id: null,
			window_start: "2018",
			window_end: "2018",
			verification: "SELF_REPORTED",
			visibility: "PUBLIC",

			...source,
		});
		await manager.insert(OutcomeRow, outcome);
		await manager.insert(OutcomeClaimRow, {
			id: "out-1~NEW_SALES",
			outcome_id: "out-1",
			metric: "NEW_SALES",
			value: 1000,
			currency: "USD",
			qualifier: null,
		});
		await manager.insert(
			OutcomeCoverRow,
			["eng-1", "eng-2"].map((id) => ({
				id: `out-1~${id}`,
				outcome_id: "out-1",
				engagement_id: id,
			})),
		);
	});
	const asker = askerOf(subgraph, statements);
	return {
		...asker,
		data(query, variables, viewer) {
			asked.length = 0;
			return asker.data(query, variables, viewer);
		},
		database,
		subgraph,
		asked,
		async another(most) {
			const read: string[] = [];
			const other = await open(read, most);
			return { ...askerOf(other, read), close: () => other.close() };
		},
		ownersDown(now) {
			down = now;
		},
		async close() {
			await database.close();
			await subgraph.close();
		},
	};
}
