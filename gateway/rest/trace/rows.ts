import type { TraceWhere } from "../../console/graphql/graphql.ts";

type Named = { id: string; name: string } | null;
type Trace = {
	sme: { id: string; name: string; city: string | null; state: string | null };
	kind: string;
	center: Named;
	institute: Named;
	firstOn: string | null;
	lastOn: string | null;
	engagementCount: number;
	peopleTrained: number | null;
	hours: number | null;
};
type Page = { nodes: Trace[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const QUERY = `query($where: TraceWhere, $after: String) {
	trace(where: $where, first: 200, after: $after) {
		nodes {
			sme { id name city state } kind center { id name } institute { id name }
			firstOn lastOn engagementCount peopleTrained hours
		}
		pageInfo { hasNextPage endCursor }
	}
}`;

/** Queries the graph as the caller; throws if the response has errors. */
export type Ask = (query: string, variables: object) => Promise<Record<string, unknown>>;

export const COLUMNS = [
	"manufacturer",
	"manufacturer_id",
	"city",
	"state",
	"kind",
	"center",
	"center_id",
	"institute",
	"institute_id",
	"first",
	"last",
	"services",
	"people_trained",
	"hours",
];

/** The rows of a trace, a page at a time. */
export async function* traceRows(where: TraceWhere, ask: Ask) {
	for (let after: string | null = null, more = true; more; ) {
		const { nodes, pageInfo } = (await ask(QUERY, { where, after })).trace as Page;
		yield nodes.map(({ sme, center, institute, ...trace }) => ({
			manufacturer: sme.name,
			manufacturer_id: sme.id,
			city: sme.city,
			state: sme.state,
			kind: trace.kind,
			center: center?.name,
			center_id: center?.id,
			institute: institute?.name,
			institute_id: institute?.id,
			first: trace.firstOn,
			last: trace.lastOn,
			services: trace.engagementCount,
			people_trained: trace.peopleTrained,
			hours: trace.hours,
		}));
		more = pageInfo.hasNextPage;
		after = pageInfo.endCursor;
	}
}
