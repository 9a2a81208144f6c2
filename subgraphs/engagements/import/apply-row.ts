import { insertRow } from "../../../shared/database/insert.ts";
import { readerIn } from "../../../shared/database/reader-in.ts";
import type { Tier } from "../../../shared/entitlement-level.ts";
import { badInput, unavailable } from "../../../shared/errors.ts";
import { RequestRow } from "../database/record-rows.ts";
import { EngagementRow, type SmeRow } from "../database/rows.ts";
import { applyAmendment } from "../engagement/apply-amendment.ts";
import { createEngagement } from "../engagement/create-engagement.ts";
import {
	columnsOf,
	type Details,
	detailsOf,
	FIELDS,
	type FieldName,
} from "../engagement/fields.ts";
import { findEngagement } from "../engagement/repository.ts";
import { dateColumns } from "../engagement/rules.ts";
import { comparable } from "../name-matching/names.ts";
import { isInside } from "../policy.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { fingerprintOf, keyConflict, requestIdOf } from "../record/idempotency.ts";
import { authorOf } from "../record/queries.ts";
import { namesOf } from "../sme/queries.ts";
import { changeSme, createSme } from "../sme/repository.ts";
import { applyClaims, changedClaims, newClaims } from "./apply-claims.ts";
import { initialStateOf } from "./initial-state.ts";
import type { ImportRow } from "./parse-row.ts";
import { engagementExists, knowSme, smeNamed, smeWithId } from "./read-ahead.ts";

const OPERATION = "importEngagement";

/** The fingerprint of a key after its import was undone, so that importing the row again changes the record again. */
export const UNDONE = `${OPERATION} undone`;

/** The keys of the rows of this part that were used before. */
export type Used = Map<string, RequestRow>;

/** The known manufacturer of a row that the actor sees, found by id, or by name and place. */
async function knownSme(transaction: Transaction, { sme }: ImportRow): Promise<SmeRow | undefined> {
	const { actor, pathOf } = transaction;
	const place = { state: sme.state ?? null, city: sme.city ?? null };
	const known = await (sme.id
		? smeWithId(transaction, sme.id)
		: smeNamed(transaction, comparable(sme.name), place));
	const published = initialStateOf(actor).visibility === "PUBLIC";
	if (sme.id && !known)
		throw badInput(
			pathOf("smeId"),
			`there is no ${published ? "public " : ""}Sme with the id "${sme.id}"`,
		);
	return known;
}

/** The id of the manufacturer of a row, which is created if it is not known. */
function smeOf(transaction: Transaction, row: ImportRow): Promise<string> {
	const { id, name, state, city } = row.sme;
	const wanted = JSON.stringify(["manufacturer", id, comparable(name), state, city]);
	return readOnce(transaction, wanted, async () => {
		const known = await knownSme(transaction, row);
		if (known?.removed)
			await knowSme(
				transaction,
				await changeSme(transaction, "imported again", known, { removed: false }),
				false,
			);
		if (known) return known.id;
		const { id: _, ...details } = row.sme;
		const { visibility } = initialStateOf(transaction.actor);
		const made = await createSme(transaction, "imported", details, visibility);
		await knowSme(transaction, made, true);
		return made.id;
	});
}

/** Whether a row may be about the manufacturer that an engagement was logged under. */
async function isSameManufacturer(
	{ manager }: Transaction,
	{ sme }: ImportRow,
	before: EngagementRow,
): Promise<boolean> {
	if (sme.id) return [before.logged_sme_id, before.sme_id].includes(sme.id);
	const ids = [before.logged_sme_id, before.sme_id];
	const known = await namesOf(readerIn(manager), ids);
	const name = comparable(sme.name);
	return known.some(
		(one) => one.match_name === name && (!sme.state || !one.state || one.state === sme.state),
	);
}

/** Throws BAD_USER_INPUT if a row has the id of another manufacturer's engagement. */
async function checkManufacturer(
	transaction: Transaction,
	row: ImportRow,
	before: EngagementRow,
): Promise<void> {
	if (await isSameManufacturer(transaction, row, before)) return;
	throw badInput(
		transaction.pathOf("id"),
		`"${row.key}" was the id of a row about another manufacturer (${before.id}); ${otherwise(before)}`,
	);
}

/** Files of two people may use the same row ids. Throws BAD_USER_INPUT if a row would change a colleague's engagement. */
async function checkAuthor(
	{ manager, actor, pathOf }: Transaction,
	row: ImportRow,
	before: EngagementRow,
): Promise<void> {
	if (row.key === before.id) return;
	const author = await authorOf(readerIn(manager), before.id);
	if (author?.subject !== actor.subject)
		throw badInput(
			pathOf("id"),
			`"${row.key}" is the id of a row that ${author?.subject} imported (${before.id}), with other content; ${otherwise(before)}`,
		);
}

