import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { newOutcome } from "../../subgraphs/engagements/outcome/new.ts";
import { keepRevision } from "../../subgraphs/engagements/record/revisions.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const COLLEAGUE: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "ga-mep" };
const PARTNER: Viewer = { role: "PARTNER", subject: "partner-1", organization: "else" };
const ADMIN: Viewer = { role: "HUB_ADMIN", subject: "admin-1" };
const BATCH = `bat_${"1".repeat(32)}`;

let hub: EngagementsFixture;
/** Name in this file → id. */
const ids: Record<string, string> = {};
let later: string;

const LOG = "mutation($input: LogEngagementInput!) { made: logEngagement(input: $input) { id } }";
async function log(name: string, more: object, viewer: Viewer = STAFF) {
	const input = { clientMutationId: name, smeId: "sme_a", kind: "ASSISTANCE", ...more };
	const { made } = await hub.data(LOG, { input }, viewer);
	ids[name] = made.id;
}
async function step(what: string, name: string, revision: number, viewer: Viewer) {
	const reason = what === "return" ? ', reason: "unclear"' : "";
	await hub.data(
		`mutation { ${what}Engagement(id: "${ids[name]}", revision: ${revision}${reason}) { id } }`,
		{},
		viewer,
	);
}

beforeAll(async () => {
	hub = await openEngagementsFixture();
	await log("draft", {
		startedOn: "2021-02-03",
		title: "Lean on the shop floor",
		practice: "LEAN",
	});
	await log("waiting", { startedOn: "2021-05-03", note: "Mit Müller & Söhne, ÉCLAIR" });
	await log("colleague", { startedOn: "2022", note: "数控机床 ＡＢＣ" }, COLLEAGUE);
	await log("elsewhere", { startedOn: "2021-05-04", smeId: "sme_b" }, ELSEWHERE);
	await step("submit", "waiting", 1, STAFF);
	await step("submit", "colleague", 1, COLLEAGUE);
	await step("return", "colleague", 2, MANAGER);
	// Changes are dated to the millisecond.
	await setTimeout(5);
	later = new Date().toISOString();
	const imported = engagementRow(
		"eng-imported",
		{ sme_id: "sme_a", kind: "EVENT", center_id: "ga-mep", revision: 1 },
		"2016-01-02",
	);
	const outcome = newOutcome({
		id: "out-imported",
		sme_id: "sme_a",
		logged_sme_id: "sme_a",
		center_id: "ga-mep",
		window_start: "2019-02",
		window_end: "2019-02-28",
		verification: "OUTLIER",
		visibility: "CONFIDENTIAL",
		source_document: "test",
	});
	await hub.database.write(async (manager) => {
		await manager.insert(EngagementRow, imported);
		await manager.insert(OutcomeRow, outcome);
		await manager.insert(OutcomeClaimRow, {
			id: "out-imported~JOBS_CREATED",
			outcome_id: "out-imported",
			metric: "JOBS_CREATED",
			value: 700,
			currency: null,
			qualifier: null,
		});
		const made = { action: "imported", before: null, batchId: BATCH };
		await keepRevision(manager, STAFF, { type: "ENGAGEMENT", after: imported, ...made });
		await keepRevision(manager, STAFF, { type: "OUTCOME", after: outcome, ...made });
		const sme = smeRow("sme_own", {
			center_id: "ga-mep",
			employees: 499,
			visibility: "CONFIDENTIAL",
		});
		await manager.insert(SmeRow, sme);
		await keepRevision(manager, STAFF, {
			type: "SME",
			action: "registered",
			before: null,
			after: sme,
		});
	});
});
afterAll(() => hub.close());

const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;
async function listed(list: string, where: string, viewer: Viewer = STAFF): Promise<string[]> {
	const { found } = await hub.data(
		`{ found: ${list}(first: 200, where: ${where}) { totalCount nodes { id } } }`,
		{},
		viewer,
	);
	expect(found.totalCount).toBe(found.nodes.length);
	return found.nodes.map((node: { id: string }) => nameOf(node.id)).sort();
}

