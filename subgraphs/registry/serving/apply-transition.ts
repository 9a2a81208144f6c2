import type { EntityManager } from "typeorm";
import { SubgraphRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import type { LogActor } from "../policy.ts";
import { withDependents } from "../subgraph/log-dependents.ts";
import { columnsOf, servingStateOf } from "../subgraph/rows.ts";
import { after, type ServingState, type Transition } from "../subgraph/rules.ts";

/** Applies a transition in a database transaction and writes it to the publish log. One that changes nothing is not logged. */
export async function applyTransition(
	manager: EntityManager,
	actor: LogActor,
	row: SubgraphRow,
	transition: Transition,
	entry: { action: string; reason?: string },
): Promise<SubgraphRow> {
	const before = servingStateOf(row);
	const now = after(before, transition);
	if (now === before) return row;
	const status =
		now.suspended === before.suspended
			? {}
			: {
					status_reason: now.suspended ? (entry.reason ?? null) : null,
					status_by: now.suspended ? actor.name : null,
				};
	const changed: SubgraphRow = { ...row, ...columnsOf(now), ...status };
	const version = concerned(transition, before, now);
	const cause = { action: entry.action, partnerId: row.partner_id, subgraph: row.id };
	await withDependents(manager, cause, async () => {
		await manager.update(SubgraphRow, { id: row.id }, changed);
		await noteServedChanged(manager);
		await appendToLog(manager, actor, {
			action: entry.action,
			partnerId: row.partner_id,
			subgraph: row.id,
			...(version !== null && { version }),
			detail: {
				active: now.active,
				canary: now.canary && { share: now.canary.share, consumers: now.canary.consumers },
				...(entry.reason !== undefined && { reason: entry.reason }),
			},
		});
	});
	return changed;
}

/** The version that a transition is about: the one that is activated, or the one that is withdrawn. */
function concerned(transition: Transition, before: ServingState, now: ServingState): number | null {
	if (transition.kind === "activate") return transition.version;
	if (transition.kind === "rollBack") return before.canary?.version ?? before.active;
	return now.active;
}
