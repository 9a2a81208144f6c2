import type { Work } from "./database.ts";
import type { FaultOf } from "./fault.ts";
import { WaitedTooLong } from "./gate.ts";
import { type Connection, transact } from "./transaction.ts";

/** The most writers of one commit. */
const MOST = 64;
/** No writer joins a transaction that is older. */
const MOST_MS = 25;

/** A connection whose transaction can have parts. */
export type GroupConnection = Connection & {
	/** A part of the transaction, which is undone alone. `lost` is called where that failed, and the transaction is lost. */
	part(lost: () => void): Connection;
};

type Member = {
	work: Work<unknown>;
	/** When it came. */
	since: number;
	done(result: unknown): void;
	fail(error: unknown): void;
};

/** What was lost with the transaction of another writer. */
const lostError = () =>
	Object.assign(new Error("The transaction of several writers was lost"), { code: "SQLITE_IOERR" });

/**
 * Commits what several writers change at once, with one flush to the disk. Each of them has a savepoint, so that one that
 * fails undoes its own changes only. Nobody is told anything before the commit: a writer sees what those before it in
 * the same transaction changed, and its answer or refusal is true only if that is kept. If the commit fails, all fail.
 */
export function groupCommit(
	/** Runs `work` with a connection of its own. Rejects where there is none within the time that is left since `since`. */
	inTurn: (since: number, work: (connection: GroupConnection) => Promise<void>) => Promise<void>,
	faultOf: FaultOf,
	waitMs: number,
) {
	const waiting: Member[] = [];
	let led = false;

	/** Runs the writers that wait, each in its part of the first one's transaction. Adds to `joined` each that it begins. */
	async function runOthers(connection: GroupConnection, joined: Member[]) {
		const began = performance.now();
		const ends: Array<() => void> = [];
		let isLost = false;
		const lost = () => {
			isLost = true;
		};
		while (joined.length < MOST && performance.now() - began < MOST_MS) {
			const member = waiting.shift();
			if (!member) break;
			joined.push(member);
			try {
				const done = await transact(connection.part(lost), faultOf, member.work);
				ends.push(() => member.done(done));
			} catch (error) {
				ends.push(() => member.fail(error));
			}
			if (isLost) throw faultOf(lostError(), "work");
		}
		return ends;
	}

	async function runGroup(connection: GroupConnection, first: Member): Promise<void> {
		const joined: Member[] = [first];
		let ends: Array<() => void> = [];
		const commit = async () => {
			ends = await runOthers(connection, joined);
			await connection.commit();
		};
		try {
			const done = await transact({ ...connection, commit }, faultOf, first.work);
			first.done(done);
			for (const end of ends) end();
		} catch (error) {
			for (const { fail } of joined) fail(error);
		}
	}

	async function lead(): Promise<void> {
		led = true;
		for (let first = waiting.shift(); first; first = waiting.shift()) {
			const member = first;
			await inTurn(member.since, (connection) => runGroup(connection, member)).catch(member.fail);
		}
		led = false;
	}

	return <T>(work: Work<T>): Promise<T> =>
		new Promise<T>((resolve, reject) => {
			const late = setTimeout(() => {
				const at = waiting.indexOf(member);
				if (at < 0) return;
				waiting.splice(at, 1);
				reject(faultOf(new WaitedTooLong(waitMs), "work"));
			}, waitMs);
			const member: Member = {
				work,
				since: performance.now(),
				done(result) {
					clearTimeout(late);
					resolve(result as T);
				},
				fail(error) {
					clearTimeout(late);
					reject(error);
				},
			};
			waiting.push(member);
			if (!led) void lead();
		});
}
