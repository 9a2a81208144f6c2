import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import { announceBulkWrite } from "../../subgraphs/engagements/database/bulk-writes.ts";
import { FIRST_FISCAL_YEAR } from "./calendar.ts";
import { CLOSED_BY_OFFICE, type FiscalQuarter, quartersFrom } from "./quarters.ts";
import { type Ask, withEngagements } from "./with-engagements.ts";

const POLL_MS = 200;

type Preview = {
	status: "COMPUTING" | "READY" | "REFUSED";
	progress: number;
	id: string | null;
	refusals: Array<{ message: string; remedy: string }>;
};

/** A preview of a release over some quarters, when it is ready or refused. */
async function finishedPreview(ask: Ask, quarters: FiscalQuarter[]): Promise<Preview> {
	for (;;) {
		const { previewRelease: found } = await ask<{ previewRelease: Preview }>(
			"query($quarters: [FiscalQuarterInput!]) { previewRelease(quarters: $quarters) { status progress id: preview refusals { message remedy } } }",
			{ quarters },
		);
		if (found.status !== "COMPUTING") return found;
		await sleep(POLL_MS);
	}
}

/** Publishes a release over some quarters; returns what became of it. */
async function publish(ask: Ask, quarters: FiscalQuarter[], note: string): Promise<string> {
	const { status, id: preview, refusals } = await finishedPreview(ask, quarters);
	if (status === "REFUSED")
		return `no release: ${refusals.map((one) => `${one.message}. ${one.remedy}`).join(" ")}`;
	const { publishRelease } = await ask<{ publishRelease: { number: number } }>(
		"mutation($input: PublishReleaseInput!) { publishRelease(input: $input) { number } }",
		{ input: { preview, note } },
	);
	return `release ${publishRelease.number} published`;
}

/** Approves the late engagements, as managers would: they amend quarters that were published already. */
function approveLate(database: Database): Promise<void> {
	return database.write(async (manager) => {
		await announceBulkWrite(manager);
		await manager.query(
			"UPDATE engagements SET status = 'AMENDED' WHERE late AND status = 'SUBMITTED'",
		);
	});
}

/** Quarters that two releases cover; the second one covers all. */
export type Released = { first: FiscalQuarter[]; second: FiscalQuarter[] };

/** A quarter such as "2024-Q3" from which on there are releases. Throws if it is none of the generated, closed ones. */
export function releasedFrom(text: string): Released {
	const [, fiscalYear, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
	const from = { fiscalYear: Number(fiscalYear), quarter: Number(quarter) };
	const { fiscalYear: lastYear } = CLOSED_BY_OFFICE;
	const first = quartersFrom(from, { fiscalYear: lastYear - 1, quarter: 4 });
	if (!fiscalYear || from.fiscalYear < FIRST_FISCAL_YEAR || first.length === 0)
		throw new Error(
			`--releases-from: "${text}" is not a quarter from ${FIRST_FISCAL_YEAR}-Q1 to ${lastYear - 1}-Q4`,
		);
	return { first, second: quartersFrom(from, CLOSED_BY_OFFICE) };
}

/**
 * Publishes releases of the generated records as the program office would: one up to the last fiscal year but one; then,
 * after late engagements were approved, one that adds a quarter all centers have reported and one that the office closes.
 * A release that the hub refuses, as where records are too few, is left out, and `say` hears why.
 */
export async function publishReleases(
	into: string,
	database: Database,
	{ first, second }: Released,
	say: (line: string) => void,
): Promise<void> {
	await withEngagements(into, createLog("warn"), async (ask) => {
		const attempt = async (quarters: FiscalQuarter[], note: string) => {
			const started = Date.now();
			const became = await publish(ask, quarters, note);
			say(`${became} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
		};
		await attempt(first, "Synthetic: closed quarters.");
		await approveLate(database);
		await ask(
			"mutation($fiscalYear: Int!, $quarter: Int!, $reason: String!) { closeQuarter(fiscalYear: $fiscalYear, quarter: $quarter, reason: $reason) { id } }",
			{ ...CLOSED_BY_OFFICE, reason: "Synthetic: two centers have not reported." },
		);
		await attempt(second, "Synthetic: two more quarters, and amendments of earlier ones.");
	});
}
