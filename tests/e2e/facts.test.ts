import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, dataOf, type Hub, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";
import { manifestOf } from "../support/manifest.ts";

const FIELDS =
	"id subjectId property fiscalYear value unit text nativeText asPrinted printedValue accepted reason seriesBreak party source { document section line url } doubts { id } doubt { id }";
type Told = {
	id: string;
	subjectId: string;
	property: string;
	fiscalYear: number | null;
	value: number | null;
	unit: string | null;
	text: string | null;
	nativeText: string | null;
	asPrinted: string | null;
	printedValue: number | null;
	accepted: boolean;
	reason: string | null;
	seriesBreak: string | null;
	party: string | null;
	source: { document: string; section: string | null; line: number | null; url: string | null };
	doubts: Array<{ id: string }>;
	doubt: { id: string } | null;
};

let hub: Hub;
const listed: Told[] = [];
let owned: Told[] = [];

const data = (query: string, variables?: object) => dataOf(hub, query, variables);

beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
	for (let after: string | null = null, more = true; more; ) {
		const { observations } = await data(
			`query($after: String) { observations(first: 200, after: $after) { totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
			{ after },
		);
		listed.push(...observations.nodes);
		({ hasNextPage: more, endCursor: after } = observations.pageInfo);
	}
	const { networks, institutes } = await data(
		`{ networks { observations { ${FIELDS} } } institutes(first: 200) { nodes { observations { ${FIELDS} } } } }`,
	);
	owned = [...networks, ...institutes.nodes].flatMap(({ observations }) => observations);
});
afterAll(() => hub.close());

const manifest = manifestOf(SEEDS);
const asFact = ({ source, doubts, ...told }: Told) => ({
	id: told.id,
	property: told.property,
	value: told.value,
	unit: told.unit,
	text: told.text,
	nativeText: told.nativeText,
	asPrinted: told.asPrinted,
	printedValue: told.printedValue,
	source: source.url
		? { url: source.url }
		: { document: source.document, section: source.section, line: source.line },
	doubts: doubts.map(({ id }) => id).sort(),
});
const byId = (facts: Array<{ id: string }>) => [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("every fact of the seed files", () => {
	it("is told as it is kept: value, unit, words, source and doubts", () => {
		expect(manifest.length).toBeGreaterThan(1000);
		expect(byId(listed.map(asFact))).toEqual(byId(manifest));
	});

	it("is told by the institute or network that it is about", () => {
		expect(byId(owned)).toEqual(byId(listed));
	});

	it("has a figure or words, and a unit beside a figure", () => {
		for (const fact of listed) {
			expect(fact.value ?? fact.text ?? fact.nativeText, fact.id).not.toBeNull();
			if (fact.value !== null) expect(fact.unit, fact.id).not.toBeNull();
			expect(fact.source.document, fact.id).not.toBe("");
		}
	});
});

describe("where sources disagree", () => {
	/** What there can be but one of, for an institute or for a network's year. */
	const SINGLE = [
		"name",
		"native_name",
		"announced",
		"lead",
		"headquarters",
		"sponsor",
		"technology_area",
		"federal_commitment",
		"non_federal_commitment",
		"roadmap_areas",
	];
	const groups = new Map<string, Told[]>();
	beforeAll(() => {
		for (const one of listed)
			if (one.fiscalYear !== null || SINGLE.includes(one.property)) {
				const key = [one.subjectId, one.property, one.fiscalYear, one.party, one.unit].join(" ");
				groups.set(key, [...(groups.get(key) ?? []), one]);
			}
	});
	const told = (one: Told) =>
		one.value ?? (/name|area/.test(one.property) ? one.nativeText : one.text);

	it("all are shown, one is served, and every one says why", () => {
		let disagreeing = 0;
		for (const [key, group] of groups) {
			const values = new Set(group.map(told));
			const served = group.filter((one) => one.accepted);
			if (values.size === 1) {
				expect(served.length, key).toBeGreaterThan(0);
				continue;
			}
			disagreeing++;
			expect(served.length, key).toBe(1);
			for (const one of group) expect(one.reason, one.id).toBeTruthy();
		}
		expect(disagreeing).toBeGreaterThan(40);
	});

	it.each([
		["nextflex", "non_federal_commitment", 96_000_000],
		["mxd", "federal_commitment", 83_000_000],
		["cymanii", "lead", "University of Texas at San Antonio"],
		["biomade", "lead", "Engineering Biology Research Consortium (EBRC)"],
		["aim-photonics", "headquarters", "Rochester, US-NY"],
		["biomade", "announced", "2020-10"],
		["biofabusa", "announced", "2016-12"],
	])("%s is served its right %s", async (id, property, right) => {
		const served = listed.filter(
			(one) => one.subjectId === id && one.property === property && one.accepted,
		);
		expect([...new Set(served.map((one) => one.value ?? one.text))]).toEqual([right]);
	});
});

describe("misprints are served corrected, the printed figure beside", () => {
	it("D01: a table whose unit is ten times too large", () => {
		const table = listed.filter(
			(one) =>
				/^(non_)?federal_commitment$/.test(one.property) &&
				one.source.section?.startsWith("Table 1 (表1 美国16个"),
		);
		expect(table).toHaveLength(32);
		for (const one of table) {
			expect((one.printedValue ?? 0) / (one.value ?? 1), one.id).toBe(10);
			expect(one.asPrinted, one.id).toMatch(/^[\d.]+ 亿美元$/);
			expect(one.doubts.map(({ id }) => id)).toContain("D01");
		}
	});

	it("D02: 9,800 亿, which is more than the country spends on defence", async () => {
		const { institute } = await data(
			'{ institute(id: "nextflex") { funding { nonFederal { amount } commitments { amount { amount } printedAmount { amount } asPrinted accepted doubts { id } } } } }',
		);
		expect(institute.funding.nonFederal.amount).toBe(96_000_000);
		expect(institute.funding.commitments).toContainEqual({
			amount: { amount: 98_000_000 },
			printedAmount: { amount: 980_000_000_000 },
			asPrinted: "非联邦资金超过 9 800 亿美元",
			accepted: false,
			doubts: [{ id: "D02" }],
		});
	});

	it("D03: 2021 for the oldest institute", async () => {
		const { institute } = await data(
			'{ institute(id: "america-makes") { milestones { kind date } observations(property: "announced") { text asPrinted accepted doubts { id } } } }',
		);
		expect(institute.milestones[0]).toEqual({ kind: "ANNOUNCED", date: "2012-08" });
		expect(institute.observations).toContainEqual({
			text: "2012-08",
			asPrinted: "2021年8月",
			accepted: false,
			doubts: [{ id: "D03" }],
		});
	});
});

describe("the name trap D40", () => {
	it("finds the institute by its Chinese name, and joins no network by it", async () => {
		const found = await data(
			'{ institutes(search: "美国制造") { nodes { id } } traditional: institutes(search: "美國製造") { nodes { id } } network(id: "manufacturing-usa") { nativeName } }',
		);
		expect(found).toEqual({
			institutes: { nodes: [{ id: "america-makes" }] },
			traditional: { nodes: [{ id: "america-makes" }] },
			network: { nativeName: "制造美国" },
		});
		for (const query of [
			'{ institutes(where: { networkIds: ["美国制造"] }) { totalCount } }',
			'{ observations(where: { networkIds: ["美国制造"] }) { totalCount } }',
			'{ trace(where: { institute: { networkIds: ["美国制造"] } }) { totalCount } }',
		]) {
			const { body } = await ask(hub, query);
			expect(body.errors?.[0]?.extensions.code, query).toBe("BAD_USER_INPUT");
		}
		expect(
			await data('{ network(id: "美国制造") { id } institute(id: "美国制造") { id } }'),
		).toEqual({
			network: null,
			institute: null,
		});
	});

	it("says so on every observation that bears the name", () => {
		const bearing = listed.filter((one) => one.nativeText?.startsWith("美国制造"));
		expect(bearing.length).toBeGreaterThan(4);
		for (const one of bearing) {
			expect(["america-makes", "manufacturing-usa"]).toContain(one.subjectId);
			expect(
				one.doubts.map(({ id }) => id),
				one.id,
			).toContain("D40");
		}
		// Each of the two is named by the other's words nowhere without the doubt.
		expect(new Set(bearing.map((one) => one.subjectId)).size).toBe(2);
	});
});

describe("series", () => {
	it.each([
		["manufacturing-usa", "people_trained_or_engaged", [2017, 2018, 2019, 2021]],
		["mep-national-network", "sales", [2017]],
	])("%s %s breaks where its definition changed", async (id, metric, years) => {
		const { network } = await data(
			"query($id: ID!, $metric: String!) { network(id: $id) { metrics(metrics: [$metric]) { fiscalYear seriesBreak doubts { id } } } }",
			{ id, metric },
		);
		const broken = network.metrics.filter((one: Told) => one.seriesBreak);
		expect([...new Set(broken.map((one: Told) => one.fiscalYear))]).toEqual(years);
		for (const one of broken) expect(one.doubts.length).toBeGreaterThan(0);
	});
});
