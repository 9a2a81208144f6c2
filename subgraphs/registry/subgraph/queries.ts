import sql, { empty, type Sql } from "sql-template-tag";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import { notFound } from "../../../shared/errors.ts";
import type { LogRow } from "../database/record-rows.ts";
import type { SubgraphRow, VersionRow } from "../database/rows.ts";
import { ownershipRows } from "../partner/ownership-rows.ts";
import { withoutDependents } from "./dependents.ts";

const VERSION_COLUMNS = sql`v.id, v.subgraph, v.version, v.url, v.sdl, v.digest, v.findings, v.samples, v.published_at, v.published_by, v.entity_types`;

/** Partners' subgraphs by name: all, those named, or a partner's. */
export function subgraphRows(
	reader: Reader,
	filter: { names?: readonly string[]; partnerIds?: readonly string[] } = {},
): Promise<SubgraphRow[]> {
	const names = filter.names ? sql` AND ${sqlIn("s.id", filter.names)}` : empty;
	const partners = filter.partnerIds
		? sql` AND ${sqlIn("s.partner_id", filter.partnerIds)}`
		: empty;
	return reader.read(
		sql`SELECT s.id, s.partner_id, s.status, s.status_reason, s.status_by, s.active_version, s.canary_version, s.canary_share, s.canary_consumers, s.canary_since, s.history FROM subgraphs s WHERE 1 = 1${names}${partners} ORDER BY s.id`,
	);
}

/** Throws NOT_FOUND where there is none. */
export async function subgraphRow(reader: Reader, name: string): Promise<SubgraphRow> {
	const [row] = await subgraphRows(reader, { names: [name] });
	if (!row) throw notFound("Subgraph", name);
	return row;
}

function versions(reader: Reader, where: Sql): Promise<VersionRow[]> {
	return reader.read(
		sql`SELECT ${VERSION_COLUMNS} FROM subgraph_versions v WHERE ${where} ORDER BY v.subgraph, v.version`,
	);
}

/** The versions of a subgraph, oldest first. */
export function versionRows(reader: Reader, subgraph: string): Promise<VersionRow[]> {
	return versions(reader, sql`v.subgraph = ${subgraph}`);
}

/** Throws NOT_FOUND where there is none. */
export async function versionRow(
	reader: Reader,
	subgraph: string,
	version: number,
): Promise<VersionRow> {
	const [row] = await versions(reader, sql`v.id = ${`${subgraph}~${version}`}`);
	if (!row) throw notFound("SubgraphVersion", `${subgraph} ${version}`);
	return row;
}

/** The newest version, or undefined. */
export async function latestVersion(
	reader: Reader,
	subgraph: string,
): Promise<VersionRow | undefined> {
	const [row] = await reader.read<VersionRow>(
		sql`SELECT ${VERSION_COLUMNS} FROM subgraph_versions v WHERE v.subgraph = ${subgraph} ORDER BY v.version DESC LIMIT 1`,
	);
	return row;
}

/** A subgraph that may be served, one of its versions that is, and whose it is. */
export type ServedRow = SubgraphRow &
	Pick<VersionRow, "version" | "url" | "sdl" | "entity_types"> & { hosts: string; quota: string };

const NOT_SUSPENDED = sql`s.status = 'SERVED' AND p.status = 'ACTIVE'`;

/** Every version that is active or a canary now: of subgraphs that are not suspended, or of those that are. */
function activeRows(reader: Reader, where: Sql): Promise<ServedRow[]> {
	return reader.read(
		sql`SELECT s.id, s.partner_id, s.status, s.status_reason, s.status_by, s.active_version, s.canary_version, s.canary_share, s.canary_consumers, s.canary_since, s.history, v.version, v.url, v.sdl, v.entity_types, p.hosts, p.quota FROM subgraphs s JOIN partners p ON p.id = s.partner_id JOIN subgraph_versions v ON v.subgraph = s.id AND (v.version = s.active_version OR v.version = s.canary_version) WHERE ${where} ORDER BY s.id, v.version`,
	);
}

async function splitRows(reader: Reader) {
	const [rows, owned] = await Promise.all([
		activeRows(reader, NOT_SUSPENDED),
		ownershipRows(reader),
	]);
	const owners = new Map(owned.map(({ id, partner_id }) => [id, partner_id]));
	const versions = rows.map((row) => ({
		row,
		subgraph: row.id,
		partnerId: row.partner_id,
		version: row.version,
		forAll:
			row.version === row.active_version ||
			(row.canary_share === 100 && row.canary_consumers === "[]"),
		entityTypes: JSON.parse(row.entity_types) as string[],
	}));
	return withoutDependents(versions, (type) => owners.get(type));
}

/** Every version to serve now; or those that are not served: of suspended subgraphs, and those that wait for another partner's. */
export async function servedRows(
	reader: Reader,
	which: "served" | "unserved" = "served",
): Promise<ServedRow[]> {
	const { served, waiting } = await splitRows(reader);
	if (which === "served") return served.map(({ row }) => row);
	const suspended = await activeRows(reader, sql`NOT (${NOT_SUSPENDED})`);
	return [...suspended, ...waiting.map(({ version }) => version.row)];
}

/** Versions that wait for a type of another partner, by "subgraph~version". */
export async function waitingVersions(reader: Reader) {
	const { waiting } = await splitRows(reader);
	return new Map(
		waiting.map((one) => [`${one.version.subgraph}~${one.version.version}`, one] as const),
	);
}

/** The last entry of the publish log that says which version of each subgraph is served. */
export function lastChanges(
	reader: Reader,
	names: readonly string[],
): Promise<Array<Pick<LogRow, "subgraph" | "action" | "actor" | "version" | "detail">>> {
	return reader.read(
		sql`SELECT l.subgraph, l.action, l.actor, l.version, l.detail FROM publish_log l JOIN (SELECT subgraph, MAX(seq) AS seq FROM publish_log WHERE ${sqlIn("subgraph", names)} AND action IN ('activateSubgraph', 'promoteSubgraph', 'rollBackSubgraph', 'restoreSupergraph') GROUP BY subgraph) m ON m.seq = l.seq`,
	);
}
