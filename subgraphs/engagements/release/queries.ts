import sql, { join, raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { type Reader, runIn } from "../../../shared/database/reader-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { ReleasePreviewRow, ReleaseRow } from "../database/release-rows.ts";

const releases = (rest: Sql): Sql => sql`SELECT r.* FROM releases r ${rest}`;

/** Reads one page (and one row more) of releases, newest first. */
export function releasePage(database: Reader, page: PageRequest): Promise<ReleaseRow[]> {
	const { between, order } = keyset(page, ["r.number"], "DESC");
	return database.read(releases(sql`WHERE 1 = 1${between} ${order}`));
}

export async function countReleases(database: Reader): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM releases r`,
	);
	return Number(row?.count ?? 0);
}

export async function releaseById(database: Reader, id: string): Promise<ReleaseRow | undefined> {
	const [row] = await database.read<ReleaseRow>(releases(sql`WHERE r.id = ${id}`));
	return row;
}

/** The release that was published from a preview. */
export async function releaseOfPreview(
	database: Reader,
	previewId: string,
): Promise<ReleaseRow | undefined> {
	const [row] = await database.read<ReleaseRow>(releases(sql`WHERE r.preview_id = ${previewId}`));
	return row;
}

/** The newest release; of one basis, where it is given. */
export async function latestRelease(
	database: Reader,
	basis?: string,
): Promise<ReleaseRow | undefined> {
	const which = basis === undefined ? raw("1 = 1") : sql`r.basis = ${basis}`;
	const [row] = await database.read<ReleaseRow>(
		releases(sql`WHERE ${which} ORDER BY r.number DESC LIMIT 1`),
	);
	return row;
}

/** A table of a release as JSON, a StoredTable. */
export async function tableText(
	database: Reader,
	releaseId: string,
	tableId: string,
): Promise<string | undefined> {
	const [row] = await database.read<{ cells: string }>(
		sql`SELECT t.cells FROM release_tables t WHERE t.id = ${`${releaseId}~${tableId}`}`,
	);
	return row?.cells;
}

/** All tables of a release as JSON. */
export function tableTexts(
	database: Reader,
	releaseId: string,
): Promise<Array<{ table_id: string; cells: string }>> {
	return database.read(
		sql`SELECT t.table_id, t.cells FROM release_tables t WHERE t.release_id = ${releaseId}`,
	);
}

/** What releases were made from, earliest first: the last of a part is what stands published. */
export function basesInOrder(
	database: Reader,
): Promise<Array<{ id: string; part: string; fingerprint: string }>> {
	return database.read(
		sql`SELECT b.id, b.part, b.fingerprint FROM release_bases b JOIN releases r ON r.id = b.release_id ORDER BY r.number`,
	);
}

/** The groups of records of a basis: their text, deflated, in Base64. */
export async function basisBody(database: Reader, id: string): Promise<string> {
	const [row] = await database.read<{ body: string }>(
		sql`SELECT b.body FROM release_bases b WHERE b.id = ${id}`,
	);
	if (!row) throw new Error(`there is no basis ${id}`);
	return row.body;
}

/** The number of the last change of any record. */
export async function lastChange(database: Reader): Promise<number> {
	const [row] = await database.read<{ seq: number | null }>(
		sql`SELECT MAX(r.seq) AS seq FROM revisions r`,
	);
	return Number(row?.seq ?? 0);
}

export type RecordChange = { record_type: string; before: string | null; after: string };

/** The first `most` changes, after one of them, of records that statistics are made of. */
export function changesSince(database: Reader, seq: number, most: number): Promise<RecordChange[]> {
	return database.read(
		sql`SELECT r.record_type, r."before", r."after" FROM revisions r WHERE r.seq > ${seq} AND r.record_type IN ('ENGAGEMENT', 'OUTCOME', 'SME') ORDER BY r.seq LIMIT ${most}`,
	);
}

/** The newest preview of what was asked for; `asked` is the JSON of its quarters, null for all. */
export async function latestPreview(
	database: Reader,
	asked: string | null,
): Promise<ReleasePreviewRow | undefined> {
	const same = asked === null ? raw("p.asked IS NULL") : sql`p.asked = ${asked}`;
	const [row] = await database.read<ReleasePreviewRow>(
		sql`SELECT p.* FROM release_previews p WHERE ${same} ORDER BY p.made_at DESC LIMIT 1`,
	);
	return row;
}

export async function previewById(
	database: Reader,
	id: string,
): Promise<ReleasePreviewRow | undefined> {
	const [row] = await database.read<ReleasePreviewRow>(
		sql`SELECT p.* FROM release_previews p WHERE p.id = ${id}`,
	);
	return row;
}

/** Gives a release the tables and bases of a preview, without reading them. */
export async function copyFromPreview(
	manager: EntityManager,
	releaseId: string,
	previewId: string,
): Promise<void> {
	const of = (table: string, name: string, columns: string) => {
		const from = raw(`release_preview_${table} p`);
		const into = raw(`release_${table} (id, release_id, ${columns})`);
		const picked = join(columns.split(", ").map((column) => raw(`p.${column}`)));
		return sql`INSERT INTO ${into} SELECT ${releaseId} || '~' || ${raw(`p.${name}`)}, ${releaseId}, ${picked} FROM ${from} WHERE p.preview_id = ${previewId}`;
	};
	await runIn(manager, of("tables", "table_id", "table_id, cells"));
	await runIn(manager, of("bases", "part", "part, fingerprint, body"));
}

/** Deletes previews that were made before a moment, earlier ones of what was asked for, and the one with an id. */
export async function deletePreviews(
	manager: EntityManager,
	madeBefore: string,
	asked: string | null,
	id: string,
): Promise<void> {
	const same = asked === null ? raw("p.asked IS NULL") : sql`p.asked = ${asked}`;
	const which = sql`SELECT p.id FROM release_previews p WHERE p.made_at < ${madeBefore} OR ${same} OR p.id = ${id}`;
	for (const table of ["tables", "bases"])
		await runIn(
			manager,
			sql`DELETE FROM ${raw(`release_preview_${table}`)} WHERE preview_id IN (${which})`,
		);
	await runIn(manager, sql`DELETE FROM release_previews WHERE id IN (${which})`);
}
