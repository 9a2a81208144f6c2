import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { AwardRow, CenterRow } from "../database/rows.ts";
import { awardsBy, centersByIds } from "./queries.ts";

/** Centers by id, with the columns of some fields. */
export const centerLoader = ({ loader, database }: Context, fields: Set<string>) =>
	loader<CenterRow | null>(["center", fields], async (ids) =>
		byId(ids, await centersByIds(database, ids, fields)),
	);

export const awardLoader = ({ loader, database }: Context) =>
	loader<AwardRow | null>(["award"], async (ids) => byId(ids, await awardsBy(database, "id", ids)));

/** The awards of each center. */
export const awardsLoader = ({ loader, database }: Context) =>
	loader<AwardRow[]>(["awards"], async (ids) =>
		groupBy(ids, await awardsBy(database, "center_id", ids), (row) => row.center_id),
	);
