import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Storage } from "../../shared/database/database.ts";

/** True if this test run uses PostgreSQL. */
const ON_POSTGRES = process.env.TEST_ENGINE === "postgres";

/** An empty data folder or, on PostgreSQL, an empty database. */
export async function emptyStorage(): Promise<Storage> {
	const dataDir = join(mkdtempSync(join(tmpdir(), "hub-")), "data");
	if (!ON_POSTGRES) return { dataDir };
	const server = inject("postgres");
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const client = new pg.Client({ connectionString: `${server}/postgres` });
	await client.connect();
	await client.query(`CREATE DATABASE ${name}`);
	await client.end();
	return { dataDir, databaseUrl: `${server}/${name}` };
}
