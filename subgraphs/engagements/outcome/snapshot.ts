import type { OutcomeRow } from "../database/rows.ts";
import type { Claim } from "./rules.ts";

/** An outcome as its revisions store it. */
export type OutcomeSnapshot = OutcomeRow & { claims?: Claim[]; covers?: string[] };
