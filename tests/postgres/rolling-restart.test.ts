import { afterAll, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { freePort } from "../bench/processes.ts";
import { startBalancer } from "../support/balancer.ts";
import { type Served, served } from "../support/command.ts";
import { ask, seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { emptyStorage } from "../support/storage.ts";
import { STAFF } from "../support/viewers.ts";

const CLIENTS = 4;

const closing: Array<() => Promise<void>> = [];
afterAll(async () => {
	for (const close of closing.reverse()) await close();
});

const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
const READ = "{ trace(first: 5) { nodes { sme { name } center { name } } } }";

it("two hubs are restarted one after the other under load, and no request fails", async () => {
	const dataDir = await seededFolder();
	const { databaseUrl = "" } = await emptyStorage();
	const ports = [await freePort(), await freePort()];
	const urls = ports.map((port) => `http://127.0.0.1:${port}`);
	const start = (at: number): Promise<Served> =>
		served(process.execPath, [...HUB_PROGRAM, "start"], {
			env: {
				...{ HUB_DATA_DIR: dataDir, HUB_DATABASE_URL: databaseUrl, PORT: String(ports[at]) },
				...{ HUB_STOP_DELAY_MS: "2000", LOG_LEVEL: "error" },
			},
		});
	const hubs = [await start(0), await start(1)];
	closing.push(async () => {
		await Promise.all(hubs.map((hub) => hub.end("SIGKILL")));
	});
	const balancer = await startBalancer(urls);
	closing.push(async () => balancer.close());
	await expect.poll(() => urls.every(balancer.isReady), { timeout: 30_000 }).toBe(true);

	const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	const acknowledged = new Set<string>();
	const faults: unknown[] = [];
	let isOver = false;
	let answered = 0;
	let next = 0;
	async function send(...question: [string, object?, Record<string, string>?]): Promise<boolean> {
		const answer = await ask(balancer, ...question).catch((error: Error) => error.message);
		answered++;
		const isFault = typeof answer === "string" || answer.status !== 200 || answer.body.errors;
		if (isFault) faults.push(answer);
		return !isFault;
	}
	async function client(): Promise<void> {
		while (!isOver) {
			const key = `rolling-${next++}`;
			const input = {
				...{ clientMutationId: key, smeId: "sme_windham-castings-ga" },
				...{ kind: "EVENT", startedOn: "2024-05-06" },
			};
			await send(READ);
			if (await send(LOG, { input }, headers)) acknowledged.add(key);
		}
	}
	const clients = Array.from({ length: CLIENTS }, client);
	try {
		for (const at of [0, 1]) {
			await hubs[at]?.end();
			expect(balancer.isReady(urls[at] ?? "")).toBe(false);
			hubs[at] = await start(at);
			await expect.poll(() => balancer.isReady(urls[at] ?? ""), { timeout: 30_000 }).toBe(true);
		}
	} finally {
		isOver = true;
		await Promise.all(clients);
	}
	expect(faults).toEqual([]);
	expect(answered).toBeGreaterThan(50);
	const { body } = await ask(
		balancer,
		'{ engagements(where: { kinds: [EVENT], centerIds: ["ga-mep"], from: "2024-05-06", to: "2024-05-06" }) { totalCount } }',
		{},
		headers,
	);
	expect(body.data).toMatchObject({ engagements: { totalCount: acknowledged.size } });
}, 240_000);
