import type { ReadObservation } from "./observations.ts";

/** Properties of which a subject has one value, regardless of the year; of others it has one per year. */
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
/** Properties compared by their Chinese text, because the English text is the hub's own translation. */
const COMPARED_AS_PRINTED = new Set(["native_name", "technology_area"]);
const AGREES = "Agrees with the one that is served.";

/**
 * Names the cell of a figure, regardless of its unit: subject, property, year, and number or party in a list. Undefined
 * for statements of which there may be several.
 */
function cellOf(row: ReadObservation): string | undefined {
	const subject = row.institute_id ?? row.network_id;
	const item = [row.number && `number ${row.number}`, row.party].filter(Boolean).join(" ");
	const named = [subject, row.property, item].filter(Boolean).join(" ");
	if (row.fiscal_year !== null) return `${named} of fiscal year ${row.fiscal_year}`;
	if (ONE_PER_SUBJECT.has(row.property)) return named;
	if (row.value === null) return undefined;
	return `${named} ${row.as_of ? `as of ${row.as_of.slice(0, 4)}` : "without a date"}`;
}

/** The value of a row for comparison. */
function comparableValue(row: ReadObservation): string | number | null {
	if (row.value !== null) return row.unit === "share" ? row.value * 100 : row.value;
	return COMPARED_AS_PRINTED.has(row.property) ? row.native_text : row.text;
}

type Fault = { id: string; reason: string };

function faultsOf(cell: string, rows: ReadObservation[]): Fault[] {
	const accepted = rows.filter((row) => row.accepted);
	const [one] = accepted;
	const last = (accepted.at(-1) ?? rows.at(-1)) as ReadObservation;
	const ids = (group: ReadObservation[]) => group.map(({ id }) => id).join(", ");
	if (!one) return [{ id: last.id, reason: `none is accepted for ${cell}: ${ids(rows)}` }];
	if (accepted.length > 1) {
		const reason = `${accepted.length} figures are accepted for ${cell}: ${ids(accepted)}; accept one, and give the agreement as the reason of the others`;
		return [{ id: last.id, reason }];
	}
	const disagree = rows.some((row) => comparableValue(row) !== comparableValue(one));
	return rows.flatMap((row): Fault[] => {
		if (!row.reason && (!row.accepted || disagree))
			return [
				{
					id: row.id,
					reason: row.accepted
						? `${row.id} is accepted although sources disagree, and has no reason`
						: `${row.id} is not accepted and has no reason`,
				},
			];
		if (row.reason?.startsWith(AGREES) && comparableValue(row) !== comparableValue(one))
			return [
				{
					id: row.id,
					reason: `the reason of ${row.id} is that it agrees with ${one.id}, but ${comparableValue(row)} is not ${comparableValue(one)}`,
				},
			];
		return [];
	});
}

/** Reports cells without exactly one accepted row, and rows without the reason they need. */
export function acceptedFaults(rows: ReadObservation[]): Fault[] {
	const cells = new Map<string, ReadObservation[]>();
	for (const row of rows) {
		const cell = cellOf(row);
		if (cell) cells.set(cell, [...(cells.get(cell) ?? []), row]);
	}
	return [...cells].flatMap(([cell, group]) => faultsOf(cell, group));
}
