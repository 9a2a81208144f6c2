export type Release = {
	id: string;
	number: number;
	/** ISO 8601 in UTC. */
	publishedAt: string;
	/** PUBLISHED_CASES: cases that somebody published; REPORTED_RECORDS: all records of closed quarters. */
	basis: "PUBLISHED_CASES" | "REPORTED_RECORDS";
	synthetic: boolean;
	/** Closed quarters of US federal fiscal years, in order. */
	periods: Array<{ fiscalYear: number; quarter: number }>;
	/** Null for published cases, which need none. */
	rules: { minContributors: number; minMoneyContributors: number } | null;
	/** SHA-256 over all cells, in hexadecimal. */
	digest: string;
	program: string;
	note: string | null;
	tables: Array<{ id: string; title: string }>;
};

/** Queries the engagements subgraph as the public; throws if the answer has errors. */
export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;

const RELEASE =
	"id number publishedAt basis synthetic periods { fiscalYear quarter } rules { minContributors minMoneyContributors } digest program note tables { id: table title }";

type Page = {
	releases: { nodes: Release[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};

/** All releases, newest first. */
export async function readReleases(ask: Ask): Promise<Release[]> {
	const found: Release[] = [];
	let after: string | null = null;
	for (let more = true; more; ) {
		const { releases }: Page = await ask<Page>(
			`query($after: String) { releases(first: 50, after: $after) { nodes { ${RELEASE} } pageInfo { hasNextPage endCursor } } }`,
			{ after },
		);
		found.push(...releases.nodes);
		({ hasNextPage: more, endCursor: after } = releases.pageInfo);
	}
	return found;
}

/** The number and id of the latest release; undefined before the first. */
export async function readLatest(ask: Ask): Promise<Release | undefined> {
	const { releases } = await ask<Page>(
		`{ releases(first: 1) { nodes { ${RELEASE} } pageInfo { hasNextPage endCursor } } }`,
	);
	return releases.nodes[0];
}

/** A table of a release, a `StoredTable` as JSON. Rejects if it has no such table. */
export async function readTable(ask: Ask, release: Release, table: string): Promise<string> {
	const { statistics } = await ask<{ statistics: { json: string } }>(
		"query($table: ID!, $release: ID!) { statistics(table: $table, release: $release) { json } }",
		{ table, release: release.id },
	);
	return statistics.json;
}

type Quarter = Release["periods"][number];

const follows = (one: Quarter, next: Quarter) =>
	one.fiscalYear * 4 + one.quarter + 1 === next.fiscalYear * 4 + next.quarter;

/** "quarter 1 of 2015, quarter 3 of 2024 to quarter 2 of 2025", or "no quarter". */
export function periodText({ periods }: Pick<Release, "periods">): string {
	const runs: Quarter[][] = [];
	for (const period of periods) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last && follows(last, period)) run.push(period);
		else runs.push([period]);
	}
	const nameOf = ({ fiscalYear, quarter }: Quarter) => `quarter ${quarter} of ${fiscalYear}`;
	const names = runs.map((run) => {
		const ends = run.length === 1 ? [run[0]] : [run[0], run.at(-1)];
		return ends.map((end) => nameOf(end as Quarter)).join(" to ");
	});
	return names.join(", ") || "no quarter";
}
