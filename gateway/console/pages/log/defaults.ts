import { FIELD_NAMES, FIELDS, type Typed } from "../../offline/fields.ts";

/** What was typed last, by kind of service: somebody who trains today trained yesterday. */
export type LastUsed = { kind?: string; byKind?: Record<string, Typed> };

/** What the next visit of the same kind probably says again; numbers and notes are of one visit only. */
const AGAIN = [
	"instituteId",
	"facilityId",
	"courseId",
	"technologyId",
	"instrument",
	"practice",
	"credential",
] as const;

/** The fields that a new form begins with. */
export function firstOf(last: LastUsed | undefined, today: string): Typed {
	const kind = last?.kind;
	return { startedOn: today, ...(kind && { kind, ...last.byKind?.[kind] }) };
}

/** What choosing a kind fills in: what was used last with it, where nothing was typed yet. */
export function ofKind(kind: string, typed: Typed, last: LastUsed | undefined): Typed {
	const before = last?.byKind?.[typed.kind ?? ""] ?? {};
	const filled: Typed = { kind };
	for (const name of AGAIN) {
		const wasFilledIn = !typed[name] || typed[name] === before[name];
		if (wasFilledIn) filled[name] = last?.byKind?.[kind]?.[name] ?? "";
	}
	return filled;
}

/** The last used values after a visit was submitted. */
export function usedAfter(last: LastUsed | undefined, typed: Typed): LastUsed {
	const { kind } = typed;
	if (!kind) return last ?? {};
	const own = FIELD_NAMES.filter(
		(name) => (AGAIN as readonly string[]).includes(name) && typed[name],
	).filter((name) => !("kind" in FIELDS[name]) || (FIELDS[name] as { kind: string }).kind === kind);
	const values: Typed = Object.fromEntries(own.map((name) => [name, typed[name]]));
	return { kind, byKind: { ...last?.byKind, [kind]: values } };
}
