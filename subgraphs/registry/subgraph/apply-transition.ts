import type { EntityManager } from "typeorm";
import { SubgraphRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import type { RegistryActor } from "../policy.ts";
import { columnsOf, standingOf } from "./rows.ts";
import { after, type Move, type Standing } from "./rules.ts";

/** Makes a move in a transaction and writes it to the publish log. A move that changes nothing is not written. */
export async function moveSubgraph(
	manager: EntityManager,
	actor: RegistryActor,
	row: SubgraphRow,
	move: Move,
	told: { action: string; reason?: string },
): Promise<SubgraphRow> {
	const before = standingOf(row);
	const now = after(before, move);
	if (now === before) return row;
	const status =
		now.suspended === before.suspended
			? {}
			: {
					status_reason: now.suspended ? (told.reason ?? null) : null,
					status_by: now.suspended ? actor.name : null,
				};
	const moved: SubgraphRow = { ...row, ...columnsOf(now), ...status };
	await manager.update(SubgraphRow, { id: row.id }, moved);
	await noteServedChanged(manager);
	const version = concerned(move, before, now);
	await appendToLog(manager, actor, {
		action: told.action,
		partnerId: row.partner_id,
		subgraph: row.id,
		...(version !== null && { version }),
		detail: {
			active: now.active,
			canary: now.canary && { share: now.canary.share, consumers: now.canary.consumers },
			...(told.reason !== undefined && { reason: told.reason }),
		},
	});
	return moved;
}

/** The version that a move is about: the one that comes, or the one that goes. */
function concerned(move: Move, before: Standing, now: Standing): number | null {
	if (move.kind === "activate") return move.version;
	if (move.kind === "rollBack") return before.canary?.version ?? before.active;
	return now.active;
}
