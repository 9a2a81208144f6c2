import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf, type Hub, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";

/** Recomputes every figure of the seed data from the CSV files, as a journalist would check them. */
type Case = {
	id: string;
	sme_name: string;
	sme_state: string;
	mep_center_id: string;
	institute_id: string;
	date: string;
	year: string;
};
type Figure = {
	figure: string;
	answer: string;
	value: number | null;
	absent: string | null;
	coverage: {
		records: number;
		of: number | null;
		share: number | null;
		datedTooCoarsely: number;
		undated: number;
		words: string;
	};
	published: { property: string; value: number } | null;
};
type Indicator = {
	definition: { id: string };
	status: string;
	answer: string;
	value: number | null;
	unit: string | null;
	reason: string | null;
	seriesBreak: string | null;
	observation: { property: string; value: number; doubts: Array<{ id: string }> } | null;
	otherFigures: Array<{ property: string; value: number; doubts: Array<{ id: string }> }>;
	coverage: { words: string } | null;
};

const csv = <T>(name: string): T[] =>
	parse(readFileSync(join(SEEDS, name), "utf8"), { columns: true, skip_empty_lines: true });
const CASES = csv<Case>("engagements.csv");
const YEARS = [...Array(15).keys()].map((index) => 2009 + index);
const KEY =
	"{ figure answer value absent coverage { records of share datedTooCoarsely undated words } published { property value } }";
const EVALUATION =
	"{ indicators { definition { id } status answer value unit reason seriesBreak observation { property value doubts { id } } otherFigures { property value doubts { id } } coverage { words } } }";

let hub: Hub;
beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
});
afterAll(() => hub.close());
const data = (query: string) => dataOf(hub, query);

const monthsOf = ({ date, year }: Case) => {
	const at = date || year;
	if (!at) return null;
	return {
		first: at.length === 4 ? `${at}-01` : at.slice(0, 7),
		last: at.length === 4 ? `${at}-12` : at.slice(0, 7),
	};
};
const inFiscal = (one: Case, year: number) => {
	const months = monthsOf(one);
	return months !== null && months.first >= `${year - 1}-10` && months.last <= `${year}-09`;
};
const overlapsFiscal = (one: Case, year: number) => {
	const months = monthsOf(one);
	return months !== null && months.first <= `${year}-09` && months.last >= `${year - 1}-10`;
};
const inCalendar = (one: Case, year: number) => monthsOf(one)?.first.slice(0, 4) === String(year);
const manufacturers = (cases: Case[]) =>
	new Set(cases.map(({ sme_name, sme_state }) => `${sme_name} ${sme_state}`)).size;

const owners = (column: "mep_center_id" | "institute_id") =>
	[...new Set(CASES.map((one) => one[column]).filter(Boolean))].map((id) => ({
		id,
		cases: CASES.filter((one) => one[column] === id),
	}));
const OWNERS = { mepCenters: owners("mep_center_id"), institutes: owners("institute_id") };

/** The key figures of every center, institute and network with a case in a year. */
async function figuresOf(kind: "fiscalYear" | "calendarYear", year: number) {
	const lists = Object.entries(OWNERS).map(
		([list, some]) =>
			`${list}(first: ${some.length}, where: { ids: ${JSON.stringify(some.map(({ id }) => id))} }) { nodes { id keyFigures(${kind}: ${year}) ${KEY} } }`,
	);
	const found = await data(`{ ${lists.join(" ")} }`);
	type Node = { id: string; keyFigures: Figure[] };
	const nodes: Node[] = [...found.mepCenters.nodes, ...found.institutes.nodes];
	return [...OWNERS.mepCenters, ...OWNERS.institutes].map(({ id, cases }) => ({
		id,
		cases,
		figures: nodes.find((node) => node.id === id)?.keyFigures ?? [],
	}));
}

/** A field of one owner for many years, a few years per query. */
async function yearly(owner: string, field: (year: number) => string, years = YEARS) {
	const found: Record<number, unknown> = {};
	for (let start = 0; start < years.length; start += 5) {
		const fields = years.slice(start, start + 5).map((year) => `y${year}: ${field(year)}`);
		const answer = (await data(`{ owner: ${owner} { ${fields.join(" ")} } }`)).owner;
		for (const [name, value] of Object.entries(answer)) found[Number(name.slice(1))] = value;
	}
	return found;
}
const keyFigures = (owner: string, years?: number[]) =>
	yearly(owner, (year) => `keyFigures(fiscalYear: ${year}) ${KEY}`, years) as Promise<
		Record<number, Figure[]>
	>;
