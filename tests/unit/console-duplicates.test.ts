import { describe, expect, it, vi } from "vitest";
import { NotDone } from "../../gateway/console/graphql/mutate.ts";
import { distinctOf, likelyOf, mergesOf } from "../../gateway/console/pages/duplicates/address.ts";
import { proposed, type Side } from "../../gateway/console/pages/duplicates/compare.ts";
import { membershipsOf } from "../../gateway/console/pages/memberships/address.ts";
import { EMPTY, inputOf, missingIn } from "../../gateway/console/pages/memberships/record.ts";
import { faultsIn } from "../../gateway/console/parts/not-done-fields.ts";

// What sends changes reads where the hub is from the page.
vi.hoisted(() => vi.stubGlobal("document", { querySelector: () => null }));

const side = (id: string, services: number, more: Partial<Side> = {}): Side =>
	({
		id,
		name: id,
		city: null,
		state: null,
		naics: null,
		employees: null,
		isSmall: null,
		revision: 1,
		synthetic: false,
		identifiers: [],
		mergedManufacturers: [],
		engagements: { totalCount: services, nodes: [] },
		outcomes: [],
		memberships: { totalCount: 0 },
		...more,
	}) as Side;

describe("which of two is proposed to be kept", () => {
	it("is the one with more records, then the one of which more is known, then the first", () => {
		const known = { city: "Macon", state: "US-GA", employees: 45 };
		for (const [one, other, kept] of [
			[side("a", 1), side("b", 2), "b"],
			[side("a", 1, known), side("b", 2), "b"],
			[side("a", 1), side("b", 1, known), "b"],
			[side("a", 0), side("b", 0, { outcomes: [{ id: "o" }] } as Partial<Side>), "b"],
			[side("a", 1), side("b", 1), "a"],
		] as const)
			expect(proposed(one, other).id).toBe(kept);
	});
});

describe("what the addresses of the pages ask for", () => {
	it("is the manufacturer and the state", () => {
		const says = { sme: "sme_a", state: "US-GA", one: "x" };
		const where = { smeIds: ["sme_a"], states: ["US-GA"] };
		expect(likelyOf(says).where).toEqual(where);
		expect(distinctOf(says).where).toEqual({ ...where, distinct: true });
		expect(mergesOf(says).where).toEqual({ smeIds: ["sme_a"] });
		expect(likelyOf({}).where).toEqual({});
	});

	it("is whose memberships, where, when and recorded by whom", () => {
		const says = { sme: "sme_a", institute: "mxd", when: "now", who: "PUBLIC" };
		expect(membershipsOf(says, "2026-11-24").where).toEqual({
			smeIds: ["sme_a"],
			instituteIds: ["mxd"],
			inForceOn: "2026-11-24",
			visibilities: ["PUBLIC"],
		});
		expect(membershipsOf({}, "2026-11-24").where).toEqual({});
	});
});

describe("a membership that is typed", () => {
	const sme = { id: "sme_a", name: "A" };
	const tiers = [{ id: "gold", name: "Gold", nativeName: null }];
	const institute = { id: "mxd", name: "MxD", nativeName: null, tiers };

	it("names what is missing in the order of the form", () => {
		expect(missingIn(EMPTY, undefined)).toEqual(["smeId", "instituteId"]);
		expect(missingIn({ ...EMPTY, sme, instituteId: "mxd" }, institute)).toEqual(["tierId"]);
		expect(missingIn({ ...EMPTY, sme, instituteId: "mxd" }, { ...institute, tiers: [] })).toEqual(
			[],
		);
	});

	it("is sent trimmed and without what is empty", () => {
		expect(inputOf({ ...EMPTY, sme, instituteId: "mxd", startsOn: " 2018 ", note: "  " })).toEqual({
			smeId: "sme_a",
			instituteId: "mxd",
			startsOn: "2018",
		});
	});
});

it("what the hub says is wrong stands beside its field, all else above the buttons", () => {
	const fields = [{ path: "input.startsOn", message: "is wrong" }];
	expect([...faultsIn(new NotDone("BAD_USER_INPUT", "", { fields }))]).toEqual([
		["startsOn", "is wrong"],
	]);
	const argument = new NotDone("BAD_USER_INPUT", "keep: it is public", { argument: "keep" });
	expect([...faultsIn(argument)]).toEqual([["keep", "it is public"]]);
	for (const error of [
		null,
		new NotDone("UNREACHABLE"),
		new NotDone("CONFLICT", "merge: no", { argument: "merge" }),
		new NotDone("BAD_USER_INPUT", "no"),
		new NotDone("BAD_USER_INPUT", "no", { fields: ["x"] }),
	])
		expect(faultsIn(error).size).toBe(0);
});
