import { closest, distance } from "fastest-levenshtein";
import { badInput } from "../../../shared/errors.ts";
import { shown } from "../../../shared/formats.ts";
import { MEANINGS } from "./column-meanings.ts";
import { COLUMNS, type Column } from "./parse-row.ts";
import { ImportColumnMatch, type ImportColumnSuggestion } from "./type-columns.ts";

/** Known columns that are not read: the reasons in a file of failed rows. */
const IGNORED = ["reason"];

/** Unambiguous synonyms of columns. */
const SYNONYMS: Record<string, Column> = {
	key: "id",
	company: "sme_name",
	company_name: "sme_name",
	manufacturer: "sme_name",
	client: "sme_name",
	client_name: "sme_name",
	firm: "sme_name",
	city: "sme_city",
	state: "sme_state",
	naics_code: "naics",
	number_of_employees: "employees",
	headcount: "employees",
	center: "mep_center",
	center_id: "mep_center_id",
	kind: "service_kind",
	service: "service_kind",
	service_type: "service_kind",
	practice: "service_note",
	start_date: "date",
	started_on: "date",
	service_date: "date",
	visit_date: "date",
	ended_on: "end_date",
	trainees: "people_trained",
	attendees: "people_trained",
	new_sales: "new_sales_usd",
	retained_sales: "retained_sales_usd",
	cost_savings: "cost_savings_usd",
	investment: "investment_usd",
	note: "evidence",
	notes: "evidence",
	comments: "evidence",
	source: "source_url",
	url: "source_url",
};

/** A normalised column name: "Sme Name", "smeName" and "sme-name" are sme_name. */
const plain = (name: string) =>
	name
		.normalize("NFKC")
		.trim()
		.replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "_")
		.replace(/^_+|_+$/g, "");

const KNOWN = new Map<string, Column | null>([
	...Object.entries(SYNONYMS),
	...COLUMNS.map((column) => [column, column] as const),
	...IGNORED.map((name) => [name, null] as const),
]);
/** Most unknown columns named in one error. */
const MOST_NAMED = 10;
const NAMES = [...KNOWN.keys()];

/** The known name most similar to an unknown one, if it is similar enough to suggest. */
function similarName(name: string): string | undefined {
	const word = plain(name);
	// Of one or two letters anything is similar.
	if (word.length < 3) return undefined;
	const near = closest(word, NAMES);
	return distance(word, near) > Math.max(2, word.length / 3) ? undefined : near;
}

function nearest(name: string): string | undefined {
	const near = similarName(name);
	if (near === undefined) return undefined;
	const column = KNOWN.get(near);
	return column && column !== near ? `${near}, which is ${column}` : near;
}

/** A column of a file and the import column that it is; null if it is known but not read. */
export type RecognizedColumn = { name: string; column: Column | null };

/**
 * Recognises each column of a file. Throws BAD_USER_INPUT naming all unknown columns, each with the most similar known
 * one, or two columns with the same meaning.
 */
export function recognizeColumns(names: readonly string[]): RecognizedColumn[] {
	const taken = names.map((name) => ({ name, column: KNOWN.get(plain(name)) }));
	const unknown = taken.filter(({ column }) => column === undefined);
	if (unknown.length > 0) {
		const named = unknown.slice(0, MOST_NAMED).map(({ name }) => {
			const near = nearest(name);
			return `there is no column ${shown(name)}${near ? ` (nearest: ${near})` : ""}`;
		});
		throw badInput(
			"input.columns",
			`${named.join("; ")}. Rename them, or map them and leave out the others: map=Company:sme_name,Remarks:-. Known are ${COLUMNS.join(", ")}`,
		);
	}
	const first = new Map<Column, string>();
	for (const { name, column } of taken) {
		if (!column) continue;
		const other = first.get(column);
		if (other !== undefined)
			throw badInput(
				"input.columns",
				`${shown(other)} and ${shown(name)} both are ${column}; leave one out, as in map=Remarks:-`,
			);
		first.set(column, name);
	}
	return taken.map(({ name, column }) => ({ name, column: column ?? null }));
}

/** Which column each of a file's columns probably is; each column once, and names that are known come first. */
export function suggestColumns(names: readonly string[]): ImportColumnSuggestion[] {
	const { KNOWN: known, SIMILAR, IGNORED: ignored, UNKNOWN } = ImportColumnMatch;
	const taken = new Set<Column>();
	const take = (column: Column | null | undefined): Column | null => {
		if (!column || taken.has(column) || !MEANINGS[column]) return null;
		taken.add(column);
		return column;
	};
	const exact = names.map((name) => ({ name, column: take(KNOWN.get(plain(name))) }));
	return exact.map(({ name, column }) => {
		if (column) return { name, column, match: known };
		const own = KNOWN.get(plain(name));
		if (own === null || (own && !MEANINGS[own])) return { name, column: null, match: ignored };
		const near = own ? undefined : similarName(name);
		const similar = take(near === undefined ? undefined : KNOWN.get(near));
		return { name, column: similar, match: similar ? SIMILAR : UNKNOWN };
	});
}
