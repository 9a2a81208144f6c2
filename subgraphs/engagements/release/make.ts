import type { Reader } from "../../../shared/database/reader-in.ts";
import type { Labels } from "../statistics/dimensions.ts";
import { USUAL_METRICS } from "../statistics/dimensions.ts";
import { nothingCollected } from "../statistics/entries.ts";
import { partsOfSums, type Subject } from "../statistics/family.ts";
import { groupRecords } from "../statistics/groups.ts";
import { outcomeYears, quartersOfYear, wholeYears, yearOf } from "../statistics/periods.ts";
import { countCoarse, engagementsOf, outcomesOf } from "../statistics/queries.ts";
import type { Rules } from "../suppression/system.ts";
import { assembleAll, type Content, contentOf } from "./content.ts";
import { decide } from "./decide.ts";
import type { Basis, Linked } from "./linked.ts";
import { type Previous, readPrevious, stateIn } from "./previous.ts";
import { lastChange } from "./queries.ts";
import { type Refusal, sameContent, unprotectable } from "./refusals.ts";
import { figuresOfTables, type Summary } from "./summary.ts";

export type MakeInput = {
	/** Every quarter that the release covers, those of the release before too. */
	quarters: string[];
	labels: Labels;
	rules: Rules;
	synthetic: boolean;
};

/** A release that may be published; `seq` is the last change of a record that it includes. */
export type Made = Content & { seq: number; previousId: string | null; summary: Summary };

/** The engagements of each fiscal year, read when they are needed. */
function* engagementSystems(reader: Reader, quarters: readonly string[]) {
	const whole = wholeYears(quarters);
	for (const year of new Set(quarters.map(yearOf)))
		yield async (): Promise<Linked[]> => {
			const parts: Linked["parts"] = [];
			for (const period of quartersOfYear(year).filter((one) => quarters.includes(one))) {
				const records = await engagementsOf(reader, period);
				const groups = groupRecords(records, partsOfSums("engagements"));
				parts.push({ part: period, period, groups });
			}
			return [
				{
					name: `engagements of fiscal year ${year}`,
					subject: "engagements",
					metric: null,
					year: whole.includes(year) ? String(year) : null,
					parts,
				},
			];
		};
}

/** Metrics of which the release before says something in a year. */
const knownMetrics = (previous: Previous | undefined, year: string): string[] =>
	[...(previous?.bases.keys() ?? [])].flatMap((part) =>
		part.startsWith(`${year}/`) ? [part.slice(year.length + 1)] : [],
	);

/** The outcomes of each fiscal year, by metric, read when they are needed. */
function* outcomeSystems(
	reader: Reader,
	quarters: readonly string[],
	previous: Previous | undefined,
) {
	for (const year of outcomeYears(quarters).map(String))
		yield async (): Promise<Linked[]> => {
			const records = await outcomesOf(reader, Number(year));
			const metrics = new Set([
				...USUAL_METRICS,
				...records.keys(),
				...knownMetrics(previous, year),
			]);
			return [...metrics].map((metric) => ({
				name: `${metric} of fiscal year ${year}`,
				subject: "outcomes",
				metric,
				year: null,
				parts: [
					{
						part: `${year}/${metric}`,
						period: year,
						groups: groupRecords(records.get(metric) ?? [], partsOfSums("outcomes")),
					},
				],
			}));
		};
}

/** The periods of the tables of each subject. */
const periodsOf = (quarters: readonly string[]): Record<Subject, string[]> => ({
	engagements: [...quarters, ...wholeYears(quarters).map(String)],
	outcomes: outcomeYears(quarters).map(String),
});

/** Makes a release from one state of the database, or says why there is none. `progress` gets shares from 0 to 1. */
export async function makeRelease(
	reader: Reader,
	{ quarters, labels, rules, synthetic }: MakeInput,
	progress: (share: number) => void,
): Promise<Made | Refusal[]> {
	const previous = await readPrevious(reader);
	const seq = await lastChange(reader);
	const states = new Map(labels.centers.map(({ id, state }) => [id, state] as const));
	const stateOf = (center: string) => states.get(center) ?? stateIn(previous, center);
	const collection = nothingCollected();
	const bases: Basis[] = [];
	const refusals: Refusal[] = [];
	const summary = {
		amended: [] as string[],
		waiting: [] as Summary["waiting"],
		audited: 0,
		programs: 0,
		narrowest: null as Summary["narrowest"],
	};
	const steps = [
		...engagementSystems(reader, quarters),
		...outcomeSystems(reader, quarters, previous),
	];
	/** A function of its own, so that nothing of one linked system is kept in memory while the next is decided. */
	async function take(linked: Linked, within: (done: number) => void): Promise<void> {
		within(0);
		const conditions = { reader, previous, rules, stateOf, progress: within };
		const decision = await decide(linked, conditions);
		decision.collect(collection);
		bases.push(...decision.bases);
		if (decision.refused.length > 0) refusals.push(unprotectable(linked.name, decision.refused));
		if (decision.amended) summary.amended.push(linked.name);
		if (decision.waiting.length > 0)
			summary.waiting.push({ name: linked.name, why: decision.waiting });
		summary.audited += decision.audited;
		summary.programs += decision.programs;
		if (Number.isFinite(decision.narrowest))
			summary.narrowest = Math.min(
				summary.narrowest ?? Number.POSITIVE_INFINITY,
				decision.narrowest,
			);
	}
	async function takeAll(read: () => Promise<Linked[]>, step: number): Promise<void> {
		const systems = await read();
		for (const [index, linked] of systems.entries())
			await take(linked, (done) =>
				progress((step + (index + done) / systems.length) / steps.length),
			);
	}
	for (const [step, read] of steps.entries()) await takeAll(read, step);
	if (refusals.length > 0) return refusals;
	const about = { basis: "REPORTED_RECORDS", synthetic } as const;
	const tables = assembleAll(collection, periodsOf(quarters), labels, about);
	const content = await contentOf(tables, bases);
	if (previous?.digest === content.digest) return [sameContent(previous.number, summary.waiting)];
	return {
		...content,
		seq,
		previousId: previous?.id ?? null,
		summary: {
			added: quarters.filter((period) => !previous?.quarters.includes(period)),
			...figuresOfTables(collection, tables),
			...summary,
			tooCoarse: await countCoarse(reader),
		},
	};
}
