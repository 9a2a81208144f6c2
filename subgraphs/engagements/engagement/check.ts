import type { Tier } from "../../../shared/entitlement-level.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { latestToday } from "../record/checks.ts";
import { askReferences, referenceFaults, tiersIn } from "../remote/entities.ts";
import { detailFaults } from "./detail-faults.ts";
import type { Details } from "./fields.ts";

export type Checked = {
	/** What is wrong with the details by themselves. */
	faults: FieldFault[];
	/** What they name that does not exist, or belongs to another institute. */
	references: FieldFault[];
	/** The tiers of membership of the institute named. */
	tiers: Tier[];
};

/**
 * All that is wrong with the details of some engagements, as far as it can be told without the records of this
 * subgraph. Each owner is asked once for all.
 */
export async function checkDetails(
	{ ask }: Pick<Context, "ask">,
	actor: Actor,
	verb: "log" | "import",
	all: Details[],
): Promise<Checked[]> {
	const entities = await askReferences(ask, all);
	const today = latestToday();
	return all.map((details) => {
		const faults = detailFaults(details, today);
		if ("center" in actor && details.centerId !== actor.center)
			faults.push({ path: "centerId", message: `you may ${verb} for ${actor.center} only` });
		return {
			faults,
			references: referenceFaults(entities, details),
			tiers: tiersIn(entities, details.instituteId),
		};
	});
}
