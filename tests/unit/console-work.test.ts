import { describe, expect, it } from "vitest";
import { filesOf } from "../../gateway/console/build/worker-files.ts";
import { duplicateOf, intend, newVisit } from "../../gateway/console/offline/change.ts";
import { faultsOf } from "../../gateway/console/offline/faults.ts";
import { typedOf } from "../../gateway/console/offline/fields.ts";
import { type Item, ownerOf, type Visit } from "../../gateway/console/offline/item.ts";
import { matching } from "../../gateway/console/offline/names.ts";
import { firstOf, ofKind, usedAfter } from "../../gateway/console/pages/log/defaults.ts";
import { firstDay, groupsOf } from "../../gateway/console/pages/work/groups.ts";

const owner = ownerOf({ subject: "ada", center: "ga-mep" });
const begun = (key: string) => ({ key, owner, now: 1000 });
const TYPED = { smeId: "sme_a", kind: "EVENT", startedOn: "2026-03-02" };
const of = (...items: Item[]) => new Map(items.map((item) => [item.key, item]));

describe("the form", () => {
	it("says what is missing and what cannot be", () => {
		const faults = (typed: object) =>
			faultsOf({ ...TYPED, ...typed }, "2026-03-10").map(
				({ field, problem }) => `${field} ${problem}`,
			);
		expect(faultsOf({}, "2026-03-10").map(({ field }) => field)).toEqual([
			"smeId",
			"kind",
			"startedOn",
		]);
		expect(faults({})).toEqual([]);
		expect(faults({ startedOn: "2026-03-11" })).toEqual(["startedOn FUTURE"]);
		expect(faults({ endedOn: "2026-03-01" })).toEqual(["endedOn BEFORE_START"]);
		expect(faults({ late: "true" })).toEqual(["reason MISSING"]);
		const transfer = (mrlFrom: string, mrlTo: string) =>
			faults({ kind: "TECH_TRANSFER", mrlFrom, mrlTo });
		expect(transfer("4", "3")).toEqual(["mrlTo BELOW_BEFORE"]);
		expect(transfer("4.5", "11")).toEqual(["mrlFrom NOT_A_NUMBER", "mrlTo OUT_OF_RANGE"]);
		// What was typed for another kind is not sent.
		expect(faults({ hours: "many" })).toEqual([]);
	});

	it("begins with what was used last with the same kind, and never with a number or a note", () => {
		const used = usedAfter(undefined, {
			...TYPED,
			kind: "TRAINING",
			courseId: "c1",
			instituteId: "i1",
			peopleTrained: "9",
			note: "x",
		});
		expect(firstOf(used, "2026-03-10")).toEqual({
			startedOn: "2026-03-10",
			kind: "TRAINING",
			courseId: "c1",
			instituteId: "i1",
		});
		const other = ofKind("EVENT", { kind: "TRAINING", courseId: "c1", instituteId: "i2" }, used);
		// What was typed by hand stays.
		expect(other).toMatchObject({ kind: "EVENT", courseId: "" });
		expect(other).not.toHaveProperty("instituteId");
	});

	it("duplicates all but the day", () => {
		const again = duplicateOf(
			begun("n"),
			{ ...TYPED, endedOn: "2026-03-03", title: "Fair", reason: "ill" },
			"2026-03-10",
		);
		expect(again.typed).toEqual({ ...TYPED, startedOn: "2026-03-10", title: "Fair" });
		expect(
			typedOf({ id: "e", revision: 1, sme: { id: "sme_a", name: "A" }, hours: 0, feePaid: false }),
		).toEqual({ smeId: "sme_a", smeName: "A", hours: "0", feePaid: "false" });
	});
});

it("manufacturers are found by part of a name, nearly spelled, without accents; the ones served last first", () => {
	const known = ["Zebra Castings", "Windham Castings", "Müller & Söhne", "Acme"].map(
		(name, at) => ({ id: `s${at}`, name }),
	);
	const found = (search: string) => matching(search, known).map(({ name }) => name);
	expect(found("")).toEqual(known.map(({ name }) => name));
	expect(found("cast")).toEqual(["Zebra Castings", "Windham Castings"]);
	expect(found("windam castngs")).toEqual(["Windham Castings"]);
	expect(found("muller")).toEqual(["Müller & Söhne"]);
	expect(found("quite different")).toEqual([]);
});

it("what lies on the device is grouped by what is to be done with it", () => {
	const draft = newVisit(begun("k"), TYPED);
	const waiting = intend(newVisit(begun("w"), TYPED), "SUBMIT", 1);
	const refused = {
		...intend(newVisit(begun("r"), TYPED), "SUBMIT", 1),
		refusal: { operation: "log", code: "FORBIDDEN", message: "" },
	} as Visit;
	const items = [draft, waiting, refused];
	const groups = groupsOf(items, of(...items));
	expect(
		Object.entries(groups).map(([name, list]) => [name, list.map(({ item }) => item.key)]),
	).toEqual([
		["DECISION", ["r"]],
		["WAITING", ["w"]],
		["DRAFT", ["k"]],
	]);
	expect(
		["week", "month", "quarter", "year", "all"].map((since) => firstDay(since, "2026-11-29")),
	).toEqual([...["2026-11-22", "2026-10-29", "2026-10-01", "2026-10-01", undefined]]);
	expect(firstDay("year", "2026-03-02")).toBe("2025-10-01");
});

it("the worker keeps the page's script first, with all that the form imports, and nothing else", () => {
	const chunk = (fileName: string, id: string, imports: string[] = []) =>
		({ type: "chunk", fileName, facadeModuleId: id, moduleIds: [id], imports, code: "" }) as const;
	const bundle = {
		"assets/log.js": chunk("assets/log.js", "/x/pages/log/LogPage.tsx", ["assets/shared.js"]),
		"assets/first.js": chunk("assets/first.js", "/x/app/main.tsx"),
		"assets/shared.js": chunk("assets/shared.js", "/x/parts/visit.ts"),
		"assets/echarts.js": chunk("assets/echarts.js", "/x/parts/echarts-flow.ts"),
		"assets/style.css": { type: "asset", fileName: "assets/style.css" } as const,
		"assets/map.svg": { type: "asset", fileName: "assets/map.svg" } as const,
	};
	expect(filesOf(bundle)).toEqual([
		"assets/first.js",
		"assets/log.js",
		"assets/shared.js",
		"assets/style.css",
	]);
});
