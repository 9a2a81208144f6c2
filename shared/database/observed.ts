import { HubError } from "../errors.ts";
import { databaseSeconds } from "../observe/metrics.ts";
import { inSpan } from "../observe/tracing.ts";
import type { Database, Work, WriteOptions } from "./database.ts";

const SYSTEMS = { sqlite: "sqlite", postgres: "postgresql" } as const;

/** Whether the change was refused, by a rule of the hub, rather than that the database failed. */
const isRefusal = (error: unknown) =>
	error instanceof HubError && error.extensions.code !== "UNAVAILABLE";

/** Measures and traces what a database does. Traces have the text of statements, never their values. */
export function observed(database: Database, name: string): Database {
	const attributes = { "db.system.name": SYSTEMS[database.engine], "db.namespace": name };

	const [reading, writing] = [`read ${name}`, `write ${name}`];

	async function timed<T>(kind: "read" | "write", work: () => Promise<T>): Promise<T> {
		const started = performance.now();
		let outcome = "OK";
		try {
			return await work();
		} catch (error) {
			outcome = isRefusal(error) ? "REFUSED" : "FAILED";
			throw error;
		} finally {
			const seconds = (performance.now() - started) / 1000;
			databaseSeconds.observe({ database: name, kind, outcome }, seconds);
		}
	}
	return {
		...database,
		read: <T>(statement: Parameters<Database["read"]>[0]) =>
			inSpan(
				reading,
				// The text is put together anew each time that it is asked for.
				() => ({ ...attributes, "db.query.text": statement.sql }),
				() => timed("read", () => database.read<T>(statement)),
			),
		write: <T>(work: Work<T>, options?: WriteOptions) =>
			inSpan(
				writing,
				() => attributes,
				() => timed("write", () => database.write(work, options)),
			),
	};
}
