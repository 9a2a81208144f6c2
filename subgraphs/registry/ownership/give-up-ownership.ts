import { parse } from "graphql";
import { In } from "typeorm";
import { readerIn } from "../../../shared/database/reader-in.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { OwnershipRow } from "../database/rows.ts";
import { noteServedChanged } from "../database/served-state.ts";
import { appendToLog } from "../log/append.ts";
import { provenActor } from "../policy.ts";
import { claim, ownershipOf } from "../sdl/ownership.ts";
import { servedRows } from "../subgraph/queries.ts";
import { checkOwnershipInput, lockOwned, ownedRows } from "./lock.ts";

/** Ends a partner's ownership of what no version of it that is active defines any more. Throws CONFLICT otherwise. */
export async function giveUpOwnership(
	context: Context,
	input: { coordinate: string; reason: string; proof?: string | null },
): Promise<OwnershipRow[]> {
	const { database } = context;
	const { coordinate, reason, proof } = input;
	checkOwnershipInput(coordinate, reason);
	const [known] = await ownedRows(database, coordinate);
	const owner = known?.partner_id ?? "";
	const actor = await provenActor(context, "giveUpOwnership", { partner: owner, proof }, input);
	return database.write(async (manager) => {
		const rows = await lockOwned(manager, coordinate, owner);
		const ids = rows.map(({ id }) => id);
		const reader = readerIn(manager);
		const versions = [...(await servedRows(reader)), ...(await servedRows(reader, "unserved"))];
		for (const { id, partner_id, version, sdl } of versions)
			if (
				partner_id === owner &&
				claim(ownershipOf([], []), parse(sdl), owner).includes(coordinate)
			)
				throw new HubError(
					"CONFLICT",
					`${coordinate} is defined by version ${version} of "${id}"; activate a version without it first`,
				);
		await manager.delete(OwnershipRow, { id: In(ids) });
		await noteServedChanged(manager);
		await appendToLog(manager, actor, {
			action: "giveUpOwnership",
			partnerId: owner,
			detail: { coordinate, reason },
		});
		return rows;
	});
}
