import { checkKnown } from "../../../shared/input-checks.ts";
import type { Context } from "../context.ts";
import { knownIds } from "./queries.ts";

/** Throws BAD_USER_INPUT naming `argument` and the first id that no row of the table has. */
export async function checkIds(
	{ database }: Context,
	argument: string,
	{ name, type }: { name: string; type: string },
	ids: readonly string[] | null | undefined,
): Promise<void> {
	if (ids) checkKnown(argument, type, ids, await knownIds(database, name, ids));
}

/** The same of institutes. */
export const checkInstitutes = (
	context: Context,
	argument: string,
	ids: readonly string[] | null | undefined,
) => checkIds(context, argument, { name: "institutes", type: "Institute" }, ids);

/** The same of networks. */
export const checkNetworks = (
	context: Context,
	argument: string,
	ids: readonly string[] | null | undefined,
) => checkIds(context, argument, { name: "networks", type: "Network" }, ids);
