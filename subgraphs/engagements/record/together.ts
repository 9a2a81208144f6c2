import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { insertRow } from "../../../shared/database/insert.ts";
import { readerIn } from "../../../shared/database/reader-in.ts";
import { attempt } from "../../../shared/database/watched.ts";
import { HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { RequestRow } from "../database/record-rows.ts";
import type { Transaction } from "./command.ts";
import { checkSame, fingerprintOf, type KeyedMutation, requestIdOf } from "./idempotency.ts";
import { lockFreeQuarters, lockManufacturers } from "./locks.ts";
import { answersOf } from "./queries.ts";
import type { Snapshot } from "./revisions.ts";

/** The most changes of one transaction. */
const MOST = 64;
/** Transactions at the same time: on PostgreSQL, one reads while the other inserts and commits. SQLite has one writer. */
const AT_ONCE = { postgres: 2, sqlite: 1 };

/** A change that only reads what can be read ahead for many, and inserts rows. */
export type Joining<Checked, T extends Snapshot> = {
	context: Context;
	request: KeyedMutation;
	transaction: Omit<Transaction, "manager">;
	checked: Checked;
	/** The center whose quarters must not be reported meanwhile. */
	center: string | null | undefined;
	change(transaction: Transaction, checked: Checked): Promise<T>;
	/** Makes the same change in a transaction of its own. */
	alone(): Promise<T>;
};

type Waiting<Checked, T extends Snapshot> = Joining<Checked, T> & {
	/** The key under which its answer is kept. */
	id: string | undefined;
	done(result: T): void;
	fail(error: unknown): void;
};

const isUnavailable = (error: unknown) =>
	error instanceof HubError && error.extensions.code === "UNAVAILABLE";

/**
 * Makes the changes that wait at the same time in one transaction, each as if it were alone: with its own answer or
 * refusal, which it gets when all is committed. One that waits for a lock, and all of a transaction that failed for
 * another reason than the database's, are made alone.
 */
export function togetherOf<Checked, T extends Snapshot>(
	/** Reads for all of them what each will ask for, under the locks of their transaction. */
	readAhead: (manager: EntityManager, all: Array<Joining<Checked, T>>) => Promise<void>,
) {
	let waiting: Array<Waiting<Checked, T>> = [];
	let running = 0;
	/** The keys of what is being made. */
	let underWay: string[] = [];

	/**
	 * Those that have waited longest, no two of them with the same key, nor with one that is under way: the second gets the
	 * answer of the first.
	 */
	function next(): Array<Waiting<Checked, T>> {
		const ids = new Set(underWay);
		const batch: Array<Waiting<Checked, T>> = [];
		const later: Array<Waiting<Checked, T>> = [];
		for (const one of waiting)
			if (batch.length === MOST || (one.id && ids.has(one.id))) later.push(one);
			else {
				batch.push(one);
				if (one.id) ids.add(one.id);
			}
		waiting = later;
		return batch;
	}

	const runAlone = (one: Waiting<Checked, T>) => void one.alone().then(one.done, one.fail);

	async function makeOne(manager: EntityManager, one: Waiting<Checked, T>): Promise<T> {
		const transaction = { ...one.transaction, manager };
		return attempt(manager.queryRunner, async () => {
			const row = await one.change(transaction, one.checked);
			if (one.id)
				await insertRow(manager, RequestRow, {
					id: one.id,
					fingerprint: fingerprintOf(one.request),
					claim: randomUUID(),
					record_id: row.id,
					revision: row.revision,
				});
			return row;
		});
	}

	/** What becomes of each one once all is committed. */
	async function make(
		manager: EntityManager,
		batch: Array<Waiting<Checked, T>>,
	): Promise<Array<() => void>> {
		const ids = batch.flatMap(({ id }) => id ?? []);
		const centers = batch.map(({ center }) => center);
		// In this order, each under the locks before it, but without waiting for one another's answers.
		const [, taken, found] = await Promise.all([
			lockManufacturers(manager),
			lockFreeQuarters(manager, centers),
			answersOf(readerIn(manager), ids),
			readAhead(manager, batch),
		]);
		const free = batch.filter(({ center }) => !taken.has(center));
		const answers = new Map(found.map((answer) => [answer.id, answer]));
		const ends: Array<() => void> = batch
			.filter((one) => !free.includes(one))
			.map((one) => () => runAlone(one));
		for (const one of free)
			try {
				const answer = answers.get(one.id ?? "");
				if (answer) checkSame(answer, one.request);
				const row: T = answer ? JSON.parse(answer.after) : await makeOne(manager, one);
				ends.push(() => one.done(row));
			} catch (error) {
				if (!(error instanceof HubError) || isUnavailable(error)) throw error;
				ends.push(() => one.fail(error));
			}
		return ends;
	}

	async function makeAll(batch: Array<Waiting<Checked, T>>): Promise<void> {
		const [first] = batch;
		if (!first) return;
		try {
			const { database } = first.context;
			const ends = await database.write((manager) => make(manager, batch), { joins: true });
			for (const end of ends) end();
		} catch (error) {
			for (const one of batch)
				if (isUnavailable(error)) one.fail(error);
				else runAlone(one);
		}
	}

	async function run(): Promise<void> {
		running++;
		for (let batch = next(); batch.length > 0; batch = next()) {
			const ids = batch.flatMap(({ id }) => id ?? []);
			underWay = [...underWay, ...ids];
			await makeAll(batch);
			underWay = underWay.filter((id) => !ids.includes(id));
		}
		running--;
	}

	return (joining: Joining<Checked, T>): Promise<T> =>
		new Promise((done, fail) => {
			const { actor } = joining.transaction;
			const id = joining.request.key ? requestIdOf(actor, joining.request.key) : undefined;
			waiting.push({ ...joining, id, done, fail });
			if (running < AT_ONCE[joining.context.database.engine]) void run();
		});
}
