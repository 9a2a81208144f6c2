import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { hubCommand, type Served, served } from "../support/command.ts";
import { ask, dataOf } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";

/** Where the process is started: the first is what the others are compared with. */
const PLACES = [
	{ LC_ALL: "C", LANG: "C", TZ: "UTC" },
	{ LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Apia" },
	{ LC_ALL: "zh_CN.GB18030", LANG: "zh_CN.GB18030", TZ: "Asia/Kolkata" },
];
type Place = { hub: Served; dataDir: string; env: Record<string, string> };

const places: Place[] = [];
beforeAll(async () => {
	for (const place of PLACES) {
		const dataDir = mkdtempSync(join(tmpdir(), "surroundings-"));
		// It loads the seeds itself.
		const env = { ...place, HUB_DATA_DIR: dataDir, PORT: "0" };
		const hub = await served(process.execPath, [...HUB_PROGRAM, "start"], { env });
		places.push({ hub, dataDir, env });
	}
}, 240_000);
afterAll(async () => {
	for (const { hub } of places) await hub.end();
});

/** What differs between any two hubs: times of the clock, hashes over these, ports and generated ids. */
const same = (text: string) =>
	text
		.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "TIME")
		.replace(/127\.0\.0\.1:\d+/g, "HOST")
		.replace(/\b(eng|chg)_[\w-]+/g, "$1_ID");

async function expectSame(read: (place: Place) => Promise<string>, holds: RegExp): Promise<void> {
	const [first = "", ...others] = await Promise.all(places.map(read));
	expect(first).toMatch(holds);
	for (const other of others) expect(same(other)).toBe(same(first));
}
const textAt = (path: string) => async (place: Place) => {
	const response = await fetch(place.hub.url + path);
	expect([path, response.status]).toEqual([path, 200]);
	return response.text();
};

it("the process is in that place", async () => {
	const said = PLACES.map(({ TZ }) =>
		new Date("2026-11-30T12:00:00Z").toLocaleString("en", { timeZone: TZ }),
	);
	expect(new Set(said).size).toBe(3);
});

it.each([
	["/data/institutes.csv", /Smart|America/],
	["/data/engagements.csv", /\d{4}-\d\d-\d\d/],
	["/data/observations.csv", /\d\.\d/],
	["/manufacturers.csv", /Vartega/],
	["/trace.csv", /Windham/],
	["/statistics/latest/engagements-by-center.csv", /ga-mep/],
	["/statistics/latest/outcomes-by-state.csv", /\d/],
	["/statistics/latest/methods", /\d,\d{3}|percent|%/],
])("%s is the same wherever the hub runs", (path, holds) => expectSame(textAt(path), holds));

it.each([
	[
		"names in order",
		"{ smes(first: 200) { nodes { name state } } institutes(first: 100) { nodes { name } } mepCenters { nodes { name } } }",
		/Vartega/,
	],
	[
		"a search in capitals, with the letter that Turkish lowers otherwise",
		'{ smes(first: 50, search: "INDUSTRIES") { nodes { name } } institutes(first: 50, search: "INSTITUTE") { nodes { name } } }',
		/Kason Industries.*America Makes/,
	],
	[
		"figures and evaluations",
		"{ traceTotals(by: [CENTER, FISCAL_YEAR]) { center { name } fiscalYear engagementCount hours } mepCenters(first: 10) { nodes { keyFigures(fiscalYear: 2023) { figure value absent coverage { records } } } } }",
		/\d/,
	],
])("%s", (_, query, holds) =>
	expectSame(async ({ hub }) => JSON.stringify(await dataOf(hub, query)), holds),
);

it("a day that is logged, its history and its export are the same, and so is the next day's refusal", async () => {
	const LOG =
		"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { startedOn status title } }";
	const log =
		(startedOn: string) =>
		async ({ hub, dataDir }: Place) => {
			const authorization = `Bearer ${await developmentToken(dataDir, STAFF, 1)}`;
			const input = {
				...{ clientMutationId: `day-${startedOn}`, smeId: "sme_windham-castings-ga" },
				...{ kind: "EVENT", title: "IĞNE İŞİ 精密", startedOn },
			};
			return JSON.stringify((await ask(hub, LOG, { input }, { authorization })).body);
		};
	const today = new Date().toISOString().slice(0, 10);
	await expectSame(log(today), new RegExp(today));
	await expectSame(log("2030-01-01"), /BAD_USER_INPUT/);
	await expectSame(async ({ env }) => {
		const { code, stdout } = await hubCommand(["export", "--center", "ga-mep"], env);
		expect(code).toBe(0);
		return stdout;
	}, /IĞNE İŞİ 精密/);
});
