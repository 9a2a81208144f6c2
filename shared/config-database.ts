import { z } from "zod";

const whole = (from: number, to: number, otherwise: number) =>
	z.coerce.number().int().min(from).max(to).default(otherwise);

const milliseconds = (otherwise: number) => whole(100, 3_600_000, otherwise);

/** Variables that bound what the hub does with its databases. */
export const DATABASE_VARIABLES = {
	HUB_DATABASE_READ_CONNECTIONS: whole(1, 1000, 3),
	HUB_DATABASE_WRITE_CONNECTIONS: whole(1, 1000, 3),
	HUB_DATABASE_CONNECT_MS: milliseconds(5000),
	HUB_DATABASE_WAIT_MS: milliseconds(10_000),
	HUB_DATABASE_LOCK_MS: milliseconds(30_000),
	HUB_DATABASE_STATEMENT_MS: milliseconds(25_000),
};

/** Connections of one process and deadlines of its databases; the times are in milliseconds. */
export type DatabaseBounds = {
	/** Connections to PostgreSQL beside those of transactions; SQLite has one connection for each. */
	readConnections: number;
	/** Transactions at a time on PostgreSQL; SQLite runs one at a time. */
	writeConnections: number;
	/** How long connecting may take, and how long a server may stay silent before it is asked whether it is there. */
	connectMs: number;
	/** How long a statement or transaction waits for a connection or its turn. */
	waitMs: number;
	/** How long a transaction waits for what another one, also of another process, has locked. */
	lockMs: number;
	/** How long one statement that reads may run. */
	statementMs: number;
};

type Read = { [name in keyof typeof DATABASE_VARIABLES]: number };

export const databaseBoundsOf = (read: Read): DatabaseBounds => ({
	readConnections: read.HUB_DATABASE_READ_CONNECTIONS,
	writeConnections: read.HUB_DATABASE_WRITE_CONNECTIONS,
	connectMs: read.HUB_DATABASE_CONNECT_MS,
	waitMs: read.HUB_DATABASE_WAIT_MS,
	lockMs: read.HUB_DATABASE_LOCK_MS,
	statementMs: read.HUB_DATABASE_STATEMENT_MS,
});

/** Where nothing is configured. */
export const DEFAULT_DATABASE_BOUNDS: DatabaseBounds = databaseBoundsOf(
	z.object(DATABASE_VARIABLES).parse({}),
);
