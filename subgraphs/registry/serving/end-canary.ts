import type { Context } from "../context.ts";
import { HUB } from "../policy.ts";
import { lockSubgraph } from "../subgraph/lock.ts";
import { subgraphRow } from "../subgraph/queries.ts";
import { servingStateOf } from "../subgraph/rows.ts";
import { applyTransition } from "./apply-transition.ts";

/**
 * A move that the hub makes itself: a canary that failed ends, one that locked becomes active. Nothing happens where the
 * canary is gone or is of another version: another gateway was first.
 */
export async function endCanary(
	{ database }: Pick<Context, "database">,
	kind: "rollBack" | "promote",
	about: { name: string; version?: number; reason?: string },
): Promise<void> {
	const { name, version, reason } = about;
	const row = await subgraphRow(database, name);
	await database.write(async (manager) => {
		const locked = await lockSubgraph(manager, name, row.partner_id);
		const { canary } = servingStateOf(locked);
		if (!canary || (version !== undefined && canary.version !== version)) return;
		await applyTransition(
			manager,
			HUB,
			locked,
			{ kind },
			{
				action: kind === "rollBack" ? "rollBackSubgraph" : "promoteSubgraph",
				...(reason !== undefined && { reason: reason.slice(0, 500) }),
			},
		);
	});
}
