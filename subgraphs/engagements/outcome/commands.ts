import { type EntityManager, In } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";
import { parsePartialDate } from "../../../shared/dates.ts";
import { badInput, type FieldFault, HubError, notFound } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { freshOutcome } from "../database/fresh.ts";
import { OutcomeClaimRow, OutcomeCoverRow, OutcomeRow } from "../database/rows.ts";
import { engagementsByIds } from "../engagement/queries.ts";
import { authorised, checkOwn, isInside } from "../policy.ts";
import { keyFaults, latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { checkRevision } from "../record/conflict.ts";
import { newId } from "../record/ids.ts";
import { firstAnswer, once, type Request } from "../record/once.ts";
import { keepRevision } from "../record/revise.ts";
import { smesByIds } from "../sme/queries.ts";
import type { ReportOutcomeInput } from "./input.ts";
import { toOutcome } from "./present.ts";
import { type Claim, isOutlier, outcomeFaults, reviewsOf } from "./rules.ts";

/** An outcome as its revisions keep it. */
export type OutcomeSnapshot = OutcomeRow & { claims?: Claim[]; covers?: string[] };

const ENGAGEMENT_FIELDS = new Set(["sme", "center", "status"]);

async function coverFaults(
	context: Context,
	input: ReportOutcomeInput,
	smeId: string,
	centerId: string,
): Promise<FieldFault[]> {
	const rows = new Map(
		(await engagementsByIds(context.database, context.viewer, input.covers, ENGAGEMENT_FIELDS)).map(
			(row) => [row.id, row],
		),
	);
	return input.covers.flatMap((id, index) => {
		const row = rows.get(id);
		const path = `covers.${index}`;
		if (!row) return { path, message: `there is no Engagement with the id "${id}"` };
		if (row.sme_id !== smeId) return { path, message: `"${id}" served another manufacturer` };
		if (row.center_id !== centerId) return { path, message: `"${id}" is not of ${centerId}` };
		if (row.status === "VOIDED") return { path, message: `"${id}" is void` };
		return [];
	});
}

/** Windows of one client and center must not overlap within a metric: that counts the same sales twice. */
async function checkWindows(
	manager: EntityManager,
	outcome: OutcomeRow,
	claims: Claim[],
): Promise<void> {
	const others = await manager.findBy(OutcomeRow, {
		sme_id: outcome.sme_id,
		center_id: outcome.center_id ?? "",
	});
	const standing = others.filter((row) => !["WITHDRAWN", "DISPUTED"].includes(row.verification));
	const mine = [outcome.window_start, outcome.window_end].map((text) =>
		parsePartialDate(text ?? ""),
	);
	for (const other of standing) {
		const theirs = [other.window_start, other.window_end].map((text) =>
			parsePartialDate(text ?? ""),
		);
		const [start, end] = mine;
		const [from, to] = theirs;
		if (!start || !end || !from || !to || start.first > to.last || from.first > end.last) continue;
		const metrics = (await manager.findBy(OutcomeClaimRow, { outcome_id: other.id })).map(
			(claim) => claim.metric,
		);
		const index = claims.findIndex((claim) => metrics.includes(claim.metric));
		if (index >= 0)
			throw badInput(
				`input.claims.${index}.metric`,
				`${claims[index]?.metric} was reported for ${other.window_start} to ${other.window_end} already (${other.id}); windows of one client and center do not overlap`,
			);
	}
}

/** Keeps what a client reports; a figure beyond the bound for the firm's size makes it an OUTLIER. */
export async function reportOutcome(
	context: Context,
	input: ReportOutcomeInput,
): Promise<OutcomeSnapshot> {
	const { viewer, database } = context;
	const actor = authorised(viewer, "report outcomes");
	const { clientMutationId: key, ...content } = input;
	throwFaults(keyFaults(key));
	const request: Request = { operation: "reportOutcome", key, content };
	const first = await firstAnswer<OutcomeSnapshot>(database, actor, request);
	if (first) return first;
	const centerId = input.centerId ?? ("center" in actor ? actor.center : "");
	const faults = outcomeFaults(input, latestToday());
	if ("center" in actor && centerId !== actor.center)
		faults.push({ path: "centerId", message: `you may report for ${actor.center} only` });
	const [sme] = await smesByIds(database, viewer, [input.smeId], new Set(["employees"]));
	if (!sme) faults.push({ path: "smeId", message: `there is no Sme with the id "${input.smeId}"` });
	else faults.push(...(await coverFaults(context, input, sme.id, centerId)));
	throwFaults(faults);
	const outlier = input.claims.some((claim) => isOutlier(claim, sme?.employees ?? null));
	return database.write((manager) =>
		once(manager, actor, request, async () => {
			await lock(manager, "manufacturers", "shared");
			await lock(manager, `outcomes of ${sme?.id} ${centerId}`);
			const row = freshOutcome({
				id: newId("out"),
				sme_id: sme?.id ?? input.smeId,
				logged_sme_id: input.smeId,
				center_id: centerId,
				window_start: input.windowStart,
				window_end: input.windowEnd,
				verification: outlier ? "OUTLIER" : "SELF_REPORTED",
				synthetic: context.synthetic,
				source_document: `reported to ${actor.subject}`,
			});
			await checkWindows(manager, row, input.claims);
			await manager.insert(OutcomeRow, row);
			const claims = input.claims.map(({ metric, value, currency }) => ({
				id: `${row.id}~${metric}`,
				outcome_id: row.id,
				metric,
				value,
				currency: currency ?? null,
				qualifier: null,
			}));
			await manager.insert(OutcomeClaimRow, claims);
			const covers = [...new Set(input.covers)];
			await manager.insert(
				OutcomeCoverRow,
				covers.map((id) => ({ id: `${row.id}~${id}`, outcome_id: row.id, engagement_id: id })),
			);
			const after: OutcomeSnapshot = {
				...row,
				claims: claims.map(({ metric, value, currency }) => ({ metric, value, currency })),
				covers,
			};
			await keepRevision(manager, actor, {
				type: "OUTCOME",
				action: "reported",
				before: null,
				after,
			});
			return after;
		}),
	);
}

export type ReviewInput = {
	id: string;
	revision: number;
	verification: string;
	reason: string;
	clientMutationId?: string | null;
};

/** What a center may say of its own outcomes; the rest is the program office's. */
const OF_CENTERS = ["CENTER_CHECKED", "WITHDRAWN"];

/** Sets how far an outcome has been checked. */
export async function reviewOutcome(
	context: Context,
	input: ReviewInput,
): Promise<OutcomeSnapshot> {
	const { viewer, database } = context;
	const actor = authorised(
		viewer,
		OF_CENTERS.includes(input.verification) ? "check outcomes" : "verify outcomes",
	);
	const { clientMutationId: key, ...content } = input;
	throwFaults([...keyFaults(key), ...reasonFaults(input.reason, true)], "");
	const request: Request = { operation: "reviewOutcome", key, content };
	return database.write((manager) =>
		once(manager, actor, request, async () => {
			const before = await manager.findOneBy(OutcomeRow, { id: input.id });
			const seen = before && (before.visibility === "PUBLIC" || isInside(actor, before.center_id));
			if (!before || !seen) throw notFound("Outcome", input.id);
			checkOwn(actor, before.center_id);
			await checkRevision(manager, "OUTCOME", before, input.revision, toOutcome);
			const possible = reviewsOf(before.verification);
			if (!possible.includes(input.verification))
				throw badInput(
					"verification",
					`an outcome that is ${before.verification} cannot become ${input.verification}; possible: ${possible.join(", ") || "nothing"}`,
				);
			const after = { ...before, verification: input.verification, revision: before.revision + 1 };
			const { affected } = await manager.update(
				OutcomeRow,
				{ id: In([before.id]), revision: before.revision },
				after,
			);
			if (affected === 0)
				throw new HubError(
					"CONFLICT",
					`revision: ${before.id} was changed just now; look at it and decide anew`,
					{ argument: "revision", seen: toOutcome(before) },
				);
			await keepRevision(manager, actor, {
				type: "OUTCOME",
				action: input.verification.toLowerCase().replace("_", " "),
				before,
				after,
				reason: input.reason,
			});
			return after;
		}),
	);
}
