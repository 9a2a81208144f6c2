import { z } from "zod";
import type { EngagementWhere } from "../filter/engagement-where.ts";
import type { Scope } from "../filter/scope.ts";

/**
 * The argument of the filter for each condition. Null if the condition holds for all engagements of a trace or for none:
 * it then selects traces, but does not change what one contains.
 */
const ARGUMENT = {
	practices: "practices",
	facilityIds: "facilityIds",
	courseIds: "courseIds",
	technologyIds: "technologyIds",
	firstDay: "from",
	lastDay: "to",
	fiscalYears: "fiscalYears",
	calendarYears: "calendarYears",
	hasDate: "hasDate",
	withoutFiscalYear: "withoutFiscalYear",
	embedded: "embedded",
	kinds: null,
	smeIds: null,
	centerIds: null,
	instituteIds: null,
	smeStates: null,
	naicsPrefix: null,
	naicsSectors: null,
	isSmall: null,
	withoutState: null,
	withoutNaics: null,
	withoutCenter: null,
	withoutInstitute: null,
	listed: null,
} as const satisfies Record<
	Exclude<keyof Scope, "viewer" | "established">,
	keyof EngagementWhere | null
>;

/** The check for NUL in requests does not see encoded ids, and PostgreSQL accepts no text with NUL. */
const text = z.string().refine((value) => !value.includes("\0"));
const MOST = 1000;
const texts = z.array(text).max(MOST);
const years = z.array(z.int()).max(MOST);
const narrowingSchema = z.strictObject({
	practices: texts.optional(),
	facilityIds: texts.optional(),
	courseIds: texts.optional(),
	technologyIds: texts.optional(),
	from: text.optional(),
	to: text.optional(),
	fiscalYears: years.optional(),
	calendarYears: years.optional(),
	hasDate: z.boolean().optional(),
	withoutFiscalYear: z.boolean().optional(),
	embedded: z.boolean().optional(),
});

/** The part of a filter that selects some engagements of a trace and not others. */
type NarrowingFilter = z.output<typeof narrowingSchema>;

const inOrder = (values: ReadonlyArray<string | number>) => [...new Set(values)].sort();

function narrowingOf(scope: Scope): NarrowingFilter {
	const part: Record<string, unknown> = {};
	for (const [condition, argument] of Object.entries(ARGUMENT)) {
		const value = scope[condition as keyof typeof ARGUMENT];
		if (argument === null || value === undefined) continue;
		if (Array.isArray(value)) part[argument] = inOrder(value);
		else part[argument] = typeof value === "object" && "wanted" in value ? value.wanted : value;
	}
	return part;
}

/** The suffix of all trace ids in a scope: empty, or the part of the filter that narrows the traces. */
export function idEnding(scope: Scope): string {
	const part = narrowingOf(scope);
	if (Object.keys(part).length === 0) return "";
	return `~${Buffer.from(JSON.stringify(part)).toString("base64url")}`;
}

/**
 * Reads a trace's id: the group of engagements, and the filter that narrows it. Undefined if it is not the id of a trace;
 * whether the trace exists is not checked.
 */
export function readTraceId(id: string): { group: string; where: NarrowingFilter } | undefined {
	const parts = id.split("~");
	const ending = parts[4];
	if (parts.length < 4 || parts.length > 5) return undefined;
	const group = parts.slice(0, 4).join("~");
	if (ending === undefined) return { group, where: {} };
	try {
		const read = narrowingSchema.safeParse(JSON.parse(Buffer.from(ending, "base64url").toString()));
		return read.success ? { group, where: read.data } : undefined;
	} catch {
		return undefined;
	}
}
