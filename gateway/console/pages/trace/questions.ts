import { TraceFlowDocument, type TraceWhere } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import type { FlowBy } from "./address.ts";
import { GIVEN, receivedBy } from "./dimensions.ts";

/** What the flow asks of the hub for one sentence. */
export const givenOf = (where: TraceWhere) => ask(TraceFlowDocument, { where, by: GIVEN });
export const receivedOf = (where: TraceWhere, by: FlowBy) =>
	ask(TraceFlowDocument, { where, by: receivedBy(by) });
