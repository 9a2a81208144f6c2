import type { FieldName, Typed } from "./fields.ts";
import { hasField } from "./fields.ts";
import type { Refusal } from "./item.ts";

/** What can be seen to be wrong without the hub, which has the last word. */
export type Fault = {
	field: FieldName | "smeId";
	problem: "MISSING" | "NOT_A_NUMBER" | "OUT_OF_RANGE" | "FUTURE" | "BEFORE_START" | "BELOW_BEFORE";
};

const numberIn = (text: string | undefined) =>
	text?.trim() ? Number(text.trim().replace(/^(\d+),(\d+)$/, "$1.$2")) : undefined;

/** From which number on each is allowed, and whether it is a whole one. */
const NUMBERS: Partial<Record<FieldName, { from: number; to: number; isWhole: boolean }>> = {
	hours: { from: 0, to: 100_000, isWhole: false },
	peopleTrained: { from: 1, to: 100_000, isWhole: true },
	mrlFrom: { from: 1, to: 10, isWhole: true },
	mrlTo: { from: 1, to: 10, isWhole: true },
};

function numberFaults(typed: Typed): Fault[] {
	const faults: Fault[] = [];
	for (const [name, { from, to, isWhole }] of Object.entries(NUMBERS)) {
		const field = name as FieldName;
		const value = hasField(field, typed.kind) ? numberIn(typed[field]) : undefined;
		if (value === undefined) continue;
		if (!Number.isFinite(value) || (isWhole && !Number.isInteger(value)))
			faults.push({ field, problem: "NOT_A_NUMBER" });
		else if (value < from || value > to) faults.push({ field, problem: "OUT_OF_RANGE" });
	}
	const [before, after] = [numberIn(typed.mrlFrom), numberIn(typed.mrlTo)];
	if (
		typed.kind === "TECH_TRANSFER" &&
		before !== undefined &&
		after !== undefined &&
		after < before
	)
		faults.push({ field: "mrlTo", problem: "BELOW_BEFORE" });
	return faults;
}

/** What is missing or cannot be, in the order of the form. `today` is a day of the device's calendar: 2026-11-24. */
export function faultsOf(typed: Typed, today: string): Fault[] {
	const faults: Fault[] = [];
	const { smeId, kind, startedOn, endedOn } = typed;
	if (!smeId) faults.push({ field: "smeId", problem: "MISSING" });
	if (!kind) faults.push({ field: "kind", problem: "MISSING" });
	if (!startedOn) faults.push({ field: "startedOn", problem: "MISSING" });
	else if (startedOn > today) faults.push({ field: "startedOn", problem: "FUTURE" });
	if (endedOn && endedOn > today) faults.push({ field: "endedOn", problem: "FUTURE" });
	else if (endedOn && startedOn && endedOn < startedOn.slice(0, endedOn.length))
		faults.push({ field: "endedOn", problem: "BEFORE_START" });
	faults.push(...numberFaults(typed));
	if (typed.late === "true" && !typed.reason?.trim())
		faults.push({ field: "reason", problem: "MISSING" });
	return faults;
}

/** The fields of the form that a refusal names, with what the hub says of each. */
export function refusedFields(refusal: Refusal | undefined): Map<string, string> {
	const faults = refusal?.fields ?? [];
	return new Map(faults.map(({ path, message }) => [path.replace(/^input\./, ""), message]));
}
