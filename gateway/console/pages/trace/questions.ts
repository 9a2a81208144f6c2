import {
	TraceFlowDocument,
	TraceRowsDocument,
	TraceSumsDocument,
	type TraceWhere,
} from "../../graphql/graphql.ts";
import { ask, askPages } from "../../graphql/query.ts";
import type { FlowBy } from "./address.ts";
import { GIVEN, receivedBy } from "./dimensions.ts";

/** Rows that are asked at once. */
const ROWS = 200;

/** What the page asks of the hub for one sentence. */
export const rowsOf = (where: TraceWhere) =>
	askPages(TraceRowsDocument, { where, first: ROWS }, ({ trace }) => trace.pageInfo);
export const sumsOf = (where: TraceWhere) => ask(TraceSumsDocument, { where });
export const givenOf = (where: TraceWhere) => ask(TraceFlowDocument, { where, by: GIVEN });
export const receivedOf = (where: TraceWhere, by: FlowBy) =>
	ask(TraceFlowDocument, { where, by: receivedBy(by) });
