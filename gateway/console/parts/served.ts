import { TraceRowsDocument, TraceSumsDocument, type TraceWhere } from "../graphql/graphql.ts";
import { ask, askPages } from "../graphql/query.ts";

/** Rows that are asked at once. */
export const ROWS = 200;

/** Who received what from whom: one row for each manufacturer, provider and kind of service. */
export const rowsOf = (where: TraceWhere) =>
	askPages(TraceRowsDocument, { where, first: ROWS }, ({ trace }) => trace.pageInfo);

/** How many that are, by kind of service, with what is reported to have come of it. */
export const sumsOf = (where: TraceWhere) => ask(TraceSumsDocument, { where });
