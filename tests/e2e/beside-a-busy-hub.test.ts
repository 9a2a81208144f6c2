import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { ask, dataOf, seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";

let env: Record<string, string>;
let hub: Served;
let headers: Record<string, string>;
let smeId: string;
const start = () => served(process.execPath, [...HUB_PROGRAM, "start"], { env });
beforeAll(async () => {
	const dataDir = await seededFolder();
	headers = { authorization: `Bearer ${await developmentToken(dataDir, STAFF, 1)}` };
	env = { PORT: "0", HUB_DATA_DIR: dataDir, HUB_RATE_REQUESTS: "1000000" };
	hub = await start();
	smeId = (await dataOf(hub, "{ smes(first: 1) { nodes { id } } }")).smes.nodes[0].id;
}, 120_000);
afterAll(() => hub.end());

const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
let writes = 0;

/** Keeps the hub writing until `done` ends: four changes at a time, one after another. Returns what was refused. */
async function whileWriting<T>(done: Promise<T>): Promise<{ result: T; refused: unknown[] }> {
	let isOver = false;
	const over = done.finally(() => {
		isOver = true;
	});
	const refused: unknown[] = [];
	await Promise.all(
		[1, 2, 3, 4].map(async () => {
			while (!isOver) {
				const key = `busy-${writes++}`;
				const input = { clientMutationId: key, smeId, kind: "EVENT", startedOn: "2024-03-04" };
				const { body } = await ask(hub, LOG, { input }, headers);
				refused.push(...(body.errors ?? []));
			}
		}),
	);
	return { result: await over, refused };
}

it("an import from the command line waits its turn, and takes none from the hub", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "visits-")), "visits.csv");
	const rows = Array.from(
		{ length: 1000 },
		(_, i) => `beside-${i},Beside Works,GA,EVENT,2024-03-05`,
	);
	writeFileSync(file, ["id,sme_name,sme_state,service_kind,date", ...rows, ""].join("\n"));
	const { result, refused } = await whileWriting(
		hubCommand(["import", file, "--center", "ga-mep"], env),
	);
	expect([result.code, result.stderr]).toEqual([0, ""]);
	expect(JSON.parse(result.stdout)).toMatchObject({ created: 1000, failed: 0 });
	expect(refused).toEqual([]);
	expect(writes).toBeGreaterThan(10);
}, 120_000);

it("a second hub on the same folder starts beside a busy one, and both answer", async () => {
	const { result: second, refused } = await whileWriting(start());
	try {
		expect(refused).toEqual([]);
		const query = "{ institutes(first: 1) { nodes { id } } }";
		expect(await dataOf(second, query)).toEqual(await dataOf(hub, query));
		expect(second.said()).not.toMatch(/SQLITE_BUSY/);
	} finally {
		await second.end();
	}
}, 120_000);
