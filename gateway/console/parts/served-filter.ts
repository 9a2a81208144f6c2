import type { TraceWhere } from "../graphql/graphql.ts";
import { type RecordType, traceOf } from "./addresses.ts";

/** Which services are meant: for the API, and as the address of the trace says it. */
export type ServedFilter = { where: TraceWhere; search: Record<string, string> };

/** Services of a record, by it or through it. */
export function servedBy(type: RecordType, id: string): ServedFilter {
	const { search } = traceOf(type, id);
	if (type === "Network") return { search, where: { institute: { networkIds: [id] } } };
	const conditions = Object.entries(search).map(([name, value]) => [name, [value]]);
	return { search, where: Object.fromEntries(conditions) };
}

/** Services of all MEP centers: the centers are of no institute's network. */
export const SERVED_BY_CENTERS: ServedFilter = {
	where: { withoutCenter: false },
	search: { withoutCenter: "false" },
};
