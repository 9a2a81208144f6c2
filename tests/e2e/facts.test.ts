// Over 300 lines: one hub, whose facts are listed once and compared with the seed files.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, dataOf, type Hub, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";
import { manifestOf } from "../support/manifest.ts";

const FIELDS =
	"id subjectId property number fiscalYear value unit text nativeText asPrinted printedValue asOf asOfWords period accepted reason seriesBreak party source { document section line url } doubts { id } doubt { id }";
type Told = {
	id: string;
	subjectId: string;
	property: string;
	number: number | null;
	fiscalYear: number | null;
	value: number | null;
	unit: string | null;
	text: string | null;
	nativeText: string | null;
	asPrinted: string | null;
	printedValue: number | null;
	asOf: string | null;
	asOfWords: string | null;
	period: string | null;
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
	it("is returned as stored: value, unit, text, source and doubts", () => {
		expect(manifest.length).toBeGreaterThan(1000);
		expect(byId(listed.map(asFact))).toEqual(byId(manifest));
	});

	it("is returned by its institute or network", () => {
		expect(byId(owned)).toEqual(byId(listed));
	});

	it("has a value or a text, and a unit with a value", () => {
		for (const fact of listed) {
			expect(fact.value ?? fact.text ?? fact.nativeText, fact.id).not.toBeNull();
			if (fact.value !== null) expect(fact.unit, fact.id).not.toBeNull();
			expect(fact.source.document, fact.id).not.toBe("");
		}
	});
});

describe("where sources disagree", () => {
	/** Properties with a single value per institute, or per network and year. */
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
				const key = [one.subjectId, one.property, one.fiscalYear, one.party].join(" ");
				groups.set(key, [...(groups.get(key) ?? []), one]);
			}
	});
	const told = ({ value, unit, property, text, nativeText }: Told) => {
		if (value !== null) return unit === "share" ? value * 100 : value;
		return /native_name|technology_area/.test(property) ? nativeText : text;
	};

	it("all are listed, one is accepted, and each has a reason", () => {
		let disagreeing = 0;
		for (const [key, group] of groups) {
			const values = new Set(group.map(told));
			const served = group.filter((one) => one.accepted);
			expect(served.length, key).toBe(1);
			if (values.size === 1) {
				for (const one of group)
					if (!one.accepted) expect(one.reason, one.id).toMatch(/^Agrees|^D/);
				continue;
			}
			disagreeing++;
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
	])("%s has the correct %s", async (id, property, right) => {
		const served = listed.filter(
			(one) => one.subjectId === id && one.property === property && one.accepted,
		);
		expect([...new Set(served.map((one) => one.value ?? one.text))]).toEqual([right]);
	});
});

