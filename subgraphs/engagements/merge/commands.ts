import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { SmeRow } from "../database/rows.ts";
import { checkNotDistinct } from "../duplicates/distinct.ts";
import { standingClaims } from "../outcome/queries.ts";
import { countsTwice } from "../outcome/rules.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand, type Transaction } from "../record/command.ts";
import { lockManufacturers } from "../record/locks.ts";
import { checkRevision } from "../record/optimistic-lock.ts";
import { toSme } from "../sme/present.ts";
import { smesByIds } from "../sme/queries.ts";
import { changeSme, type SmeSnapshot } from "../sme/repository.ts";
import { centersOf, coversAcross, moveAll, moveLogged, setRoots, subtreeOf } from "./queries.ts";

/** Throws BAD_USER_INPUT with all outcomes of the two that would count the same figure twice. */
async function checkWindows(
	{ manager, pathOf }: Transaction,
	keep: string,
	merge: string,
): Promise<void> {
	const claims = await standingClaims(readerIn(manager), [keep, merge]);
	const conflicts = claims
		.filter((one) => one.sme_id === merge)
		.flatMap((one) =>
			claims
				.filter(
					(other) =>
						other.sme_id === keep && other.metric === one.metric && countsTwice(one, other),
				)
				.map((other) => ({ metric: one.metric, outcomes: [one.id, other.id] })),
		);
	if (conflicts.length === 0) return;
	const said = conflicts.map(({ metric, outcomes }) => `${outcomes.join(" and ")} (${metric})`);
	const error = badInput(
		pathOf("merge"),
		`these outcomes report the same figure for overlapping windows, which would count twice: ${said.join(", ")}; withdraw one of each first`,
	);
	error.extensions.conflicts = conflicts;
	throw error;
}

export type MergeInput = {
	keep: string;
	merge: string;
	revision: number;
	/** Of the one that stays; not checked without. */
	keepRevision?: number | null;
	reason: string;
	clientMutationId?: string | null;
};

/** Merges one manufacturer into another; its id keeps resolving and its records keep the id they were logged under. */
export async function mergeSmes(
	context: Context,
	{ clientMutationId: key, ...content }: MergeInput,
): Promise<SmeSnapshot> {
	const { keep: keepId, merge: mergeId, revision, keepRevision, reason } = content;
	return runCommand(context, {
		operation: "mergeSmes",
		key,
		content,
		permission: "merge manufacturers",
		prefix: "",
		async check(actor) {
			throwFaults(reasonFaults(reason, true), "");
			const rows = await smesByIds(context.database, actor, [keepId, mergeId], []);
			const rootOf = new Map(rows.map((row) => [row.asked, row.id]));
			for (const id of [keepId, mergeId]) if (!rootOf.has(id)) throw notFound("Sme", id);
			if (rootOf.get(keepId) === rootOf.get(mergeId))
				throw badInput("merge", "the two are the same manufacturer already");
			for (const [path, id] of [
				["keep", keepId],
				["merge", mergeId],
			] as const)
				if (rootOf.get(id) !== id)
					throw badInput(path, `${id} was merged into ${rootOf.get(id)}; name that one`);
		},
		lock: (manager) => lockManufacturers(manager, "exclusive"),
		async change(transaction) {
			const { manager, actor } = transaction;
			const before = await manager.findOneByOrFail(SmeRow, { id: mergeId });
			const keep = await manager.findOneByOrFail(SmeRow, { id: keepId });
			await checkRevision(manager, "SME", before, revision, toSme);
			if (typeof keepRevision === "number")
				await checkRevision(manager, "SME", keep, keepRevision, toSme, "keepRevision");
			if (keep.root_id !== keep.id || before.root_id !== before.id)
				throw new HubError(
					"CONFLICT",
					"keep: one of the two was merged just now; reload them and try again",
				);
			await checkNotDistinct(readerIn(manager), keepId, mergeId);
			const centers = await centersOf(readerIn(manager), mergeId);
			// A precise reason would reveal records that the center may not see.
			if ("center" in actor && [before.center_id, ...centers].some((one) => one !== actor.center))
				throw new HubError(
					"FORBIDDEN",
					`a center cannot merge ${mergeId}; ask the program office to`,
				);
			if (before.visibility === "PUBLIC" && keep.visibility !== "PUBLIC")
				throw badInput(
					"keep",
					`${keep.id} is confidential and ${before.id} is public; keep the public one`,
				);
			await checkWindows(transaction, keepId, mergeId);
			await setRoots(manager, await subtreeOf(readerIn(manager), mergeId), keepId);
			const patch = { merged_into: keepId, root_id: keepId };
			await changeSme(transaction, "merged", before, patch, reason);
			await moveAll(manager, mergeId, keepId);
			return keep;
		},
	});
}

export type UnmergeInput = {
	id: string;
	revision?: number | null;
	reason: string;
	clientMutationId?: string | null;
};

/** Throws BAD_USER_INPUT with all outcomes that would cover engagements of another manufacturer. */
async function checkCovers({ manager, pathOf }: Transaction, subtree: string[]): Promise<void> {
	const torn = await coversAcross(readerIn(manager), subtree);
	if (torn.length === 0) return;
	const said = torn.map((one) => `${one.outcome_id} covers ${one.engagement_id}`);
	const error = badInput(
		pathOf("id"),
		`these outcomes would cover another manufacturer's engagements: ${said.join(", ")}; withdraw them first`,
	);
	error.extensions.conflicts = torn.map((one) => ({
		outcome: one.outcome_id,
		engagement: one.engagement_id,
	}));
	throw error;
}

/** Undoes a merge: the manufacturer, with those that were merged into it before, is separate again. */
export async function unmergeSme(
	context: Context,
	{ clientMutationId: key, ...content }: UnmergeInput,
): Promise<SmeSnapshot> {
	const { id, revision, reason } = content;
	return runCommand(context, {
		operation: "unmergeSme",
		key,
		content,
		permission: "merge manufacturers",
		prefix: "",
		async check(actor) {
			throwFaults(reasonFaults(reason, true), "");
			const [seen] = await smesByIds(context.database, actor, [id], []);
			if (!seen) throw notFound("Sme", id);
		},
		lock: (manager) => lockManufacturers(manager, "exclusive"),
		async change(transaction) {
			const { manager, actor } = transaction;
			const before = await manager.findOneByOrFail(SmeRow, { id });
			if (before.merged_into === null) throw badInput("id", `${id} is not merged into another`);
			if (typeof revision === "number")
				await checkRevision(manager, "SME", before, revision, toSme);
			if ("center" in actor && before.center_id !== actor.center)
				throw new HubError("FORBIDDEN", `a center cannot unmerge ${id}; ask the program office to`);
			const subtree = await subtreeOf(readerIn(manager), id);
			await checkCovers(transaction, subtree);
			await setRoots(manager, subtree, id);
			const patch = { merged_into: null, root_id: id };
			const after = await changeSme(transaction, "unmerged", before, patch, reason);
			await moveLogged(manager, subtree, id);
			return after;
		},
	});
}
