import { readerIn } from "../../../shared/database/reader-in.ts";
import type { EngagementRow, OutcomeRow } from "../database/rows.ts";
import { correctOutcome, withdrawOutcome } from "../outcome/change-outcome.ts";
import { createOutcome } from "../outcome/create-outcome.ts";
import { claimsOf, outcomesOnlyAbout } from "../outcome/queries.ts";
import type { Claim } from "../outcome/rules.ts";
import type { Transaction } from "../record/command.ts";
import { type ImportRow, metricsIn } from "./parse-row.ts";

/** New figures of an engagement in a row: for the outcome that the row created before, or for a new one. */
export type ClaimsChange = { outcome?: OutcomeRow; claims: Claim[] };

const saidIn = (row: ImportRow): Claim[] => row.claims.map(({ column: _, ...claim }) => claim);

const wordsOf = (claims: Claim[]) =>
	claims
		.map(({ metric, value, currency }) => `${metric} ${value} ${currency ?? ""}`)
		.sort()
		.join("\n");

/** The figures of a row with a new engagement. */
export function newClaims(row: ImportRow): ClaimsChange | undefined {
	const claims = saidIn(row);
	return claims.length > 0 ? { claims } : undefined;
}

/** The changed figures of a row that was imported before; figures without a column in the file stay as they are. */
export async function changedClaims(
	{ manager }: Transaction,
	engagement: EngagementRow,
	row: ImportRow,
	columns: string[],
): Promise<ClaimsChange | undefined> {
	const spoken = metricsIn(columns);
	if (spoken.length === 0) return undefined;
	const reader = readerIn(manager);
	const outcome = (await outcomesOnlyAbout(reader, engagement.id)).find(
		(one) => one.source_document === engagement.source_document,
	);
	const known = outcome ? await claimsOf(reader, [outcome.id]) : [];
	const claims = [...saidIn(row), ...known.filter(({ metric }) => !spoken.includes(metric))];
	return wordsOf(claims) === wordsOf(known) ? undefined : { outcome, claims };
}

/** Reports, corrects or withdraws the outcome of an engagement's row. */
export async function applyClaims(
	transaction: Transaction,
	engagement: EngagementRow,
	{ outcome, claims }: ClaimsChange,
): Promise<void> {
	if (outcome && claims.length === 0) await withdrawOutcome(transaction, outcome, "imported again");
	else if (outcome) await correctOutcome(transaction, outcome, claims, "imported again");
	else
		await createOutcome(transaction, {
			action: "imported",
			smeId: engagement.logged_sme_id,
			centerId: engagement.center_id,
			instituteId: engagement.institute_id,
			windowStart: engagement.started_on,
			windowEnd: engagement.started_on,
			covers: [engagement.id],
			claims,
			visibility: engagement.visibility,
			source: {
				document: engagement.source_document,
				url: engagement.source_url,
				readOn: engagement.read_on,
			},
		});
}