describe("engagements are listed by", () => {
	it.each([
		["{ statuses: [SUBMITTED] }", ["waiting"]],
		["{ statuses: [DRAFT, RETURNED], hasDate: true }", ["colleague", "draft", "eng-draft"]],
		['{ loggedBy: "staff-2" }', ["colleague"]],
		[
			'{ loggedBy: ["staff-1", "staff-2"], statuses: [SUBMITTED, RETURNED] }',
			["colleague", "waiting"],
		],
		['{ loggedBy: ["boss-2"] }', []],
		[`{ batchIds: ["${BATCH}"] }`, ["eng-imported"]],
		["{ hasDate: false }", ["eng-3"]],
		["{ hasDate: true, calendarYears: [2016, 2017] }", ["eng-4", "eng-imported"]],
		["{ calendarYears: [2018] }", ["eng-1", "eng-2", "eng-6", "eng-draft", "eng-secret"]],
		['{ search: "FLOOR lean" }', ["draft"]],
		['{ search: "müller éclair" }', ["waiting"]],
		['{ search: "数控 abc" }', ["colleague"]],
		['{ search: "sme_SECRET" }', ["eng-secret"]],
		['{ search: "shop sme_a" }', ["draft"]],
		['{ search: "shop%floor" }', []],
		['{ search: "  ", statuses: [SUBMITTED] }', ["waiting"]],
	])("%s", async (where, expected) => {
		expect(await listed("engagements", where)).toEqual(expected);
	});

	it("changes since a date or time, by what each viewer may see", async () => {
		expect(await listed("engagements", `{ updatedSince: "${later}" }`)).toEqual(["eng-imported"]);
		expect(await listed("engagements", `{ updatedSince: "${later}" }`, PUBLIC)).toEqual([
			"eng-imported",
		]);
		expect(await listed("engagements", '{ updatedSince: "2000" }')).toEqual([
			"colleague",
			"draft",
			"eng-imported",
			"waiting",
		]);
		expect(await listed("engagements", '{ updatedSince: "2000" }', ELSEWHERE)).toEqual(
			["eng-imported", "elsewhere"].sort(),
		);
		const zone = later.replace(/T(\d\d)(.*)Z$/, (_, hour, rest) => `T${hour}${rest}+00:00`);
		expect(await listed("engagements", `{ updatedSince: "${zone}" }`)).toEqual(["eng-imported"]);
		for (const wrong of ["", "yesterday", "2018-13", "2018-03-07T08:30:00", "2018-02-30T00:00:00Z"])
			expect(
				await hub.refusals(`{ engagements(where: { updatedSince: "${wrong}" }) { totalCount } }`),
			).toEqual([
				[
					expect.stringMatching(/^where.updatedSince: ".*" is not a date or a moment/),
					"BAD_USER_INPUT",
				],
			]);
	});

	it("also for a manufacturer and a center", async () => {
		const { sme } = await hub.data(
			'{ sme(id: "sme_a") { engagements(where: { statuses: [SUBMITTED] }) { totalCount nodes { id } } } }',
			{},
			STAFF,
		);
		expect(sme.engagements).toEqual({ totalCount: 1, nodes: [{ id: ids.waiting }] });
	});
});

describe("manufacturers are listed by", () => {
	it.each([
		["{ isSmall: true }", ["sme_a", "sme_own"]],
		["{ isSmall: false }", ["sme_b"]],
		['{ registeredBy: "staff-1" }', ["sme_own"]],
		['{ registeredBy: "boss-1" }', []],
		['{ updatedSince: "2000" }', ["sme_own"]],
		['{ updatedSince: "2999" }', []],
	])("%s", async (where, expected) => {
		expect(await listed("smes", where)).toEqual(expected);
	});
});

