import type { Tier } from "../../../shared/entitlement-level.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { latestToday } from "../record/checks.ts";
import { askReferences, referenceFaults, tiersIn } from "../remote/entities.ts";
import { detailFaults } from "./detail-faults.ts";
import type { Details } from "./fields.ts";

export type Checked = {
	/** What is wrong with the details. */
	faults: FieldFault[];
	/** Ids in them that do not exist, or belong to another institute. */
	references: FieldFault[];
	/** The membership tiers of the institute. */
	tiers: Tier[];
};

/**
 * Everything that is wrong with the details of some engagements and can be checked without the records of this subgraph.
 * Each owning subgraph is asked once for all of them.
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
