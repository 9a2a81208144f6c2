import { openSnapshots, type Snapshots } from "../../../shared/database/snapshots.ts";
import type { GroupTotals, Place, Question } from "../live-totals.ts";
import { followDatabase, loadStore } from "./follow.ts";
import { scan } from "./scan.ts";
import { bytesOf, type Store } from "./store.ts";
import { takeTurns } from "./turns.ts";

/** What the thread is asked to do. */
export type Job =
	/** Read everything from this database and follow it from then on. */
	| { load: { dataDir: string; databaseUrl?: string; name: string } }
	/** Totals as they are at a place, or later. */
	| { ask: Question; place: Place; waitMs: number }
	| { close: true };

export type Done = {
	loaded?: { bytes: number };
	/** Missing where the columns do not reach the place in time. */
	totals?: GroupTotals;
};

/** How often the database is followed without being asked, so that little is left to do when somebody asks. */
const FOLLOW_MS = 500;

let opening: Promise<Snapshots> | undefined;
let snapshots: Snapshots | undefined;
let store: Store | undefined;
let following: Promise<void> | undefined;
let timer: NodeJS.Timeout | undefined;
const inTurn = takeTurns();

async function followOnce(): Promise<void> {
	const known = store;
	store = await snapshots?.read((reader) =>
		known ? followDatabase(reader, known) : loadStore(reader),
	);
}

/** Brings the store to where the database is now, or joins who does so already. */
function follow(): Promise<void> {
	following ??= followOnce().finally(() => {
		following = undefined;
	});
	return following;
}

const hasReached = (place: Place): boolean =>
	store !== undefined && store.place.bulk >= place.bulk && store.place.seq >= place.seq;

/** Whether the store reaches a place in time. Who joins others may have to follow once more: they may have begun before. */
async function reaches(place: Place, waitMs: number): Promise<boolean> {
	if (hasReached(place)) return true;
	let late: NodeJS.Timeout | undefined;
	const deadline = new Promise<"late">((resolve) => {
		late = setTimeout(resolve, waitMs, "late");
	});
	try {
		while (!hasReached(place))
			if ((await Promise.race([follow(), deadline])) === "late") return hasReached(place);
		return true;
	} finally {
		clearTimeout(late);
	}
}

async function load(where: { dataDir: string; databaseUrl?: string; name: string }): Promise<Done> {
	opening = openSnapshots(where);
	snapshots = await opening;
	await follow();
	timer = setInterval(() => follow().catch(() => undefined), FOLLOW_MS);
	return { loaded: { bytes: store ? bytesOf(store) : 0 } };
}

/** Does a job of the hub's main thread. */
export async function run(job: Job): Promise<Done> {
	if ("load" in job) return load(job.load);
	if ("close" in job) {
		await opening?.catch(() => undefined);
		await following?.catch(() => undefined);
		clearInterval(timer);
		await snapshots?.close();
		return {};
	}
	if (!(await reaches(job.place, job.waitMs)) || !store) return {};
	return { totals: await inTurn(scan(store, job.ask)) };
}