describe("outcomes are listed by", () => {
	it.each([
		["{}", ["out-1", "out-imported"]],
		["{ verifications: [OUTLIER] }", ["out-imported"]],
		["{ metrics: [NEW_SALES, INVESTMENT] }", ["out-1"]],
		['{ smeIds: ["sme_a"], centerIds: ["ga-mep"] }', ["out-1", "out-imported"]],
		['{ instituteIds: ["mxd"] }', []],
		['{ windowFrom: "2018", windowTo: "2018" }', ["out-1"]],
		['{ windowFrom: "2018-01-02" }', ["out-imported"]],
		['{ windowTo: "2018-12-30" }', []],
		['{ windowFrom: "2019-02-01", windowTo: "2019-02" }', ["out-imported"]],
		['{ windowTo: "2019-02-27" }', ["out-1"]],
		['{ loggedBy: "staff-1" }', ["out-imported"]],
		[`{ batchIds: ["${BATCH}"], updatedSince: "2020" }`, ["out-imported"]],
	])("%s", async (where, expected) => {
		expect(await listed("outcomes", where)).toEqual(expected);
	});

	it("visible to each viewer, the latest reported first", async () => {
		expect(await listed("outcomes", "{}", PUBLIC)).toEqual(["out-1"]);
		expect(await listed("outcomes", "{}", ELSEWHERE)).toEqual(["out-1"]);
		const query =
			"query($first: Int!, $after: String) { list: outcomes(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
		expect(
			await walk(
				{ ...hub, data: (text, variables) => hub.data(text, variables, OFFICE) },
				query,
				1,
			),
		).toEqual(["out-imported", "out-1"]);
	});

	it("a reversed window is rejected", async () => {
		expect(
			await hub.refusals(
				'{ outcomes(where: { windowFrom: "2019", windowTo: "2018" }) { totalCount } }',
			),
		).toEqual([["where.windowFrom: 2019 is after where.windowTo, 2018", "BAD_USER_INPUT"]]);
	});
});

const asks = (list: string, where: string) => `{ ${list}(where: ${where}) { totalCount } }`;

describe("the author and import of a record", () => {
	it.each([
		["engagements", '{ loggedBy: ["staff-1"] }'],
		["engagements", "{ batchIds: [] }"],
		["outcomes", '{ loggedBy: ["staff-1"] }'],
		["outcomes", `{ batchIds: ["${BATCH}"] }`],
		["smes", '{ registeredBy: ["staff-1"] }'],
	])("%s %s cannot be used by outsiders", async (list, where) => {
		const message = expect.stringMatching(
			/^where.\w+: only a center's staff and the program office/,
		);
		expect(await hub.refusals(asks(list, where))).toEqual([[message, "UNAUTHENTICATED"]]);
		for (const viewer of [PARTNER, ADMIN])
			expect(await hub.refusals(asks(list, where), {}, viewer)).toEqual([[message, "FORBIDDEN"]]);
	});

	it("are hidden for records of another center, even if public", async () => {
		expect(await listed("engagements", '{ loggedBy: ["staff-1", "boss-2"] }', ELSEWHERE)).toEqual([
			"elsewhere",
		]);
		expect(await listed("smes", '{ registeredBy: ["staff-1"] }', ELSEWHERE)).toEqual([]);
		for (const id of [BATCH, "bat_none"])
			expect(
				await hub.refusals(asks("engagements", `{ batchIds: ["${id}"] }`), {}, ELSEWHERE),
			).toEqual([
				[`where.batchIds: there is no ImportBatch with the id "${id}"`, "BAD_USER_INPUT"],
			]);
	});
});

it("each list takes a few statements, independent of the number of rows", async () => {
	const where = `{ statuses: [SUBMITTED], loggedBy: ["staff-1"], search: "éclair", updatedSince: "2000", hasDate: true, calendarYears: [2021] }`;
	const select = "{ totalCount nodes { id title sme { name } history { batchId } } }";
	await hub.data(`{ engagements(where: ${where}) ${select} }`, {}, STAFF);
	// Matching ids, the page, the count, the manufacturers and the histories.
	expect(hub.statements).toHaveLength(5);
	// The page, the count, the figures, their covers and those engagements.
	await hub.data(
		"{ outcomes(where: { verifications: [SELF_REPORTED, OUTLIER] }) { totalCount nodes { id claims { value } covers { id } } } }",
		{},
		OFFICE,
	);
	expect(hub.statements).toHaveLength(5);
});
