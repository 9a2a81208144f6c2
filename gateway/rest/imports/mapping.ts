import { ImportFault } from "./fault.ts";

/** Names of columns in a file → names of the import; "-" leaves a column out. */
export type Mapping = Map<string, string>;

const PAIR = /\s*(?:"((?:[^"]|"")*)"|([^",]*?))\s*:\s*([^\s:,"]+)\s*(?:,|$)/y;

/** Reads Company:sme_name,"Remarks, old":-. Throws ImportFault where it is written otherwise. */
export function readMapping(text: string): Mapping {
	const mapping: Mapping = new Map();
	PAIR.lastIndex = 0;
	while (PAIR.lastIndex < text.length) {
		const rest = text.slice(PAIR.lastIndex, PAIR.lastIndex + 60);
		const [, quoted, bare, to] = PAIR.exec(text) ?? [];
		const from = quoted?.replaceAll('""', '"') ?? bare;
		if (!from || !to)
			throw new ImportFault(
				`map: "${rest}" is not name:column; write map=Company:sme_name,Remarks:-, a name with a comma in quotation marks`,
			);
		mapping.set(from.trim(), to);
	}
	return mapping;
}

/** A column of the file: where it stands, how the file names it, and what it is handed on as; none where it is left out. */
export type FileColumn = { index: number; name: string; target: string | undefined };

/**
 * The columns that have a name, each with what it is handed on as. Throws ImportFault where the mapping names columns
 * that are not there, or two columns are handed on as the same.
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
			throw new ImportFault(
				`map: the file has no column "${from.slice(0, 60)}"; it has ${columns
					.map(({ name }) => name.slice(0, 60))
					.join(", ")
					.slice(0, 2000)}`,
			);
	for (const { index, name, target } of columns) {
		const other = columns.find((one) => one.index < index && one.target === target);
		if (other && target !== undefined)
			throw new ImportFault(
				`Two columns, "${other.name.slice(0, 60)}" and "${name.slice(0, 60)}", both are ${target.slice(0, 60)}; rename one or leave it out, as in map=Remarks:-`,
			);
	}
	return columns;
}
