import { keptUntil } from "../../shared/subgraph/cache-control.ts";

/** Names of the changes until which answers stay as they are. */
export const RECORDS = "records";
export const RELEASES = "releases";

export const UNTIL_RECORDS_CHANGE = keptUntil(RECORDS);
export const UNTIL_NEXT_RELEASE = keptUntil(RELEASES);
