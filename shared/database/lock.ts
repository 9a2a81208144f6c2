import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { runIn } from "./reader-in.ts";

type Kind = "exclusive" | "shared";

const PREFIX = "throughline.";
const keyOf = (name: string) => sql`hashtext(${PREFIX + name})`;

/** Takes an advisory lock of PostgreSQL until the transaction ends. */
export function lockStatement(name: string, kind: Kind = "exclusive"): Sql {
	const take = kind === "exclusive" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
	return sql`SELECT ${raw(take)}(${keyOf(name)})`;
}

const isPostgres = (manager: EntityManager) => manager.connection.options.type === "postgres";

/**
 * Takes an advisory lock until the transaction ends, exclusive or shared. SQLite runs one writing transaction at a
 * time, so there is nothing to do there.
 */
export async function lock(
	manager: EntityManager,
	name: string,
	kind: Kind = "exclusive",
): Promise<void> {
	if (isPostgres(manager)) await runIn(manager, lockStatement(name, kind));
}

/** Takes those of these shared locks that can be had at once, until the transaction ends; the names of the others. */
export async function lockFree(
	manager: EntityManager,
	names: readonly string[],
): Promise<Set<string>> {
	if (!isPostgres(manager) || names.length === 0) return new Set();
	const rows = await runIn<{ name: string; taken: boolean }>(
		manager,
		sql`SELECT name, pg_try_advisory_xact_lock_shared(hashtext(${PREFIX} || name)) AS taken FROM unnest(${names}::text[]) AS t(name)`,
	);
	return new Set(rows.filter(({ taken }) => !taken).map(({ name }) => name));
}
