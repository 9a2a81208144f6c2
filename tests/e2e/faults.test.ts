import { connect } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openImportsDatabase } from "../../gateway/rest/imports/database.ts";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { type Served, served } from "../support/command.ts";
import { ask, seededFolder } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { MANAGER, STAFF } from "../support/viewers.ts";

const HEADER = "id,sme_name,sme_state,service_kind,service_note,date\n";

let dataDir: string;
let hub: Served;
let authorization: string;
beforeAll(async () => {
	dataDir = await seededFolder();
	authorization = `Bearer ${await developmentToken(dataDir, STAFF, 1)}`;
	hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
		env: { PORT: "0", HUB_DATA_DIR: dataDir },
	});
});
afterAll(() => hub.end());

const good = (i: number) => `f-${i},Faulty Works,GA,EVENT,,2024-03-0${(i % 9) + 1}\n`;
const bad = (i: number) => `f-${i},Faulty Works,GA,DANCING,${"long ".repeat(100)},2024-03-01\n`;
const rows = (count: number, row: (i: number) => string) =>
	Array.from({ length: count }, (_, i) => row(i)).join("");

/** The hub still responds, so its process has not ended. */
const alive = async () =>
	expect((await ask(hub, "{ networks { id } }")).body.data).toHaveProperty("networks");

/** Runs a statement on the database of failed rows, as another process. */
async function onImports(statement: string): Promise<void> {
	const database = await openImportsDatabase({ dataDir });
	await database.write((manager) => manager.query(statement)).finally(() => database.close());
}

async function send(body: string | Readable) {
	const response = await fetch(`${hub.url}/imports/engagements`, {
		method: "POST",
		headers: { "content-type": "text/csv", authorization },
		body: (typeof body === "string" ? body : Readable.toWeb(body)) as string,
		duplex: "half",
	} as RequestInit);
	return { status: response.status, body: await response.json() };
}

it("an import whose failed rows cannot be stored imports the others, and reports it", async () => {
	await onImports(
		"CREATE TRIGGER refuse BEFORE INSERT ON failed_parts BEGIN SELECT RAISE(ABORT, 'as if broken'); END",
	);
	const sent = await send(HEADER + good(1) + rows(500, bad) + good(2));
	await onImports("DROP TRIGGER refuse");
	expect(sent).toMatchObject({
		status: 200,
		body: {
			created: 2,
			failed: 500,
			failedRows: null,
			failedRowsNotKept: expect.stringMatching(/could not be written/),
		},
	});
	await alive();
});

/** Sends the start of a request and disconnects after some bytes of the response, or some milliseconds. */
function hangUp(request: string, after: { bytes?: number; ms?: number }): Promise<void> {
	const { hostname, port } = new URL(hub.url);
	return new Promise((done) => {
		const socket = connect(Number(port), hostname, () => socket.write(request));
		let heard = 0;
		const end = () => socket.resetAndDestroy();
		if (after.ms !== undefined) setTimeout(end, after.ms);
		socket.on("data", (chunk) => {
			heard += chunk.length;
			if (heard >= (after.bytes ?? Number.POSITIVE_INFINITY)) end();
		});
		socket.on("error", () => undefined);
		socket.on("close", () => done());
	});
}

const request = (method: string, path: string, headers: string[], body = "") =>
	[
		`${method} ${path} HTTP/1.1`,
		"host: hub",
		`authorization: ${authorization}`,
		...headers,
		"",
		body,
	].join("\r\n");
const csvUpload = (body: string) =>
	request(
		"POST",
		"/imports/engagements",
		["content-type: text/csv", "content-length: 9000000"],
		body,
	);

it("clients that disconnect during an upload or download do not end the process", async () => {
	const { body } = await send(HEADER + rows(3000, bad));
	expect(body).toMatchObject({ failed: 3000, failedRows: expect.stringMatching(/failed\.csv$/) });
	const query = JSON.stringify({
		query: "{ mepCenters(first: 200) { nodes { id name { en } address { city } } } }",
	});
	await Promise.all([
		...[0, 1, 20, 200].flatMap((ms) => [
			hangUp(csvUpload(HEADER + rows(400, good)), { ms }),
			hangUp(csvUpload(HEADER + rows(400, bad)), { ms }),
			hangUp(csvUpload(`${HEADER}"torn`), { ms }),
			hangUp(csvUpload(""), { ms }),
			hangUp(
				request(
					"POST",
					"/graphql",
					["content-type: application/json", "content-length: 5000"],
					query,
				),
				{ ms },
			),
		]),
		...[1, 1000, 100_000].flatMap((bytes) => [
			hangUp(request("GET", body.failedRows, []), { bytes }),
			hangUp(request("GET", "/data/observations.csv", []), { bytes, ms: 3000 }),
			hangUp(
				request(
					"POST",
					"/graphql",
					["content-type: application/json", `content-length: ${query.length}`],
					query,
				),
				{ bytes, ms: 3000 },
			),
		]),
	]);
	await alive();
	await onImports("DELETE FROM failed_files");
	const gone = await fetch(`${hub.url}${body.failedRows}`, { headers: { authorization } });
	expect([gone.status, await gone.json()]).toMatchObject([
		404,
		{ errors: [{ extensions: { code: "NOT_FOUND" } }] },
	]);
	await alive();
});

it("what is open in a quarter that is reported too early is told as data, too", async () => {
	const LOG =
		"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id status } }";
	const input = {
		...{ clientMutationId: "open-1", smeId: "sme_windham-castings-ga" },
		...{ kind: "EVENT", startedOn: "2021-05-06" },
	};
	const logged = (await ask(hub, LOG, { input }, { authorization })).body.data;
	const { id } = (logged as unknown as { logEngagement: { id: string } }).logEngagement;
	const { body } = await ask(
		hub,
		'mutation { reportQuarter(centerId: "ga-mep", fiscalYear: 2021, quarter: 3) { id } }',
		{},
		{ authorization: `Bearer ${await developmentToken(dataDir, MANAGER, 1)}` },
	);
	expect(body.errors?.[0]?.extensions).toMatchObject({
		code: "BAD_USER_INPUT",
		open: [{ id, status: "DRAFT" }],
	});
});
