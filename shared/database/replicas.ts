import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseBounds } from "../config-database.ts";
import type { Log } from "../log.ts";
import { replicaReads } from "../observe/metrics.ts";
import { outageOf } from "../outages.ts";
import { shareNext } from "../share-next.ts";
import { type Connections, connectionsTo, type Taken } from "./connections.ts";

/** How often a replica is asked whether it has what a read needs. */
const LOOK_MS = 2;
/** How long a replica that failed or is behind is left alone. */
const REST_MS = 1000;
/** A replica has connections for reads; the pool wants room for one transaction as well. */
const WRITES = 1;

const WORDS = {
	began: "a replica cannot be read; its reads go to the others and to the primary",
	over: "a replica is read again",
};

/** A position in PostgreSQL's log of changes, such as "16/B374D848". */
function positionOf(text: string): bigint {
	const [high = "0", low = "0"] = text.split("/");
	return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

async function askPosition(connections: Connections, ms: number, call: string): Promise<bigint> {
	const taken = await connections.take("read");
	try {
		const { rows } = await taken.within(ms, () =>
			taken.client.query(`SELECT ${call}::text AS position`),
		);
		// A server that is not a replica has replayed nothing.
		if (rows[0].position === null) throw new Error("it is not a replica");
		return positionOf(rows[0].position);
	} finally {
		taken.release();
	}
}

function replicaAt(url: string, number: number, bounds: DatabaseBounds, log: Log | undefined) {
	const connections = connectionsTo(url, { ...bounds, writeConnections: WRITES });
	const outage = outageOf(log, { replica: number }, WORDS);
	const ask = shareNext(() =>
		askPosition(connections, bounds.connectMs, "pg_last_wal_replay_lsn()"),
	);
	let reached = 0n;
	let restUntil = 0;
	const rest = () => {
		restUntil = Date.now() + REST_MS;
	};
	const failed = (error: unknown) => {
		rest();
		outage.failed({ err: error });
	};

	/** Whether it has, within the time that reads wait for it, all changes up to a position. */
	async function has(position: bigint): Promise<boolean> {
		const end = Date.now() + bounds.replicaWaitMs;
		while (reached < position) {
			const now = await ask();
			if (now > reached) reached = now;
			if (reached >= position) break;
			if (Date.now() >= end) return false;
			await sleep(LOOK_MS);
		}
		return true;
	}

	return {
		isResting: () => Date.now() < restUntil,
		/** A connection for a read that must see all changes up to a position; undefined where it cannot. */
		async take(position: bigint): Promise<Taken | undefined> {
			try {
				if (!(await has(position))) {
					rest();
					return undefined;
				}
				const taken = await connections.take("read");
				outage.answered();
				return taken;
			} catch (error) {
				failed(error);
				return undefined;
			}
		},
		failed,
		close: () => connections.close(),
	};
}

/**
 * Replicas of a primary, for reads. Each read asks the primary how far its log of changes has been written, once for all
 * that ask at a time, and a replica runs it only once it has got so far: nobody reads anything older than what was
 * committed, by whichever hub, before they asked.
 */
export function replicasOf(
	urls: readonly string[],
	primary: Connections,
	bounds: DatabaseBounds,
	log: Log | undefined,
) {
	const replicas = urls.map((url, at) => replicaAt(url, at + 1, bounds, log));
	const written = shareNext(() =>
		askPosition(primary, bounds.connectMs, "pg_current_wal_flush_lsn()"),
	);
	let turn = 0;

	return {
		/**
		 * Runs a read on a replica, or on the primary where no replica has got far enough in time or the one that runs it
		 * fails. Rejects where the primary cannot be asked.
		 */
		async read<T>(run: (taken: Taken) => Promise<T>, onPrimary: () => Promise<T>): Promise<T> {
			const ready = replicas.filter((one) => !one.isResting());
			const replica = ready[turn++ % ready.length];
			const taken = replica && (await replica.take(await written()));
			if (!replica || !taken) {
				replicaReads.inc({ server: "primary" });
				return onPrimary();
			}
			try {
				const result = await run(taken);
				replicaReads.inc({ server: "replica" });
				return result;
			} catch (error) {
				if (isOfTheStatement(error)) throw error;
				replica.failed(error);
			} finally {
				taken.release();
			}
			replicaReads.inc({ server: "primary" });
			return onPrimary();
		},
		async close(): Promise<void> {
			await Promise.all(replicas.map((one) => one.close()));
		},
	};
}

/** SQLSTATE classes of a statement's own faults, which it would have on the primary too: data, syntax, too long. */
const OWN_FAULTS = /^(22|42|57014)/;
const isOfTheStatement = (error: unknown) =>
	OWN_FAULTS.test((error as { code?: string }).code ?? "");
