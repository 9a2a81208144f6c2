import type { ObservationRow } from "../../subgraphs/institutes/database/rows.ts";

/** Of these a subject has one, whenever it was printed; of other figures, one a year. */
const ONE_PER_SUBJECT = new Set([
	"name",
	"native_name",
	"announced",
	"agreement_started",
	"opened",
	"renamed",
	"lead",
	"headquarters",
	"sponsor",
	"technology_area",
	"federal_commitment",
	"non_federal_commitment",
	"total_commitment",
	"plan_years",
	"roadmap_areas",
	"agreement",
	"mrl_from",
	"mrl_to",
]);
/** What is printed in Chinese and put into the same English words by the hub is compared as printed. */
const COMPARED_AS_PRINTED = new Set(["native_name", "technology_area"]);
const AGREES = "Agrees with the one that is served.";

/**
 * What a figure is of, whatever its unit: subject, property and year, and its number or party in a list. Undefined for
 * statements of which there may be many.
 */
function cellOf(row: ObservationRow): string | undefined {
	const subject = row.institute_id ?? row.network_id;
	const item = [row.number && `number ${row.number}`, row.party].filter(Boolean).join(" ");
	const named = [subject, row.property, item].filter(Boolean).join(" ");
	if (row.fiscal_year !== null) return `${named} of fiscal year ${row.fiscal_year}`;
	if (ONE_PER_SUBJECT.has(row.property)) return named;
	if (row.value === null) return undefined;
	return `${named} ${row.as_of ? `as of ${row.as_of.slice(0, 4)}` : "without a date"}`;
}

/** What a row says, so that two that say the same compare equal. */
function said(row: ObservationRow): string | number | null {
	if (row.value !== null) return row.unit === "share" ? row.value * 100 : row.value;
	return COMPARED_AS_PRINTED.has(row.property) ? row.native_text : row.text;
}

type Fault = { id: string; reason: string };

function faultsOf(cell: string, rows: ObservationRow[]): Fault[] {
	const served = rows.filter((row) => row.accepted);
	const [one] = served;
	const last = (served.at(-1) ?? rows.at(-1)) as ObservationRow;
	const ids = (some: ObservationRow[]) => some.map(({ id }) => id).join(", ");
	if (!one) return [{ id: last.id, reason: `none is accepted for ${cell}: ${ids(rows)}` }];
	if (served.length > 1) {
		const reason = `${served.length} figures are accepted for ${cell}: ${ids(served)}; accept one, and let the others say that they agree`;
		return [{ id: last.id, reason }];
	}
	const disagree = rows.some((row) => said(row) !== said(one));
	return rows.flatMap((row): Fault[] => {
		if (!row.reason && (!row.accepted || disagree))
			return [
				{
					id: row.id,
					reason: row.accepted
						? `${row.id} is served where sources disagree and no reason is given`
						: `${row.id} is not served and no reason is given`,
				},
			];
		if (row.reason?.startsWith(AGREES) && said(row) !== said(one))
			return [
				{
					id: row.id,
					reason: `${row.id} is said to agree with ${one.id}, but ${said(row)} is not ${said(one)}`,
				},
			];
		return [];
	});
}

/** Where not exactly one row of a cell is served, or a row does not say why it is or is not. Names every row. */
export function acceptedFaults(rows: ObservationRow[]): Fault[] {
	const cells = new Map<string, ObservationRow[]>();
	for (const row of rows) {
		const cell = cellOf(row);
		if (cell) cells.set(cell, [...(cells.get(cell) ?? []), row]);
	}
	return [...cells].flatMap(([cell, some]) => faultsOf(cell, some));
}
