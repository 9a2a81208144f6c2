import type { TraceWhere } from "../../console/graphql/graphql.ts";
import { readAddress, whereOf } from "../../console/pages/trace/address.ts";
import type { ListOfPage } from "./list.ts";

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

const QUERY = `query($where: TraceWhere, $after: String) {
	list: trace(where: $where, first: 200, after: $after) {
		nodes {
			sme { id name city state } kind center { id name } institute { id name }
			firstOn lastOn engagementCount peopleTrained hours
		}
		pageInfo { hasNextPage endCursor }
	}
}`;

/** The rows of the page /trace. */
export const TRACE: ListOfPage<{ where: TraceWhere }, Trace> = {
	name: "trace",
	query: QUERY,
	read(search) {
		const { filters, notUnderstood } = readAddress(search);
		return { variables: { where: whereOf(filters) }, notUnderstood };
	},
	columns: [
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
	],
	rowOf: ({ sme, center, institute, ...trace }) => ({
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
	}),
};