const evaluations = (owner: string, years?: number[]) =>
	yearly(owner, (year) => `evaluation(fiscalYear: ${year}) ${EVALUATION}`, years) as Promise<
		Record<number, { indicators: Indicator[] }>
	>;

describe("no false zeros", () => {
	it("every owner and fiscal year: counted, dated too coarsely or absent, never zero", async () => {
		const answers = new Map<string, number>();
		for (const year of YEARS)
			for (const { id, cases, figures } of await figuresOf("fiscalYear", year)) {
				const served = figures.find(({ figure }) => figure === "SMES_SERVED");
				const within = cases.filter((one) => inFiscal(one, year));
				const coarse = cases.filter((one) => overlapsFiscal(one, year) && !inFiscal(one, year));
				const undated = cases.filter((one) => monthsOf(one) === null);
				const seen = { id, year, answer: served?.answer, value: served?.value };
				expect(seen).toEqual({
					id,
					year,
					answer:
						within.length > 0 ? "KNOWN" : coarse.length > 0 ? "DATED_TOO_COARSELY" : "NO_RECORDS",
					value: within.length > 0 ? manufacturers(within) : null,
				});
				expect(served?.coverage, `${id} ${year}`).toMatchObject({
					records: manufacturers(within),
					of: manufacturers([...within, ...coarse]),
					datedTooCoarsely: coarse.length,
					undated: undated.length,
				});
				if (within.length === 0 && coarse.length > 0)
					expect(served?.absent).toContain(`${coarse.length} record`);
				for (const one of figures) expect(one.value === 0, one.figure).toBe(one.answer === "NONE");
				answers.set(seen.answer ?? "", (answers.get(seen.answer ?? "") ?? 0) + 1);
			}
		expect(answers.get("KNOWN")).toBeGreaterThan(10);
		expect(answers.get("DATED_TOO_COARSELY")).toBeGreaterThan(20);
	});

	it("four cases of REMADE are dated 2018: DATED_TOO_COARSELY in the fiscal year, four in the calendar year", async () => {
		const { institute } = await data(
			`{ institute(id: "remade") { fiscal: keyFigures(fiscalYear: 2018) ${KEY} calendar: keyFigures(calendarYear: 2018) ${KEY} evaluation(fiscalYear: 2018) ${EVALUATION} } }`,
		);
		const served = (figures: Figure[]) => figures.find(({ figure }) => figure === "SMES_SERVED");
		expect(served(institute.fiscal)).toMatchObject({
			answer: "DATED_TOO_COARSELY",
			value: null,
			absent: "4 records dated too coarsely to be placed in this year; ask for calendarYear",
			coverage: { records: 0, of: 4, share: 0, datedTooCoarsely: 4 },
		});
		expect(served(institute.calendar)).toMatchObject({ answer: "KNOWN", value: 4 });
		const support = institute.evaluation.indicators.find(
			(one: Indicator) => one.definition.id === "support-to-the-industry",
		);
		expect(support).toMatchObject({ status: "NOT_AVAILABLE", answer: "DATED_TOO_COARSELY" });
	});

	it("the calendar year includes every case with a year", async () => {
		const dated = CASES.filter((one) => monthsOf(one) !== null);
		expect(dated.length).toBe(60);
		const years = [...new Set(dated.map((one) => Number(monthsOf(one)?.first.slice(0, 4))))];
		let placed = 0;
		for (const year of years)
			for (const { id, cases, figures } of await figuresOf("calendarYear", year)) {
				const within = cases.filter((one) => inCalendar(one, year));
				const served = figures.find(({ figure }) => figure === "SMES_SERVED");
				expect([id, year, served?.value]).toEqual([
					id,
					year,
					within.length > 0 ? manufacturers(within) : null,
				]);
				expect(served?.coverage.datedTooCoarsely).toBe(0);
				placed += within.length;
			}
		expect(placed).toBe(60);
		expect(dated.filter((one) => YEARS.some((year) => inFiscal(one, year))).length).toBeLessThan(
			30,
		);
	});
});

