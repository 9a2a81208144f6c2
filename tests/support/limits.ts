import { DEFAULT_LIMITS, type Limits } from "../../shared/limits/limits.ts";

/** The default limits, except those that a busy test machine would exceed. */
export const PATIENT: Limits = { ...DEFAULT_LIMITS, lagMs: 60_000, deadlineMs: 60_000 };
