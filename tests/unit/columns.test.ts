import fc from "fast-check";
import { expect, it } from "vitest";
import { valueAt } from "../../subgraphs/engagements/columns/first-groups.ts";
import { writeOutcomes } from "../../subgraphs/engagements/columns/outcomes.ts";
import { scan } from "../../subgraphs/engagements/columns/scan.ts";
import {
	type BlockRead,
	createStore,
	writeBlocks,
} from "../../subgraphs/engagements/columns/store.ts";
import type { GroupTotals, Question } from "../../subgraphs/engagements/live-totals.ts";

const engagement = fc.record({
	kind: fc.constantFrom("EVENT", "TRAINING"),
	center_id: fc.constantFrom("ga-mep", "oh-mep", null),
	fiscal_year: fc.constantFrom(2018, 2019, null),
	hours: fc.constantFrom(null, 0.1, 0.2, 7),
	visibility: fc.constantFrom("PUBLIC", "CONFIDENTIAL"),
	/** Numbers of the outcomes that cover it. */
	outcomes: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
});
const sme = fc.record({
	state: fc.constantFrom<string | null>("US-GA", "US-OH", null),
	naics: fc.constantFrom<string | null>("31", "332710", "54", null),
	engagements: fc.array(engagement, { maxLength: 12 }),
});
const outcome = fc.record({
	center_id: fc.constantFrom("ga-mep", "oh-mep"),
	visibility: fc.constantFrom("PUBLIC", "CONFIDENTIAL"),
	verification: fc.constantFrom("VERIFIED", "SELF_REPORTED"),
	value: fc.nat(100),
});
const data = fc.record({
	smes: fc.array(sme, { maxLength: 25 }),
	outcomes: fc.array(outcome, { minLength: 10, maxLength: 10 }),
	/** Whether there are so many states and codes that their combinations have no arrays. */
	wide: fc.boolean(),
});
type Data = typeof data extends fc.Arbitrary<infer T> ? T : never;
type Row = Data["smes"][number]["engagements"][number] & { sme: string };

const blockOf = ({ state, naics, engagements }: Data["smes"][number], n: number): BlockRead => ({
	id: `sme-${n}`,
	...{ state, naics, employees: null, larger_group: null },
	engagements: engagements.map(({ outcomes: _, ...one }, at) => ({
		...one,
		...{ id: `${n}-${at}`, sme_id: `sme-${n}`, institute_id: null, facility_id: null },
		...{ course_id: null, technology_id: null, people_trained: null },
		...{ started_first: "", started_last: "" },
	})),
	covers: engagements.flatMap(({ outcomes }, at) =>
		outcomes.map((one) => ({ engagement_id: `${n}-${at}`, outcome_id: `out-${one}` })),
	),
});

function storeOf({ smes, outcomes, wide }: Data) {
	const store = createStore({ seq: 1, bulk: 0 });
	writeOutcomes(
		store.outcomes,
		outcomes.map(({ value, ...one }, n) => ({
			...one,
			id: `out-${n}`,
			claims: [{ metric: "NEW_SALES", currency: "USD", value }],
		})),
		store.dictionaries.center,
	);
	const empty = Array.from({ length: wide ? 2100 : 0 }, (_, n) =>
		blockOf({ state: `US-${n}`, naics: String(n), engagements: [] }, 1000 + n),
	);
	writeBlocks(store, [...empty, ...smes.map(blockOf)]);
	return store;
}

const SECTORS: Record<string, string> = { "31": "31-33", "332710": "31-33", "54": "54" };
const VALUES: Record<string, (row: Row, data: Data) => string | number | null> = {
	KIND: (row) => row.kind,
	CENTER: (row) => row.center_id,
	FISCAL_YEAR: (row) => row.fiscal_year,
	SME: (row) => row.sme,
	SME_STATE: (row, { smes }) => smes[Number(row.sme.slice(4))]?.state ?? null,
	NAICS_SECTOR: (row, { smes }) => SECTORS[smes[Number(row.sme.slice(4))]?.naics ?? ""] ?? null,
};
const question = fc.record({
	sight: fc.constantFrom<Question["sight"]>("ALL", "PUBLIC", { center: "ga-mep" }),
	by: fc.shuffledSubarray(Object.keys(VALUES), { maxLength: 4 }),
	orderBy: fc.constantFrom("GROUP_ASC", "SME_COUNT_DESC", "ENGAGEMENT_COUNT_ASC", "HOURS_DESC"),
	limit: fc.integer({ min: 1, max: 40 }),
	kinds: fc.option(fc.constant<string[]>(["EVENT"]), { nil: undefined }),
});
type Asked = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** Nulls first, numbers by size, texts by their letters. */
function compare(one: unknown[], other: unknown[]): number {
	for (const [at, value] of one.entries()) {
		const against = other[at];
		if (value === against) continue;
		if (value === null || against === null) return value === null ? -1 : 1;
		return (value as string) < (against as string) ? -1 : 1;
	}
	return 0;
}

