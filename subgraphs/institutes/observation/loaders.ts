import { groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { ObservationRow } from "../database/rows.ts";
import { observationsOf, type Subject } from "./queries.ts";

/** What was observed of each institute or network. */
export const observationsLoader = ({ loader, database }: Context, subject: Subject) =>
	loader<ObservationRow[]>(["observations", subject], async (ids) =>
		groupBy(ids, await observationsOf(database, subject, ids), (row) => row[subject]),
	);