const otherwise = ({ id }: EngagementRow) =>
	`give the row an id of its own, or ${id} to change that engagement`;

/** The details that the file has columns for; the others stay as they are. */
function detailsInFile(details: Details, columns: string[]): Partial<Details> {
	const has = (name: string) =>
		columns.includes(FIELDS[name as FieldName].csv) ||
		(name === "startedOn" && columns.includes("year")) ||
		(name === "centerId" && details.centerId !== null);
	return Object.fromEntries(Object.entries(details).filter(([name]) => has(name)));
}

const plain = (value: unknown) => (typeof value === "boolean" ? Number(value) : (value ?? null));

/** Applies a row whose engagement is known: changes what differs, with the same checks as a mutation. */
async function applyToKnown(
	transaction: Transaction,
	row: ImportRow,
	before: EngagementRow,
	used: RequestRow | undefined,
	tiers: Tier[],
	columns: string[],
): Promise<EngagementRow | undefined> {
	const details = { ...detailsOf(before), ...detailsInFile(row.details, columns) };
	const next = { ...columnsOf(details), ...dateColumns(details.startedOn ?? null) };
	const differs = Object.entries(next).some(
		([column, value]) => plain(before[column as keyof EngagementRow]) !== plain(value),
	);
	const claims = await changedClaims(transaction, before, row, columns);
	await checkManufacturer(transaction, row, before);
	if (!differs && !claims) return undefined;
	await checkAuthor(transaction, row, before);
	if (used && !used.fingerprint.startsWith(OPERATION))
		throw keyConflict(transaction.pathOf("id"), row.key, used);
	const after = differs
		? await applyAmendment(transaction, before, {
				action: "imported again",
				smeId: before.logged_sme_id,
				details,
				tiers,
				late: row.lateReason !== null || undefined,
				reason: row.lateReason ?? "imported again",
			})
		: before;
	if (claims) await applyClaims(transaction, after, claims);
	return after;
}

/** The engagement that a key created, or whose id it is. Throws CONFLICT if the key was used for something else. */
async function knownBy(
	transaction: Transaction,
	row: ImportRow,
	used: RequestRow | undefined,
): Promise<EngagementRow | undefined> {
	const { manager, actor, pathOf } = transaction;
	if (used && !/^(importEngagement|logEngagement) /.test(used.fingerprint))
		throw keyConflict(pathOf("id"), row.key, used);
	if (used) return findEngagement(manager, actor, used.record_id ?? "");
	// Exported records and the published cases of the seed data use their own id as key.
	if (!(await engagementExists(transaction, row.key))) return undefined;
	const named = await manager.findOneBy(EngagementRow, { id: row.key });
	return named && isInside(actor, named.center_id) ? named : undefined;
}

/** Applies one row: creates its engagement, amends the one that it created before, or finds nothing new. */
export async function applyRow(
	transaction: Transaction,
	row: ImportRow,
	tiers: Tier[],
	columns: string[],
	keys: Used,
): Promise<"created" | "updated" | "unchanged"> {
	const { actor, batchId } = transaction;
	const id = requestIdOf(actor, row.key);
	const fingerprint = fingerprintOf({ operation: OPERATION, key: row.key, content: row });
	const used = keys.get(id);
	if (used?.fingerprint === fingerprint) return "unchanged";
	const before = await knownBy(transaction, row, used);
	const after = before
		? await applyToKnown(transaction, row, before, used, tiers, columns)
		: await applyAsNew(transaction, row, tiers);
	if (!after) return "unchanged";
	const { id: record_id, revision } = after;
	const request = { id, fingerprint, claim: batchId ?? "", record_id, revision };
	await keepKey(transaction, request, used);
	keys.set(id, request);
	return before ? "updated" : "created";
}

/** Saves the key with its engagement. Throws UNAVAILABLE if the key was used by another request in the meantime. */
async function keepKey(
	{ manager }: Transaction,
	request: RequestRow,
	used: RequestRow | undefined,
): Promise<void> {
	if (!used) return insertRow(manager, RequestRow, request);
	const { id, fingerprint } = used;
	const { affected } = await manager.update(RequestRow, { id, fingerprint }, request);
	if (affected === 0)
		throw unavailable("engagements", "The id of a row was used just now; send the file again");
}

async function applyAsNew(
	transaction: Transaction,
	row: ImportRow,
	tiers: Tier[],
): Promise<EngagementRow> {
	const { actor } = transaction;
	const { url, readOn } = row.source;
	const made = await createEngagement(transaction, {
		action: "imported",
		smeId: await smeOf(transaction, row),
		details: row.details,
		tiers,
		...initialStateOf(actor),
		late: row.lateReason !== null,
		reason: row.lateReason,
		source: { document: url ? new URL(url).host : `imported by ${actor.subject}`, url, readOn },
	});
	const claims = newClaims(row);
	if (claims) await applyClaims(transaction, made, claims);
	return made;
}
