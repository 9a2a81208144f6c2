import { connect } from "node:net";
import pg from "pg";
import type { DatabaseBounds } from "../config-database.ts";
import { readPool } from "../observe/metrics.ts";
import { gateOf, type Use } from "./gate.ts";
import { planNames } from "./plan-names.ts";
import { TYPES } from "./postgres-types.ts";

/** The first bytes of a request to cancel what another connection does: its length and its code. */
const CANCEL = [16, 80_877_102];
/** How long a server that was asked to cancel a statement may take to say that it has. */
const CANCEL_MS = 1000;
/** How long an unused connection is kept. */
const IDLE_MS = 30_000;
/** How long a connection is used: what its session keeps of statements ends with it. */
const LIFE_S = 600;
/** How long connections may take to end when the hub closes. */
const CLOSE_MS = 2000;
const PROBE_EVERY_MS = 50;

export type Taken = {
	client: pg.PoolClient;
	/** Whether statements may be sent before those in front are answered. They run in the order in which they are sent. */
	pipelines: boolean;
	/**
	 * Runs one statement, of which PostgreSQL keeps the plan where it comes often. `schema`: where its tables are. Rejects
	 * with `PlanOutdated` where a newer hub has changed them; the same then succeeds, but not in the same transaction.
	 */
	query(schema: string, text: string, values: readonly unknown[]): Promise<pg.QueryResult>;
	/** Runs a statement of this connection for at most `ms`; one that does not end then is cancelled, then cut off. */
	within<T>(ms: number, run: () => Promise<T>): Promise<T>;
	/** Gives the connection back; a broken one is closed. */
	release(): void;
};

/** The connections that all databases of this process have to one PostgreSQL server. */
export type Connections = {
	/** Rejects where none is free within `waitMs`, or where the server does not answer. */
	take(use: Use, waitMs?: number): Promise<Taken>;
	/** Closes the connections once nobody uses them any more. */
	close(): Promise<void>;
};

