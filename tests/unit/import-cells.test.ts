import { describe, expect, it } from "vitest";
import {
	readDollars,
	readFlag,
	readKind,
	readNumber,
	readText,
	readWord,
} from "../../subgraphs/engagements/import/cells.ts";
import { readDate } from "../../subgraphs/engagements/import/dates.ts";
import { readState } from "../../subgraphs/engagements/import/states.ts";

type Cases = Array<[string, string | number | boolean | null]>;
/** Each cell with its value, or with a pattern of the error. */
function expectAll(read: (cell: string) => object, cases: Array<[string, unknown]>): void {
	const found = cases.map(([cell]) => [cell, read(cell)]);
	const wanted = cases.map(([cell, value]) => [
		cell,
		value instanceof RegExp ? { value: null, fault: expect.stringMatching(value) } : { value },
	]);
	expect(found).toEqual(wanted);
}

describe("dates", () => {
	it("are read if they are unambiguous", () => {
		const cases: Cases = [
			["2018", "2018"],
			["2018-03", "2018-03"],
			[" 2018-03-07 ", "2018-03-07"],
			["2018/3/7", "2018-03-07"],
			["2018.3.7", "2018-03-07"],
			["20180307", "2018-03-07"],
			["3/17/2018", "2018-03-17"],
			["17/3/2018", "2018-03-17"],
			["17.3.2018", "2018-03-17"],
			["5/5/2018", "2018-05-05"],
			["03/2018", "2018-03"],
			["March 7, 2018", "2018-03-07"],
			["Mar. 7th 2018", "2018-03-07"],
			["7 March 2018", "2018-03-07"],
			["7-Mar-2018", "2018-03-07"],
			["Sept 2018", "2018-09"],
			["2018年3月7日", "2018-03-07"],
			["2018年3月", "2018-03"],
			["２０１８－０３－０７", "2018-03-07"],
			["43166", "2018-03-07"],
			["43166.75", "2018-03-07"],
			["2018-03-07T10:00:00.000Z", "2018-03-07"],
			["3/17/2018 0:00", "2018-03-17"],
			["", null],
			["n/a", null],
		];
		expectAll(readDate, cases);
	});

	it("are rejected with the possible values if they are ambiguous or invalid", () => {
		const wrong = /is not a date; write 2018, 2018-03 or 2018-03-07/;
		expectAll(readDate, [
			["3/4/2018", /2018-03-04 or 2018-04-03.*dates=mdy/],
			["3/4/18", wrong],
			["Mar-18", wrong],
			["201803", wrong],
			["99999", wrong],
			["00007", wrong],
			["2018-02-30", wrong],
			["13/13/2018", wrong],
			["yesterday", wrong],
			["2018-3/7/2019", wrong],
			["#REF!", /spreadsheet's error/],
		]);
	});

	it("are read in the declared order only", () => {
		expect(readDate("3/4/2018", "MDY")).toEqual({ value: "2018-03-04" });
		expect(readDate("3/4/2018", "DMY")).toEqual({ value: "2018-04-03" });
		expect(readDate("17/3/2018", "MDY").fault).toMatch(/no date in month\/day\/year.*2018-03-17/);
		expect(readDate("2018-03-07", "DMY")).toEqual({ value: "2018-03-07" });
	});
});

it("reads numbers, and rejects others", () => {
	const wrong = /is not a number/;
	expectAll(readNumber, [
		["5000", 5000],
		["5,000", 5000],
		["1,234,567.50", 1_234_567.5],
		["5 000", 5000],
		["-5", -5],
		["+5", 5],
		[".5", 0.5],
		["５０", 50],
		["—", null],
		["1,5", /write 1\.5/],
		["1,23,456", wrong],
		["5,00", /write 5\.00/],
		["5k", wrong],
		["1E+06", wrong],
		["50+", wrong],
		["(5)", wrong],
		["0x10", wrong],
		["Infinity", wrong],
		["$5", wrong],
		[".", wrong],
		["5.000,50", wrong],
		["1,234 567", wrong],
	]);
	expectAll(readDollars, [
		["$5,000", 5000],
		["$ 5,000.25", 5000.25],
		["US$5000", 5000],
		["5000 USD", 5000],
		["usd 7", 7],
		["€5,000", /not in US dollars/],
		["5000 EUR", /not in US dollars/],
		["¥5000", /not in US dollars/],
		["$5k", wrong],
	]);
});

it("reads states by code and name, and suggests the most similar", () => {
	expectAll(readState, [
		["ga", "US-GA"],
		["GA", "US-GA"],
		["US-GA", "US-GA"],
		["us-ga", "US-GA"],
		["Georgia", "US-GA"],
		["GEORGIA ", "US-GA"],
		["D.C.", "US-DC"],
		["Washington, DC", "US-DC"],
		["New  York", "US-NY"],
		["CA-ON", "CA-ON"],
		["cn-gd", "CN-GD"],
		["Goergia", /did you mean US-GA, Georgia\?/],
		["ZZ", /is not a state/],
		["US-ZZ", /is not a state/],
		["the South", /write GA, Georgia or US-GA/],
	]);
});

it("reads kinds, words, flags and text", () => {
	expectAll(readKind, [
		["Tech transfer", "TECH_TRANSFER"],
		["technology-transfer", "TECH_TRANSFER"],
		["other", "ASSISTANCE"],
		["Facility Access", "FACILITY_ACCESS"],
		["DANCING", "DANCING"],
	]);
	expectAll(readWord, [
		["Supply chain", "SUPPLY_CHAIN"],
		["R&D", "R_AND_D"],
		["lean", "LEAN"],
		["a; b", "a; b"],
	]);
	expectAll(readFlag, [
		["Yes", true],
		["FALSE", false],
		["1", true],
		["是", true],
		["x", /write true or false/],
	]);
	expectAll(readText, [
		["\u00A0 Works \u200B", "Works"],
		["n/a", "n/a"],
		["Mu\uFFFDoz", /lost characters.*encoding=/],
		["#N/A", /spreadsheet's error/],
		["", null],
	]);
});
