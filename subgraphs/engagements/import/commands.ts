import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";
import { badInput, type FieldFault, notFound } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { RequestRow, RevisionRow } from "../database/record-rows.ts";
import { EngagementRow, OutcomeCoverRow, OutcomeRow } from "../database/rows.ts";
import { askOwners, type Owned, referenceFaults, tiersIn } from "../engagement/owned.ts";
import { detailFaults, textFault } from "../engagement/rules.ts";
import { changeEngagement } from "../engagement/store.ts";
import { outcomeFaults } from "../outcome/rules.ts";
import { authorised, isInside } from "../policy.ts";
import { keyFaults, latestToday, reasonFaults, throwFaults } from "../record/checks.ts";
import { newId } from "../record/ids.ts";
import { isForeignBatch } from "../record/queries.ts";
import { keepRevision } from "../record/revise.ts";
import { takeColumns } from "./columns.ts";
import { manufacturersOf } from "./matching.ts";
import { type Cells, COLUMN_OF, type ImportRow, readRow } from "./row.ts";
import { take, UNDONE } from "./take.ts";
import type { ImportBatch, ImportEngagementsInput, ImportResult } from "./type.ts";

const MOST_ROWS = 500;
const LONGEST_NAME = 200;

type Read = { line: number; row: ImportRow; faults: FieldFault[] };

function cellsOf(columns: string[], cells: string[]): Cells {
	return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
}

function check({ row }: Read, owned: Owned, actor: Actor): FieldFault[] {
	const found = [
		...detailFaults(row.details, latestToday()),
		...referenceFaults(owned, row.details),
	].map(({ path, message }) => ({ path: COLUMN_OF[path] ?? path, message }));
	if ("center" in actor && row.details.centerId !== actor.center)
		found.push({ path: "mep_center_id", message: `you may import for ${actor.center} only` });
	if (actor.role === "PROGRAM_OFFICE" && !row.source.url)
		found.push({
			path: "source_url",
			message: "is missing; a published case says where it was published",
		});
	for (const [path, text] of [
		["sme_name", row.sme.name],
		["sme_city", row.sme.city],
	] as const) {
		const wrong = text ? textFault(text, 200) : undefined;
		if (wrong) found.push({ path, message: wrong });
	}
	if (row.sme.naics && !/^\d{2,6}$/.test(row.sme.naics))
		found.push({ path: "naics", message: "is not two to six digits" });
	for (const fault of keyFaults(row.key)) if (row.key) found.push({ ...fault, path: "id" });
	if (row.claims.length > 0) {
		const day = row.details.startedOn ?? "2000";
		const draft = { windowStart: day, windowEnd: day, covers: [row.key], claims: row.claims };
		for (const { path, message } of outcomeFaults(draft, latestToday()))
			if (path.startsWith("claims."))
				found.push({ path: row.claims[Number(path.split(".")[1])]?.column ?? "", message });
	}
	return found;
}

/** Only who began a batch adds to it: whoever undoes it undoes all of it. */
async function checkBatch({ database }: Context, actor: Actor, batchId: string): Promise<void> {
	if (!/^bat_[0-9a-f]{32}$/.test(batchId) || (await isForeignBatch(database, actor, batchId)))
		throw badInput(
			"input.batchId",
			`"${batchId.slice(0, 60)}" is not a batch of yours; leave it out for a new one`,
		);
}

class DryRun extends Error {}

