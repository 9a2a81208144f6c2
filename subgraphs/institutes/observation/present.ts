import {
	type Doubt,
	documentSource as inDocument,
	type Observation,
	type Source,
	webSource,
} from "../../../shared/provenance/provenance.ts";
import type { DocumentRow, DoubtRow, IndicatorRow, ObservationRow } from "../database/rows.ts";
import type { IndicatorDefinition, IndicatorGroup, SourceDocument } from "./type.ts";

export type DocumentPlace = {
	source_document: string;
	source_section: string | null;
	source_line: number | null;
};

export function documentSource({
	source_document,
	source_section,
	source_line,
}: DocumentPlace): Source {
	return inDocument({ document: source_document, section: source_section, line: source_line });
}

/** The web page if there is one, otherwise the place in a document. */
export function sourceOf(
	row: Omit<DocumentPlace, "source_document"> & {
		source_document: string | null;
		source_url: string | null;
		read_on: string | null;
	},
): Source {
	if (row.source_url) return webSource(row.source_url, row.read_on);
	return documentSource({ ...row, source_document: row.source_document ?? "" });
}

export function toDoubt(row: DoubtRow): Doubt {
	return {
		id: row.id,
		settled: Boolean(row.settled),
		severity: row.severity,
		what: row.what,
		printed: row.printed,
		right: row.right,
		settledBy: row.settled_by,
		why: row.why,
		documents: row.documents.split("\n"),
		externalSource: row.external_source,
	};
}

/** The doubts that a row names, in its order. */
export function doubtsOf(named: string, doubts: Map<string, Doubt>): Doubt[] {
	return named.split(";").flatMap((id) => doubts.get(id) ?? []);
}

export function toObservation(row: ObservationRow, known: Map<string, Doubt>): Observation {
	const doubts = doubtsOf(row.doubts, known);
	return {
		id: row.id,
		subjectType: row.institute_id ? "Institute" : "Network",
		subjectId: row.institute_id ?? row.network_id ?? "",
		property: row.property,
		number: row.number,
		value: row.value,
		text: row.text,
		nativeText: row.native_text,
		unit: row.unit,
		asPrinted: row.as_printed,
		printedValue: row.printed_value,
		asOf: row.as_of,
		asOfWords: row.as_of_words,
		fiscalYear: row.fiscal_year,
		period: row.period,
		party: row.party,
		source: sourceOf(row),
		accepted: Boolean(row.accepted),
		reason: row.reason,
		seriesBreak: row.series_break,
		doubt: doubts[0] ?? null,
		doubts,
	};
}

export function toSourceDocument({ as_of, as_of_words, ...row }: DocumentRow): SourceDocument {
	return { ...row, asOf: as_of, asOfWords: as_of_words };
}

export function toIndicator(row: IndicatorRow): IndicatorDefinition {
	return {
		id: row.id,
		group: row.group as IndicatorGroup,
		name: row.name,
		source: documentSource(row),
	};
}
