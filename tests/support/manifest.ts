import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** One fact of the seed files, as the graph must return it. */
export type Fact = {
	id: string;
	property: string;
	value: number | null;
	unit: string | null;
	text: string | null;
	nativeText: string | null;
	asPrinted: string | null;
	printedValue: number | null;
	/** Title, section and line of the document, or the URL of the page. */
	source: { document: string; section: string | null; line: number | null } | { url: string };
	/** Ids, in any order. */
	doubts: string[];
};

type Row = Record<string, string>;

const number = (text: string | undefined) => (text ? Number(text) : null);
const words = (text: string | undefined) => text || null;
const ids = (text: string | undefined) => (text ?? "").split(";").filter(Boolean);

/** True if there is a break in the series at this figure. */
const isBroken = (one: Row, id?: string, network?: string, property?: string, year?: string) =>
	one.observation_id
		? one.observation_id === id
		: one.network_id === network && one.property === property && one.fiscal_year === year;

/**
 * Every fact in the files of `dir`, read without the loader and the database, so that a test can compare the graph with
 * them.
 */
export function manifestOf(dir: string): Fact[] {
	const rows = (name: string): Row[] =>
		parse(readFileSync(join(dir, name), "utf8"), { columns: true, skip_empty_lines: true });
	const titles = new Map(rows("documents.csv").map((row) => [row.id, row.title ?? ""]));
	const decided = new Map(rows("served-figures.csv").map((row) => [row.observation_id, row]));
	const breaks = rows("series-breaks.csv");
	const ofDocuments = rows("observations.csv").map(
		(row): Fact => ({
			id: row.id ?? "",
			property: row.property ?? "",
			value: number(row.value),
			unit: words(row.unit),
			text: words(row.text),
			nativeText: words(row.native_text),
			asPrinted: words(row.as_printed),
			printedValue: number(row.printed_value),
			source: {
				document: titles.get(row.document) ?? "",
				section: words(row.section),
				line: number(row.line),
			},
			doubts: [
				...ids(row.doubts),
				...breaks
					.filter((one) => isBroken(one, row.id, row.network_id, row.property, row.fiscal_year))
					.flatMap((one) => ids(one.doubt)),
			],
		}),
	);
	const NETWORKS: Row = { MEP: "mep-national-network", "Manufacturing USA": "manufacturing-usa" };
	const ofPages = [...rows("institute-metrics.csv"), ...rows("network-metrics.csv")].map(
		(row): Fact => ({
			id: row.id ?? "",
			property: row.metric ?? "",
			value: number(row.value),
			unit: words(row.unit),
			text: words(row.note),
			nativeText: null,
			asPrinted:
				words(row.as_printed) ??
				(row.qualifier ? `${row.qualifier} ${number(row.value)}` : String(number(row.value))),
			printedValue: null,
			source: { url: row.source_url ?? "" },
			doubts: [
				...ids(decided.get(row.id)?.doubts),
				...breaks
					.filter((one) =>
						isBroken(one, row.id, NETWORKS[row.network ?? ""], row.metric, row.fiscal_year),
					)
					.flatMap((one) => ids(one.doubt)),
			],
		}),
	);
	return [...ofDocuments, ...ofPages].map((fact) => ({
		...fact,
		doubts: [...new Set(fact.doubts)].sort(),
	}));
}
