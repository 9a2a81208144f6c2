import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const TRACE_IDS =
	"query($where: TraceWhere) { trace(where: $where) { totalCount nodes { id engagementCount } } }";
const tracesWhere = async (where: object) => {
	const { trace } = await hub.data(TRACE_IDS, { where });
	expect(trace.totalCount).toBe(trace.nodes.length);
	const groupOf = (id: string) => id.split("~").slice(0, 4).join("~");
	return trace.nodes.map(
		(node: { id: string; engagementCount: number }) =>
			`${groupOf(node.id)} ${node.engagementCount}`,
	);
};

describe("trace", () => {
	it("groups engagements by manufacturer, kind, center and institute", async () => {
		const { trace } = await hub.data(
			"{ trace { nodes { sme { id name } kind center { id } institute { id } engagementCount firstOn lastOn hours peopleTrained } } }",
		);
		expect(trace.nodes).toEqual([
			{
				sme: { id: "sme_a", name: "sme_a" },
				kind: "ASSISTANCE",
				center: { id: "ga-mep" },
				institute: null,
				engagementCount: 1,
				firstOn: null,
				lastOn: null,
				hours: null,
				peopleTrained: null,
			},
			{
				sme: { id: "sme_a", name: "sme_a" },
				kind: "TRAINING",
				center: { id: "ga-mep" },
				institute: null,
				engagementCount: 2,
				firstOn: "2018",
				lastOn: "2018-03",
				hours: null,
				peopleTrained: 7,
			},
			{
				sme: { id: "sme_b", name: "sme_b" },
				kind: "TECH_TRANSFER",
				center: { id: "oh-mep" },
				institute: { id: "mxd" },
				engagementCount: 2,
				firstOn: "2017-06-01",
				lastOn: "2019-06-01",
				hours: null,
				peopleTrained: null,
			},
			{
				sme: { id: "sme_c", name: "sme_c" },
				kind: "FACILITY_ACCESS",
				center: null,
				institute: { id: "mxd" },
				engagementCount: 1,
				firstOn: "2018-11-02",
				lastOn: "2018-11-02",
				hours: 4,
				peopleTrained: null,
			},
		]);
	});

	const A_ASSISTANCE = "sme_a~ASSISTANCE~ga-mep~ 1";
	const A_TRAINING = "sme_a~TRAINING~ga-mep~";
	const B = "sme_b~TECH_TRANSFER~oh-mep~mxd";
	const C = "sme_c~FACILITY_ACCESS~~mxd";
	it.each([
		[{ kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ smeIds: ["sme_c"] }, [`${C} 1`]],
		[{ centerIds: ["oh-mep"] }, [`${B} 2`]],
		[{ instituteIds: ["mxd"] }, [`${B} 2`, `${C} 1`]],
		[{ facilityIds: ["fac-1"] }, [`${C} 1`]],
		[{ facilityIds: ["fac-new"] }, []],
		[{ smeStates: ["US-OH"] }, [`${B} 2`]],
		[{ naicsPrefix: "336" }, [`${B} 2`]],
		[{ naicsPrefix: "33", kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ from: "2018", to: "2018" }, [`${A_TRAINING} 2`, `${C} 1`]],
		[{ from: "2018-02", to: "2018-12" }, [`${A_TRAINING} 1`, `${C} 1`]],
		[{ fiscalYears: [2018] }, [`${A_TRAINING} 1`]],
		[{ fiscalYears: [2019] }, [`${B} 1`, `${C} 1`]],
		[{ embedded: true }, [`${B} 1`]],
		[{ embedded: false }, [A_ASSISTANCE, `${A_TRAINING} 2`, `${B} 1`, `${C} 1`]],
		[{ center: { hostOrganization: "university" }, kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ centerIds: ["oh-mep"], center: { states: ["US-GA"] } }, []],
		[{ kinds: [] }, []],
		[{ naicsPrefix: "31-33" }, [A_ASSISTANCE, `${A_TRAINING} 2`, `${B} 2`]],
		[{ naicsSectors: ["31-33", "54"] }, [A_ASSISTANCE, `${A_TRAINING} 2`, `${B} 2`]],
		[{ naicsSectors: ["54"] }, []],
		[{ withoutNaics: true }, [`${C} 1`]],
		[{ withoutNaics: false, kinds: ["TRAINING"] }, [`${A_TRAINING} 2`]],
		[{ isSmall: true }, [A_ASSISTANCE, `${A_TRAINING} 2`]],
		[{ isSmall: false }, [`${B} 2`]],
		[{ calendarYears: [2017, 2018] }, [`${A_TRAINING} 2`, `${B} 1`, `${C} 1`]],
		[{ calendarYears: [] }, []],
		[{ hasDate: false }, [A_ASSISTANCE]],
		[{ hasDate: true, smeIds: ["sme_a"] }, [`${A_TRAINING} 2`]],
		[{ withoutFiscalYear: true }, [A_ASSISTANCE, `${A_TRAINING} 1`]],
		[{ withoutFiscalYear: false, smeIds: ["sme_a"] }, [`${A_TRAINING} 1`]],
		[{ withoutCenter: true }, [`${C} 1`]],
		[{ withoutInstitute: true }, [A_ASSISTANCE, `${A_TRAINING} 2`]],
		[{ withoutInstitute: false, withoutCenter: false }, [`${B} 2`]],
		[{ withoutState: true }, []],
		...[
			{ center: {} },
			{ institute: {} },
			{ center: { states: null, hostOrganization: "" }, institute: { sponsors: null } },
			{ kinds: null, withoutState: null, isSmall: null, hasDate: null, naicsPrefix: "" },
		].map((where) => [where, [A_ASSISTANCE, `${A_TRAINING} 2`, `${B} 2`, `${C} 1`]]),
	] as Array<[object, string[]]>)("where %j", async (where, expected) => {
		expect(await tracesWhere(where)).toEqual(expected);
	});

	it("queries another subgraph once per request, even if the filter is repeated", async () => {
		const where = '{ center: { hostOrganization: "university" } }';
		await hub.data(
			`{ a: trace(where: ${where}) { totalCount } b: trace(where: ${where}) { totalCount } traceTotals(where: ${where}, by: []) { smeCount } }`,
		);
		expect(hub.asked).toHaveLength(1);
	});

	it("applies its filter to its engagements", async () => {
		const { trace } = await hub.data(
			'{ trace(where: { from: "2018-02", to: "2018-12", kinds: [TRAINING] }) { nodes { engagements { totalCount nodes { id } } } } }',
		);
		expect(trace.nodes).toEqual([{ engagements: { totalCount: 1, nodes: [{ id: "eng-2" }] } }]);
	});
});

