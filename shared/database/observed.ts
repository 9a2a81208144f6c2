import { HubError } from "../errors.ts";
import { databaseSeconds } from "../observe/metrics.ts";
import { inSpan } from "../observe/tracing.ts";
import type { Database } from "./database.ts";

const SYSTEMS = { sqlite: "sqlite", postgres: "postgresql" } as const;

/** Whether the change was refused, by a rule of the hub, rather than that the database failed. */
const isRefusal = (error: unknown) =>
	error instanceof HubError && error.extensions.code !== "UNAVAILABLE";

/** Measures and traces what a database does. Traces have the text of statements, never their values. */
export function observed(database: Database, name: string): Database {
	const attributes = { "db.system.name": SYSTEMS[database.engine], "db.namespace": name };

	async function timed<T>(kind: "read" | "write", work: () => Promise<T>): Promise<T> {
		const end = databaseSeconds.startTimer({ database: name, kind });
		try {
			const result = await work();
			end({ outcome: "OK" });
			return result;
		} catch (error) {
			end({ outcome: isRefusal(error) ? "REFUSED" : "FAILED" });
			throw error;
		}
	}
	return {
		...database,
		read: <T>(statement: Parameters<Database["read"]>[0]) =>
			inSpan(`read ${name}`, { ...attributes, "db.query.text": statement.sql }, () =>
				timed("read", () => database.read<T>(statement)),
			),
		write: <T>(work: Parameters<Database["write"]>[0]) =>
			inSpan(`write ${name}`, attributes, () =>
				timed("write", () => database.write(work) as Promise<T>),
			),
	};
}
