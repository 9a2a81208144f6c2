import { HubError, notFound } from "../../../shared/errors.ts";
import { shown } from "../../../shared/formats.ts";
import type { Context } from "../context.ts";
import type { EngagementRow } from "../database/rows.ts";
import { checkOwnCenter, requirePermission } from "../policy.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import { runCommand } from "../record/command.ts";
import { lockManufacturers, lockQuarters } from "../record/locks.ts";
import { checkRevision } from "../record/optimistic-lock.ts";
import { seesSme } from "../sme/seen.ts";
import { applyAmendment, permissionToAmend } from "./apply-amendment.ts";
import {
	applyTransition,
	type NamedTransition,
	permissionToTransition,
	TRANSITION_RULES,
} from "./apply-transition.ts";
import { type Checked, checkDetails } from "./check.ts";
import { createEngagement } from "./create-engagement.ts";
import { type Details, detailsOf, FIELD_NAMES } from "./fields.ts";
import type { AmendEngagementInput, LogEngagementInput } from "./input.ts";
import { type Logging, logTogether } from "./log-together.ts";
import { toEngagement } from "./present.ts";
import { engagementRowsByIds } from "./queries.ts";
import { findEngagement } from "./repository.ts";

/** The fields of an input that are details. */
const detailsIn = (input: object): Partial<Details> =>
	Object.fromEntries(
		FIELD_NAMES.flatMap((name) => {
			const value = (input as Partial<Details>)[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);

async function unknownSme({ database, viewer }: Context, smeId: string) {
	if (await seesSme(database)(viewer, smeId)) return [];
	return [{ path: "smeId", message: `there is no Sme with the id "${smeId}"` }];
}

/** Saves a new engagement as a draft. */
export async function logEngagement(
	context: Context,
	input: LogEngagementInput,
): Promise<EngagementRow> {
	const { clientMutationId: key, ...content } = input;
	return runCommand<Logging, EngagementRow>(context, {
		operation: "logEngagement",
		key,
		content,
		permission: "log engagements",
		prefix: "input",
		async check(actor) {
			const own = "center" in actor ? actor.center : null;
			const details = { kind: input.kind, ...detailsIn(input), centerId: input.centerId ?? own };
			const [checked] = await checkDetails(context, actor, "log", [details]);
			const { faults, references, tiers } = checked as Checked;
			if (!details.startedOn) faults.push({ path: "startedOn", message: "is missing" });
			throwFaults([
				...faults,
				...reasonFaults(input.reason, false),
				...(await unknownSme(context, input.smeId)),
				...references,
			]);
			return { smeId: input.smeId, details, tiers };
		},
		together: { make: logTogether(context.database), center: ({ details }) => details.centerId },
		async lock(manager, { details }) {
			await lockManufacturers(manager);
			await lockQuarters(manager, details.centerId);
		},
		change: (transaction, { details, tiers }) =>
			createEngagement(transaction, {
				action: "logged",
				smeId: input.smeId,
				details,
				tiers,
				status: "DRAFT",
				visibility: "CONFIDENTIAL",
				late: input.late,
				reason: input.reason,
				source: { document: `logged by ${transaction.actor.subject}`, url: null, readOn: null },
			}),
	});
}

export type TransitionInput = {
	id: string;
	revision: number;
	clientMutationId?: string | null;
	reason?: string | null;
	/** The field that the reason is about. */
	about?: string | null;
};

const ABOUT = ["smeId", ...FIELD_NAMES];

function aboutFaults(transition: NamedTransition, about: string | null | undefined) {
	if (about === null || about === undefined) return [];
	if (transition !== "return")
		return [{ path: "about", message: "only returning names a field; leave it out" }];
	if (ABOUT.includes(about)) return [];
	return [{ path: "about", message: `${shown(about)} is not one of ${ABOUT.join(", ")}` }];
}

/** Submits, withdraws, discards, returns, approves or voids an engagement. */
export async function transitionEngagement(
	context: Context,
	transition: NamedTransition,
	{ clientMutationId: key, ...content }: TransitionInput,
): Promise<EngagementRow> {
	const { id, revision, reason, about } = content;
	return runCommand(context, {
		operation: `${transition}Engagement`,
		key,
		content,
		permission: permissionToTransition(transition, context.viewer.role),
		prefix: "",
		check: async () =>
			throwFaults(
				[
					...reasonFaults(reason, TRANSITION_RULES[transition].reason),
					...aboutFaults(transition, about),
				],
				"",
			),
		async change(transaction) {
			const { manager, actor } = transaction;
			const row = await findEngagement(manager, actor, id);
			await lockQuarters(manager, row.center_id);
			await checkRevision(manager, "ENGAGEMENT", row, revision, toEngagement);
			return applyTransition(transaction, transition, row, reason, undefined, about);
		},
	});
}

/** Why a record is changed, and the field that this is about. */
type Why = { reason?: string | null; about?: string | null };

/** A record in the revision that was seen; it may have a reason of its own. */
type SeenRecord = Why & { id: string; revision: number };

/** The result for one of several records. */
export type Moved = { id: string; row?: EngagementRow; error?: HubError };

/** Applies the same transition to several engagements, each in its own transaction; a refusal does not stop the others. */
export async function transitionEngagements(
	context: Context,
	transition: NamedTransition,
	records: SeenRecord[],
	more: Why & { clientMutationId?: string | null },
): Promise<Moved[]> {
	const moved: Moved[] = [];
	for (const { id, revision, reason, about } of records) {
		const key = more.clientMutationId && `${more.clientMutationId}~${id}`;
		try {
			const why = reason ? { reason, about } : { reason: more.reason, about: about ?? more.about };
			const input = { id, revision, ...why, clientMutationId: key };
			moved.push({ id, row: await transitionEngagement(context, transition, input) });
		} catch (error) {
			if (!(error instanceof HubError) || error.extensions.code === "UNAUTHENTICATED") throw error;
			moved.push({ id, error });
		}
	}
	return moved;
}

/** Changes an engagement. Drafts stay drafts; reported engagements become AMENDED. */
export async function amendEngagement(
	context: Context,
	input: AmendEngagementInput,
): Promise<EngagementRow> {
	const { clientMutationId: key, ...content } = input;
	const { id, revision, reason, late } = input;
	return runCommand(context, {
		operation: "amendEngagement",
		key,
		content: { ...content, nulls: nullsOf(content) },
		prefix: "input",
		async check(actor) {
			const [row] = await engagementRowsByIds(context.database, actor, [id]);
			requirePermission(actor, row ? permissionToAmend(row) : "amend drafts");
			if (!row) throw notFound("Engagement", id);
			checkOwnCenter(actor, row.center_id);
			const details = { ...detailsOf(row), ...detailsIn(input) };
			const smeId = input.smeId ?? row.logged_sme_id;
			const [checked] = await checkDetails(context, actor, "log", [details]);
			const { faults, references, tiers } = checked as Checked;
			if (!details.startedOn && row.started_on !== null)
				faults.push({ path: "startedOn", message: "is missing" });
			throwFaults([
				...reasonFaults(reason, false),
				...faults,
				...(await unknownSme(context, smeId)),
				...references,
			]);
			return { details, smeId, tiers, centerId: row.center_id };
		},
		async lock(manager, { centerId }) {
			await lockManufacturers(manager);
			await lockQuarters(manager, centerId);
		},
		async change(transaction, { details, smeId, tiers }) {
			const row = await findEngagement(transaction.manager, transaction.actor, id);
			await checkRevision(transaction.manager, "ENGAGEMENT", row, revision, toEngagement);
			return applyAmendment(transaction, row, {
				action: "amended",
				smeId,
				details,
				tiers,
				late,
				reason,
			});
		},
	});
}

/** The fields set to null, since clearing a field is different content from leaving it out. */
function nullsOf(content: object): string[] {
	return Object.entries(content)
		.filter(([, value]) => value === null)
		.map(([name]) => name)
		.sort();
}
