import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { developmentToken } from "../../gateway/viewer/development.ts";
import buildHub from "../support/built-hub.ts";
import { ask, seededFolder } from "../support/hub.ts";
import { BUILT_HUB, ROOT } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";
import { startPostgres } from "./postgres-server.ts";
import { freePort } from "./processes.ts";

const CLIENTS = 8;
/** A kill comes at a random moment this long after the hub has acknowledged something again. */
const MOST_MS = 400;
/** The share of kills that come while the process is starting. */
const AT_START = 0.2;
const PARTS = ["institutes", "mep", "engagements", "gateway"] as const;
const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
const ALL =
	"query($by: [String!], $after: String) { engagements(where: { loggedBy: $by }, first: 200, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }";

export type Killed = {
	engine: string;
	processes: number;
	kills: number;
	acknowledged: number;
	/** Acknowledged, and not there at the end. */
	lost: number;
	/** There, and acknowledged under no key or under another id as well. */
	doubled: number;
};

type Env = Record<string, string>;

/** A process that is started again at the same address however often it is killed. */
function processOf(args: string[], env: Env, ready: string) {
	let child: ChildProcess | undefined;
	let said = "";
	return {
		async start(): Promise<void> {
			said = "";
			child = spawn(process.execPath, [String(process.env[BUILT_HUB]), ...args], {
				cwd: ROOT,
				env: { ...process.env, LOG_LEVEL: "error", ...env },
				stdio: ["ignore", "ignore", "pipe"],
			});
			child.stderr?.on("data", (chunk) => {
				said = (said + chunk).slice(-2000);
			});
		},
		async isReady(): Promise<void> {
			while ((await fetch(ready).catch(() => undefined))?.status !== 200) {
				if (child?.exitCode) throw new Error(`${args.join(" ")} ended: ${said}`);
				await sleep(20);
			}
		},
		async kill(): Promise<void> {
			if (!child || child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, "exit");
			child.kill("SIGKILL");
			await ended;
		},
	};
}
type Process = ReturnType<typeof processOf>;

/** The hub as one process, or as one for each part. */
async function processesOf(count: number, env: Env): Promise<{ all: Process[]; url: string }> {
	if (count === 1) {
		const port = await freePort();
		const url = `http://127.0.0.1:${port}`;
		const all = [processOf(["start"], { ...env, PORT: String(port) }, `${url}/health/ready`)];
		return { all, url };
	}
	const ports = new Map<string, number>();
	for (const part of PARTS) ports.set(part, await freePort());
	const urlOf = (part: string) => `http://127.0.0.1:${ports.get(part)}`;
	const subgraphs = PARTS.filter((part) => part !== "gateway");
	const HUB_SUBGRAPH_URLS = subgraphs.map((part) => `${part}=${urlOf(part)}/graphql`).join(",");
	const all = PARTS.map((part) =>
		processOf(
			["serve", part],
			{ ...env, HUB_SUBGRAPH_URLS, PORT: String(ports.get(part)) },
			`${urlOf(part)}/health/${part === "gateway" ? "ready" : "live"}`,
		),
	);
	return { all, url: urlOf("gateway") };
}

/** Ends all connections of a database, as a failing network or server does, also in the middle of a commit. */
async function cut(databaseUrl: string): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	await client.query(
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
	);
	await client.end();
}

