import { describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import {
	checkOwnCenter,
	isInside,
	type Permission,
	permissionToReport,
	requirePermission,
	seesEngagement,
} from "../../subgraphs/engagements/policy.ts";
import { checkInsideOf, insideOnly } from "../../subgraphs/engagements/record/policy.ts";

const CENTER = "ga-mep";
const VIEWERS = {
	staff: { role: "FIELD_STAFF", subject: "s", center: CENTER },
	manager: { role: "CENTER_MANAGER", subject: "m", center: CENTER },
	office: { role: "PROGRAM_OFFICE", subject: "o" },
	partner: { role: "PARTNER", subject: "p", organization: CENTER },
	admin: { role: "HUB_ADMIN", subject: "a" },
	public: PUBLIC,
} satisfies Record<string, Viewer>;

type Answer = "yes" | "no";

/** As in docs/logging-and-import.md; partners, administrators and anonymous callers may do none of it. */
const TABLE = `
	permission                    | staff | manager | office
	register manufacturers        | yes   | yes     | no
	amend manufacturers           | yes   | yes     | yes
	log engagements               | yes   | yes     | no
	amend drafts                  | yes   | yes     | no
	submit engagements            | yes   | yes     | no
	discard drafts                | yes   | yes     | no
	return engagements            | no    | yes     | no
	approve engagements           | no    | yes     | no
	amend approved engagements    | no    | yes     | no
	amend published engagements   | no    | yes     | yes
	amend reported engagements    | no    | no      | yes
	void engagements              | no    | yes     | no
	void reported engagements     | no    | no      | yes
	report quarters               | no    | yes     | no
	close quarters                | no    | no      | yes
	publish releases              | no    | no      | yes
	record memberships            | no    | yes     | yes
	merge manufacturers           | no    | yes     | yes
	report outcomes               | yes   | yes     | no
	publish outcomes              | no    | no      | yes
	check outcomes                | no    | yes     | yes
	verify outcomes               | no    | no      | yes
	import engagements            | yes   | yes     | yes
`;

const ROWS = TABLE.trim()
	.split("\n")
	.slice(1)
	.map((line) => line.split("|").map((cell) => cell.trim())) as Array<
	[Permission, Answer, Answer, Answer]
>;

/** "yes", or the code of the error. */
function answer(attempt: () => unknown): unknown {
	try {
		attempt();
		return "yes";
	} catch (error) {
		return (error as { extensions: { code: string } }).extensions.code;
	}
}

describe("permissions", () => {
	it.each(ROWS)("%s: staff %s, manager %s, program office %s", (permission, ...expected) => {
		const { staff, manager, office, partner, admin } = VIEWERS;
		const may = (viewer: Viewer) => answer(() => requirePermission(viewer, permission));
		expect([staff, manager, office].map(may)).toEqual(
			expected.map((one) => (one === "yes" ? "yes" : "FORBIDDEN")),
		);
		expect([partner, admin, PUBLIC].map(may)).toEqual([
			"FORBIDDEN",
			"FORBIDDEN",
			"UNAUTHENTICATED",
		]);
	});

	it("of center staff end at their center; the program office has none", () => {
		const { staff, manager, office } = VIEWERS;
		for (const viewer of [staff, manager]) {
			expect(answer(() => checkOwnCenter(viewer, CENTER))).toBe("yes");
			for (const other of ["oh-mep", null])
				expect(answer(() => checkOwnCenter(viewer, other))).toBe("FORBIDDEN");
		}
		expect(answer(() => checkOwnCenter(office, "oh-mep"))).toBe("yes");
	});

	it("to publish figures is the program office's, to report others the center's", () => {
		expect(permissionToReport("PUBLIC")).toBe("publish outcomes");
		expect(permissionToReport("CONFIDENTIAL")).toBe("report outcomes");
	});
});

describe("confidential records", () => {
	it.each([
		["staff", true, false],
		["manager", true, false],
		["office", true, true],
		["partner", false, false],
		["admin", false, false],
		["public", false, false],
	] as const)("%s sees those of its center: %s, of others: %s", (name, own, others) => {
		const viewer = VIEWERS[name];
		const row = { visibility: "CONFIDENTIAL", status: "APPROVED" };
		expect(seesEngagement(viewer, { ...row, center_id: CENTER })).toBe(own);
		expect(seesEngagement(viewer, { ...row, center_id: "oh-mep" })).toBe(others);
		expect(isInside(viewer, CENTER)).toBe(own);
		expect(answer(() => checkInsideOf(viewer, "oh-mep", "mine"))).toBe(
			others ? "yes" : name === "public" ? "UNAUTHENTICATED" : "FORBIDDEN",
		);
		const { text, values } = insideOnly(viewer, "r.center_id");
		expect([text, values]).toEqual(
			others ? ["1 = 1", []] : own ? ["r.center_id = $1", [CENTER]] : ["1 = 0", []],
		);
	});

	it.each([
		["DRAFT", false],
		["SUBMITTED", false],
		["RETURNED", false],
		["APPROVED", true],
		["REPORTED", true],
		["AMENDED", true],
		["VOIDED", false],
	])("published ones that are %s are public: %s", (status, isPublic) => {
		const row = { center_id: CENTER, visibility: "PUBLIC", status };
		expect(seesEngagement(PUBLIC, row)).toBe(isPublic);
	});
});
