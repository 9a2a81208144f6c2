import { badInput } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { batchById, ownsBatch } from "./queries.ts";

/** Only the actor who started a batch may add to it, since undoing it undoes all of it. */
export async function checkBatch(
	{ database }: Context,
	actor: Actor,
	batchId: string,
): Promise<void> {
	if (!/^bat_[0-9a-f]{32}$/.test(batchId) || (await ownsBatch(database, actor, batchId)) === false)
		throw badInput(
			"input.batchId",
			`"${batchId.slice(0, 60)}" is not a batch of yours; leave it out for a new one`,
		);
}

/** Rows that come after an import was undone would be left of it. */
export async function checkNotUndone(
	{ database, viewer }: Context,
	batchId: string,
): Promise<void> {
	const batch = await batchById(database, viewer, batchId);
	if (batch && batch.state !== "TAKEN")
		throw badInput(
			"input.batchId",
			`${batchId} was undone by ${batch.undone_by} at ${batch.undone_at}; nothing is added to it. Start a new import`,
		);
}
