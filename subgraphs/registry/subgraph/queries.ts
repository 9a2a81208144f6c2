import sql, { empty, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import { notFound } from "../../../shared/errors.ts";
import type { SubgraphRow, VersionRow } from "../database/rows.ts";

const VERSION_COLUMNS = sql`v.id, v.subgraph, v.version, v.url, v.sdl, v.digest, v.findings, v.samples, v.published_at, v.published_by`;

/** Partners' subgraphs by name: all, those named, or a partner's. */
export function subgraphRows(
	database: Database,
	filter: { names?: readonly string[]; partnerIds?: readonly string[] } = {},
): Promise<SubgraphRow[]> {
	const names = filter.names ? sql` AND ${sqlIn("s.id", filter.names)}` : empty;
	const partners = filter.partnerIds
		? sql` AND ${sqlIn("s.partner_id", filter.partnerIds)}`
		: empty;
	return database.read(
		sql`SELECT s.id, s.partner_id, s.status, s.status_reason, s.status_by, s.active_version, s.canary_version, s.canary_share, s.canary_consumers, s.canary_since, s.history FROM subgraphs s WHERE 1 = 1${names}${partners} ORDER BY s.id`,
	);
}

/** Throws NOT_FOUND where there is none. */
export async function subgraphRow(database: Database, name: string): Promise<SubgraphRow> {
	const [row] = await subgraphRows(database, { names: [name] });
	if (!row) throw notFound("Subgraph", name);
	return row;
}

function versions(database: Database, where: Sql): Promise<VersionRow[]> {
	return database.read(
		sql`SELECT ${VERSION_COLUMNS} FROM subgraph_versions v WHERE ${where} ORDER BY v.subgraph, v.version`,
	);
}

/** The versions of a subgraph, oldest first. */
export function versionRows(database: Database, subgraph: string): Promise<VersionRow[]> {
	return versions(database, sql`v.subgraph = ${subgraph}`);
}

/** Throws NOT_FOUND where there is none. */
export async function versionRow(
	database: Database,
	subgraph: string,
	version: number,
): Promise<VersionRow> {
	const [row] = await versions(database, sql`v.id = ${`${subgraph}~${version}`}`);
	if (!row) throw notFound("SubgraphVersion", `${subgraph} ${version}`);
	return row;
}

/** The newest version, or undefined. */
export async function latestVersion(
	database: Database,
	subgraph: string,
): Promise<VersionRow | undefined> {
	const [row] = await database.read<VersionRow>(
		sql`SELECT ${VERSION_COLUMNS} FROM subgraph_versions v WHERE v.subgraph = ${subgraph} ORDER BY v.version DESC LIMIT 1`,
	);
	return row;
}

/** A subgraph that may be served, one of its versions that is, and whose it is. */
export type ServedRow = SubgraphRow &
	Pick<VersionRow, "version" | "url" | "sdl"> & { hosts: string; quota: string };

const NOT_SUSPENDED = sql`s.status = 'SERVED' AND p.status = 'ACTIVE'`;

/** Every version that is active or a canary now: of those that are not suspended, which are served, or of those that are. */
export function servedRows(
	database: Database,
	which: "served" | "suspended" = "served",
): Promise<ServedRow[]> {
	const where = which === "served" ? NOT_SUSPENDED : sql`NOT (${NOT_SUSPENDED})`;
	return database.read(
		sql`SELECT s.id, s.partner_id, s.status, s.status_reason, s.status_by, s.active_version, s.canary_version, s.canary_share, s.canary_consumers, s.canary_since, s.history, v.version, v.url, v.sdl, p.hosts, p.quota FROM subgraphs s JOIN partners p ON p.id = s.partner_id JOIN subgraph_versions v ON v.subgraph = s.id AND (v.version = s.active_version OR v.version = s.canary_version) WHERE ${where} ORDER BY s.id, v.version`,
	);
}
