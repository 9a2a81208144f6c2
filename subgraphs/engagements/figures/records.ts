import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { METRIC_GROUPS } from "./impact.ts";
import { type ImpactRow, impacts, type ReportRow, reports } from "./outcomes.ts";
import {
	centersThatReported,
	type FigureScope,
	type GainRow,
	gains,
	type ServedRow,
	served,
} from "./queries.ts";
import type { FiscalYear } from "./rules.ts";

/** The records of one center, institute or network for a year, from which figures are made. */
export type Records = {
	people: ServedRow | undefined;
	steps: GainRow[];
	rows: ImpactRow[];
	reported: ReportRow | undefined;
	/** Whether the records are complete (all quarters reported) and the viewer sees all of them. */
	complete: boolean;
};
export type Viewing = Pick<Context, "database" | "viewer">;

/** Reads the records of a year for each parent, in the order of `ids`. */
export async function recordsOf(
	{ database, viewer }: Viewing,
	scope: FigureScope,
	year: FiscalYear,
	ids: readonly string[],
): Promise<Records[]> {
	const own = scope.column === "center_id" && !("together" in scope) && year.startMonth === 10;
	const inside = own ? ids.filter((id) => isInside(viewer, id)) : [];
	const [people, steps, rows, reported, complete] = await Promise.all([
		served(database, viewer, scope, year),
		gains(database, viewer, scope, year),
		impacts(database, viewer, scope, year),
		reports(database, viewer, scope, year, METRIC_GROUPS),
		inside.length > 0 ? centersThatReported(database, inside, year.year) : new Set<string>(),
	]);
	return ids.map((id) => ({
		people: people.find((row) => row.parent === id),
		steps: steps.filter((row) => row.parent === id),
		rows: rows.filter((row) => row.parent === id),
		reported: reported.find((row) => row.parent === id),
		complete: complete.has(id),
	}));
}
