import { countsOf, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { InstituteRow } from "../database/rows.ts";
import { ofInstituteLoader } from "../list/loaders.ts";
import { countInstitutes, institutePages, networksOf } from "./queries.ts";

/** The networks of each institute. */
export const networksOfInstituteLoader = (context: Context) =>
	ofInstituteLoader(context, "networks of institute", networksOf);

/** A page of the institutes of each network. */
export const institutePageLoader = (
	{ loader, database }: Context,
	page: PageRequest,
	fields: Set<string>,
) =>
	loader<InstituteRow[]>(["institutes of network", page, fields], async (ids) =>
		groupBy(ids, await institutePages(database, ids, page, fields), (row) => row.network_id),
	);

/** How many institutes each network has. */
export const instituteCountLoader = ({ loader, database }: Context) =>
	loader<number>(["institute count"], async (ids) =>
		countsOf(ids, await countInstitutes(database, ids)),
	);
