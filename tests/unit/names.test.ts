import { createHash } from "node:crypto";
import fc from "fast-check";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import { foldChinese } from "../../shared/chinese.ts";
import { type Likeness, likeness } from "../../subgraphs/engagements/name-matching/likeness.ts";
import { LEGAL_FORMS, SPELLED_OUT } from "../../subgraphs/engagements/name-matching/name-words.ts";
import {
	comparable,
	comparablePlace,
	nearestTo,
} from "../../subgraphs/engagements/name-matching/names.ts";
import { labelledPairs, measurePairs } from "../bench/labelled-pairs.ts";

const FIRST = [
	"Windham",
	"Bölter & Söhne",
	"A.R.E.",
	"X-FAB",
	"M & M",
	"Núñez",
	"3D",
	"O'Brien",
	"Straße",
];
const LAST = ["Castings", "Tool and Die", "Manufacturing", "of Ohio", "(Macon plant)", "Intl", ""];
const LATIN_FORMS = [
	"Inc.",
	"LLC",
	"L.L.C.",
	"L. L. C.",
	"Co., Ltd.",
	"Corporation",
	", Limited",
	"GmbH",
	"limited liability company",
];
const PLACE = ["青岛", "深圳", "台州", "乌鲁木齐"];
const TRADE = ["海岳", "双星", "华锐", "卫达", "软控", "发达"];
const BRANCH = ["精密机械", "机电设备", "橡胶（中国）", "齿轮厂", ""];
const CHINESE_FORMS = ["有限公司", "股份有限公司", "有限责任公司", "公司", "（有限合伙）"];

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const latin = fc.tuple(one(FIRST), one(LAST)).map((words) => words.join(" ").trim());
const chinese = fc.tuple(one(PLACE), one(TRADE), one(BRANCH)).map((words) => words.join(""));
const anyName = fc.oneof(
	latin,
	chinese,
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
);

const toWide = (text: string) =>
	text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const TRADITIONAL = ["t", "tw", "hk"].map((to) => Converter({ from: "cn", to }));

describe("normalized names", () => {
	it("are unchanged by a second normalization, for any input", () => {
		fc.assert(
			fc.property(anyName, (name) => {
				const once = comparable(name);
				expect(comparable(once)).toBe(once);
				expect(once).toBe(once.trim());
			}),
			{ numRuns: 1000 },
		);
	});

	it("are equal for the same name in another case, width, spacing, legal form, or in traditional characters", () => {
		const variants: Array<(name: string) => string> = [
			(name) => name.toUpperCase(),
			(name) => name.toLowerCase(),
			toWide,
			(name) => `  ${name.replaceAll(" ", " \u3000\t")} `,
			(name) => name.normalize("NFD"),
			(name) => name.replaceAll("&", "and"),
			(name) => name.replace(/^(青岛|深圳|台州|乌鲁木齐)/, "$1市"),
			(name) => [...name].join(/\p{Script=Han}/u.test(name) ? " " : ""),
			...TRADITIONAL,
		];
		const withForm = fc.oneof(
			fc.tuple(latin, one(LATIN_FORMS)).map(([name, form]) => [name, `${name} ${form}`]),
			fc.tuple(chinese, one(CHINESE_FORMS)).map(([name, form]) => [name, `${name}${form}`]),
		);
		fc.assert(
			fc.property(
				withForm,
				fc.array(one(variants), { maxLength: 3 }),
				([name = "", full = ""], made) => {
					const other = made.reduce((text, variant) => variant(text), full);
					expect(comparable(other), `${name} | ${other}`).toBe(comparable(name));
				},
			),
			{ numRuns: 1000 },
		);
	});

	it("are different for different names, and never empty", () => {
		const others = [
			...[
				"Plant 2",
				"Plant 3",
				"Co-op Tools",
				"Tools",
				"Limited",
				"The Company",
				"Inc",
				"!!!",
				"…",
			],
			...["公司", "青岛市场", "青岛", "北京城市轨道", "北京城轨道", "西门子中国", "西门子"],
		];
		expect(new Set(others.map(comparable)).size).toBe(others.length);
		expect(others.map(comparable)).not.toContain("");
	});

	it("handle abbreviations, initials and brackets", () => {
		const same = [
			["Natl Gasket Mfg & Svc", "National Gasket Manufacturing and Service"],
			["St. Croix Labs", "Saint Croix Laboratories"],
			["Process Equipment and Service Company (PESCO)", "Process Equipment & Service Co."],
			["Saft America Inc. (Cockeysville plant)", "Saft America, Cockeysville Plant"],
			["山东省青岛市蓝屿橡胶有限公司", "山东青岛蓝屿橡胶"],
		];
		for (const [name = "", other = ""] of same) expect(comparable(name)).toBe(comparable(other));
		// Not abbreviations at the start of a name.
		expect(comparable("Tech Etch")).toBe("techetch");
		// An acronym with very many possible derivations is fast.
		expect(comparable(`${"aaa ".repeat(40)}(${"a".repeat(60)})`)).toHaveLength(180);
	});

	it("match the stored ones: if they change, a migration must recompute match_name", () => {
		const names = [
			...labelledPairs().flatMap((pair) => [pair.one.name, pair.other.name]),
			...[...SPELLED_OUT.keys(), ...LEGAL_FORMS].map((word) => `Acme ${word}`),
		];
		let han = "";
		for (let code = 0x3400; code <= 0x9fff; code++) han += String.fromCodePoint(code);
		const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
		expect([digest(names.map(comparable).join("\n")), digest(foldChinese(han))]).toEqual([
			"ff86ead92b668b40",
			"a619a663f7c83c6f",
		]);
	});
});

