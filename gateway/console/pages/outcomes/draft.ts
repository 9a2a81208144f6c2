import type {
	OutcomeClaimInput,
	OutcomeMetric,
	ReportOutcomeInput,
} from "../../graphql/graphql.ts";

/** What a client can report, in the order of the form, with its unit. */
export const METRICS = [
	["NEW_SALES", "MONEY"],
	["RETAINED_SALES", "MONEY"],
	["COST_SAVINGS", "MONEY"],
	["COST_AVOIDED", "MONEY"],
	["INVESTMENT", "MONEY"],
	["JOBS_CREATED", "JOBS"],
	["JOBS_RETAINED", "JOBS"],
	["NET_PROMOTER_SCORE", "POINTS"],
] as const satisfies ReadonlyArray<readonly [OutcomeMetric, "MONEY" | "JOBS" | "POINTS"]>;

/** Figures as they are typed. */
export type TypedFigures = { values: Partial<Record<OutcomeMetric, string>>; currency: string };

/** A report as it is typed. */
export type Draft = TypedFigures & {
	/** Its clientMutationId until the hub has acknowledged it. */
	key: string;
	sme?: { id: string; name: string };
	windowStart: string;
	windowEnd: string;
	/** The services that were ticked; those of the window until somebody ticks one. */
	covers?: string[];
};

export const emptyDraft = (): Draft => ({
	key: crypto.randomUUID(),
	windowStart: "",
	windowEnd: "",
	values: {},
	currency: "USD",
});

/** A number as people type it: 250000, 250,000 or 250 000.5; undefined where nothing is typed, NaN where it is none. */
function figureOf(text: string | undefined): number | undefined {
	const typed = text?.trim();
	if (!typed) return undefined;
	const plain = typed.replace(/^(-?\d{1,3})((?:[, \u00a0]\d{3})+)(?=\.|$)/, (all) =>
		all.replace(/[, \u00a0]/g, ""),
	);
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The figures that are typed, in the order of the form. */
export function claimsOf({ values, currency }: TypedFigures): OutcomeClaimInput[] {
	return METRICS.flatMap(([metric, unit]) => {
		const value = figureOf(values[metric]);
		if (value === undefined || Number.isNaN(value)) return [];
		return [
			{ metric, value, ...(unit === "MONEY" && { currency: currency.trim().toUpperCase() }) },
		];
	});
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const isDate = (text: string) => DATE.test(text.trim());

/** The first and the last day that a date may mean; every month is taken to have 31 days. */
const firstDay = (date: string) => date + "-01-01".slice(date.length - 4);
const lastDay = (date: string) => date + "-12-31".slice(date.length - 4);

/** Whether both ends of the window are dates, in this order. */
export function isWindow({ windowStart, windowEnd }: Draft): boolean {
	const [start, end] = [windowStart.trim(), windowEnd.trim()];
	return isDate(start) && isDate(end) && firstDay(start) <= lastDay(end);
}

/** The services that a report covers: those that were ticked, or, until somebody ticks one, those that began in the window. */
export function coversOf(
	draft: Draft,
	services: ReadonlyArray<{ id: string; startedOn: string | null }>,
): string[] {
	if (draft.covers) return draft.covers;
	if (!isWindow(draft)) return [];
	const [from, to] = [firstDay(draft.windowStart.trim()), lastDay(draft.windowEnd.trim())];
	return services.flatMap(({ id, startedOn }) =>
		startedOn && firstDay(startedOn) >= from && lastDay(startedOn) <= to ? [id] : [],
	);
}

/** What is wrong with a field before it is sent; the hub has the last word. */
export type Fault = {
	field: "smeId" | "windowStart" | "windowEnd" | "covers" | "claims" | "currency" | OutcomeMetric;
	problem: "MISSING" | "NOT_A_DATE" | "BEFORE_START" | "NOT_A_NUMBER";
};

export function figureFaults(typed: TypedFigures): Fault[] {
	const faults: Fault[] = METRICS.flatMap(([metric]) =>
		Number.isNaN(figureOf(typed.values[metric]) ?? 0)
			? [{ field: metric, problem: "NOT_A_NUMBER" as const }]
			: [],
	);
	if (faults.length > 0) return faults;
	return claimsOf(typed).length === 0 ? [{ field: "claims", problem: "MISSING" }] : [];
}

/** What is missing or cannot be, in the order of the form. */
export function faultsOf(draft: Draft, covers: readonly string[]): Fault[] {
	const faults: Fault[] = [];
	if (!draft.sme) faults.push({ field: "smeId", problem: "MISSING" });
	for (const field of ["windowStart", "windowEnd"] as const)
		if (!draft[field].trim()) faults.push({ field, problem: "MISSING" });
		else if (!isDate(draft[field])) faults.push({ field, problem: "NOT_A_DATE" });
	if (!faults.some(({ field }) => field !== "smeId") && !isWindow(draft))
		faults.push({ field: "windowEnd", problem: "BEFORE_START" });
	if (draft.sme && covers.length === 0) faults.push({ field: "covers", problem: "MISSING" });
	return [...faults, ...figureFaults(draft)];
}

/** The report as the hub gets it. */
export function reportOf(draft: Draft, covers: readonly string[]): ReportOutcomeInput {
	return {
		clientMutationId: draft.key,
		smeId: draft.sme?.id ?? "",
		windowStart: draft.windowStart.trim(),
		windowEnd: draft.windowEnd.trim(),
		covers: [...covers],
		claims: claimsOf(draft),
	};
}

/** What the hub says is wrong, by the fields as the form calls them. */
export function byField(
	faults: ReadonlyMap<string, string>,
	claims: readonly OutcomeClaimInput[],
): Map<string, string> {
	return new Map(
		[...faults].map(([path, message]) => {
			const [name = "", index] = path.split(".");
			const metric = name === "claims" && index ? claims[Number(index)]?.metric : undefined;
			return [metric ?? name, message];
		}),
	);
}

/** Usual windows. `today`: 2026-11-24. */
export function usualWindows(today: string) {
	const [year = 0, month = 1] = today.split("-").map(Number);
	const federal = month >= 10 ? year : year - 1;
	const monthsAgo = (count: number) => {
		const date = new Date(Date.UTC(year, month - 1 - count, 1));
		return date.toISOString().slice(0, 7);
	};
	return [
		{ id: "months", windowStart: monthsAgo(12), windowEnd: monthsAgo(1) },
		{ id: "federal", windowStart: `${federal - 1}-10`, windowEnd: `${federal}-09` },
		{ id: "calendar", windowStart: `${year - 1}`, windowEnd: `${year - 1}` },
	] as const;
}
