import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { wheres, writeCombinations } from "../support/totals.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	await writeCombinations(hub);
});
afterAll(() => hub.close());

type Total = Record<string, unknown> & {
	center: { id: string } | null;
	institute: { id: string } | null;
	sme: { id: string } | null;
	smeState: string | null;
	naicsSector: string | null;
	fiscalYear: number | null;
	calendarYear: number | null;
	kind: string;
};
type Where = Record<string, unknown>;

const one = <T>(value: T | null | undefined, argument: string, without: Where): Where =>
	value === null || value === undefined ? without : { [argument]: [value] };

/** Dimension → the filter for one of its groups, including the group without a value. */
const FILTERS: Record<string, (total: Total) => Where> = {
	KIND: ({ kind }) => ({ kinds: [kind] }),
	CENTER: ({ center }) => one(center?.id, "centerIds", { withoutCenter: true }),
	INSTITUTE: ({ institute }) => one(institute?.id, "instituteIds", { withoutInstitute: true }),
	SME: ({ sme }) => ({ smeIds: [sme?.id] }),
	SME_STATE: ({ smeState }) => one(smeState, "smeStates", { withoutState: true }),
	NAICS_SECTOR: ({ naicsSector }) => one(naicsSector, "naicsSectors", { withoutNaics: true }),
	FISCAL_YEAR: ({ fiscalYear }) => one(fiscalYear, "fiscalYears", { withoutFiscalYear: true }),
	CALENDAR_YEAR: ({ calendarYear }) => one(calendarYear, "calendarYears", { hasDate: false }),
};
const DIMENSIONS = Object.keys(FILTERS);

const FIGURES =
	"smeCount engagementCount hours peopleTrained outcomes { metric value reports verification }";
const GROUPS = `query($by: [TraceDimension!]!, $where: TraceWhere) { whole: traceTotals(by: [], where: $where) { engagementCount } totals: traceTotals(by: $by, where: $where) { kind center { id } institute { id } sme { id } smeState naicsSector fiscalYear calendarYear ${FIGURES} } }`;
const RECOUNT = `query($where: TraceWhere, $listed: EngagementWhere) { trace(first: 200, where: $where) { nodes { sme { id } engagementCount hours peopleTrained } } engagements(where: $listed) { totalCount } totals: traceTotals(by: [], where: $where) { ${FIGURES} } }`;

const MOST_GROUPS_CHECKED = 5;

it("each group equals the result of its filter, in traces, engagements and totals", async () => {
	await fc.assert(
		fc.asyncProperty(
			wheres,
			fc.subarray(DIMENSIONS, { minLength: 1, maxLength: 3 }),
			async (where, by) => {
				const { whole, totals } = await hub.data(GROUPS, { by, where });
				const counts = (totals as Array<{ engagementCount: number }>).map(
					({ engagementCount }) => engagementCount,
				);
				expect(counts.reduce((sum, count) => sum + count, 0)).toBe(whole[0].engagementCount);
				for (const total of totals.slice(0, MOST_GROUPS_CHECKED)) {
					const group = Object.assign({}, where, ...by.map((name) => FILTERS[name]?.(total)));
					const found = await hub.data(RECOUNT, { where: group, listed: group });
					const nodes: Array<{ sme: { id: string }; [figure: string]: unknown }> =
						found.trace.nodes;
					const sum = (figure: string) =>
						nodes.reduce<number | null>(
							(all, { [figure]: value }) => (value === null ? all : (all ?? 0) + Number(value)),
							null,
						);
					const { smeCount, engagementCount, hours, peopleTrained, outcomes } = total;
					expect([group, found.engagements.totalCount, sum("engagementCount")]).toEqual([
						group,
						engagementCount,
						engagementCount,
					]);
					expect(new Set(nodes.map(({ sme }) => sme.id)).size).toBe(smeCount);
					expect([sum("hours"), sum("peopleTrained")]).toEqual([hours, peopleTrained]);
					expect(found.totals).toEqual([
						{ smeCount, engagementCount, hours, peopleTrained, outcomes },
					]);
				}
			},
		),
		{ numRuns: 60 },
	);
});

describe("order", () => {
	type Counted = { smeCount: number; engagementCount: number; hours: number | null };
	const ask = async (args: string): Promise<Counted[]> =>
		(
			await hub.data(
				`{ traceTotals(by: [SME_STATE, KIND], ${args}) { smeState kind smeCount engagementCount hours } }`,
			)
		).traceTotals;

	it.each([
		["SME_COUNT_DESC", (total: Counted) => -total.smeCount],
		["SME_COUNT_ASC", (total: Counted) => total.smeCount],
		["ENGAGEMENT_COUNT_DESC", (total: Counted) => -total.engagementCount],
		["HOURS_DESC", (total: Counted) => -(total.hours ?? -1)],
	])("by %s, then by group, with a limit", async (orderBy, rank) => {
		const all = await ask("");
		const sorted = [...all].sort((one_, other) => rank(one_) - rank(other));
		expect(await ask(`orderBy: ${orderBy}`)).toEqual(sorted);
		expect(await ask(`orderBy: ${orderBy}, first: 3`)).toEqual(sorted.slice(0, 3));
	});

	it("a duplicate dimension groups once", async () => {
		const query = (by: string) =>
			`{ traceTotals(by: [${by}]) { kind engagementCount outcomes { value } } }`;
		expect(await hub.data(query("KIND, KIND"))).toEqual(await hub.data(query("KIND")));
	});

	it.each([0, 10_001])("first: %i is rejected", async (first) => {
		expect(await hub.refusals(`{ traceTotals(by: [], first: ${first}) { smeCount } }`)).toEqual([
			[`first: ${first} is out of range; ask for 1 to 10000 groups`, "BAD_USER_INPUT"],
		]);
	});
});
