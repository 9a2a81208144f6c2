import { In } from "typeorm";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { OwnershipRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { partnerRow } from "../partner/queries.ts";
import { provenActor } from "../policy.ts";
import { withDependents } from "../subgraph/log-dependents.ts";
import { checkOwnershipInput, lockOwned, ownedRows } from "./lock.ts";

/** Makes another partner the owner of a type with its fields, or of a field. */
export async function transferOwnership(
	context: Context,
	input: { coordinate: string; toPartnerId: string; reason: string; proof?: string | null },
): Promise<OwnershipRow[]> {
	const { database } = context;
	const { coordinate, toPartnerId, reason, proof } = input;
	checkOwnershipInput(coordinate, reason);
	const [known] = await ownedRows(database, coordinate);
	const owner = known?.partner_id ?? "";
	const actor = await provenActor(context, "transferOwnership", { partner: owner, proof }, input);
	if (toPartnerId === owner) throw badInput("toPartnerId", `"${owner}" owns ${coordinate} already`);
	await partnerRow(database, toPartnerId);
	return database.write(async (manager) => {
		const rows = await lockOwned(manager, coordinate, owner);
		const ids = rows.map(({ id }) => id);
		const cause = { action: "transferOwnership", partnerId: owner };
		await withDependents(manager, cause, async () => {
			await manager.update(OwnershipRow, { id: In(ids) }, { partner_id: toPartnerId });
			await noteServedChanged(manager);
			await appendToLog(manager, actor, {
				...cause,
				detail: { coordinate, toPartnerId, reason },
			});
		});
		return rows.map((row) => ({ ...row, partner_id: toPartnerId }));
	});
}