const sees = (sight: Question["sight"], one: { center_id: string | null; visibility: string }) =>
	sight === "ALL" ||
	one.visibility === "PUBLIC" ||
	(typeof sight === "object" && one.center_id === sight.center);

/** The same totals, counted without any cleverness. */
function recount(known: Data, { sight, by, orderBy, limit, kinds }: Asked) {
	const rows = known.smes.flatMap(({ engagements }, n) =>
		engagements.map((one): Row => ({ ...one, sme: `sme-${n}` })),
	);
	const groups = new Map<string, Row[]>(by.length === 0 ? [["[]", []]] : []);
	for (const row of rows) {
		if (!sees(sight, row) || (kinds && !kinds.includes(row.kind))) continue;
		const key = JSON.stringify(by.map((name) => VALUES[name]?.(row, known)));
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	const totals = [...groups].map(([key, of]) => {
		const stated = of.flatMap(({ hours }) => hours ?? []);
		const outcomes = new Map<string, { value: number; reports: number }>();
		for (const number of new Set(of.flatMap((row) => row.outcomes))) {
			const one = known.outcomes[number];
			if (!one || !sees(sight, one)) continue;
			const before = outcomes.get(one.verification) ?? { value: 0, reports: 0 };
			const { value, reports } = before;
			outcomes.set(one.verification, { value: value + one.value, reports: reports + 1 });
		}
		return {
			values: JSON.parse(key) as unknown[],
			smes: new Set(of.map((row) => row.sme)).size,
			engagements: of.length,
			hours: stated.length > 0 ? stated.reduce((sum, one) => sum + one, 0) : null,
			outcomes: [...outcomes].sort(([one], [other]) => (one < other ? -1 : 1)),
		};
	});
	const figure = (one: (typeof totals)[number]) => {
		if (orderBy === "SME_COUNT_DESC") return -one.smes;
		if (orderBy === "ENGAGEMENT_COUNT_ASC") return one.engagements;
		if (orderBy === "HOURS_DESC") return one.hours === null ? 1 : -Math.round(one.hours * 10);
		return 0;
	};
	totals.sort((one, other) => figure(one) - figure(other) || compare(one.values, other.values));
	return totals.slice(0, limit);
}

function totalsOf(found: GroupTotals) {
	const { values, smes, engagements, hours, outcomes } = found;
	return Array.from(smes, (count, at) => ({
		values: values.map((one) => one.values[one.codes[at] as number]),
		smes: count,
		engagements: engagements[at],
		hours: Number.isNaN(hours[at]) ? null : hours[at],
		outcomes: [...(outcomes?.groups ?? [])].flatMap((group, place) => {
			const kind = outcomes?.kinds.values[outcomes.kinds.codes[place] as number];
			const figures = { value: outcomes?.value[place], reports: outcomes?.reports[place] };
			return group === at ? [[kind?.verification, figures]] : [];
		}),
	}));
}

/** Adding in another order may round otherwise. */
const rounded = <T extends { hours?: number | null }>(totals: T[]) =>
	totals.map((one) => ({ ...one, hours: one.hours && Math.round(one.hours * 1e6) / 1e6 }));

it("a scan equals a plain recount, also with few values, many, and outcomes of several manufacturers", () => {
	fc.assert(
		fc.property(data, fc.array(question, { minLength: 8, maxLength: 8 }), (known, questions) => {
			const store = storeOf(known);
			for (const asked of questions) {
				const { kinds, ...rest } = asked;
				const steps = scan(store, {
					...rest,
					conditions: { kinds },
					withOutcomes: true,
					withAmounts: true,
				} as Question);
				let step = steps.next();
				while (!step.done) step = steps.next();
				expect({ asked, totals: rounded(totalsOf(step.value)) }).toEqual({
					asked,
					totals: rounded(recount(known, asked)),
				});
			}
		}),
		{ numRuns: 60 },
	);
});

it("finds the value at a place as sorting would", () => {
	const numbers = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Infinity)), {
		minLength: 1,
		maxLength: 50,
	});
	fc.assert(
		fc.property(numbers, fc.nat(49), (values, at) => {
			const place = at % values.length;
			const sorted = Float64Array.from(values).sort();
			expect(valueAt(Float64Array.from(values), place)).toBe(sorted[place]);
		}),
	);
});