/** Takes some rows of an import, all in one transaction; a row at fault is told and left out. */
export async function importEngagements(
	context: Context,
	input: ImportEngagementsInput,
): Promise<ImportResult> {
	const actor = authorised(context.viewer, "import engagements");
	if (input.rows.length > MOST_ROWS)
		throw badInput("input.rows", `${input.rows.length} rows; ${MOST_ROWS} at a time are the most`);
	if (input.fileName && textFault(input.fileName, LONGEST_NAME))
		throw badInput("input.fileName", textFault(input.fileName, LONGEST_NAME) ?? "");
	const taken = takeColumns(input.columns);
	const columns = taken.map(({ column }) => column ?? "");
	const batchId = input.batchId ?? newId("bat");
	if (input.batchId) await checkBatch(context, actor, input.batchId);
	const own = "center" in actor ? actor.center : null;
	const read: Read[] = input.rows.map(({ line, cells }) => {
		const { row, faults } = readRow(cellsOf(columns, cells), input.dates ?? undefined);
		row.details.centerId ??= row.details.instituteId ? null : own;
		return { line, row, faults };
	});
	const owned = await askOwners(
		context.ask,
		read.map(({ row }) => row.details),
	);
	for (const one of read) one.faults.push(...check(one, owned, actor));
	const result: ImportResult = {
		batchId,
		rows: read.length,
		created: 0,
		updated: 0,
		unchanged: 0,
		failed: 0,
		failures: [],
		columns: taken,
		manufacturers: [],
	};
	if (read.length === 0) return result;
	if (input.dryRun) result.manufacturers = await manufacturersOf(context.database, actor, read);
	const fail = (line: number, faults: FieldFault[]) => {
		result.failed++;
		result.failures.push(...faults.map(({ path, message }) => ({ line, column: path, message })));
	};
	await context.database
		.write(async (manager) => {
			await lock(manager, "manufacturers");
			for (const { line, row, faults } of read) {
				if (faults.length > 0) {
					fail(line, faults);
					continue;
				}
				try {
					result[
						await take(
							{ manager, actor, batchId, columns, synthetic: context.synthetic },
							row,
							tiersIn(owned, row.details.instituteId),
						)
					]++;
				} catch (error) {
					const { argument } = (error as { extensions?: { argument?: string } }).extensions ?? {};
					if (!argument) throw error;
					fail(line, [
						{ path: argument, message: (error as Error).message.replace(`${argument}: `, "") },
					]);
				}
			}
			if (input.dryRun) throw new DryRun();
		})
		.catch((error: unknown) => {
			if (!(error instanceof DryRun)) throw error;
		});
	return result;
}

/** Undoes what a batch created and changed, except where somebody has changed it since. */
export async function undoImport(
	context: Context,
	batchId: string,
	reason: string,
): Promise<ImportBatch> {
	const actor = authorised(context.viewer, "import engagements");
	throwFaults(reasonFaults(reason, true), "");
	return context.database.write(async (manager) => {
		const revisions = await manager.find(RevisionRow, {
			where: { batch_id: batchId, record_type: "ENGAGEMENT" },
			order: { seq: "DESC" },
		});
		if (revisions.length === 0 || revisions.some((row) => !isInside(actor, row.center_id)))
			throw notFound("ImportBatch", batchId);
		const undone: ImportBatch = { id: batchId, voided: 0, restored: 0, kept: [] };
		for (const revision of revisions) {
			const current = await manager.findOneByOrFail(EngagementRow, { id: revision.record_id });
			if (current.revision !== revision.revision) {
				if (!undone.kept.includes(current.id)) undone.kept.push(current.id);
				continue;
			}
			const before: EngagementRow | null = revision.before && JSON.parse(revision.before);
			await changeEngagement(
				manager,
				actor,
				"import undone",
				current,
				before ?? { status: "VOIDED" },
				{ reason },
			);
			if (before) undone.restored++;
			else undone.voided++;
			if (before)
				await manager.update(RequestRow, { record_id: current.id }, { fingerprint: UNDONE });
			else await manager.delete(RequestRow, { record_id: current.id });
			await withdrawOutcomes(manager, actor, batchId, current.id, reason);
		}
		return undone;
	});
}

/** Withdraws the outcomes that the batch made for an engagement. */
async function withdrawOutcomes(
	manager: EntityManager,
	actor: Actor,
	batchId: string,
	engagementId: string,
	reason: string,
): Promise<void> {
	for (const cover of await manager.findBy(OutcomeCoverRow, { engagement_id: engagementId })) {
		const made = await manager.findOneBy(RevisionRow, {
			record_type: "OUTCOME",
			record_id: cover.outcome_id,
			batch_id: batchId,
		});
		const before = made && (await manager.findOneBy(OutcomeRow, { id: cover.outcome_id }));
		if (!before || before.revision !== made.revision) continue;
		const after = { ...before, verification: "WITHDRAWN", revision: before.revision + 1 };
		await manager.update(OutcomeRow, { id: before.id }, after);
		await keepRevision(manager, actor, {
			type: "OUTCOME",
			action: "import undone",
			before,
			after,
			reason,
		});
	}
}
