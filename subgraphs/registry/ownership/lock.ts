import type { EntityManager } from "typeorm";
import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import { lockPart } from "../database/lock.ts";
import type { OwnershipRow } from "../database/rows.ts";
import { ownershipRows } from "../partner/ownership-rows.ts";

const COORDINATE = /^[_A-Za-z]\w*(\.[_A-Za-z]\w*)?$/;
const LONGEST_REASON = 500;

export function checkOwnershipInput(coordinate: string, reason: string): void {
	if (!COORDINATE.test(coordinate))
		throw badInput(
			"coordinate",
			`"${coordinate.slice(0, 60)}" is not a type or field such as Loom or Loom.speed`,
		);
	if (reason.trim() === "" || reason.length > LONGEST_REASON)
		throw badInput("reason", `must have 1 to ${LONGEST_REASON} characters; say why in a sentence`);
}

/** The recorded coordinate, and where it is a type its fields of the same partner. Throws NOT_FOUND. */
export async function ownedRows(reader: Reader, coordinate: string): Promise<OwnershipRow[]> {
	const [type = ""] = coordinate.split(".");
	const rows = await ownershipRows(reader, { type });
	const row = rows.find(({ id }) => id === coordinate);
	if (!row) throw notFound("SchemaOwnership", coordinate);
	if (coordinate !== type) return [row];
	return rows.filter(({ partner_id }) => partner_id === row.partner_id);
}

/** The same, locked. Throws CONFLICT where it has another owner than `partnerId` by now. */
export async function lockOwned(
	manager: EntityManager,
	coordinate: string,
	partnerId: string,
): Promise<OwnershipRow[]> {
	await lockPart(manager, "registry");
	const rows = await ownedRows(readerIn(manager), coordinate);
	if (rows[0]?.partner_id !== partnerId)
		throw new HubError("CONFLICT", `${coordinate} has another owner by now; look and ask again`);
	return rows;
}
