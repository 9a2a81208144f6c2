import type { ImportFile, ImportRow } from "../../offline/import-file.ts";

const SAMPLES = 3;
/** Rows among which values are looked for. */
const LOOKED_AT = 200;

/** The first different values of a column. */
export function samplesOf(rows: readonly ImportRow[], at: number): string[] {
	const found = new Set<string>();
	for (const { cells } of rows.slice(0, LOOKED_AT)) {
		const value = cells[at]?.trim();
		if (value) found.add(value);
		if (found.size === SAMPLES) break;
	}
	return [...found];
}

/** Columns without which every row fails; a manufacturer has a name or an id. */
export function missingColumns({ targets, makesKeys }: ImportFile, isOffice: boolean): string[] {
	const has = (column: string) => targets.includes(column);
	const missing = ["service_kind", ...(isOffice ? ["source_url"] : [])].filter(
		(column) => !has(column),
	);
	if (!has("sme_name") && !has("sme_id")) missing.unshift("sme_name");
	return has("id") || makesKeys ? missing : ["id", ...missing];
}

/** What a row is about, in short: its manufacturer and when it was. */
export function summaryOf({ targets }: ImportFile, { cells }: ImportRow): string {
	const cell = (name: string) => {
		const at = targets.indexOf(name);
		return at < 0 ? "" : (cells[at] ?? "").trim();
	};
	return [cell("sme_name") || cell("sme_id"), cell("service_kind"), cell("date") || cell("year")]
		.filter(Boolean)
		.join(" · ");
}