describe("invalid input is reported", () => {
	it.each([
		[{ centerIds: ["nowhere"] }, 'where.centerIds: there is no MepCenter with the id "nowhere"'],
		[{ smeIds: ["sme_x"] }, 'where.smeIds: there is no Sme with the id "sme_x"'],
		[
			{ from: "March 2018" },
			'where.from: "March 2018" is not a date; write 2018, 2018-03 or 2018-03-07',
		],
		[{ from: "2019", to: "2018" }, "where.from: 2019 is after where.to, 2018"],
		[
			{ smeStates: ["Georgia"] },
			'where.smeStates: "Georgia" is not a state; write ISO 3166-2 such as US-GA',
		],
		[{ naicsPrefix: "3x" }, 'where.naicsPrefix: "3x" is not two to six digits'],
		[{ naicsPrefix: "constructor" }, 'where.naicsPrefix: "constructor" is not two to six digits'],
		[
			{ naicsSectors: ["31"] },
			'where.naicsSectors: "31" is not a sector; write it as totals show it, for example 54, or 31-33 for manufacturing',
		],
		[{ calendarYears: [20180] }, "where.calendarYears: 20180 is not a year"],
	])("where %j", async (where, message) => {
		expect(await hub.refusals(TRACE_IDS, { where })).toEqual([[message, "BAD_USER_INPUT"]]);
	});

	it.each(["first: 0", "first: 201", 'after: "x"'])("%s", async (argument) => {
		expect(await hub.refusals(`{ trace(${argument}) { totalCount } }`)).toEqual([
			[expect.stringMatching(new RegExp(`^${argument.split(":")[0]}: `)), "BAD_USER_INPUT"],
		]);
	});

	it("an unknown id of a lookup is null", async () => {
		expect(await hub.data('{ sme(id: "x") { name } engagement(id: "x") { id } }')).toEqual({
			sme: null,
			engagement: null,
		});
	});
});
