import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { EntitlementRow, TierRow } from "../database/rows.ts";
import { ofInstituteLoader } from "../list/loaders.ts";
import { entitlementsByIds, entitlementsOf, tiersByIds, tiersOf } from "./queries.ts";

export const tierLoader = ({ loader, database }: Context) =>
	loader<TierRow | null>(["tier"], async (ids) => byId(ids, await tiersByIds(database, ids)));

/** The tiers of each institute. */
export const tiersLoader = (context: Context) => ofInstituteLoader(context, "tiers", tiersOf);

export const entitlementLoader = ({ loader, database }: Context) =>
	loader<EntitlementRow | null>(["entitlement"], async (ids) =>
		byId(ids, await entitlementsByIds(database, ids)),
	);

/** The entitlements of each tier. */
export const entitlementsLoader = ({ loader, database }: Context) =>
	loader<EntitlementRow[]>(["entitlements"], async (ids) =>
		groupBy(ids, await entitlementsOf(database, ids), (row) => row.tier_id),
	);
