import { badInput, HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import type { SubgraphRow } from "../database/rows.ts";
import { HUB, provenActor } from "../policy.ts";
import type { partsOf } from "../proof/rules.ts";
import { moveSubgraph } from "./apply-transition.ts";
import { heldSubgraph } from "./lock.ts";
import { subgraphRow } from "./queries.ts";
import { standingOf } from "./rows.ts";
import type { Move } from "./rules.ts";

type Reasoned = "rollBackSubgraph" | "suspendSubgraph" | "resumeSubgraph";

const MOVES: Record<Reasoned, Move> = {
	rollBackSubgraph: { kind: "rollBack" },
	suspendSubgraph: { kind: "suspend" },
	resumeSubgraph: { kind: "resume" },
} satisfies Record<Reasoned & keyof typeof partsOf, Move>;

/** Rolls a subgraph back by one step, or suspends or resumes it, at once and without a check. */
export async function moveByReason(
	context: Context,
	action: Reasoned,
	{ name, reason, proof }: { name: string; reason: string; proof?: string | undefined },
): Promise<SubgraphRow> {
	const row = await subgraphRow(context.database, name);
	const about = { partner: row.partner_id, subgraph: name, proof };
	const actor = await provenActor(context, action, about, { reason });
	if (reason.trim() === "" || reason.length > 500)
		throw badInput("reason", "must have 1 to 500 characters; say why in a sentence");
	return context.database.write(async (manager) => {
		const held = await heldSubgraph(manager, name, row.partner_id);
		if (action === "resumeSubgraph" && actor.proof && held.status_by !== actor.name)
			throw new HubError(
				"FORBIDDEN",
				`"${name}" was suspended by ${held.status_by ?? "nobody"}; write to the hub's administrator`,
			);
		return moveSubgraph(manager, actor, held, MOVES[action], { action, reason });
	});
}

/**
 * A move that the hub makes itself: a canary that failed ends, one that held becomes active. Nothing happens where the
 * canary is gone or is of another version: another gateway was first.
 */
export async function moveByHub(
	{ database }: Pick<Context, "database">,
	kind: "rollBack" | "promote",
	about: { name: string; version?: number; reason?: string },
): Promise<void> {
	const { name, version, reason } = about;
	const row = await subgraphRow(database, name);
	await database.write(async (manager) => {
		const held = await heldSubgraph(manager, name, row.partner_id);
		const { canary } = standingOf(held);
		if (!canary || (version !== undefined && canary.version !== version)) return;
		await moveSubgraph(
			manager,
			HUB,
			held,
			{ kind },
			{
				action: kind === "rollBack" ? "rollBackSubgraph" : "promoteSubgraph",
				...(reason !== undefined && { reason: reason.slice(0, 500) }),
			},
		);
	});
}
