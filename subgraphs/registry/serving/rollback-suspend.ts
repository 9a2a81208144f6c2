import { badInput, HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import type { SubgraphRow } from "../database/rows.ts";
import { provenActor } from "../policy.ts";
import type { partsOf } from "../proof/rules.ts";
import { lockSubgraph } from "../subgraph/lock.ts";
import { subgraphRow } from "../subgraph/queries.ts";
import type { Transition } from "../subgraph/rules.ts";
import { applyTransition } from "./apply-transition.ts";

type ReasonedAction = "rollBackSubgraph" | "suspendSubgraph" | "resumeSubgraph";

const TRANSITIONS: Record<ReasonedAction, Transition> = {
	rollBackSubgraph: { kind: "rollBack" },
	suspendSubgraph: { kind: "suspend" },
	resumeSubgraph: { kind: "resume" },
} satisfies Record<ReasonedAction & keyof typeof partsOf, Transition>;

/** Rolls a subgraph back by one step, or suspends or resumes it, at once and without a check. */
export async function transitionByRequest(
	context: Context,
	action: ReasonedAction,
	{ name, reason, proof }: { name: string; reason: string; proof?: string | undefined },
): Promise<SubgraphRow> {
	const row = await subgraphRow(context.database, name);
	const about = { partner: row.partner_id, subgraph: name, proof };
	const actor = await provenActor(context, action, about, { reason });
	if (reason.trim() === "" || reason.length > 500)
		throw badInput("reason", "must have 1 to 500 characters; say why in a sentence");
	return context.database.write(async (manager) => {
		const locked = await lockSubgraph(manager, name, row.partner_id);
		if (action === "resumeSubgraph" && actor.proof && locked.status_by !== actor.name)
			throw new HubError(
				"FORBIDDEN",
				`"${name}" was suspended by ${locked.status_by ?? "nobody"}; write to the hub's administrator`,
			);
		if (action === "resumeSubgraph" && locked.status === "SERVED" && locked.active_version === null)
			throw new HubError(
				"CONFLICT",
				`"${name}" is not suspended: ${locked.canary_version === null ? "no version of it is active, activate one" : "its canary is served"}`,
			);
		return applyTransition(manager, actor, locked, TRANSITIONS[action], { action, reason });
	});
}
