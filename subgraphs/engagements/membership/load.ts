import type { Context } from "../context.ts";
import { membershipLoader } from "./loaders.ts";
import { toMembership } from "./present.ts";
import type { Membership } from "./type.ts";

/** The membership with an id, where the viewer sees one. */
export async function membershipById(id: string, context: Context): Promise<Membership | null> {
	const row = await membershipLoader(context).load(id);
	return row && toMembership(row);
}
