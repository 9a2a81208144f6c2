import sql from "sql-template-tag";
import { TABLES } from "../../subgraphs/engagements/statistics/family.ts";
import type { StoredTable } from "../../subgraphs/engagements/statistics/table.ts";
import { type Counted, counted } from "./intruder-records.ts";
import type { Reading } from "./intruder-tables.ts";
import type { ReleasesFixture } from "./releases.ts";

const TABLE =
	"query($table: ID!, $release: ID!) { statistics(table: $table, release: $release) { json } }";
const SME = "sme { id state naics employees } center { id } institute { id }";
const ENGAGEMENTS = `query($after: String) { engagements(first: 200, after: $after) { nodes { kind startedOn hours peopleTrained ${SME} } pageInfo { hasNextPage endCursor } } }`;
const OUTCOMES = `query($after: String) { outcomes(first: 200, after: $after) { nodes { verification windowEnd claims { metric value currency } ${SME} } pageInfo { hasNextPage endCursor } } }`;

/** The tables of a release, as everybody has them. */
async function tablesOf(hub: ReleasesFixture, release: string): Promise<StoredTable[]> {
	const tables: StoredTable[] = [];
	for (const { id } of TABLES) {
		const { statistics } = await hub.data(TABLE, { table: id, release });
		tables.push(JSON.parse(statistics.json));
	}
	return tables;
}

async function* pagesOf(hub: ReleasesFixture, query: string, list: string) {
	let page = { hasNextPage: true, endCursor: null };
	while (page.hasNextPage) {
		const { [list]: answer } = await hub.data(query, { after: page.endCursor });
		yield* answer.nodes;
		page = answer.pageInfo;
	}
}

/** Every record that the public sees. */
async function publicRecords(hub: ReleasesFixture): Promise<Counted[]> {
	const found: Counted[] = [];
	const place = ({ sme, center, institute }: Record<string, { id: string } | null>) => ({
		...(sme as unknown as { state: string | null; naics: string | null; employees: number | null }),
		sme: sme?.id as string,
		center: center?.id ?? null,
		institute: institute?.id ?? null,
	});
	for await (const one of pagesOf(hub, ENGAGEMENTS, "engagements")) {
		const { kind, startedOn, hours, peopleTrained } = one;
		const sums = [
			kind === "FACILITY_ACCESS" ? hours : null,
			kind === "TRAINING" ? peopleTrained : null,
		];
		const subject = "engagements";
		found.push(
			counted({ ...place(one), subject, metric: null, inner: kind, day: startedOn, sums }),
		);
	}
	for await (const one of pagesOf(hub, OUTCOMES, "outcomes"))
		for (const { metric, value, currency } of one.claims)
			found.push(
				counted({
					...place(one),
					subject: "outcomes",
					metric: currency ? `${metric}-${currency}` : metric,
					inner: one.verification,
					day: one.windowEnd,
					sums: [value],
				}),
			);
	return found;
}

type Stored = {
	sme: string;
	state: string | null;
	naics: string | null;
	employees: number | null;
	center: string | null;
	institute: string | null;
	inner: string;
	day: string;
	metric: string | null;
	currency: string | null;
	one: number | null;
	other: number | null;
};

/** Every confidential record that counts: what the intruder is after, and of which some are his own. */
async function secretRecords({ database }: ReleasesFixture): Promise<Counted[]> {
	const engagements = await database.read<Stored>(
		sql`SELECT s.id AS sme, s.state, s.naics, s.employees, e.center_id AS center, e.institute_id AS institute, e.kind AS "inner", e.started_first AS day, e.hours AS one, e.people_trained AS other FROM engagements e JOIN smes s ON s.id = e.sme_id WHERE e.status IN ('REPORTED', 'AMENDED', 'APPROVED') AND e.visibility = 'CONFIDENTIAL'`,
	);
	const outcomes = await database.read<Stored>(
		sql`SELECT s.id AS sme, s.state, s.naics, s.employees, o.center_id AS center, o.institute_id AS institute, o.verification AS "inner", o.window_end AS day, k.metric, k.currency, k.value AS one FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id JOIN smes s ON s.id = o.sme_id WHERE o.visibility = 'CONFIDENTIAL'`,
	);
	return [
		...engagements.map(({ one, other, metric: _, ...rest }) => {
			const sums = [
				rest.inner === "FACILITY_ACCESS" ? one : null,
				rest.inner === "TRAINING" ? other : null,
			];
			return counted({ ...rest, subject: "engagements", metric: null, sums });
		}),
		...outcomes.map(({ one, metric, currency, ...rest }) =>
			counted({
				...rest,
				subject: "outcomes",
				metric: currency ? `${metric}-${currency}` : metric,
				sums: [one],
			}),
		),
	];
}

/** A release just published, with the records of the moment. */
export async function readingOf(hub: ReleasesFixture, release: string): Promise<Reading> {
	return {
		tables: await tablesOf(hub, release),
		open: await publicRecords(hub),
		secret: await secretRecords(hub),
	};
}
