import type { TraceDimension } from "../../graphql/graphql.ts";
import type { FlowBy } from "./address.ts";

/** What the left half of the flow is grouped by. */
export const GIVEN: TraceDimension[] = ["CENTER", "INSTITUTE", "KIND"];

/** What its right half is grouped by. */
export function receivedBy(by: FlowBy): TraceDimension[] {
	return ["KIND", by === "state" ? "SME_STATE" : "NAICS_SECTOR"];
}
