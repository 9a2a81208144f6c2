import { Cron } from "croner";
import { z } from "zod";

/** What protects manufacturers in releases of statistics. */
export type ReleaseRules = {
	/** Fewest contributors of a published cell. */
	minContributors: number;
	/** Fewest contributors of a published cell with money. */
	minMoneyContributors: number;
	/** Largest share of a sum that one contributor may have, 0 to 1. */
	maxShare: number;
	/** What others contribute must be at least this percentage of the largest contribution. */
	priorPercent: number;
};

/** A number that protects less the lower it is. */
const atLeast = (floor: number, most: number, otherwise: number) =>
	z.coerce
		.number()
		.int("must be a whole number")
		.min(floor, `must be at least ${floor}: less protects nobody`)
		.max(most, `must be at most ${most}`)
		.default(otherwise);

export const isSchedule = (text: string) => {
	try {
		new Cron(text, { paused: true }).stop();
		return true;
	} catch {
		return false;
	}
};

/** The variables of releases. */
export const RELEASE_VARIABLES = {
	HUB_RELEASE_MIN_CONTRIBUTORS: atLeast(3, 1000, 4),
	HUB_RELEASE_MIN_MONEY_CONTRIBUTORS: atLeast(5, 1000, 5),
	HUB_RELEASE_MAX_SHARE_PERCENT: z.coerce
		.number()
		.min(1, "must be at least 1")
		.max(80, "must be at most 80: more protects nobody")
		.default(80),
	HUB_RELEASE_PRIOR_PERCENT: atLeast(10, 1000, 10),
	HUB_RELEASE_SCHEDULE: z
		.string()
		.refine(
			isSchedule,
			"is not a cron expression such as 0 6 15 * * (the 15th of each month, 06:00)",
		)
		.optional(),
};

export type ReleaseConfig = {
	rules: ReleaseRules;
	/** When releases are made without being asked for: a cron expression, in UTC; absent for never. */
	schedule?: string;
};

type Read = z.output<z.ZodObject<typeof RELEASE_VARIABLES>>;

export const releaseConfigOf = (read: Read): ReleaseConfig => ({
	rules: {
		minContributors: read.HUB_RELEASE_MIN_CONTRIBUTORS,
		minMoneyContributors: read.HUB_RELEASE_MIN_MONEY_CONTRIBUTORS,
		maxShare: read.HUB_RELEASE_MAX_SHARE_PERCENT / 100,
		priorPercent: read.HUB_RELEASE_PRIOR_PERCENT,
	},
	schedule: read.HUB_RELEASE_SCHEDULE,
});

/** Where nothing is configured. */
export const DEFAULT_RELEASES: ReleaseConfig = releaseConfigOf(
	z.object(RELEASE_VARIABLES).parse({}),
);
