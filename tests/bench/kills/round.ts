import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { developmentToken } from "../../../gateway/viewer/development.ts";
import { loadSeeds } from "../../../seeds/load.ts";
import { SEEDS, seededFolder } from "../../support/hub.ts";
import { STAFF } from "../../support/viewers.ts";
import { startPostgres } from "../postgres-server.ts";
import { type Codes, idsAt, startClients } from "./clients.ts";
import { type Process, processesOf, until } from "./processes.ts";

/** A kill comes at a random moment this long after the hub has acknowledged something again. */
const MOST_MS = 400;
/** The share of kills that are followed by one while the process is starting. */
const AT_START = 0.2;
const START_MS = 3000;

/** What was killed, and what became of that which was acknowledged. */
export type Killed = {
	engine: string;
	processes: number;
	kills: number;
	acknowledged: number;
	/** Acknowledged, and not there at the end. */
	lost: number;
	/** There, and acknowledged under no key or under another id as well. */
	doubled: number;
	/** Errors that clients were answered with meanwhile. */
	codes: Codes;
};

/** Ends all connections of a database, as a failing network or server does, also in the middle of a commit. */
async function cut(databaseUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	client.on("error", () => undefined);
	await client.connect();
	await client.query(
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
	);
	await client.end();
}

/** Kills one process, perhaps once more while it starts; how many kills that were, at most `most`. */
async function kill(victim: Process, most: number): Promise<number> {
	await victim.kill();
	victim.start();
	if (most < 2 || Math.random() >= AT_START) return 1;
	await sleep(Math.random() * START_MS);
	await victim.kill();
	victim.start();
	return 2;
}

const isReady = async (all: readonly Process[]) =>
	(await Promise.all(all.map((one) => one.isReady()))).every(Boolean);

/** Kills the processes of a new hub while clients log engagements, then counts what was acknowledged. */
export async function killRound(
	engine: string,
	processes: number,
	kills: number,
	say: (text: string) => void,
): Promise<Killed> {
	const dataDir = await seededFolder();
	const postgres = engine === "postgres" ? await startPostgres() : undefined;
	if (postgres)
		await loadSeeds({
			...{ dataDir, databaseUrl: postgres.url, seedsDir: SEEDS },
			say: () => undefined,
		});
	const { all, url } = await processesOf(processes, {
		HUB_DATA_DIR: dataDir,
		...(postgres && { HUB_DATABASE_URL: postgres.url }),
	});
	const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 100)}` };
	let clients: ReturnType<typeof startClients> | undefined;
	const started = Date.now();
	try {
		for (const one of all) {
			one.start();
			await until("The hub is ready", [one], () => one.isReady());
		}
		clients = startClients(url, headers);
		const { acknowledged, lastAt } = clients;
		for (let done = 0; done < kills; ) {
			const since = Date.now();
			await until("Something is acknowledged", all, () => lastAt() > since);
			await sleep(Math.random() * MOST_MS);
			const victim = all[Math.floor(Math.random() * (all.length + (postgres ? 1 : 0)))];
			if (victim) done += await kill(victim, kills - done);
			else {
				await cut(postgres?.url ?? "");
				done++;
			}
			await until("The hub is ready again", all, () => isReady(all));
			const seconds = Math.round((Date.now() - started) / 1000);
			say(`${done} of ${kills} kills, ${acknowledged.size} acknowledged, ${seconds} s`);
		}
		const changed = await clients.end();
		const ids = await idsAt(url, headers);
		const known = new Set(acknowledged.values());
		return {
			...{ engine, processes, kills, acknowledged: acknowledged.size, codes: clients.codes },
			lost: [...known].filter((id) => !ids.has(id)).length,
			doubled:
				[...ids].filter((id) => !known.has(id)).length + (acknowledged.size - known.size) + changed,
		};
	} finally {
		clients?.giveUp();
		for (const one of all) await one.kill();
		await postgres?.stop();
	}
}
