import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Tier } from "../../shared/entitlement-level.ts";
import {
	facilityAccess,
	inForce,
	type MembershipTerm,
	overlap,
} from "../../subgraphs/engagements/membership/rules.ts";

const tier = (id: string, level: string): Tier => ({
	id,
	name: id.toUpperCase(),
	entitlements: [{ right: "rd_facility_use", level }],
});
const TIERS = [tier("gold", "INCLUDED"), tier("bronze", "FEE"), tier("silver", "NONE")];
const held = (
	tier_id: string | null,
	started_on: string | null,
	ended_on: string | null,
): MembershipTerm => ({
	institute_id: "am",
	tier_id,
	started_on,
	ended_on,
});
const use = { kind: "FACILITY_ACCESS", instituteId: "am", startedOn: "2018-03-07" };

describe("the use of a facility", () => {
	it.each([
		["a member for whom it is included", [held("gold", "2017", null)], undefined, "INCLUDED", 0],
		["a member for a fee", [held("bronze", null, null)], undefined, "FEE", 0],
		["a member who has no right to it", [held("silver", "2017", null)], undefined, "NONE", 1],
		["the same for a fee", [held("silver", "2017", null)], true, "NONE", 0],
		["nobody known", [], undefined, "NONE", 1],
		["a membership that ended", [held("gold", "2016", "2017")], undefined, "NONE", 1],
		["a membership not begun", [held("gold", "2018-04", null)], undefined, "NONE", 1],
		[
			"the better of two",
			[held("silver", null, null), held("gold", null, null)],
			false,
			"INCLUDED",
			0,
		],
		["a membership without a tier", [held(null, "2017", null)], undefined, "NONE", 1],
		[
			"a member elsewhere",
			[{ ...held("gold", null, null), institute_id: "x" }],
			undefined,
			"NONE",
			1,
		],
	])("by %s", (_, memberships, feePaid, level, faults) => {
		const found = facilityAccess({ ...use, feePaid }, TIERS, memberships);
		expect([found.level, found.faults.length]).toEqual([level, faults]);
		for (const { path, message } of found.faults)
			expect([path, message]).toEqual([
				"feePaid",
				expect.stringContaining("say that a fee was paid"),
			]);
	});

	it("is not checked for other services, or institutes without tiers", () => {
		for (const [access, tiers] of [
			[{ ...use, kind: "TRAINING" }, TIERS],
			[use, []],
		] as const)
			expect(facilityAccess(access, [...tiers], [])).toEqual({ level: null, faults: [] });
	});
});

const day = fc
	.integer({ min: 0, max: 4000 })
	.map((days) => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10));
const span = fc.tuple(day, fc.option(day)).map(([one, other]): MembershipTerm => {
	const [first, last] = other && other < one ? [other, one] : [one, other];
	return held("gold", first, last);
});

describe("overlap of memberships (properties)", () => {
	it("two memberships overlap exactly if they share a day", () => {
		fc.assert(
			fc.property(span, span, day, (one, other, on) => {
				const both = inForce(one, on) && inForce(other, on);
				if (both) expect(overlap(one, other)).toBe(true);
				const shared = [one.started_on, other.started_on].some(
					(start) => start && inForce(one, start) && inForce(other, start),
				);
				expect(overlap(one, other)).toBe(shared);
				expect(overlap(other, one)).toBe(shared);
			}),
		);
	});
});
