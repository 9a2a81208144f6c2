import { quarterOfDay } from "../../subgraphs/engagements/engagement/rules.ts";

const DAY_MS = 86_400_000;
/** Days between two engagements of a center. */
const EVERY = 10;
const COUNT = 36;

type Step = "draft" | "submit" | "return" | "approve" | "void";

/** An engagement that is going to be logged: when, and how far it comes. */
export type Planned = { index: number; startedOn: string; step: Step };

/** Fiscal quarters, each with the engagements that are in it. */
export type PlannedQuarter = {
	fiscalYear: number;
	quarter: number;
	/** Whether the center reports it: those before the last one that has ended. */
	isReported: boolean;
	engagements: Planned[];
};

/** In turn, the states of engagements in a quarter that is over and not reported, and in the one that is running. */
const ENDED: readonly Step[] = ["approve", "submit", "return", "approve", "draft"];
const RUNNING: readonly Step[] = ["submit", "draft", "approve"];
/** Of the earlier ones, every seventh was void before its quarter was reported. */
const VOID_EVERY = 7;

const numberOf = ({ fiscalYear, quarter }: { fiscalYear: number; quarter: number }) =>
	fiscalYear * 4 + quarter;

export function dayBefore(day: string, days: number): string {
	return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

function stepOf(age: number, index: number): Step {
	if (age === 0) return RUNNING[index % RUNNING.length] as Step;
	if (age === 1) return ENDED[index % ENDED.length] as Step;
	return index % VOID_EVERY === 0 ? "void" : "approve";
}

/** A center's year up to `today`, oldest quarter first. */
export function yearUpTo(today: string): PlannedQuarter[] {
	const now = numberOf(quarterOfDay(today));
	const quarters = new Map<number, PlannedQuarter>();
	for (let index = COUNT - 1; index >= 0; index--) {
		const startedOn = dayBefore(today, index * EVERY + 3);
		const quarter = quarterOfDay(startedOn);
		const age = now - numberOf(quarter);
		const found = quarters.get(age) ?? { ...quarter, isReported: age > 1, engagements: [] };
		found.engagements.push({ index, startedOn, step: stepOf(age, index) });
		quarters.set(age, found);
	}
	return [...quarters.values()];
}
