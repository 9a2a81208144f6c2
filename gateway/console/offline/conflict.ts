import {
	FIELD_NAMES,
	type FieldName,
	type HubVisit,
	hasField,
	type Typed,
	typedOf,
} from "./fields.ts";
import type { Refusal, Visit } from "./item.ts";

/** One field in which what is on this device differs from what the hub has now. */
export type Difference = {
	field: FieldName | "smeId";
	mine?: string;
	theirs?: string;
	/** What both had seen before. */
	seen?: string;
};

const isVisit = (value: unknown): value is HubVisit =>
	typeof value === "object" && value !== null && "id" in value && "revision" in value;

/** The versions of a conflict between two people; undefined if the refusal is no such conflict. */
export function versionsOf(refusal: Refusal): { current: HubVisit; seen: Typed } | undefined {
	const { code, current, seen } = refusal;
	if (code !== "CONFLICT" || !isVisit(current) || !current.kind) return undefined;
	return { current, seen: isVisit(seen) ? typedOf(seen) : {} };
}

/** The fields that differ, in the order of the form. `smeId`: the manufacturer of the visit as the hub knows it. */
export function differences(
	mine: Typed,
	{ current, seen }: { current: HubVisit; seen: Typed },
): Difference[] {
	const theirs = typedOf(current);
	const names = ["smeId", ...FIELD_NAMES] as const;
	return names.flatMap((field) => {
		if (field === "late" || field === "reason") return [];
		const is = (typed: Typed) =>
			field === "smeId" || hasField(field, typed.kind)
				? typed[field]?.trim() || undefined
				: undefined;
		const [own, other] = [is(mine), is(theirs)];
		return own === other ? [] : [{ field, mine: own, theirs: other, seen: is(seen) }];
	});
}

/** Where only one of the two changed a field, its change is kept unless somebody says otherwise. */
export function suggestion({ mine, theirs, seen }: Difference): "mine" | "theirs" | undefined {
	if (theirs === seen) return "mine";
	return mine === seen ? "theirs" : undefined;
}

/** What the visit says after the owner chose, by field, whose value counts. */
export function settled(
	visit: Visit,
	found: readonly Difference[],
	chosen: Readonly<Record<string, "mine" | "theirs">>,
): Typed {
	const typed = { ...visit.typed };
	for (const { field, theirs } of found)
		if (chosen[field] === "theirs") typed[field] = theirs ?? "";
	return typed;
}

/** Statuses in which their owner may still change records. */
const CHANGEABLE = ["DRAFT", "RETURNED", "SUBMITTED"];

export const isChangeable = ({ status }: HubVisit) => CHANGEABLE.includes(status ?? "");
