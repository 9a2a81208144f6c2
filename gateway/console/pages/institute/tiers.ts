import type { EntitlementLevel, InstituteTiersQuery } from "../../graphql/graphql.ts";

export type Tier = NonNullable<InstituteTiersQuery["institute"]>["tiers"][number];

/** Means every right that any tier names. */
const ALL = "all_rights";

/** A right, and how far each tier gives it, in the order of the tiers; undefined where the source does not say. */
export type Right = { right: string; levels: Array<EntitlementLevel | undefined> };

/** Rights as rows, tiers as columns. */
export function rightsOf(tiers: readonly Tier[]): Right[] {
	const rights = new Set(tiers.flatMap((tier) => tier.entitlements.map(({ right }) => right)));
	// What gives all rights is no row of its own beside them.
	if (rights.size > 1) rights.delete(ALL);
	return [...rights].sort().map((right) => ({
		right,
		levels: tiers.map(
			({ entitlements }) =>
				entitlements.find((one) => one.right === right)?.level ??
				entitlements.find((one) => one.right === ALL)?.level,
		),
	}));
}
