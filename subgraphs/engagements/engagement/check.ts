import type { FieldFault } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import type { Tier } from "../membership/rules.ts";
import { latestToday } from "../record/checks.ts";
import { detailFaults } from "./detail-faults.ts";
import type { Details } from "./fields.ts";
import { askOwners, referenceFaults, tiersIn } from "./owned.ts";

export type Checked = { faults: FieldFault[]; tiers: Tier[] };

/**
 * All that is wrong with the details of some engagements, as far as it can be told without the records of this
 * subgraph, and the tiers of membership of the institutes they name. Each owner is asked once for all.
 */
export async function checkDetails(
	{ ask }: Pick<Context, "ask">,
	actor: Actor,
	verb: "log" | "import",
	all: Details[],
): Promise<Checked[]> {
	const owned = await askOwners(ask, all);
	const today = latestToday();
	return all.map((details) => {
		const faults = detailFaults(details, today);
		if ("center" in actor && details.centerId !== actor.center)
			faults.push({ path: "centerId", message: `you may ${verb} for ${actor.center} only` });
		return {
			faults: [...faults, ...referenceFaults(owned, details)],
			tiers: tiersIn(owned, details.instituteId),
		};
	});
}
