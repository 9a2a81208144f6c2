import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { ask, seededFolder, startEmbedded } from "../support/hub.ts";
import { STAFF } from "../support/viewers.ts";
import { workbookParts, zipOf } from "../support/xlsx.ts";

let dataDir: string;
let token: string;
let hub: Awaited<ReturnType<typeof startEmbedded>>;
beforeAll(async () => {
	dataDir = await seededFolder();
	token = await developmentToken(dataDir, STAFF, 1);
	hub = await startEmbedded(dataDir);
});
afterAll(() => hub.close());

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEADER = ["id", "sme_name", "sme_state", "service_kind", "date"];
/** Every second row is faulty. */
const rowOf = (key: string, i: number) => [
	`${key}-${i}`,
	`${key} Works ${i}`,
	"GA",
	i % 2 ? "DANCING" : "EVENT",
	"2024-03-05",
];

/** Starts an upload of `length` bytes, sends only `body`, and disconnects after `ms`. */
async function hangUp(type: string, body: Buffer | string, length: number, ms = 300) {
	const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
	socket.on("error", () => undefined);
	socket.write(
		`POST /imports/engagements HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`,
	);
	socket.write(body);
	await sleep(ms);
	socket.resetAndDestroy();
}

const unfinished = () => {
	const dir = join(dataDir, "imports");
	return existsSync(dir) ? readdirSync(dir) : [];
};
/** Open file descriptors of import files in this process. */
const heldOpen = () =>
	readdirSync("/proc/self/fd").filter((fd) => {
		try {
			return readlinkSync(`/proc/self/fd/${fd}`).startsWith(join(dataDir, "imports/"));
		} catch {
			return false;
		}
	});

async function batches(): Promise<Array<{ id: string; rows: number; created: number }>> {
	const query = "{ importBatches(first: 50) { nodes { id rows created failed } } }";
	const { body } = await ask(hub, query, {}, { authorization: `Bearer ${token}` });
	return (body.data as never as { importBatches: { nodes: [] } }).importBatches.nodes;
}

async function send(file: Uint8Array | string, type: string) {
	const response = await fetch(`${hub.url}/imports/engagements`, {
		method: "POST",
		headers: { "content-type": type, authorization: `Bearer ${token}` },
		body: file as BodyInit,
	});
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("an upload whose client disconnects", () => {
	afterEach(async () => {
		await expect.poll(unfinished).toEqual([]);
		await expect.poll(heldOpen).toEqual([]);
		expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
	});

	it.each([
		["before it is known who sends it", 0],
		["before its first byte", 300],
	])("%s, changes nothing", async (_, ms) => {
		await hangUp("text/csv", "", 1000, ms);
		await sleep(200);
		expect((await batches()).reduce((sum, { rows }) => sum + rows, 0)).toBe(0);
	});

	it("in the middle of a CSV file, keeps the imported rows and the failed rows", async () => {
		const lines = (count: number) =>
			[HEADER, ...Array.from({ length: count }, (_, i) => rowOf("cut", i))].join("\n");
		await hangUp("text/csv", lines(500), 100_000, 1500);
		await expect.poll(async () => (await batches())[0]?.rows, { timeout: 20_000 }).toBe(400);
		const [{ id, created } = { id: "", created: 0 }] = await batches();
		expect(created).toBe(200);
		const failed = async () => {
			const headers = { authorization: `Bearer ${token}` };
			return (await fetch(`${hub.url}/imports/${id}/failed.csv`, { headers })).text();
		};
		await expect.poll(async () => (await failed()).trim().split("\n").length).toBe(201);
		expect((await send(lines(500), "text/csv")).body).toMatchObject({
			created: 50,
			unchanged: 200,
			failed: 250,
		});
	});

	it("in the middle of a workbook, imports nothing", async () => {
		const before = (await batches()).length;
		const sheet = [HEADER, ...Array.from({ length: 300 }, (_, i) => rowOf("torn", i))];
		const file = zipOf(workbookParts({ Visits: sheet }));
		await hangUp(XLSX, file.subarray(0, file.length / 2), file.length);
		await sleep(200);
		const [latest] = await batches();
		expect((await batches()).length).toBeLessThanOrEqual(before + 1);
		expect(latest?.created === 0 || latest?.created === 250).toBe(true);
	});
});

describe("a truncated or malicious workbook", () => {
	const sheet = [HEADER, ...Array.from({ length: 50 }, (_, i) => rowOf("short", i))];
	const parts = workbookParts({ Visits: sheet });
	const file = zipOf(parts);
	const many = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`part-${i}`, "x"]));

	it.each([
		["after its first bytes", file.subarray(0, 40)],
		["in its middle", file.subarray(0, file.length / 2)],
		["before its end", file.subarray(0, file.length - 1)],
		["inside of a part", Buffer.concat([file.subarray(0, 100), file.subarray(300)])],
		["into thousands of parts", zipOf({ ...parts, ...many })],
		[
			"unpacking to far more than it declares",
			zipOf(
				{ ...parts, "xl/sharedStrings.xml": " ".repeat(90_000) },
				{ "xl/sharedStrings.xml": 10 },
			),
		],
	])("%s is rejected with a reason, and leaves no file or descriptor", async (_, bytes) => {
		const { status, body } = await send(bytes, XLSX);
		expect([status, body.errors]).toEqual([
			400,
			[expect.objectContaining({ message: expect.stringMatching(/Excel workbook/) })],
		]);
		await expect.poll(unfinished).toEqual([]);
		await expect.poll(heldOpen).toEqual([]);
	});
});