/** Sockets of pg's clients, which its types do not show. */
const socketOf = (client: pg.ClientBase) =>
	(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;

/** Ends a connection without asking the server, which may not answer. */
export function cutOff(client: pg.ClientBase): void {
	void (client as unknown as { end(): Promise<void> }).end().catch(() => undefined);
	socketOf(client).destroy();
}

/** Asks the server to stop what a connection does. Its answer, if there is one, comes on that connection. */
function requestCancel(client: pg.ClientBase): void {
	const { host, port, processID, secretKey } = client as unknown as {
		host: string;
		port: number;
		processID: number | null;
		secretKey: number | null;
	};
	if (processID === null || secretKey === null) return;
	const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
	const message = Buffer.alloc(16);
	[...CANCEL, processID, secretKey].forEach((value, index) => {
		message.writeInt32BE(value, index * 4);
	});
	socket.on("error", () => undefined);
	socket.setTimeout(CANCEL_MS, () => socket.destroy());
	socket.end(message);
}

/** Whether a connection goes to one session of the server: a pooler gives each client a number of its own. */
async function isSession(client: pg.ClientBase): Promise<boolean> {
	const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
	return rows[0].pid === (client as unknown as { processID: number | null }).processID;
}

/** Asks at most one question at a time whether a server is there. One that refuses a connection in words is. */
function lookoutOf(url: string, connectMs: number) {
	let asking: Promise<boolean> | undefined;
	async function ask(): Promise<boolean> {
		const client = new pg.Client({
			connectionString: url,
			connectionTimeoutMillis: connectMs,
			query_timeout: connectMs,
		});
		client.on("error", () => undefined);
		try {
			await client.connect();
			await client.query("SELECT 1");
			return true;
		} catch (error) {
			return error instanceof pg.DatabaseError;
		} finally {
			cutOff(client);
		}
	}
	return () => {
		asking ??= ask().finally(() => {
			setTimeout(() => {
				asking = undefined;
			}, PROBE_EVERY_MS).unref();
		});
		return asking;
	};
}

function openConnections(url: string, bounds: DatabaseBounds): Connections {
	const { readConnections: reads, writeConnections: writes, connectMs } = bounds;
	const gate = gateOf({ reads, writes });
	const pool = new pg.Pool({
		connectionString: url,
		max: reads + writes,
		types: TYPES as pg.CustomTypesConfig,
		connectionTimeoutMillis: connectMs,
		idleTimeoutMillis: IDLE_MS,
		maxLifetimeSeconds: LIFE_S,
		pipeline: true,
		keepAlive: true,
		keepAliveInitialDelayMillis: connectMs,
	});
	const clients = new Set<pg.PoolClient>();
	const names = planNames();
	/** Clients that were asked, and whether theirs is a session of its own, which keeps plans. */
	const sessions = new WeakMap<pg.PoolClient, boolean>();
	const isThere = lookoutOf(url, connectMs);
	/** Whether the server was silent when it was last asked. */
	let silent = false;
	pool.on("error", () => undefined);
	pool.on("connect", (client) => {
		clients.add(client);
		// While a connection is in use the pool does not listen for its errors, which then would end the process.
		client.on("error", () => undefined);
		client.on("end", () => clients.delete(client));
	});

	const gauges = [
		readPool(() => clients.size - pool.idleCount, "in_use"),
		readPool(() => pool.idleCount, "idle"),
		readPool(gate.waiting, "waiting"),
	];

	async function look(): Promise<boolean> {
		silent = !(await isThere());
		return !silent;
	}

	async function within<T>(client: pg.PoolClient, ms: number, run: () => Promise<T>): Promise<T> {
		const watch = setInterval(async () => {
			if (!(await look())) cutOff(client);
		}, connectMs);
		let cut: NodeJS.Timeout | undefined;
		const late = setTimeout(() => {
			requestCancel(client);
			cut = setTimeout(() => cutOff(client), CANCEL_MS);
		}, ms);
		try {
			return await run();
		} finally {
			clearInterval(watch);
			clearTimeout(late);
			clearTimeout(cut);
		}
	}

	/** Sends it at once: callers rely on the order. */
	async function query(
		client: pg.PoolClient,
		schema: string,
		text: string,
		values: readonly unknown[],
	): Promise<pg.QueryResult> {
		const name = sessions.get(client) ? names.of(schema, text) : undefined;
		try {
			return await client.query({ name, text, values: [...values] });
		} catch (error) {
			throw name === undefined ? error : names.faultOf(error);
		}
	}

	return {
		async take(use, waitMs = bounds.waitMs) {
			const leave = await gate.enter(use, waitMs);
			try {
				// A connection made before a server fell silent would keep each statement waiting for its deadline.
				if (silent && !(await look())) throw new Error("Connection terminated");
				const client = await pool.connect();
				if (!sessions.has(client)) {
					// Where this fails, so does what comes next, which says so.
					const asked = within(client, connectMs, () => isSession(client)).catch(() => false);
					sessions.set(client, await asked);
				}
				return {
					client,
					pipelines: sessions.get(client) === true,
					query: (schema, text, values) => query(client, schema, text, values),
					within: (ms, run) => within(client, ms, run),
					release() {
						client.release();
						leave();
					},
				};
			} catch (error) {
				leave();
				throw error;
			}
		},
		async close() {
			for (const stopReading of gauges) stopReading();
			const late = setTimeout(() => {
				for (const client of clients) cutOff(client);
			}, CLOSE_MS);
			await pool.end().finally(() => clearTimeout(late));
		},
	};
}

const open = new Map<string, { connections: Connections; users: number }>();

/** The connections of this process to a server, shared by all of its databases there; the last to close them ends them. */
export function connectionsTo(url: string, bounds: DatabaseBounds): Connections {
	const key = JSON.stringify([url, bounds]);
	const found = open.get(key) ?? { connections: openConnections(url, bounds), users: 0 };
	found.users++;
	open.set(key, found);
	return {
		take: found.connections.take,
		async close() {
			if (--found.users > 0) return;
			open.delete(key);
			await found.connections.close();
		},
	};
}
