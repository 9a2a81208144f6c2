import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { DistinctPairRow } from "../database/rows.ts";
import { checkOwnCenter } from "../policy.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand } from "../record/command.ts";
import { lockManufacturers } from "../record/locks.ts";
import { keepRevision } from "../record/revisions.ts";
import { smesByIds } from "../sme/queries.ts";
import { rootOf } from "../sme/root.ts";
import { declarationsBetween } from "./queries.ts";

/** Throws CONFLICT if somebody declared that two manufacturers, named by the ids they have after merges, are distinct. */
export async function checkNotDistinct(
	database: Reader,
	keep: string,
	merge: string,
): Promise<void> {
	const [declared] = await declarationsBetween(database, keep, merge);
	if (declared)
		throw new HubError(
			"CONFLICT",
			`merge: ${keep} and ${merge} were marked as distinct manufacturers; if they are the same, take that back with unmarkSmesDistinct first`,
			{ argument: "merge" },
		);
}

export type DistinctInput = {
	one: string;
	other: string;
	reason: string;
	clientMutationId?: string | null;
};

/** Throws NOT_FOUND naming the first that the actor does not see, and BAD_USER_INPUT if the two are one. */
async function checkTwo({ database, viewer }: Context, { one, other }: DistinctInput) {
	const rows = await smesByIds(database, viewer, [one, other], []);
	const found = new Map(rows.map((row) => [row.asked, row.id]));
	for (const id of [one, other]) if (!found.has(id)) throw notFound("Sme", id);
	if (found.get(one) === found.get(other))
		throw badInput("other", "the two are the same manufacturer");
}

/** Declares that two manufacturers are not the same. If they were declared so before, that is the answer. */
export async function markDistinct(
	context: Context,
	{ clientMutationId: key, ...content }: DistinctInput,
): Promise<DistinctPairRow> {
	return runCommand(context, {
		operation: "markSmesDistinct",
		key,
		content,
		permission: "merge manufacturers",
		prefix: "",
		async check() {
			throwFaults(reasonFaults(content.reason, true), "");
			await checkTwo(context, content);
		},
		// Neither of the two is merged meanwhile.
		lock: (manager) => lockManufacturers(manager, "exclusive"),
		async change(transaction) {
			const { manager, actor } = transaction;
			const one = await rootOf(transaction, content.one, "one");
			const other = await rootOf(transaction, content.other, "other");
			if (one.id === other.id) throw badInput("other", "the two are the same manufacturer");
			const [standing] = await declarationsBetween(readerIn(manager), one.id, other.id);
			if (standing) return standing;
			const [first = "", second = ""] = [one.id, other.id].sort();
			const id = `${first}~${second}`;
			const before = await manager.findOneBy(DistinctPairRow, { id });
			const after: DistinctPairRow = {
				id,
				one_id: first,
				other_id: second,
				center_id: "center" in actor ? actor.center : null,
				marked_at: new Date().toISOString(),
				marked_by: actor.subject,
				reason: content.reason,
				withdrawn: false,
				revision: (before?.revision ?? 0) + 1,
			};
			await manager.save(DistinctPairRow, after);
			const { reason } = content;
			await keepRevision(manager, actor, {
				type: "DISTINCT_PAIR",
				action: "marked distinct",
				before,
				after,
				reason,
			});
			return after;
		},
	});
}

/** Takes back that two manufacturers are distinct; for the center that declared it, and for the program office. */
export async function unmarkDistinct(
	context: Context,
	{ clientMutationId: key, ...content }: DistinctInput,
): Promise<DistinctPairRow> {
	return runCommand(context, {
		operation: "unmarkSmesDistinct",
		key,
		content,
		permission: "merge manufacturers",
		prefix: "",
		async check() {
			throwFaults(reasonFaults(content.reason, true), "");
			await checkTwo(context, content);
		},
		lock: (manager) => lockManufacturers(manager, "exclusive"),
		async change(transaction) {
			const { manager, actor } = transaction;
			const one = await rootOf(transaction, content.one, "one");
			const other = await rootOf(transaction, content.other, "other");
			const standing = await declarationsBetween(readerIn(manager), one.id, other.id);
			const [first] = standing;
			if (!first) throw badInput("other", "the two are not marked as distinct");
			for (const { center_id } of standing) checkOwnCenter(actor, center_id);
			let last: DistinctPairRow = first;
			for (const { one_root: _, other_root: __, ...before } of standing) {
				last = { ...before, withdrawn: true, revision: before.revision + 1 };
				await manager.save(DistinctPairRow, last);
				await keepRevision(manager, actor, {
					type: "DISTINCT_PAIR",
					action: "unmarked distinct",
					before,
					after: last,
					reason: content.reason,
				});
			}
			return last;
		},
	});
}
