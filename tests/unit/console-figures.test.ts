import { describe, expect, it } from "vitest";
import type {
	FigureChoicesQuery,
	FigureFieldsFragment,
} from "../../gateway/console/graphql/graphql.ts";
import {
	knownOnly,
	readAddress,
	sortingOf,
	whereOf,
	writeAddress,
} from "../../gateway/console/pages/figures/address.ts";
import { knownValues, subjectNames } from "../../gateway/console/pages/figures/choices.ts";
import { DOUBT_FILTERS, doubtsWhere } from "../../gateway/console/pages/figures/doubts-address.ts";
import {
	readYear,
	writeYear,
	yearsUntil,
} from "../../gateway/console/pages/figures/evaluation-address.ts";
import { matches } from "../../gateway/console/pages/figures/matches.ts";
import { subjectsFrom, subjectsOf } from "../../gateway/console/pages/figures/subjects.ts";
import { readFilters } from "../../gateway/console/parts/filters.ts";

const facet = (value: string) => ({ value, count: 1 });
const CHOICES: FigureChoicesQuery = {
	observationFacets: {
		subjects: [],
		properties: [facet("members")],
		documents: [facet("a-document"), facet("example.org")],
		years: [facet("2017")],
		doubts: [facet("D01")],
	},
	documents: [{ id: "unused-document", title: "Unused" }],
	institutes: { nodes: [{ id: "mxd", name: "MxD", nativeName: null }] },
	networks: [{ id: "china-nmic", name: "China's centers", nativeName: "製造業創新中心" }],
};

describe("the address of figures", () => {
	it("is what the API is asked, and is written as it was read", () => {
		const search = {
			search: "members 会员",
			networkIds: "china-nmic",
			years: "2016,2017",
			accepted: "false",
			inDoubt: "true",
			doubtIds: "D01",
			sort: "-year",
		};
		const { filters, notUnderstood } = readAddress(search);
		expect(notUnderstood).toEqual([]);
		expect(whereOf(filters)).toEqual({
			search: "members 会员",
			networkIds: ["china-nmic"],
			years: [2016, 2017],
			accepted: false,
			inDoubt: true,
			doubtIds: ["D01"],
		});
		expect(writeAddress(filters)).toEqual(search);
		expect(sortingOf(filters)).toEqual([{ id: "year", desc: true }]);
		expect(sortingOf({})).toEqual([{ id: "subject", desc: false }]);
	});

	it("names what it does not understand, and keeps the rest", () => {
		const { filters, notUnderstood } = readAddress({
			years: "2017,17",
			constructor: "x",
			accepted: "maybe",
			properties: "members",
		});
		expect(filters).toEqual({ years: ["2017"], properties: ["members"] });
		expect(notUnderstood).toEqual([
			{ name: "years", value: "17" },
			{ name: "constructor", value: "x" },
			{ name: "accepted", value: "maybe" },
		]);
	});

	it("leaves out what the hub does not know, once that is known", () => {
		const given = {
			instituteIds: ["mxd", "nobody"],
			documents: ["unused-document", "example.org", "other.org"],
			search: ["x"],
		};
		expect(knownOnly(given, undefined)).toEqual({ filters: given, unknown: [] });
		expect(knownOnly(given, knownValues(CHOICES))).toEqual({
			filters: {
				instituteIds: ["mxd"],
				documents: ["unused-document", "example.org"],
				search: ["x"],
			},
			unknown: [
				{ name: "instituteIds", value: "nobody" },
				{ name: "documents", value: "other.org" },
			],
		});
	});

	it("picks networks and institutes from one list", () => {
		const picked = subjectsOf({ networkIds: ["mxd"], instituteIds: ["mxd"] });
		expect(new Set(picked).size).toBe(2);
		expect(subjectsFrom(picked)).toEqual({ networkIds: ["mxd"], instituteIds: ["mxd"] });
		expect(subjectNames(CHOICES, "zh").get("china-nmic")).toBe("製造業創新中心");
		expect(subjectNames(CHOICES, "zh").get("mxd")).toBe("MxD");
	});
});

describe("figures of centers", () => {
	const figure = {
		property: "federal_award",
		accepted: true,
		doubts: [],
		asOf: "2021-07",
		text: "five years",
		source: { document: "www.nist.gov" },
	} as unknown as FigureFieldsFragment;
	it.each([
		[{}, true],
		[{ search: "Award OHIO" }, true],
		[{ search: "award texas" }, false],
		[{ networkIds: ["mep-national-network"] }, false],
		[{ years: [2021] }, true],
		[{ years: [2020] }, false],
		[{ documents: ["www.nist.gov"], properties: ["federal_award"], accepted: true }, true],
		[{ accepted: false }, false],
		[{ inDoubt: true }, false],
		[{ inDoubt: false }, true],
		[{ doubtIds: ["D01"] }, false],
	])("where %j: %s", (where, expected) => {
		expect(matches(figure, "Ohio MEP", where)).toBe(expected);
	});
});

describe("doubts", () => {
	const doubt = (id: string, severity: string, settled: boolean, what: string) => ({
		id,
		severity,
		settled,
		what,
		printed: null,
		right: null,
		settledBy: null,
		why: "because",
		documents: ["A document"],
		externalSource: null,
	});
	const all = [
		doubt("D01", "low", true, "a unit"),
		doubt("D02", "high", false, "a name"),
		doubt("D03", "medium", true, "a year"),
	];
	it.each([
		[{}, ["D01", "D02", "D03"]],
		[{ order: "severity" }, ["D02", "D03", "D01"]],
		[{ settled: "false" }, ["D02"]],
		[{ severity: "medium" }, ["D03"]],
		[{ search: "Document YEAR" }, ["D03"]],
		[{ search: "d02" }, ["D02"]],
		[{ search: "nothing" }, []],
	])("at %j", (search, expected) => {
		const { filters } = readFilters(search as Record<string, string>, DOUBT_FILTERS);
		expect(doubtsWhere(all, filters).map(({ id }) => id)).toEqual(expected);
	});
});

describe("the year of an evaluation", () => {
	it("is a fiscal or a calendar year, not both", () => {
		expect(readYear({})).toEqual({ year: { fiscalYear: 2019 }, notUnderstood: [] });
		expect(readYear({ calendarYear: "2018" }).year).toEqual({ calendarYear: 2018 });
		expect(readYear({ calendarYear: "2018", fiscalYear: "2017", month: "3" })).toEqual({
			year: { fiscalYear: 2017 },
			notUnderstood: [
				{ name: "month", value: "3" },
				{ name: "calendarYear", value: "2018" },
			],
		});
		expect(readYear({ fiscalYear: "17" })).toEqual({
			year: { fiscalYear: 2019 },
			notUnderstood: [{ name: "fiscalYear", value: "17" }],
		});
		expect(writeYear({ calendarYear: 2018 })).toEqual({ calendarYear: "2018" });
		expect(yearsUntil(2026)).toEqual(Array.from({ length: 16 }, (_, index) => 2027 - index));
	});
});
