import { createHash } from "node:crypto";
import { assembleTable } from "../statistics/assemble.ts";
import type { Labels } from "../statistics/dimensions.ts";
import type { Collection } from "../statistics/entries.ts";
import { type Subject, TABLES } from "../statistics/family.ts";
import type { StoredTable } from "../statistics/table.ts";
import type { Basis as Records } from "./linked.ts";
import { type Basis, notesOf } from "./notes.ts";
import { packed } from "./previous.ts";

/** A table as it is stored, and the records of a part. */
type TableText = { table: string; cells: string };
type PackedBasis = { part: string; fingerprint: string; body: string };

/** All that a release stores beside its row. */
export type Content = { tables: TableText[]; bases: PackedBasis[]; digest: string };

/** The tables of a collection; `periods` are all that are covered, by what is counted. */
export const assembleAll = (
	collection: Collection,
	periods: Record<Subject, string[]>,
	labels: Labels,
	about: { basis: Basis; synthetic: boolean },
): StoredTable[] =>
	TABLES.map((table) =>
		assembleTable(
			table,
			collection.get(table.id) ?? { entries: [], parents: new Map() },
			periods[table.subject],
			labels,
			notesOf(about.basis, about.synthetic),
		),
	);

/** Digest of the tables, in the order of the family. */
function digestOf(tables: readonly TableText[]): string {
	const hash = createHash("sha256");
	for (const { table, cells } of tables) hash.update(`${table}\n${cells}\n`);
	return hash.digest("hex");
}

/** Tables and records as they are stored. */
export async function contentOf(
	made: readonly StoredTable[],
	records: readonly Records[],
): Promise<Content> {
	const tables = made.map((table) => ({ table: table.id, cells: JSON.stringify(table) }));
	const bases: PackedBasis[] = [];
	for (const { part, text, fingerprint } of records)
		bases.push({ part, fingerprint, body: await packed(text) });
	return { tables, bases, digest: digestOf(tables) };
}
