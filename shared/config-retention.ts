import { z } from "zod";
import { isSchedule } from "./config-releases.ts";

/** The variables that say how long what the hub notes is kept; those of imports are with imports. */
export const RETENTION_VARIABLES = {
	HUB_KEEP_OPERATIONS_DAYS: z.coerce.number().int().min(90).max(36_500).default(90),
	HUB_KEEP_DISCLOSURES_DAYS: z.coerce.number().int().min(30).max(36_500).optional(),
	HUB_PURGE_SCHEDULE: z
		.string()
		.refine(isSchedule, "is not a cron expression such as 30 3 * * * (every day, 03:30)")
		.default("30 3 * * *"),
};

export type RetentionConfig = {
	/** Days that operations are kept after they were last seen, and their counts after the day they are of. */
	operationsDays: number;
	/** Days that disclosures to partners are kept; absent for ever. */
	disclosuresDays?: number;
	/** When what is older is deleted: a cron expression, in UTC. */
	schedule: string;
};

type Read = z.output<z.ZodObject<typeof RETENTION_VARIABLES>>;

export const retentionOf = (read: Read): RetentionConfig => ({
	operationsDays: read.HUB_KEEP_OPERATIONS_DAYS,
	disclosuresDays: read.HUB_KEEP_DISCLOSURES_DAYS,
	schedule: read.HUB_PURGE_SCHEDULE,
});
