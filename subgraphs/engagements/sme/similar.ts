import type { Context } from "../context.ts";
import { throwFaults } from "../record/checks.ts";
import { type Duplicate, duplicatesOf } from "./duplicates.ts";
import { type SmeDetails, smeFaults } from "./fields.ts";

/** Manufacturers that the viewer sees and that may be the one with this name and place. */
export async function similarSmes(
	{ database, viewer }: Context,
	wanted: Pick<SmeDetails, "city" | "state"> & { name: string },
): Promise<Duplicate[]> {
	throwFaults(smeFaults(wanted), "");
	const { name, city = null, state = null } = wanted;
	return duplicatesOf(database, viewer, { name, city, state, identifiers: [] });
}
