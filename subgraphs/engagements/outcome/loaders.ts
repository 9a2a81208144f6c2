import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { OutcomeClaimRow } from "../database/rows.ts";
import { comparedFigures } from "./comparison-queries.ts";
import type { ComparedFigure } from "./comparison-rules.ts";
import {
	claimsOf,
	coveredBy,
	outcomesByIds,
	outcomesOfEngagements,
	outcomesOfSmes,
	type ReadOutcomeRow,
} from "./queries.ts";

export const outcomeLoader = ({ loader, database, viewer }: Context) =>
	loader<ReadOutcomeRow | null>(["outcome"], async (ids) =>
		byId(ids, await outcomesByIds(database, viewer, ids)),
	);

export const outcomesOfSmeLoader = ({ loader, database, viewer }: Context) =>
	loader<ReadOutcomeRow[]>(["outcomes of sme"], async (ids) =>
		groupBy(ids, await outcomesOfSmes(database, viewer, ids), (row) => row.parent),
	);

export const outcomesOfEngagementLoader = ({ loader, database, viewer }: Context) =>
	loader<ReadOutcomeRow[]>(["outcomes of engagement"], async (ids) =>
		groupBy(ids, await outcomesOfEngagements(database, viewer, ids), (row) => row.parent),
	);

/** The figures of each outcome. */
export const claimsLoader = ({ loader, database }: Context) =>
	loader<Array<Omit<OutcomeClaimRow, "id">>>(["claims"], async (ids) =>
		groupBy(ids, await claimsOf(database, ids), (row) => row.outcome_id),
	);

/** The engagements that each outcome covers. */
export const coversLoader = ({ loader, database, viewer }: Context) =>
	loader<Array<{ engagement_id: string }>>(["covers"], async (ids) =>
		groupBy(ids, await coveredBy(database, viewer, ids), (row) => row.outcome_id),
	);

/** The figures of outcomes with all that they are compared with: the same list for each of them. */
export const comparedFiguresLoader = ({ loader, database, viewer }: Context) =>
	loader<ComparedFigure[]>(["compared figures"], async (ids) => {
		const claims = await claimsOf(database, ids);
		const metrics = [...new Set(claims.map(({ metric }) => metric))];
		const all = await comparedFigures(database, viewer, ids, metrics);
		return ids.map(() => all);
	});
