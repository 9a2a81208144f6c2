import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand } from "../record/command.ts";
import { lockManufacturers } from "../record/locks.ts";
import { checkRevision } from "../record/optimistic-lock.ts";
import { smesByIds } from "../sme/queries.ts";
import {
	correctOutcome as applyCorrection,
	applyReview,
	withdrawOutcome as applyWithdrawal,
	findOutcome,
	permissionToReview,
} from "./change-outcome.ts";
import { coverFaults, createOutcome } from "./create-outcome.ts";
import type { CorrectOutcomeInput, ReportOutcomeInput } from "./input.ts";
import { toOutcome } from "./present.ts";
import { claimsOf } from "./queries.ts";
import { claimListFaults, outcomeFaults, sameClaims } from "./rules.ts";
import type { OutcomeSnapshot } from "./snapshot.ts";

/** Saves what a client reports. */
export async function reportOutcome(
	context: Context,
	input: ReportOutcomeInput,
): Promise<OutcomeSnapshot> {
	const { clientMutationId: key, ...content } = input;
	return runCommand(context, {
		operation: "reportOutcome",
		key,
		content,
		permission: "report outcomes",
		prefix: "input",
		async check(actor) {
			const centerId = input.centerId ?? ("center" in actor ? actor.center : "");
			const faults = outcomeFaults(input, latestToday());
			if ("center" in actor && centerId !== actor.center)
				faults.push({ path: "centerId", message: `you may report for ${actor.center} only` });
			const [sme] = await smesByIds(context.database, actor, [input.smeId], []);
			if (!sme)
				faults.push({ path: "smeId", message: `there is no Sme with the id "${input.smeId}"` });
			else {
				const { covers } = input;
				faults.push(...(await coverFaults(context.database, actor, { covers, centerId }, sme.id)));
			}
			throwFaults(faults);
			return centerId;
		},
		lock: (manager) => lockManufacturers(manager),
		change: (transaction, centerId) =>
			createOutcome(transaction, {
				action: "reported",
				smeId: input.smeId,
				centerId,
				instituteId: null,
				windowStart: input.windowStart,
				windowEnd: input.windowEnd,
				covers: input.covers,
				claims: input.claims,
				visibility: "CONFIDENTIAL",
				source: { document: `reported to ${transaction.actor.subject}`, url: null, readOn: null },
			}),
	});
}

export type ReviewInput = {
	id: string;
	revision: number;
	verification: string;
	reason: string;
	clientMutationId?: string | null;
};

/** Sets the verification of an outcome. */
export async function reviewOutcome(
	context: Context,
	{ clientMutationId: key, ...content }: ReviewInput,
): Promise<OutcomeSnapshot> {
	const { id, revision, verification, reason } = content;
	return runCommand(context, {
		operation: "reviewOutcome",
		key,
		content,
		permission: permissionToReview(verification),
		prefix: "",
		check: async () => throwFaults(reasonFaults(reason, true), ""),
		async change(transaction) {
			const before = await findOutcome(transaction, id);
			await checkRevision(transaction.manager, "OUTCOME", before, revision, toOutcome);
			return applyReview(transaction, before, verification, reason);
		},
	});
}

/** One of several outcomes after a review, or why it was not reviewed. */
type Reviewed = { id: string; row?: OutcomeSnapshot; error?: HubError };

/** Reviews several outcomes in the same way, each in its own transaction; a refusal does not stop the others. */
export async function reviewOutcomes(
	context: Context,
	records: Array<{ id: string; revision: number }>,
	{
		clientMutationId: key,
		...review
	}: Pick<ReviewInput, "verification" | "reason" | "clientMutationId">,
): Promise<Reviewed[]> {
	const reviewed: Reviewed[] = [];
	for (const { id, revision } of records) {
		const input = { ...review, id, revision, clientMutationId: key && `${key}~${id}` };
		try {
			reviewed.push({ id, row: await reviewOutcome(context, input) });
		} catch (error) {
			if (!(error instanceof HubError) || error.extensions.code === "UNAUTHENTICATED") throw error;
			reviewed.push({ id, error });
		}
	}
	return reviewed;
}

/** Corrects the figures of a report of the actor's center. */
export async function correctOutcome(
	context: Context,
	{ clientMutationId: key, ...content }: CorrectOutcomeInput,
): Promise<OutcomeSnapshot> {
	const { id, revision, claims, reason } = content;
	return runCommand(context, {
		operation: "correctOutcome",
		key,
		content,
		permission: "report outcomes",
		prefix: "input",
		check: async () => throwFaults([...claimListFaults(claims), ...reasonFaults(reason, true)]),
		lock: (manager) => lockManufacturers(manager),
		async change(transaction) {
			const { manager, pathOf } = transaction;
			const before = await findOutcome(transaction, id);
			await checkRevision(manager, "OUTCOME", before, revision, toOutcome);
			if (sameClaims(claims, await claimsOf(readerIn(manager), [id])))
				throw badInput(pathOf("claims"), "are what the report says already; change a figure");
			return applyCorrection(transaction, before, claims, "corrected", reason);
		},
	});
}

/** Withdraws a report of the actor's center. */
export async function withdrawOutcome(
	context: Context,
	{ clientMutationId: key, ...content }: Omit<ReviewInput, "verification">,
): Promise<OutcomeSnapshot> {
	const { id, revision, reason } = content;
	return runCommand(context, {
		operation: "withdrawOutcome",
		key,
		content,
		permission: "report outcomes",
		prefix: "",
		check: async () => throwFaults(reasonFaults(reason, true), ""),
		async change(transaction) {
			const before = await findOutcome(transaction, id);
			await checkRevision(transaction.manager, "OUTCOME", before, revision, toOutcome);
			return applyWithdrawal(transaction, before, "withdrawn", reason);
		},
	});
}
