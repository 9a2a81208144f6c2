import { describe, expect, it } from "vitest";
import type { FigureFieldsFragment } from "../../gateway/console/graphql/graphql.ts";
import { variablesOf as centersOf } from "../../gateway/console/pages/centers/address.ts";
import { factsOf } from "../../gateway/console/pages/institute/facts.ts";
import { fundingChart } from "../../gateway/console/pages/institute/funding-chart.ts";
import { comparable, phasesOf, phaseYears } from "../../gateway/console/pages/institute/money.ts";
import { rightsOf } from "../../gateway/console/pages/institute/tiers.ts";
import { KNOWN, variablesOf } from "../../gateway/console/pages/institutes/address.ts";
import { servedByNetwork } from "../../gateway/console/pages/network/kind.ts";
import { metricsOf } from "../../gateway/console/pages/network/metrics.ts";
import { addressOf } from "../../gateway/console/parts/addresses.ts";
import { shownYear, yearOf, yearsUntil } from "../../gateway/console/parts/known-years.ts";
import { servedBy } from "../../gateway/console/parts/served-filter.ts";
import { toldOf } from "../../gateway/console/parts/told.ts";
import { isYear, readSearch, sortingOf, sortOf } from "../../gateway/console/parts/view-address.ts";

type Figure = FigureFieldsFragment;

const figure = (id: string, more: Partial<Figure> = {}) =>
	({
		id,
		property: "members",
		value: null,
		text: null,
		nativeText: null,
		number: null,
		fiscalYear: null,
		period: null,
		party: null,
		asOf: null,
		accepted: true,
		...more,
	}) as Figure;

describe("the address of a directory or profile", () => {
	it("says what is understood; the rest is named", () => {
		const search = {
			search: "additive",
			sponsor: "DOD",
			state: "Ohio",
			network: "Manufacturing USA",
			sort: "-members",
			page: "2",
			constructor: "x",
		};
		const { says, notUnderstood } = readSearch(search, KNOWN);
		expect(says).toEqual({ search: "additive", sponsor: "DOD", sort: "-members" });
		expect(notUnderstood.map(({ name }) => name)).toEqual([
			"state",
			"network",
			"page",
			"constructor",
		]);
		expect(readSearch({ year: "20018" }, { year: isYear }).notUnderstood).toHaveLength(1);
	});

	it("says how the table is sorted", () => {
		expect(sortingOf("-members")).toEqual([{ id: "members", desc: true }]);
		expect(sortOf(sortingOf("name"))).toBe("name");
		expect(sortOf(sortingOf("-name"))).toBe("-name");
		expect(sortOf([])).toBeUndefined();
		expect(sortingOf(undefined)).toEqual([]);
	});

	it("asks the hub for what it says, and for nothing that it does not", () => {
		expect(variablesOf({ sponsor: "DOE", state: "US-CA", sort: "name" })).toEqual({
			where: { sponsors: ["DOE"], states: ["US-CA"] },
		});
		expect(centersOf({ host: "UNIVERSITY", search: "tech" })).toEqual({
			where: { hostKinds: ["UNIVERSITY"] },
			search: "tech",
		});
	});
});

describe("records", () => {
	it("are shown on their pages, and their services in the trace", () => {
		expect(addressOf("Institute", "arm")).toEqual({ to: "/institutes/$id", params: { id: "arm" } });
		expect(addressOf("MepCenter", "ga-mep").to).toBe("/centers/$id");
		expect(addressOf("Network", "dod-mii").to).toBe("/networks/$id");
		expect(servedBy("MepCenter", "ga-mep")).toEqual({
			where: { centerIds: ["ga-mep"] },
			search: { centerIds: "ga-mep" },
		});
	});

	it("of a network are those of its institutes, or of the centers where it has none", () => {
		expect(servedByNetwork("dod-mii")).toEqual({
			where: { institute: { networkIds: ["dod-mii"] } },
			search: { networkIds: "dod-mii" },
		});
		expect(servedByNetwork("mep-national-network")).toEqual({
			where: { withoutCenter: false },
			search: { withoutCenter: "false" },
		});
	});
});

describe("what sources say of one figure", () => {
	it("stands beside the accepted answer, each other answer once", () => {
		const [told, ...more] = toldOf([
			figure("a", { property: "headquarters", text: "US-OH", accepted: false }),
			figure("b", { property: "headquarters", text: "Youngstown, US-OH" }),
			figure("c", { property: "headquarters", text: "US-OH", accepted: false }),
			figure("d", { property: "headquarters", text: "Youngstown, US-OH", accepted: false }),
		]);
		expect(more).toEqual([]);
		expect(told?.shown.id).toBe("b");
		expect(told?.agreeing).toBe(2);
		expect(told?.others.map((other) => [other.figure.id, other.sources])).toEqual([["a", 2]]);
	});

	it("is no disagreement where dates differ, nor where it is a list", () => {
		const dated = toldOf([
			figure("a", { value: 149, asOf: "2015-09" }),
			figure("b", { value: 220, asOf: "2021" }),
			figure("c", { value: 219, asOf: "2021", accepted: false }),
		]);
		expect(dated.map(({ shown, others }) => [shown.id, others.length])).toEqual([
			["a", 0],
			["b", 1],
		]);
		const list = toldOf([
			figure("a", { property: "call_criterion", text: "cost" }),
			figure("b", { property: "call_criterion", text: "innovation" }),
		]);
		expect(list.map(({ shown }) => shown.id)).toEqual(["a", "b"]);
	});

	it("is shown once: as a fact, by a panel of its own, or among the rest", () => {
		const { facts, others } = factsOf([
			figure("a", { property: "lead", text: "MIT" }),
			figure("b", { property: "announced", text: "2016" }),
			figure("c", { property: "call_batches", value: 3 }),
			figure("d", { property: "standards", text: "with ANSI" }),
		]);
		expect(facts.lead.map(({ shown }) => shown.id)).toEqual(["a"]);
		expect(others.map(({ shown }) => shown.id)).toEqual(["d"]);
	});
});

