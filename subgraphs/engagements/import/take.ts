import type { EntityManager } from "typeorm";
import { badInput } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { freshEngagement, freshOutcome, freshSme } from "../database/fresh.ts";
import { RequestRow } from "../database/record-rows.ts";
import {
	EngagementRow,
	MembershipRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../database/rows.ts";
import { columnsOf, detailsOf } from "../engagement/details.ts";
import { type Details, dateColumns, traceIdOf } from "../engagement/rules.ts";
import { changeEngagement, checkUnlocked } from "../engagement/store.ts";
import { facilityAccess, type Tier } from "../membership/rules.ts";
import { seesMembership } from "../policy.ts";
import { newId } from "../record/ids.ts";
import { fingerprintOf, requestIdOf } from "../record/once.ts";
import { keepRevision } from "../record/revise.ts";
import { smesByMatch } from "../sme/queries.ts";
import { comparable } from "../sme/rules.ts";
import { inCity } from "./matching.ts";
import { COLUMN_OF, type ImportRow } from "./row.ts";

const OPERATION = "importEngagement";

/** The fingerprint of a key whose import was undone: the next import of the row changes the record again. */
export const UNDONE = `${OPERATION} undone`;

/** In which state imported records stand: what the program office imports was published. */
const STANDS = {
	FIELD_STAFF: { status: "SUBMITTED", visibility: "CONFIDENTIAL" },
	CENTER_MANAGER: { status: "APPROVED", visibility: "CONFIDENTIAL" },
	PROGRAM_OFFICE: { status: "APPROVED", visibility: "PUBLIC" },
} as const;
const standOf = (actor: Actor) => STANDS[actor.role as keyof typeof STANDS];

/** One import under way. `columns` are those of the file. */
type Batch = {
	manager: EntityManager;
	actor: Actor;
	batchId: string;
	columns: string[];
	/** Whether the database holds made-up records. */
	synthetic: boolean;
};

/** The manufacturer that a row means: by id, or by name and state among those that the actor sees; otherwise a new one. */
async function smeOf(
	{ manager, actor, batchId, synthetic }: Batch,
	{ sme }: ImportRow,
): Promise<SmeRow> {
	// What is public names no confidential manufacturer.
	const published = standOf(actor).visibility === "PUBLIC";
	const name = comparable(sme.name);
	const found = await smesByMatch(actor, manager, sme.id, name, sme.state, published);
	const known = sme.id ? found[0] : inCity(found, sme.city);
	if (known) return known;
	if (sme.id)
		throw badInput(
			"sme_id",
			`there is no ${published ? "public " : ""}Sme with the id "${sme.id}"`,
		);
	const row = freshSme({
		id: newId("sme"),
		name: sme.name,
		city: sme.city,
		state: sme.state,
		naics: sme.naics,
		employees: sme.employees,
		larger_group: sme.largerGroup,
		visibility: standOf(actor).visibility,
		center_id: "center" in actor ? actor.center : null,
		synthetic,
	});
	await manager.insert(SmeRow, row);
	const change = { type: "SME", action: "imported", before: null, after: row, batchId } as const;
	await keepRevision(manager, actor, change);
	return row;
}

/** What the membership allows. Published cases tell what happened, and are not asked. Throws BAD_USER_INPUT where a fee is missing. */
async function entitlementOf(
	{ manager, actor }: Batch,
	details: Details,
	sme: SmeRow,
	tiers: Tier[],
): Promise<string | null> {
	if (tiers.length === 0 || standOf(actor).visibility === "PUBLIC") return null;
	const all = await manager.findBy(MembershipRow, { sme_id: sme.root_id });
	const seen = all.filter((row) => seesMembership(actor, row));
	const { level, faults } = facilityAccess(details, tiers, seen);
	if (faults[0]) throw badInput(COLUMN_OF.feePaid ?? "", faults[0].message);
	return level;
}

async function addOutcome(
	{ manager, actor, batchId, synthetic }: Batch,
	engagement: EngagementRow,
	{ claims }: ImportRow,
): Promise<void> {
	if (claims.length === 0) return;
	const row = freshOutcome({
		id: newId("out"),
		sme_id: engagement.sme_id,
		center_id: engagement.center_id,
		institute_id: engagement.institute_id,
		window_start: engagement.started_on,
		window_end: engagement.started_on,
		visibility: engagement.visibility,
		synthetic,
		source_document: engagement.source_document,
		source_url: engagement.source_url,
		read_on: engagement.read_on,
	});
	await manager.insert(OutcomeRow, row);
	await manager.insert(
		OutcomeClaimRow,
		claims.map(({ column: _, ...claim }) => ({
			...claim,
			currency: claim.currency ?? null,
			id: `${row.id}~${claim.metric}`,
			outcome_id: row.id,
		})),
	);
	await manager.insert(OutcomeCoverRow, {
		id: `${row.id}~${engagement.id}`,
		outcome_id: row.id,
		engagement_id: engagement.id,
	});
	const change = {
		type: "OUTCOME",
		action: "imported",
		before: null,
		after: row,
		batchId,
	} as const;
	await keepRevision(manager, actor, change);
}

const CHANGEABLE = ["DRAFT", "SUBMITTED", "RETURNED", "APPROVED"];

/** The details that the file speaks of; what it has no column for stays as it is. */
function spokenOf(row: ImportRow, columns: string[]): Partial<ImportRow["details"]> {
	const has = (path: string) =>
		columns.includes(COLUMN_OF[path] ?? path) || (path === "startedOn" && columns.includes("year"));
	return Object.fromEntries(Object.entries(row.details).filter(([path]) => has(path)));
}

/** Takes a row whose key was used before: changes that engagement where the row says something new. */
async function takeAgain(
	batch: Batch,
	row: ImportRow,
	taken: Pick<RequestRow, "id" | "fingerprint" | "record_id">,
	fingerprint: string,
	tiers: Tier[],
): Promise<"updated" | "unchanged"> {
	const { manager, actor, batchId } = batch;
	const before = await manager.findOneByOrFail(EngagementRow, { id: taken.record_id ?? "" });
	const sme = await smeOf(batch, row);
	const details = { ...detailsOf(before), ...spokenOf(row, batch.columns) };
	const entitlement = await entitlementOf(batch, details, sme, tiers);
	const columns = { ...columnsOf(details), entitlement, sme_id: sme.root_id };
	const next = {
		...columns,
		trace_id: traceIdOf(columns),
		...dateColumns(details.startedOn ?? null),
	};
	const differs = Object.entries(next).some(
		([column, value]) => before[column as keyof EngagementRow] !== value,
	);
	if (!differs) return "unchanged";
	if (!taken.fingerprint.startsWith(OPERATION))
		throw badInput("id", `"${row.key}" is the key of another engagement, ${before.id}`);
	if (!CHANGEABLE.includes(before.status))
		throw badInput("id", `${before.id} is ${before.status}; an import does not change it`);
	await checkUnlocked(manager, "date", next);
	const patch = { ...next, logged_sme_id: sme.id };
	const after = await changeEngagement(manager, actor, "imported again", before, patch, {
		batchId,
	});
	await manager.save(RequestRow, {
		id: taken.id,
		fingerprint,
		claim: batchId,
		record_id: before.id,
		revision: after.revision,
	});
	return "updated";
}

/** Takes one row: makes its engagement, changes the one it made before, or finds that nothing is new. */
export async function take(
	batch: Batch,
	row: ImportRow,
	tiers: Tier[],
): Promise<"created" | "updated" | "unchanged"> {
	const { manager, actor, batchId, synthetic } = batch;
	const id = requestIdOf(actor, row.key);
	const fingerprint = fingerprintOf({ operation: OPERATION, key: row.key, content: row });
	const taken = await manager.findOneBy(RequestRow, { id });
	if (taken?.fingerprint === fingerprint) return "unchanged";
	if (taken) return takeAgain(batch, row, taken, fingerprint, tiers);
	// The published cases that the hub came with bear their key as their id.
	if (actor.role === "PROGRAM_OFFICE" && (await manager.existsBy(EngagementRow, { id: row.key })))
		return takeAgain(
			batch,
			row,
			{ id, fingerprint: OPERATION, record_id: row.key },
			fingerprint,
			tiers,
		);
	const sme = await smeOf(batch, row);
	const made = freshEngagement(
		{
			id: newId("eng"),
			...columnsOf(row.details),
			entitlement: await entitlementOf(batch, row.details, sme, tiers),
			...standOf(actor),
			sme_id: sme.root_id,
			logged_sme_id: sme.id,
			synthetic,
			source_document: row.source.url
				? new URL(row.source.url).host
				: `imported by ${actor.subject}`,
			source_url: row.source.url,
			read_on: row.source.readOn,
		},
		row.details.startedOn ?? null,
	);
	await checkUnlocked(manager, "date", made);
	await manager.insert(EngagementRow, made);
	const change = { type: "ENGAGEMENT", action: "imported", before: null, after: made } as const;
	await keepRevision(manager, actor, { ...change, batchId });
	await addOutcome(batch, made, row);
	const request = { id, fingerprint, claim: batchId, record_id: made.id, revision: 1 };
	await manager.insert(RequestRow, request);
	return "created";
}