describe("figures of a sample are never divided by national money", () => {
	it("no year of a network has a ratio to federal money; published figures are separate", async () => {
		const PER_DOLLAR = /PER_FEDERAL_DOLLAR|FEDERAL_DOLLARS_PER/;
		const published = new Map<string, number | undefined>();
		for (const id of ["mep-national-network", "manufacturing-usa", "dod-mii"]) {
			const found = await keyFigures(`network(id: "${id}")`);
			for (const year of YEARS)
				for (const one of found[year] ?? []) {
					if (PER_DOLLAR.test(one.figure))
						expect(one.value, `${id} ${year} ${one.figure}`).toBeNull();
					expect(one.coverage.words).not.toBe("");
					expect(one.coverage.share ?? 0).toBeLessThanOrEqual(1);
					published.set(`${id} ${year} ${one.figure}`, one.published?.value);
					if (one.figure === "SMES_SERVED" && id === "mep-national-network" && year === 2018)
						expect(one).toMatchObject({
							value: 3,
							coverage: { records: 3, of: 27_707, share: 3 / 27_707 },
							published: { property: "manufacturers_interacted", value: 27_707 },
						});
					if (one.figure === "SMES_SERVED" && id === "manufacturing-usa")
						expect(one.coverage).toMatchObject({ of: null, share: null });
				}
		}
		expect(published.get("mep-national-network 2020 FEDERAL_DOLLARS_PER_JOB")).toBe(1381);
	});

	it("SMEs among the industry members of FY2016 are 361 of 553", async () => {
		const found = await keyFigures('network(id: "manufacturing-usa")', [2016, 2017, 2018, 2020]);
		const share = (year: number) => found[year]?.find(({ figure }) => figure === "SME_SHARE");
		expect(share(2016)?.value).toBeCloseTo(361 / 553, 10);
		expect(share(2017)?.value).toBeCloseTo(0.65, 10);
		expect(share(2018)?.value).toBeCloseTo(0.7, 10);
		expect(share(2020)).toMatchObject({ answer: "NOT_KNOWN", value: null });
	});
});

describe("an evaluation's years are one series", () => {
	it.each([
		["network", "mep-national-network"],
		["network", "manufacturing-usa"],
		["institute", "america-makes"],
		["institute", "iacmi"],
		["institute", "rapid"],
		["institute", "nextflex"],
	])("%s %s: each indicator has one measure, one unit and one kind of source", async (root, id) => {
		const found = await evaluations(`${root}(id: "${id}")`);
		const series = new Map<string, Set<string>>();
		for (const year of YEARS)
			for (const one of found[year]?.indicators ?? []) {
				if (one.value === null) {
					expect(one.reason, `${one.definition.id} ${year}`).toBeTruthy();
					expect(one.answer).not.toMatch(/^(KNOWN|NONE)$/);
					continue;
				}
				const measure = [one.status, one.observation?.property, one.unit].join(" ");
				const all = series.get(one.definition.id) ?? new Set();
				series.set(one.definition.id, all.add(measure));
				expect(one.coverage?.words).toBeTruthy();
			}
		expect(series.size).toBeGreaterThan(0);
		for (const [indicator, measures] of series) expect([...measures], indicator).toHaveLength(1);
	});

	it("MEP's return on investment has a gap in 2018, with the doubted 60.6 in otherFigures", async () => {
		const years = [2016, 2017, 2018, 2019, 2020];
		const found = await evaluations('network(id: "mep-national-network")', years);
		const returns = years.map((year) =>
			found[year]?.indicators.find((one) => one.definition.id === "return-on-investment"),
		);
		expect(returns.map((one) => one?.value)).toEqual([17.9, 27, null, 33.8, 19.6]);
		expect(returns[2]).toMatchObject({
			status: "NOT_AVAILABLE",
			reason: expect.stringContaining("60.6 return per federal dollar"),
		});
		const other = returns[2]?.otherFigures.find(
			({ property }) => property === "return_per_federal_dollar",
		);
		expect(other).toMatchObject({ value: 60.6 });
		expect(other?.doubts).toContainEqual({ id: "D29" });
		expect(returns[4]?.observation?.doubts).toContainEqual({ id: "D31" });
	});

	it("people trained has a break when the definition changed", async () => {
		const found = await evaluations('network(id: "manufacturing-usa")', [2017]);
		const trained = found[2017]?.indicators.find((one) => one.definition.id === "talent-team");
		expect(trained).toMatchObject({
			value: 191_000,
			seriesBreak: expect.stringContaining("definition"),
		});
	});
});
