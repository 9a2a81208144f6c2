import fc from "fast-check";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import type { EngagementsFixture } from "./engagements.ts";
import { engagementRow, smeRow } from "./rows.ts";

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

/** Writes rows of every relevant combination, the same in every run. */
export async function writeCombinations({ database }: EngagementsFixture): Promise<void> {
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
	await database.write(async (manager) => {
		await manager.insert(SmeRow, smes);
		await manager.insert(EngagementRow, engagements);
	});
}

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
export const wheres = fc
	.subarray(Object.keys(CONDITIONS) as Array<keyof typeof CONDITIONS>, { maxLength: 3 })
	.chain((names) =>
		fc.record(
			Object.fromEntries(names.map((name) => [name, CONDITIONS[name] as fc.Arbitrary<unknown>])),
		),
	);
