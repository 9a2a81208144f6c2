import { documentSource, type Source, webSource } from "../../../shared/provenance/provenance.ts";

type Sourced = { source_document: string; source_url: string | null; read_on: string | null };

/** Where a record was read. */
export function toSource(row: Sourced): Source {
	return row.source_url
		? webSource(row.source_url, row.read_on)
		: documentSource({ document: row.source_document, readOn: row.read_on });
}

/** The source of a row; undefined where its columns were not read. */
export const sourceOf = ({
	source_document,
	source_url = null,
	read_on = null,
}: Partial<Sourced>) =>
	source_document === undefined ? undefined : toSource({ source_document, source_url, read_on });