describe("the money of an institute", () => {
	const phase = (programYear: number, withinPlan: boolean | null) => ({
		programYear,
		withinPlan,
		funds: ["equipment"],
	});

	it("is followed from the first year that is known", () => {
		expect(phaseYears(["2016-04", "2015"])).toEqual([
			2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
		]);
		expect(phaseYears([])).toEqual([]);
	});

	it("has phases until the first year after the plan", () => {
		const years = [2014, 2015, 2016, 2017, 2018];
		const told = [null, phase(1, true), phase(2, true), phase(3, false), phase(4, false)];
		expect(phasesOf(years, told).map(({ year }) => year)).toEqual([2015, 2016, 2017]);
		const unplanned = [phase(1, null), phase(2, null)];
		expect(phasesOf([2015, 2016], unplanned).map(({ year }) => year)).toEqual([2015, 2016]);
	});

	it("stands on one scale only in one currency", () => {
		const amount = (value: number, currency: string) =>
			({ amount: { amount: value, currency } }) as never;
		const shown = comparable([amount(1, "USD"), amount(2, "CNY"), amount(3, "USD")]);
		expect(shown.map((one) => one.amount.amount)).toEqual([1, 3]);
		expect(comparable([])).toEqual([]);
	});

	it("is drawn with the plan filled and other measures outlined", () => {
		const bar = { label: "a", amount: 1, written: "$1", isFederal: true, isPlan: true };
		const bars = [bar, { ...bar, label: "b", isPlan: false, isFederal: false }];
		const says = { federal: "Federal", nonFederal: "Non-federal" };
		const option = fundingChart(bars, says, false)((token) => token) as {
			series: Array<{ name: string; data: Array<{ itemStyle: { color: string } } | null> }>;
		};
		expect(
			option.series.map(({ name, data }) => [name, data.map((one) => one?.itemStyle.color)]),
		).toEqual([
			["Federal", ["--accent", undefined]],
			["Non-federal", [undefined, "--paper"]],
		]);
	});
});

describe("tiers of membership", () => {
	it("give rights as rows; all rights means each of them", () => {
		const tier = (levels: Record<string, string>) =>
			({
				entitlements: Object.entries(levels).map(([right, level]) => ({ right, level })),
			}) as never;
		const tiers = [tier({ all_rights: "INCLUDED" }), tier({ seminars: "FEE" }), tier({})];
		expect(rightsOf(tiers)).toEqual([
			{ right: "seminars", levels: ["INCLUDED", "FEE", undefined] },
		]);
		expect(rightsOf([tier({ all_rights: "INCLUDED" })])).toHaveLength(1);
	});
});

describe("the year of key figures", () => {
	const known = { fiscal: [2018, null, 2020], calendar: [2022] };
	const chosen = { year: "2016", calendar: "2015" };

	it("is the chosen one", () => {
		expect(shownYear(chosen, known, 2027)).toEqual({ kind: "fiscal", year: 2016 });
		expect(shownYear({ calendar: "2015" }, known, 2027)).toEqual({ kind: "calendar", year: 2015 });
	});

	it("or the latest of which anything is known, or the last that is over", () => {
		expect(shownYear({}, known, 2027)).toEqual({ kind: "fiscal", year: 2020 });
		const coarse = { fiscal: [null], calendar: [2018, null] };
		expect(shownYear({}, coarse, 2027)).toEqual({ kind: "calendar", year: 2018 });
		const nothing = { fiscal: [], calendar: [] };
		expect(shownYear({}, nothing, 2027)).toEqual({ kind: "fiscal", year: 2026 });
	});

	it("starts in October", () => {
		expect(yearOf(new Date("2026-09-30T12:00:00Z"))).toBe(2026);
		expect(yearOf(new Date("2026-10-01T12:00:00Z"))).toBe(2027);
		expect(yearsUntil(2014)).toEqual([2014, 2013, 2012]);
	});
});

describe("metrics of a network", () => {
	it("stand by year with where sources disagree; what has no year stands below", () => {
		const { series, years, disputed, others } = metricsOf([
			figure("a", { value: 800, fiscalYear: 2015 }),
			figure("b", { value: 830, fiscalYear: 2016 }),
			figure("c", { value: 831, fiscalYear: 2016, accepted: false }),
			figure("d", { property: "fiscal_year_rule", text: "Oct 1 - Sep 30" }),
		]);
		expect(years).toEqual([2015, 2016]);
		expect(series.map(({ property }) => property)).toEqual(["members"]);
		expect([...disputed]).toEqual(["b"]);
		expect(others.map(({ shown }) => shown.id)).toEqual(["d"]);
	});
});
