import type { Item } from "../../offline/item.ts";
import type { Items } from "../../offline/steps.ts";
import { isDone } from "../../offline/steps.ts";
import { type WaitsFor, waitingFor } from "../../offline/waiting.ts";

export type Group = "DECISION" | "WAITING" | "DRAFT";

export type OnDevice = { item: Item; waitsFor: WaitsFor };

/** What lies on the device by what is to be done with it; those that need their owner first, the last changed ones on top. */
export function groupsOf(items: readonly Item[], byKey: Items): Record<Group, OnDevice[]> {
	const groups: Record<Group, OnDevice[]> = { DECISION: [], WAITING: [], DRAFT: [] };
	for (const item of items) {
		if (isDone(item, byKey)) continue;
		const waitsFor = waitingFor(item, byKey);
		const group = waitsFor === "DECISION" ? waitsFor : waitsFor === "OWNER" ? "DRAFT" : "WAITING";
		groups[group].push({ item, waitsFor });
	}
	for (const list of Object.values(groups))
		list.sort((one, other) => other.item.changedAt - one.item.changedAt);
	return groups;
}

/** The first day of the time that is shown, by its name in the address. `today`: 2026-11-24. */
export function firstDay(since: string, today: string): string | undefined {
	const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
	const text = (date: Date) => date.toISOString().slice(0, 10);
	switch (since) {
		case "week":
			return text(new Date(Date.UTC(year, month - 1, day - 7)));
		case "month":
			return text(new Date(Date.UTC(year, month - 2, day)));
		case "quarter":
			// Of the federal year, whose quarters are those of the calendar.
			return text(new Date(Date.UTC(year, month - 1 - ((month - 1) % 3), 1)));
		case "year":
			return month >= 10 ? `${year}-10-01` : `${year - 1}-10-01`;
		default:
			return undefined;
	}
}
