import { z } from "zod";

const whole = (from: number, to: number, otherwise: number) =>
	z.coerce.number().int().min(from).max(to).default(otherwise);

const milliseconds = (otherwise: number) => whole(100, 3_600_000, otherwise);

/** Whether a text is the address of a PostgreSQL database. */
export const isPostgres = (text: string) =>
	/^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text);

/** Addresses of replicas, separated by spaces: passwords may have commas. */
const urls = z
	.string()
	.default("")
	.transform((text) => text.split(/\s+/).filter(Boolean))
	.refine((all) => all.every(isPostgres), {
		message:
			"is not a list of addresses such as postgres://user@host:5432/hub, separated by spaces",
	});

/** Variables that bound what the hub does with its databases. */
export const DATABASE_VARIABLES = {
	HUB_DATABASE_READ_URLS: urls,
	HUB_DATABASE_REPLICA_WAIT_MS: whole(0, 60_000, 100),
	HUB_DATABASE_READ_CONNECTIONS: whole(1, 1000, 3),
	HUB_DATABASE_WRITE_CONNECTIONS: whole(1, 1000, 3),
	HUB_DATABASE_CONNECT_MS: milliseconds(5000),
	HUB_DATABASE_WAIT_MS: milliseconds(10_000),
	HUB_DATABASE_LOCK_MS: milliseconds(30_000),
	HUB_DATABASE_STATEMENT_MS: milliseconds(25_000),
};

/** Connections of one process and deadlines of its databases; the times are in milliseconds. */
export type DatabaseBounds = {
	/** Connections beside those of transactions: to a PostgreSQL server, and to each SQLite file. */
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
	/** How long a read waits for a replica to have what the primary has. */
	replicaWaitMs: number;
};

type Read = z.output<z.ZodObject<typeof DATABASE_VARIABLES>>;

export const databaseBoundsOf = (read: Read): DatabaseBounds => ({
	readConnections: read.HUB_DATABASE_READ_CONNECTIONS,
	writeConnections: read.HUB_DATABASE_WRITE_CONNECTIONS,
	connectMs: read.HUB_DATABASE_CONNECT_MS,
	waitMs: read.HUB_DATABASE_WAIT_MS,
	lockMs: read.HUB_DATABASE_LOCK_MS,
	statementMs: read.HUB_DATABASE_STATEMENT_MS,
	replicaWaitMs: read.HUB_DATABASE_REPLICA_WAIT_MS,
});

/** Where nothing is configured. */
export const DEFAULT_DATABASE_BOUNDS: DatabaseBounds = databaseBoundsOf(
	z.object(DATABASE_VARIABLES).parse({}),
);
