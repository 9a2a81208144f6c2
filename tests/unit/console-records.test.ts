import { describe, expect, it } from "vitest";
import {
	eventsOf,
	type Recorded,
	sourcesOf,
	undatedOf,
} from "../../gateway/console/pages/manufacturer/happenings.ts";
import { KNOWN, manufacturersOf } from "../../gateway/console/pages/manufacturers/address.ts";
import { readinessOf } from "../../gateway/console/pages/offer/readiness.ts";
import { addressOf, type RecordType } from "../../gateway/console/parts/addresses.ts";
import { isNothing } from "../../gateway/console/parts/is-nothing.ts";
import { SECTORS, sectorOf } from "../../gateway/console/parts/lists.ts";
import { readSearch } from "../../gateway/console/parts/view-address.ts";

describe("the address of the directory of manufacturers", () => {
	it("is read as the API takes it; what means nothing is named", () => {
		const { says, notUnderstood } = readSearch(
			{ search: "forge", state: "US-OH", naics: "44-45", size: "large", sort: "-employees" },
			KNOWN,
		);
		expect(notUnderstood).toEqual([]);
		expect(manufacturersOf(says)).toEqual({
			search: "forge",
			where: { states: ["US-OH"], naicsPrefix: "44-45", isSmall: false },
		});
		const wrong = {
			search: "",
			state: "Ohio",
			naics: "3",
			size: "tiny",
			sort: "id",
			constructor: "x",
		};
		expect(readSearch(wrong, KNOWN).notUnderstood).toHaveLength(6);
	});
});

describe("a NAICS code", () => {
	it("is of the sector that totals show", () => {
		expect(["331524", "44", "492110", "54", "92"].map(sectorOf)).toEqual([
			"31-33",
			"44-45",
			"48-49",
			"54",
			"92",
		]);
		expect(sectorOf("990000")).toBeUndefined();
		expect(SECTORS.map((sector) => sectorOf(sector))).toEqual(SECTORS);
	});
});

describe("a record that a page shows", () => {
	type Data = { sme: { id: string } | null };
	const fault = { message: "down", part: "engagements", code: "UNAVAILABLE" };
	const answered = (sme: Data["sme"], faults: (typeof fault)[] = []) =>
		isNothing<Data>({ data: { data: { sme }, faults }, error: null }, (data) => data.sme);
	const failed = (code: string) => {
		const error = Object.assign(new Error("down"), { faults: [{ ...fault, code }] });
		return isNothing<Data>({ data: undefined, error }, (data) => data.sme);
	};

	it("is not there only where the hub says so", () => {
		expect(answered({ id: "a" })).toBe(false);
		expect(answered(null)).toBe(true);
		expect(answered(null, [fault])).toBe(false);
	});

	it("is not there where a list refuses its id, but may be where a part is down", () => {
		expect(failed("BAD_USER_INPUT")).toBe(true);
		expect(failed("UNAVAILABLE")).toBe(false);
	});
});

describe("where a record is shown", () => {
	it("is its own page where it has one", () => {
		const paths = (["Sme", "Facility", "Course", "Technology"] as RecordType[]).map((type) => {
			const { to, ...rest } = addressOf(type, "some-id");
			expect(rest).toEqual({ params: { id: "some-id" } });
			return to;
		});
		expect(paths).toEqual([
			"/manufacturers/$id",
			"/facilities/$id",
			"/courses/$id",
			"/technologies/$id",
		]);
	});
});

describe("what happened to a manufacturer", () => {
	const source = (id: string) => ({ id, document: id });
	const recorded = {
		services: [
			{ id: "e1", startedOn: "2020-05", endedOn: null, source: source("a") },
			{ id: "e2", startedOn: null, endedOn: "2018-01-02", source: source("b") },
			{ id: "e3", startedOn: null, endedOn: null, source: null },
		],
		outcomes: [{ id: "o1", windowStart: "2019", windowEnd: "2020", source: source("a") }],
		memberships: [{ id: "m1", startsOn: null, seenOn: "2018-07-23", source: source("a") }],
	} as unknown as Recorded;

	it("is told earliest first: services at their beginning, outcomes at the end of their period", () => {
		expect(eventsOf(recorded).map(({ id, date }) => `${date} ${id}`)).toEqual([
			"2018-01-02 e2",
			"2018-07-23 m1",
			"2020 o1",
			"2020-05 e1",
		]);
		expect(eventsOf(recorded).find(({ id }) => id === "m1")).toMatchObject({ seen: true });
		expect(undatedOf(recorded.services)).toBe(1);
	});

	it("was read in places that are named once, the one that tells most first", () => {
		expect(sourcesOf(recorded).map((one) => [one.source.id, one.records])).toEqual([
			["a", 3],
			["b", 1],
		]);
	});
});

it("transfers are counted at the level where they began and at the one they reached", () => {
	const transfers = [
		{ mrlFrom: 4, mrlTo: 7 },
		{ mrlFrom: 4, mrlTo: null },
		{ mrlFrom: null, mrlTo: 4 },
	];
	expect(readinessOf(4, transfers)).toEqual({ began: 2, reached: 1 });
	expect(readinessOf(7, transfers)).toEqual({ began: 0, reached: 1 });
});
