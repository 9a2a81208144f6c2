import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import sqlite3 from "sqlite3";
import { serveAnswers } from "./answer.ts";

/** The three inserts of a logged engagement as one transaction of plain SQL, without any checks. */
const INSERTS: Array<[string, (id: string) => unknown[]]> = [
	[
		"INSERT INTO requests (id, fingerprint, claim, record_id, revision) VALUES (?, ?, ?, ?, ?)",
		(id) => [`plain~${id}`, "fingerprint", id, `eng_${id}`, 1],
	],
	[
		"INSERT INTO engagements (id, sme_id, logged_sme_id, kind, center_id, trace_id, started_on, started_first, started_last, fiscal_year, practice, status, visibility, synthetic, source_document, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		(id) => {
			const sme = "sme_windham-castings-ga";
			const day = "2024-05-06";
			return [
				`eng_${id}`,
				sme,
				sme,
				"EVENT",
				"ga-mep",
				`${sme}~EVENT~ga-mep~`,
				day,
				day,
				day,
				2024,
				"LEAN",
				"DRAFT",
				"CONFIDENTIAL",
				false,
				"plain SQL",
				1,
			];
		},
	],
	[
		'INSERT INTO revisions (token, record_type, record_id, revision, action, at, subject, role, "after", center_id, was_public, is_public) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
		(id) => [
			id,
			"ENGAGEMENT",
			`eng_${id}`,
			1,
			"logged",
			new Date().toISOString(),
			"staff-1",
			"FIELD_STAFF",
			JSON.stringify({ id, padding: "x".repeat(700) }),
			"ga-mep",
			false,
			false,
		],
	],
];

async function sqliteWriter(dataDir: string): Promise<() => Promise<void>> {
	const database = new sqlite3.Database(join(dataDir, "engagements.sqlite"));
	const run = (statement: string, values: unknown[] = []) =>
		new Promise<void>((resolve, reject) => {
			database.run(statement, values, (error) => (error ? reject(error) : resolve()));
		});
	await run("PRAGMA synchronous = FULL");
	await run("PRAGMA busy_timeout = 10000");
	let last: Promise<void> = Promise.resolve();
	return () => {
		last = last.then(async () => {
			await run("BEGIN");
			const id = randomUUID();
			for (const [statement, values] of INSERTS) await run(statement, values(id));
			await run("COMMIT");
		});
		return last;
	};
}

async function postgresWriter(url: string): Promise<() => Promise<void>> {
	const pool = new pg.Pool({
		connectionString: url,
		max: 10,
		options: "-c search_path=engagements",
	});
	const statements = INSERTS.map(([statement, values]) => {
		let mark = 0;
		return [statement.replace(/\?/g, () => `$${++mark}`), values] as const;
	});
	return async () => {
		const client = await pool.connect();
		try {
			await client.query("BEGIN");
			const id = randomUUID();
			for (const [statement, values] of statements) await client.query(statement, values(id));
			await client.query("COMMIT");
		} finally {
			client.release();
		}
	};
}

const [port, dataDir, databaseUrl] = process.argv.slice(2) as [string, string, string?];
const write = databaseUrl ? await postgresWriter(databaseUrl) : await sqliteWriter(dataDir);
serveAnswers(Number(port), async () => {
	await write();
	return '{"data":{}}';
});
