import { ImportError } from "./import-error.ts";

/** Column name in the file → column name of the import, or "-" to skip the column. */
export type Mapping = Map<string, string>;

const PAIR = /\s*(?:"((?:[^"]|"")*)"|([^",]*?))\s*:\s*([^\s:,"]+)\s*(?:,|$)/y;

/** Parses Company:sme_name,"Remarks, old":-. Throws ImportError if the syntax is wrong. */
export function readMapping(text: string): Mapping {
	const mapping: Mapping = new Map();
	PAIR.lastIndex = 0;
	while (PAIR.lastIndex < text.length) {
		const rest = text.slice(PAIR.lastIndex, PAIR.lastIndex + 60);
		const [, quoted, bare, to] = PAIR.exec(text) ?? [];
		const from = quoted?.replaceAll('""', '"') ?? bare;
		if (!from || !to)
			throw new ImportError(
				`map: "${rest}" is not name:column; write map=Company:sme_name,Remarks:- and put a name that contains a comma in quotation marks`,
			);
		mapping.set(from.trim(), to);
	}
	return mapping;
}

/** A column of the file: its index, its name in the file, and the import's name; undefined if it is skipped. */
export type FileColumn = { index: number; name: string; target: string | undefined };

/**
 * Applies the mapping to the columns that have a name. Throws ImportError if the mapping names a missing column, or two
 * columns map to the same name.
 */
export function mapColumns(header: readonly string[], mapping: Mapping): FileColumn[] {
	const columns = header
		.map((name, index) => ({ index, name: name.trim() }))
		.filter(({ name }) => name !== "")
		.map(({ index, name }) => {
			const to = mapping.get(name) ?? name;
			return { index, name, target: to === "-" ? undefined : to };
		});
	for (const from of mapping.keys())
		if (!columns.some(({ name }) => name === from))
			throw new ImportError(
				`map: the file has no column "${from.slice(0, 60)}"; it has ${columns
					.map(({ name }) => name.slice(0, 60))
					.join(", ")
					.slice(0, 2000)}`,
			);
	for (const { index, name, target } of columns) {
		const other = columns.find((one) => one.index < index && one.target === target);
		if (other && target !== undefined)
			throw new ImportError(
				`Columns "${other.name.slice(0, 60)}" and "${name.slice(0, 60)}" are both mapped to ${target.slice(0, 60)}; rename one or skip it with map=Remarks:-`,
			);
	}
	return columns;
}
