import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow, smeRow } from "../support/rows.ts";

let hub: EngagementsFixture;

const STATES = ["US-GA", "US-OH", null];
const CODES = ["31", "332710", "33", "441110", "541330", null];
const SIZES = [
	{ employees: 20 },
	{ employees: 499, larger_group: true },
	{ employees: 500 },
	{ employees: null },
];
const KINDS = ["TRAINING", "TECH_TRANSFER", "FACILITY_ACCESS", "EVENT"];
const PLACES = [
	{ center_id: "ga-mep" },
	{ center_id: "oh-mep" },
	{ institute_id: "mxd" },
	{ institute_id: "nextflex" },
	{ center_id: "oh-mep", institute_id: "mxd" },
];
const DATES = ["2016", "2017-10-01", "2017-09", "2018", "2018-03-07", "2018-12-31", null];

/** Rows of every relevant combination, the same in every run. */
beforeAll(async () => {
	hub = await openEngagementsFixture();
	const smes = Array.from({ length: 15 }, (_, n) =>
		smeRow(`sme_${String(n).padStart(2, "0")}`, {
			state: STATES[n % STATES.length] as string | null,
			naics: CODES[n % CODES.length] as string | null,
			...SIZES[n % SIZES.length],
		}),
	);
	const engagements = Array.from({ length: 90 }, (_, n) =>
		engagementRow(
			`eng-${String(n).padStart(3, "0")}`,
			{
				sme_id: `sme_${String((n * 7) % 15).padStart(2, "0")}`,
				kind: KINDS[n % KINDS.length] as string,
				...PLACES[n % PLACES.length],
				hours: n % 3 === 0 ? n / 2 : null,
				people_trained: n % 5 === 0 ? n : null,
				facility_id: n % 4 === 2 ? "fac-1" : null,
			},
			DATES[(n * 3) % DATES.length] as string | null,
		),
	);
	await hub.database.write(async (manager) => {
		await manager.insert(SmeRow, smes);
		await manager.insert(EngagementRow, engagements);
	});
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

const some = <T>(...values: T[]) =>
	fc.subarray(values, { minLength: 1 }) as fc.Arbitrary<unknown[]>;
const CONDITIONS = {
	kinds: some(...KINDS),
	centerIds: some("ga-mep", "oh-mep"),
	instituteIds: some("mxd", "nextflex"),
	facilityIds: fc.constant(["fac-1"]),
	smeStates: some("US-GA", "US-OH"),
	naicsPrefix: fc.constantFrom("33", "31-33", "5413"),
	naicsSectors: some("31-33", "44-45", "54"),
	isSmall: fc.boolean(),
	from: fc.constantFrom("2016", "2017-10"),
	to: fc.constantFrom("2018", "2018-06"),
	fiscalYears: some(2017, 2018, 2019),
	calendarYears: some(2016, 2017, 2018),
	hasDate: fc.boolean(),
	withoutFiscalYear: fc.boolean(),
	withoutState: fc.boolean(),
	withoutNaics: fc.boolean(),
	withoutCenter: fc.boolean(),
	withoutInstitute: fc.boolean(),
	embedded: fc.boolean(),
	center: fc.constantFrom({}, { states: ["US-GA"] }),
	institute: fc.constantFrom({}, { sponsors: ["DOD"] }),
};
/** Filters with a few conditions; with many, nothing is left to count. */
const wheres = fc
	.subarray(Object.keys(CONDITIONS) as Array<keyof typeof CONDITIONS>, { maxLength: 3 })
	.chain((names) =>
		fc.record(
			Object.fromEntries(names.map((name) => [name, CONDITIONS[name] as fc.Arbitrary<unknown>])),
		),
	);

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
