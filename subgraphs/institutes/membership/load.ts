import type { Context } from "../context.ts";
import { entitlementLoader, tierLoader } from "./loaders.ts";
import { toEntitlement, toTier } from "./present.ts";

/** The tier of membership with an id, or null. */
export async function tierById(id: string, context: Context) {
	const row = await tierLoader(context).load(id);
	return row && toTier(row);
}

/** The entitlement with an id, or null. */
export async function entitlementById(id: string, context: Context) {
	const row = await entitlementLoader(context).load(id);
	return row && toEntitlement(row);
}