describe("places", () => {
	it("are compared like names, without 市", () => {
		expect(comparablePlace("青島市")).toBe(comparablePlace("青岛"));
		expect(comparablePlace("St. Louis")).toBe(comparablePlace("saint louis"));
		expect(comparablePlace("Kansas City")).not.toBe(comparablePlace("Kansas"));
	});

	it("select among manufacturers of one name: the same city, then an unknown one, then the first", () => {
		const [macon, unknown, athens] = [{ city: "Macon" }, { city: null }, { city: "Athens" }];
		expect(nearestTo("athens", [macon, unknown, athens])).toBe(athens);
		expect(nearestTo("Rome", [macon, unknown, athens])).toBe(unknown);
		expect(nearestTo(null, [macon, unknown, athens])).toBe(unknown);
		expect(nearestTo("Rome", [macon, athens])).toBeUndefined();
		expect(nearestTo(null, [macon, athens])).toBe(macon);
		expect(nearestTo("Rome", [])).toBeUndefined();
	});
});

describe("similarity", () => {
	const of = (name: string, city: string | null, state: string | null, uei?: string): Likeness => ({
		name,
		city,
		state,
		identifiers: uei ? [{ scheme: "UEI", value: uei }] : [],
	});

	it("is symmetric and between 0 and 1", () => {
		const sme = fc
			.tuple(
				anyName,
				fc.option(one(["Macon", "青岛"])),
				fc.option(one(["US-GA", "US-OH"])),
				fc.option(one(["U1", "U2"])),
			)
			.map(([name, city, state, uei]) => of(name, city, state, uei ?? undefined));
		fc.assert(
			fc.property(sme, sme, (first, second) => {
				const found = likeness(first, second);
				expect(likeness(second, first)).toEqual(found);
				if (found) expect(found.score).toSatisfy((score: number) => score >= 0.6 && score <= 1);
				expect(likeness(first, first)?.score).toBeGreaterThan(0.8);
			}),
			{ numRuns: 1000 },
		);
	});

	it("returns one complete reason, and includes the place", () => {
		const macon = of("Windham Castings", "Macon", "US-GA");
		const said = (other: Likeness, than = macon) => {
			const found = likeness(than, other);
			return found && [Number(found.score.toFixed(2)), found.reason];
		};
		expect(said(macon)).toEqual([0.98, "the same name, in the same city"]);
		expect(said(of("Windham Castings Inc", "MACON", "US-GA"))).toEqual([
			0.98,
			"the same name but for the legal form, in the same city",
		]);
		expect(said(of("Windham Castings", null, "US-GA"))).toEqual([
			0.92,
			"the same name, in the same state",
		]);
		expect(said(of("Windham Castings", "Athens", "US-GA"))).toEqual([
			0.8,
			"the same name, in the same state but in another city",
		]);
		expect(said(of("WINDHAM CASTINGS", "Macon", "US-OH"))).toEqual([
			0.7,
			"the same name, in another state",
		]);
		expect(said(of("Windham Castings", "Macon", null))).toEqual([
			0.98,
			"the same name, in the same city",
		]);
		expect(said(of("Windham Castings", null, null))).toEqual([
			0.88,
			"the same name; one of the places is not known",
		]);
		expect(said(of("Windham Castings Group", "Macon", "US-GA"))).toEqual([
			expect.closeTo(0.87, 1),
			'the same name but for "group", in the same city',
		]);
		expect(said(of("Castings Windham", "Macon", "US-GA"))).toEqual([
			0.95,
			"the same words in another order, in the same city",
		]);
		expect(said(of("Windam Castings", "Macon", "US-GA"))?.[1]).toMatch(
			/^a similar name \(\d\d % alike\), in the same city$/,
		);
		expect(
			said(
				of("Windham Castings", "Macon", "US-GA", "U2"),
				of("Windham Castings", "Macon", "US-GA", "U1"),
			),
		).toEqual([0.69, "the same name, in the same city, but with another UEI"]);
		expect(said(of("Acme Foundry LLC d/b/a Windham Castings", "Macon", "US-GA"))).toEqual([
			0.98,
			"the same name, in the same city",
		]);
		expect(said(of("Roadrunner (formerly Windham Castings Inc.)", "Macon", "US-GA"))?.[0]).toBe(
			0.98,
		);
		expect(said(of("Quite other", null, null, "U1"), of("Windham", null, null, "U1"))).toEqual([
			1,
			"the same UEI, U1",
		]);
		expect(
			said(
				of("海爾智家股份有限公司", "青島", "CN-SD"),
				of("海尔智家股份有限公司", "青岛市", "CN-SD"),
			),
		).toEqual([
			0.98,
			"the same name but for simplified or traditional characters, in the same city",
		]);
		expect(
			said(of("Windham Mfg", "Macon", "US-GA"), of("Windham Manufacturing", "Macon", "US-GA"))?.[1],
		).toBe("the same name but for the spelling, in the same city");
	});

	it("classifies the labelled pairs as well as before", () => {
		const pairs = labelledPairs();
		expect(pairs).toHaveLength(200);
		const [all, heldOut] = [
			measurePairs(pairs),
			measurePairs(pairs.filter((pair) => pair.use === "held-out")),
		];
		expect(all.precision).toBeGreaterThanOrEqual(0.9);
		expect(all.recall).toBeGreaterThanOrEqual(0.94);
		// The hardest pairs, which were not used for tuning the word lists.
		expect(heldOut.precision).toBeGreaterThanOrEqual(0.65);
		expect(heldOut.recall).toBeGreaterThanOrEqual(0.65);
	});
});