describe("what is accepted can be added up", () => {
	it("has one figure per subject, property, year and party, in one unit", () => {
		const cells = new Map<string, string[]>();
		for (const one of listed.filter(({ value, accepted }) => value !== null && accepted)) {
			const year = one.fiscalYear ?? one.asOf?.slice(0, 4);
			const key = [one.subjectId, one.property, year, one.number, one.party].join(" ");
			cells.set(key, [...(cells.get(key) ?? []), one.id]);
		}
		expect(cells.size).toBeGreaterThan(400);
		expect([...cells.values()].filter((ids) => ids.length > 1)).toEqual([]);
	});

	it("is one figure per metric and year for a network's metrics", async () => {
		const { networks } = await data(
			"{ networks { id metrics(accepted: true) { property fiscalYear accepted } others: metrics(accepted: false) { id accepted reason } } }",
		);
		let others = 0;
		for (const network of networks) {
			const cells = network.metrics.map((one: Told) => `${one.property} ${one.fiscalYear}`);
			expect(new Set(cells).size, network.id).toBe(cells.length);
			for (const one of network.metrics) expect(one.accepted).toBe(true);
			for (const one of network.others) expect(one.reason, one.id).toBeTruthy();
			others += network.others.length;
		}
		expect(others).toBeGreaterThan(30);
	});

	it("excludes totals from their parts", () => {
		const kinds = listed.filter(({ property }) => property === "lead_kinds_of");
		expect(kinds.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(8);
		expect(listed.find(({ property }) => property === "lead_kinds_total")?.value).toBe(8);
	});
});

describe("labels match their sources", () => {
	const figure = (id: string) => listed.find((one) => one.id === `met-${id}`);

	it("830 are all members of FY2016; 361 of some 553 industry members are small", () => {
		expect(figure("manufacturing-usa-fy2016-members")).toMatchObject({
			property: "members",
			value: 830,
			accepted: false,
			text: "the page calls them industry members",
		});
		expect(figure("manufacturing-usa-fy2016-industry-members")).toMatchObject({
			value: 553,
			asPrinted: "two thirds of 830",
			doubts: [{ id: "D41" }],
		});
		expect(figure("manufacturing-usa-fy2016-sme-members")?.value).toBe(361);
	});

	it("years that no page states are doubted, and so are overstated returns", () => {
		const doubted = (id: string) =>
			listed
				.filter(({ doubts }) => doubts.some((one) => one.id === id))
				.map((one) => one.fiscalYear);
		expect(new Set(doubted("D42"))).toEqual(new Set([2014, 2015]));
		expect(doubted("D42")).toHaveLength(8);
		expect(new Set(doubted("D31"))).toEqual(new Set([2020, 2021, 2022, 2023]));
	});

	it("asPrinted is the printed figure: remarks are in text, periods in period", () => {
		for (const { id, asPrinted } of listed)
			expect(asPrinted ?? "", id).not.toMatch(/fiscal year|another report|since \d|when read/);
		expect(listed.find(({ id }) => id === "im-arm-projects-2019-05-01")).toMatchObject({
			asPrinted: "40",
			text: "expected",
			period: "since January 2017",
		});
	});

	it("another count of the same year is listed but not accepted", () => {
		expect(
			listed
				.filter((one) => one.property === "people_trained_or_engaged" && one.fiscalYear === 2017)
				.map(({ value, accepted }) => [value, accepted]),
		).toEqual(
			expect.arrayContaining([
				[191_000, true],
				[14_000, false],
			]),
		);
	});
});

describe("dates", () => {
	it("asOf is partial ISO 8601, with the wording in asOfWords", async () => {
		const { documents, courses, embeddings, mepCenters, facilities } = await data(
			"{ documents { asOf asOfWords } courses(first: 200) { nodes { asOf asOfWords started } } embeddings(first: 200) { nodes { asOf asOfWords } } mepCenters(first: 60) { nodes { asOf } } facilities(first: 200) { nodes { opened } } }",
		);
		const lists = [listed, documents, courses.nodes, embeddings.nodes, mepCenters.nodes];
		const dates = [
			...lists.flat().flatMap(({ asOf, started }) => [asOf, started]),
			...facilities.nodes.map(({ opened }: { opened: string | null }) => opened),
		].filter(Boolean);
		expect(dates.length).toBeGreaterThan(1000);
		for (const date of dates) expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
		const worded = listed.filter(({ asOfWords }) => asOfWords);
		expect(worded).toHaveLength(32);
		expect(listed.find(({ id }) => id === "mxd-members-000")).toMatchObject({
			asOf: "2016-04",
			asOfWords: "<=2016-04",
		});
		expect(documents).toContainEqual({ asOf: "2016-04", asOfWords: "2015-09..2016-04" });
	});
});

describe("misprints are corrected, with the printed figure", () => {
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

describe("the ambiguous name D40", () => {
	it("finds the institute by its Chinese name, but not as a member of the other network", async () => {
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

	it("is a doubt on every observation with that name", () => {
		const bearing = listed.filter((one) => one.nativeText?.startsWith("美国制造"));
		expect(bearing.length).toBeGreaterThan(4);
		for (const one of bearing) {
			expect(["america-makes", "manufacturing-usa"]).toContain(one.subjectId);
			expect(
				one.doubts.map(({ id }) => id),
				one.id,
			).toContain("D40");
		}
		// No observation uses the other's name without this doubt.
		expect(new Set(bearing.map((one) => one.subjectId)).size).toBe(2);
	});
});

describe("series", () => {
	it.each([
		["manufacturing-usa", "people_trained_or_engaged", [2017, 2018, 2019, 2021]],
		["mep-national-network", "sales", [2017]],
		["mep-national-network", "return_per_federal_dollar", [2017, 2018]],
	])("%s %s has a break when its definition changed", async (id, metric, years) => {
		const { network } = await data(
			"query($id: ID!, $metric: String!) { network(id: $id) { metrics(metrics: [$metric]) { fiscalYear seriesBreak doubts { id } } } }",
			{ id, metric },
		);
		const broken = network.metrics.filter((one: Told) => one.seriesBreak);
		expect([...new Set(broken.map((one: Told) => one.fiscalYear))]).toEqual(years);
		for (const one of broken) expect(one.doubts.length).toBeGreaterThan(0);
	});

	it.each([
		["aim-photonics", [124, 99, 82], 99],
		["nextflex", [162, 99, 93], 99],
	])("members of %s have a break after counts of the award's consortium", async (id, all, at) => {
		const { institute } = await data(
			"query($id: ID!) { institute(id: $id) { members { history { value seriesBreak doubts { id } } } } }",
			{ id },
		);
		const { history } = institute.members;
		expect(history.map((one: Told) => one.value)).toEqual(all);
		const broken = history.filter((one: Told) => one.seriesBreak);
		expect(broken.map((one: Told) => one.value)).toEqual([at]);
		expect(broken[0].doubts).toContainEqual({ id: "D10" });
	});
});
