import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { type Group, groupsOf } from "../statistics/groups.ts";
import { cellAt, type StoredTable } from "../statistics/table.ts";
import { basesInOrder, basisBody, latestRelease, tableTexts } from "./queries.ts";

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)];

/** The release of reported records before the one that is made, and the bases of all that stands published. */
export type Previous = {
	id: string;
	number: number;
	digest: string;
	/** The quarters that it covers. */
	quarters: string[];
	tables: Map<string, StoredTable>;
	/** By part; see `ReleaseBasisRow`. */
	bases: Map<string, { id: string; fingerprint: string }>;
};

export async function readPrevious(reader: Reader): Promise<Previous | undefined> {
	const row = await latestRelease(reader, "REPORTED_RECORDS");
	if (!row) return undefined;
	const texts = await tableTexts(reader, row.id);
	const bases = await basesInOrder(reader);
	return {
		id: row.id,
		number: row.number,
		digest: row.digest,
		quarters: JSON.parse(row.periods),
		tables: new Map(texts.map(({ table_id, cells }) => [table_id, JSON.parse(cells)])),
		bases: new Map(bases.map(({ part, id, fingerprint }) => [part, { id, fingerprint }])),
	};
}

export const packed = async (text: string): Promise<string> =>
	(await deflate(text)).toString("base64");

/** The groups of records of a basis. */
export async function groupsOfBasis(reader: Reader, id: string): Promise<Group[]> {
	const body = await basisBody(reader, id);
	return groupsOf((await inflate(Buffer.from(body, "base64"))).toString());
}

/** What an earlier release said of a cell: 0 nothing, 1 it was published, 2 it was suppressed. `coordinates` are ids. */
export function statusIn(
	table: StoredTable | undefined,
	coordinates: readonly string[],
): 0 | 1 | 2 {
	if (!table) return 0;
	const places = table.dimensions.map(({ values }, index) =>
		values.findIndex(({ id }) => id === coordinates[index]),
	);
	const [own, ...others] = places;
	if (others.includes(-1)) return 0;
	// A value that the table does not have had no records, and everybody could know it.
	if (own === -1) return 1;
	return cellAt(table, places).status === "SUPPRESSED" ? 2 : 1;
}

/** The state of a center in the tables of an earlier release. */
export function stateIn(previous: Previous | undefined, center: string): string | null {
	const [places] = previous?.tables.get("engagements-by-center")?.dimensions ?? [];
	const parent = places?.values.find(({ id }) => id === center)?.parent;
	return parent === undefined || parent === "all" ? null : parent;
}
