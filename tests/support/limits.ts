import { DEFAULT_LIMITS, type Limits } from "../../shared/limits/limits.ts";

/** The hub's own bounds, but for those that a machine busy with other tests would meet without anybody's fault. */
export const PATIENT: Limits = { ...DEFAULT_LIMITS, lagMs: 60_000, deadlineMs: 60_000 };
