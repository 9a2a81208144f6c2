import { type ChildProcess, spawn } from "node:child_process";
import { expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { ask, seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";

/** Writes that are acknowledged before the hub is killed. */
const ENOUGH = 6;
const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";

function startHub(dataDir: string): Promise<{ url: string; child: ChildProcess }> {
	const child = spawn(process.execPath, [...HUB_PROGRAM, "start"], {
		env: { ...process.env, PORT: "0", LOG_LEVEL: "warn", HUB_DATA_DIR: dataDir },
		stdio: ["ignore", "pipe", "pipe"],
	});
	return new Promise((done, failed) => {
		let said = "";
		child.stdout.on("data", (chunk: Buffer) => {
			said += chunk;
			const url = /ready: (http:\/\/[^/]+)/.exec(said)?.[1];
			if (url) done({ url, child });
		});
		child.stderr.resume();
		child.once("exit", (code) => failed(new Error(`ended with ${code}: ${said}`)));
	});
}

it("acknowledged writes survive kill -9 at any moment, and a retry creates no duplicates", async () => {
	const dataDir = await seededFolder();
	const headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	const input = (key: string) => ({
		clientMutationId: key,
		smeId: "sme_windham-castings-ga",
		kind: "EVENT",
		startedOn: "2024-05-06",
	});
	const acknowledged = new Map<string, string>();
	const sent: string[] = [];
	let next = 0;
	const log = async (url: string, key: string) => {
		const { body } = await ask({ url }, LOG, { input: input(key) }, headers);
		return (body.data as unknown as { logEngagement: { id: string } }).logEngagement.id;
	};
	for (let round = 0; round < 4; round++) {
		const { url, child } = await startHub(dataDir);
		const killed = new Promise((done) => child.once("exit", done));
		let left = ENOUGH;
		/** At another moment in each round, but never before there is something to lose. */
		const killSoon = () => {
			left--;
			if (left === 0) setTimeout(() => child.kill("SIGKILL"), 50 + round * 130);
		};
		await Promise.all(
			Array.from({ length: 8 }, async () => {
				for (;;) {
					const key = `key-${next++}`;
					sent.push(key);
					try {
						acknowledged.set(key, await log(url, key));
						killSoon();
					} catch {
						return;
					}
				}
			}),
		);
		await killed;
	}
	expect(acknowledged.size).toBeGreaterThanOrEqual(4 * ENOUGH);
	const { url, child } = await startHub(dataDir);
	// Retry every key: acknowledged ones return their first result, the others create one record.
	const again = new Map<string, string>();
	for (const key of sent) again.set(key, await log(url, key));
	for (const [key, id] of acknowledged) expect(again.get(key)).toBe(id);
	const { body } = await ask(
		{ url },
		'{ engagements(where: { kinds: [EVENT], centerIds: ["ga-mep"], from: "2024-05-06", to: "2024-05-06" }) { totalCount } }',
		{},
		headers,
	);
	expect(body.data).toEqual({ engagements: { totalCount: sent.length } });
	child.kill("SIGKILL");
}, 120_000);
