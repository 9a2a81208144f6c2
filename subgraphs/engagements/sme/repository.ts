import { insertRow } from "../../../shared/database/insert.ts";
import { HubError } from "../../../shared/errors.ts";
import { SmeIdentifierRow, SmeRow } from "../database/rows.ts";
import type { Transaction } from "../record/command.ts";
import { newId } from "../record/ids.ts";
import { keepRevision } from "../record/revisions.ts";
import { type Identified, type SmeDetails, smeColumnsOf } from "./fields.ts";
import { newSme } from "./new.ts";
import { toSme } from "./present.ts";

/** A manufacturer as its revisions store it. */
export type SmeSnapshot = SmeRow & { identifiers?: Identified[] };

/** Inserts a new manufacturer, registered by the actor's center if the actor has one. */
export async function createSme(
	{ manager, actor, synthetic, batchId }: Transaction,
	action: "registered" | "imported",
	details: SmeDetails & { name: string },
	visibility: "CONFIDENTIAL" | "PUBLIC",
	identifiers?: Identified[],
): Promise<SmeSnapshot> {
	const row = newSme({
		...smeColumnsOf(details),
		id: newId("sme"),
		name: details.name.trim(),
		visibility,
		center_id: "center" in actor ? actor.center : null,
		synthetic,
	});
	await insertRow(manager, SmeRow, row);
	await insertIdentifiers({ manager }, row.id, identifiers ?? []);
	const after: SmeSnapshot = identifiers ? { ...row, identifiers } : row;
	await keepRevision(manager, actor, { type: "SME", action, before: null, after, batchId });
	return after;
}

async function insertIdentifiers(
	{ manager }: Pick<Transaction, "manager">,
	smeId: string,
	identifiers: Identified[],
): Promise<void> {
	for (const { scheme, value } of identifiers)
		await insertRow(manager, SmeIdentifierRow, {
			id: `${smeId}~${scheme}~${value}`,
			sme_id: smeId,
			scheme,
			value,
		});
}

/** Writes a changed manufacturer as its next revision; identifiers that are given replace those it had. */
export async function changeSme(
	{ manager, actor, batchId }: Transaction,
	action: string,
	before: SmeSnapshot,
	patch: Partial<SmeSnapshot>,
	reason?: string | null,
): Promise<SmeSnapshot> {
	const { identifiers: had, ...row } = before;
	const { identifiers, ...columns } = patch;
	const next: SmeRow = { ...row, ...columns, revision: before.revision + 1 };
	const { affected } = await manager.update(
		SmeRow,
		{ id: before.id, revision: before.revision },
		next,
	);
	if (affected === 0)
		throw new HubError(
			"CONFLICT",
			`revision: ${before.id} was changed just now; reload it and try again`,
			{ argument: "revision", seen: toSme(before) },
		);
	if (identifiers) {
		await manager.delete(SmeIdentifierRow, { sme_id: before.id });
		await insertIdentifiers({ manager }, before.id, identifiers);
	}
	const after: SmeSnapshot = {
		...next,
		...((identifiers ?? had) && { identifiers: identifiers ?? had }),
	};
	await keepRevision(manager, actor, { type: "SME", action, before, after, reason, batchId });
	return after;
}
