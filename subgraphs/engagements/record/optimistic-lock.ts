import type { EntityManager } from "typeorm";
import { HubError } from "../../../shared/errors.ts";
import { RevisionRow } from "../database/record-rows.ts";
import type { RecordType, Snapshot } from "./revisions.ts";

/** Throws CONFLICT, with the seen and the current version as API objects, if a change names a revision that is not the current one. */
export async function checkRevision<T extends Snapshot>(
	manager: EntityManager,
	type: RecordType,
	current: T,
	seen: number,
	present: (row: T) => object,
	argument = "revision",
): Promise<void> {
	if (current.revision === seen) return;
	const row = await manager.findOneBy(RevisionRow, {
		record_type: type,
		record_id: current.id,
		revision: seen,
	});
	throw new HubError(
		"CONFLICT",
		`${argument}: ${seen} is not the current revision of ${current.id}, which is ${current.revision}; reload it and try again`,
		{
			argument,
			current: present(current),
			seen: row ? present(JSON.parse(row.after)) : { revision: seen },
		},
	);
}