/** Clients that log engagements, and send each again until it is acknowledged. */
function startClients(url: string, headers: Record<string, string>) {
	const acknowledged = new Map<string, string>();
	let doubled = 0;
	let isOver = false;
	let isGivenUp = false;
	let last = Date.now();
	async function client(name: number): Promise<void> {
		for (let at = 0; !isOver; at++) {
			const key = `kill-${name}-${at}`;
			const input = {
				...{ clientMutationId: key, smeId: "sme_windham-castings-ga" },
				...{ kind: "EVENT", startedOn: "2024-05-06" },
			};
			while (!acknowledged.has(key) && !isGivenUp) {
				const answer = await ask({ url }, LOG, { input }, headers).catch(() => undefined);
				const logged = answer?.body.data as { logEngagement?: { id: string } } | undefined;
				const id = logged?.logEngagement?.id;
				if (id) {
					acknowledged.set(key, id);
					last = Date.now();
				} else await sleep(50);
			}
		}
	}
	const clients = Array.from({ length: CLIENTS }, (_, name) => client(name));
	return {
		acknowledged,
		doubled: () => doubled,
		lastAt: () => last,
		giveUp(): void {
			isOver = true;
			isGivenUp = true;
		},
		async end(): Promise<void> {
			isOver = true;
			await Promise.all(clients);
			// Each key once more: it must be answered with what it was acknowledged with.
			for (const [key, id] of [...acknowledged].slice(-500)) {
				const input = {
					...{ clientMutationId: key, smeId: "sme_windham-castings-ga" },
					...{ kind: "EVENT", startedOn: "2024-05-06" },
				};
				const { body } = await ask({ url }, LOG, { input }, headers);
				if ((body.data as never as { logEngagement: { id: string } }).logEngagement.id !== id)
					doubled++;
			}
		},
	};
}

async function idsAt(url: string, headers: Record<string, string>): Promise<Set<string>> {
	type Page = {
		nodes: Array<{ id: string }>;
		pageInfo: { hasNextPage: boolean; endCursor: string | null };
	};
	const ids = new Set<string>();
	let after: string | null = null;
	for (;;) {
		const { body } = await ask({ url }, ALL, { by: [STAFF.subject], after }, headers);
		const page = (body.data as never as { engagements: Page }).engagements;
		for (const { id } of page.nodes) ids.add(id);
		if (!page.pageInfo.hasNextPage) return ids;
		after = page.pageInfo.endCursor;
	}
}

async function killsOf(engine: string, processes: number, kills: number): Promise<Killed> {
	const dataDir = await seededFolder();
	const postgres = engine === "postgres" ? await startPostgres() : undefined;
	const env: Env = { HUB_DATA_DIR: dataDir, ...(postgres && { HUB_DATABASE_URL: postgres.url }) };
	const { all, url } = await processesOf(processes, env);
	const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 100)}` };
	let clients: ReturnType<typeof startClients> | undefined;
	try {
		for (const one of all) {
			await one.start();
			await one.isReady();
		}
		clients = startClients(url, headers);
		for (let kill = 0; kill < kills; kill++) {
			const since = Date.now();
			while (clients.lastAt() < since) await sleep(10);
			await sleep(Math.random() * MOST_MS);
			const at = Math.floor(Math.random() * (all.length + (postgres ? 1 : 0)));
			const victim = all[at];
			if (!victim) {
				await cut(postgres?.url ?? "");
				continue;
			}
			await victim.kill();
			await victim.start();
			if (Math.random() < AT_START && ++kill < kills) {
				await sleep(Math.random() * 3000);
				await victim.kill();
				await victim.start();
			}
			await victim.isReady();
			process.stderr.write(`\r${engine}, ${processes}: ${kill + 1} kills `);
		}
		await clients.end();
		const ids = await idsAt(url, headers);
		const acknowledged = new Set(clients.acknowledged.values());
		return {
			...{ engine, processes, kills, acknowledged: clients.acknowledged.size },
			lost: [...acknowledged].filter((id) => !ids.has(id)).length,
			doubled:
				[...ids].filter((id) => !acknowledged.has(id)).length +
				(clients.acknowledged.size - acknowledged.size) +
				clients.doubled(),
		};
	} finally {
		clients?.giveUp();
		for (const one of all) await one.kill();
		await postgres?.stop();
	}
}

/**
 * Kills the hub's processes with SIGKILL, and cuts PostgreSQL's connections, while clients log engagements; `kills` in
 * all, shared out over both engines, one process and four.
 */
export async function kills(count: number, engines: readonly string[]): Promise<Killed[]> {
	const clean = await buildHub();
	try {
		const each = Math.ceil(count / (2 * engines.length));
		const results: Killed[] = [];
		for (const engine of engines)
			for (const processes of [1, PARTS.length])
				results.push(await killsOf(engine, processes, each));
		return results;
	} finally {
		clean();
	}
}
