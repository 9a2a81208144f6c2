import { insertRow } from "../../../shared/database/insert.ts";
import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, type FieldFault } from "../../../shared/errors.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { OutcomeClaimRow, OutcomeCoverRow, OutcomeRow } from "../database/rows.ts";
import { checkOwnCenter, permissionToReport, requirePermission } from "../policy.ts";
import { throwFaults } from "../record/checks.ts";
import type { Transaction } from "../record/command.ts";
import { newId } from "../record/ids.ts";
import { lockOutcomes } from "../record/locks.ts";
import { keepRevision } from "../record/revisions.ts";
import { rootOf } from "../sme/root.ts";
import { newOutcome } from "./new.ts";
import { coveredEngagements, standingClaims } from "./queries.ts";
import { type Claim, countsTwice, isOutlier } from "./rules.ts";
import type { OutcomeSnapshot } from "./snapshot.ts";

/** A new outcome with checked figures and window. */
export type NewOutcome = {
	action: "reported" | "imported";
	smeId: string;
	centerId: string | null;
	instituteId: string | null;
	windowStart: string | null;
	windowEnd: string | null;
	covers: string[];
	claims: Claim[];
	visibility: string;
	source: { document: string; url: string | null; readOn: string | null };
};

type Window = Pick<
	OutcomeRow,
	"id" | "sme_id" | "center_id" | "institute_id" | "window_start" | "window_end"
>;

/** Throws BAD_USER_INPUT if the windows of two outcomes of one client and provider overlap for one metric, which counts twice. */
export async function checkWindows(
	{ manager, pathOf }: Transaction,
	outcome: Window,
	claims: Claim[],
): Promise<void> {
	const others = (await standingClaims(readerIn(manager), [outcome.sme_id])).filter(
		(other) => other.id !== outcome.id && countsTwice(outcome, other),
	);
	for (const [index, { metric }] of claims.entries()) {
		const other = others.find((one) => one.metric === metric);
		if (other)
			throw badInput(
				pathOf(`claims.${index}.metric`),
				`${metric} was reported for ${other.window_start} to ${other.window_end} already (${other.id}); windows of one client and provider do not overlap`,
			);
	}
}

/** What is wrong with the engagements that a new outcome covers. */
export async function coverFaults(
	database: Reader,
	viewer: Viewer,
	given: Pick<NewOutcome, "covers" | "centerId">,
	smeId: string,
): Promise<FieldFault[]> {
	const rows = await coveredEngagements(database, viewer, given.covers);
	const found = new Map(rows.map((row) => [row.id, row]));
	return given.covers.flatMap((id, index) => {
		const row = found.get(id);
		const path = `covers.${index}`;
		if (!row) return { path, message: `there is no Engagement with the id "${id}"` };
		if (row.sme_id !== smeId) return { path, message: `"${id}" served another manufacturer` };
		if (row.center_id !== given.centerId)
			return { path, message: `"${id}" is not of ${given.centerId}` };
		if (row.status === "VOIDED") return { path, message: `"${id}" is void` };
		return [];
	});
}

export const claimRows = (outcomeId: string, claims: Claim[]): OutcomeClaimRow[] =>
	claims.map(({ metric, value, currency, qualifier }) => ({
		id: `${outcomeId}~${metric}`,
		outcome_id: outcomeId,
		metric,
		value,
		currency: currency ?? null,
		qualifier: qualifier ?? null,
	}));

/** The first verification of what a client reports. */
export const firstVerification = (claims: Claim[], employees: number | null) =>
	claims.some((claim) => isOutlier(claim, employees)) ? "OUTLIER" : "SELF_REPORTED";

/** Inserts a new outcome, in a transaction that has locked manufacturers. A figure beyond the bound for the firm's size makes it an OUTLIER. */
export async function createOutcome(
	transaction: Transaction,
	given: NewOutcome,
): Promise<OutcomeSnapshot> {
	const { manager, actor, batchId, synthetic } = transaction;
	requirePermission(actor, permissionToReport(given.visibility));
	checkOwnCenter(actor, given.centerId);
	const sme = await rootOf(transaction, given.smeId);
	await lockOutcomes(manager, sme.id, given.centerId ?? given.instituteId ?? "");
	const faults = await coverFaults(readerIn(manager), actor, given, sme.id);
	throwFaults(
		faults.map(({ path, message }) => ({ path: transaction.pathOf(path), message })),
		"",
	);
	const { source, claims } = given;
	const row = newOutcome({
		id: newId("out"),
		sme_id: sme.id,
		logged_sme_id: given.smeId,
		center_id: given.centerId,
		institute_id: given.instituteId,
		window_start: given.windowStart,
		window_end: given.windowEnd,
		verification: firstVerification(claims, sme.employees),
		visibility: given.visibility,
		synthetic,
		source_document: source.document,
		source_url: source.url,
		read_on: source.readOn,
	});
	await checkWindows(transaction, row, claims);
	await insertRow(manager, OutcomeRow, row);
	for (const claim of claimRows(row.id, claims)) await insertRow(manager, OutcomeClaimRow, claim);
	const covers = [...new Set(given.covers)];
	for (const id of covers)
		await insertRow(manager, OutcomeCoverRow, {
			id: `${row.id}~${id}`,
			outcome_id: row.id,
			engagement_id: id,
		});
	const after: OutcomeSnapshot = { ...row, claims: claims.map(plainClaim), covers };
	const change = { type: "OUTCOME", action: given.action, before: null, after, batchId } as const;
	await keepRevision(manager, actor, change);
	return after;
}

export const plainClaim = ({ metric, value, currency, qualifier }: Claim): Claim => ({
	metric,
	value,
	currency: currency ?? null,
	...(qualifier && { qualifier }),
});
