import { lock } from "../../../shared/database/lock.ts";
import type { EntitlementLevel } from "../../../shared/entitlement-level.ts";
import { badInput, type FieldFault, notFound } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { freshEngagement } from "../database/fresh.ts";
import { EngagementRow } from "../database/rows.ts";
import { membershipsOf } from "../membership/queries.ts";
import { facilityAccess } from "../membership/rules.ts";
import { authorised, checkOwn, type Deed } from "../policy.ts";
import { keyFaults, latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { checkRevision } from "../record/conflict.ts";
import { newId } from "../record/ids.ts";
import { firstAnswer, once, type Request } from "../record/once.ts";
import { keepRevision } from "../record/revise.ts";
import { smesByIds } from "../sme/queries.ts";
import { columnsOf, detailsOf } from "./details.ts";
import type { AmendEngagementInput, LogEngagementInput } from "./input.ts";
import { askOwners, referenceFaults, tiersIn } from "./owned.ts";
import { toEngagement } from "./present.ts";
import { engagementsByIds, WHOLE } from "./queries.ts";
import {
	type Details,
	dateColumns,
	detailFaults,
	type Step,
	statusAfter,
	statusesBefore,
	traceIdOf,
} from "./rules.ts";
import { changeEngagement, checkUnlocked, findEngagement } from "./store.ts";

/** All that is wrong with the details, and the manufacturer under which they count. */
async function check(
	context: Context,
	actor: Actor,
	details: Details & { smeId: string },
): Promise<{ faults: FieldFault[]; smeId: string; entitlement: EntitlementLevel | null }> {
	const faults = detailFaults(details, latestToday());
	if (!details.startedOn) faults.push({ path: "startedOn", message: "is missing" });
	if ("center" in actor && details.centerId && details.centerId !== actor.center)
		faults.push({ path: "centerId", message: `you may log for ${actor.center} only` });
	const [[sme], owned] = await Promise.all([
		smesByIds(context.database, context.viewer, [details.smeId], []),
		askOwners(context.ask, [details]),
	]);
	if (!sme)
		faults.push({ path: "smeId", message: `there is no Sme with the id "${details.smeId}"` });
	const smeId = sme?.id ?? details.smeId;
	const tiers = tiersIn(owned, details.instituteId);
	const held = tiers.length > 0 ? await membershipsOf(context.database, context.viewer, smeId) : [];
	const access = facilityAccess(details, tiers, held);
	return {
		faults: [...faults, ...referenceFaults(owned, details), ...access.faults],
		smeId,
		entitlement: access.level,
	};
}

/** Keeps a new engagement as a draft. */
export async function logEngagement(
	context: Context,
	input: LogEngagementInput,
): Promise<EngagementRow> {
	const actor = authorised(context.viewer, "log engagements");
	const { clientMutationId: key, ...content } = input;
	throwFaults(keyFaults(key));
	const request: Request = { operation: "logEngagement", key, content };
	const first = await firstAnswer<EngagementRow>(context.database, actor, request);
	if (first) return first;
	const own = "center" in actor ? actor.center : null;
	const details = { ...content, centerId: content.centerId ?? own };
	const { faults, smeId, entitlement } = await check(context, actor, details);
	throwFaults(faults);
	return context.database.write((manager) =>
		once(manager, actor, request, async () => {
			await lock(manager, "manufacturers", "shared");
			await lock(manager, `quarters of ${details.centerId}`, "shared");
			const row = freshEngagement(
				{
					id: newId("eng"),
					...columnsOf(details),
					entitlement,
					sme_id: smeId,
					logged_sme_id: details.smeId,
					synthetic: context.synthetic,
					source_document: `logged by ${actor.subject}`,
				},
				details.startedOn ?? null,
			);
			await checkUnlocked(manager, "input.startedOn", row);
			await manager.insert(EngagementRow, row);
			await keepRevision(manager, actor, {
				type: "ENGAGEMENT",
				action: "logged",
				before: null,
				after: row,
			});
			return row;
		}),
	);
}

export type StepInput = {
	id: string;
	revision: number;
	clientMutationId?: string | null;
	reason?: string | null;
};

const STEPS = {
	submit: { deed: "submit engagements", action: "submitted", reason: false },
	return: { deed: "return engagements", action: "returned", reason: true },
	approve: { deed: "approve engagements", action: "approved", reason: false },
	void: { deed: "void engagements", action: "voided", reason: true },
} as const satisfies Partial<Record<Step, { deed: Deed; action: string; reason: boolean }>>;

const LOCKED = ["REPORTED", "AMENDED"];

function nextStatus(step: Step, row: EngagementRow): string {
	const next = statusAfter(step, row.status);
	if (!next)
		throw badInput(
			"id",
			`the engagement is ${row.status}; you can ${step} it only while it is ${statusesBefore(step).join(" or ")}`,
		);
	return next;
}

/** Submits, returns, approves or voids an engagement. */
export async function moveEngagement(
	context: Context,
	step: keyof typeof STEPS,
	input: StepInput,
): Promise<EngagementRow> {
	const { deed, action, reason: needsReason } = STEPS[step];
	const office = step === "void" && context.viewer.role === "PROGRAM_OFFICE";
	const actor = authorised(context.viewer, office ? "void reported engagements" : deed);
	const { clientMutationId: key, ...content } = input;
	throwFaults([...keyFaults(key), ...reasonFaults(input.reason, needsReason)], "");
	const request: Request = { operation: `${step}Engagement`, key, content };
	return context.database.write((manager) =>
		once(manager, actor, request, async () => {
			const row = await findEngagement(manager, actor, input.id);
			checkOwn(actor, row.center_id);
			await lock(manager, `quarters of ${row.center_id}`, "shared");
			await checkRevision(manager, "ENGAGEMENT", row, input.revision, toEngagement);
			const status = nextStatus(step, row);
			if (step === "void" && LOCKED.includes(row.status))
				authorised(actor, "void reported engagements");
			if (step === "submit" || step === "approve") await checkUnlocked(manager, "id", row);
			return changeEngagement(manager, actor, action, row, { status }, { reason: input.reason });
		}),
	);
}

function deedOfAmending(status: string): Deed {
	if (LOCKED.includes(status)) return "amend reported engagements";
	return status === "APPROVED" ? "amend approved engagements" : "amend drafts";
}

/** Changes what an engagement says. Drafts stay drafts; what was reported becomes AMENDED. */
export async function amendEngagement(
	context: Context,
	input: AmendEngagementInput,
): Promise<EngagementRow> {
	const { viewer, database } = context;
	const { clientMutationId: key, ...content } = input;
	const actor = viewer.role === "PUBLIC" ? authorised(viewer, "amend drafts") : viewer;
	throwFaults(keyFaults(key));
	const request: Request = {
		operation: "amendEngagement",
		key,
		content: { ...content, nulls: nullsOf(content) },
	};
	const first = await firstAnswer<EngagementRow>(database, actor, request);
	if (first) return first;
	const { id, revision, reason, ...changes } = content;
	const [row] = await engagementsByIds(database, viewer, [id], WHOLE);
	authorised(viewer, row ? deedOfAmending(row.status) : "amend drafts");
	if (!row) throw notFound("Engagement", id);
	checkOwn(actor, row.center_id);
	const given = Object.entries(changes).filter(([, value]) => value !== undefined);
	const details = { ...detailsOf(row), ...Object.fromEntries(given) };
	const needsReason = !["DRAFT", "RETURNED"].includes(row.status);
	const { faults, smeId, entitlement } = await check(context, actor, details);
	throwFaults([...reasonFaults(reason, needsReason), ...faults]);
	const between = { ...columnsOf(details), entitlement, sme_id: smeId };
	const patch = {
		...between,
		logged_sme_id: details.smeId,
		trace_id: traceIdOf(between),
		...dateColumns(details.startedOn ?? null),
	};
	return database.write((manager) =>
		once(manager, actor, request, async () => {
			await lock(manager, "manufacturers", "shared");
			const current = await findEngagement(manager, viewer, id);
			await lock(manager, `quarters of ${current.center_id}`, "shared");
			await checkRevision(manager, "ENGAGEMENT", current, revision, toEngagement);
			const status = nextStatus("amend", current);
			if (!LOCKED.includes(current.status))
				await checkUnlocked(manager, "input.startedOn", { ...current, ...patch });
			return changeEngagement(manager, actor, "amended", current, { ...patch, status }, { reason });
		}),
	);
}

/** The fields set to null: emptying a field is another content than leaving it as it is. */
function nullsOf(content: object): string[] {
	return Object.entries(content)
		.filter(([, value]) => value === null)
		.map(([name]) => name)
		.sort();
}
