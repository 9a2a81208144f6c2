import type { WaitingFieldsFragment } from "../../graphql/graphql.ts";

export type Waiting = WaitingFieldsFragment;

/** What became of a record that was decided on, and is still to be dealt with. */
export type Mark =
	/** Somebody changed it after `seen`; `row` is the record as it is now. Until somebody looked at it, it cannot be chosen. */
	| { type: "CHANGED"; row: Waiting; seen: number; isLooked: boolean }
	| { type: "REFUSED"; row: Waiting; message: string };

export type Worklist = {
	/** The chosen records, as they were when they were chosen; also those that the list does not show now. */
	chosen: ReadonlyMap<string, Waiting>;
	/** What was decided here, with the revision after it: hidden until the hub's list leaves it out. */
	done: ReadonlyMap<string, number>;
	marks: ReadonlyMap<string, Mark>;
	/** The row that keys act on. */
	current: string | undefined;
	/** Where a range that Shift extends begins. */
	anchor: string | undefined;
};

export const NOTHING_CHOSEN: Worklist = {
	chosen: new Map(),
	done: new Map(),
	marks: new Map(),
	current: undefined,
	anchor: undefined,
};

/** What the hub answered about one record. */
export type Answer = {
	engagementId: string;
	engagement: { id: string; revision: number; status: string } | null;
	refusal: { code: string; message: string; current: Waiting | null } | null;
};

const orderOf = ({ startedOn, id }: Waiting) => `${startedOn ?? ""}\n${id}`;

/** The rows to show: what the hub lists, without what was decided here, and with what was changed meanwhile. */
export function rowsOf(listed: readonly Waiting[], { done, marks }: Worklist): Waiting[] {
	const rows = new Map<string, Waiting>();
	for (const row of listed) if (row.revision > (done.get(row.id) ?? 0)) rows.set(row.id, row);
	for (const [id, { type, row }] of marks) {
		if (type !== "CHANGED") continue;
		const known = rows.get(id);
		if (!known || known.revision < row.revision) rows.set(id, row);
	}
	return [...rows.values()].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** Whether a record can be decided on: it waits, and nobody changed it since it was looked at. */
export function isOpen(row: Waiting, { marks }: Worklist): boolean {
	const mark = marks.get(row.id);
	return row.status === "SUBMITTED" && !(mark?.type === "CHANGED" && !mark.isLooked);
}

const withChosen = (list: Worklist, change: (chosen: Map<string, Waiting>) => void): Worklist => {
	const chosen = new Map(list.chosen);
	change(chosen);
	return { ...list, chosen };
};

/** Makes a row the one that keys act on. */
export const moveTo = (list: Worklist, id: string): Worklist =>
	list.current === id ? list : { ...list, current: id };

/** Chooses a row, or no more. */
export function toggle(list: Worklist, row: Waiting): Worklist {
	const next = withChosen(list, (chosen) => {
		if (!chosen.delete(row.id) && isOpen(row, list)) chosen.set(row.id, row);
	});
	return { ...next, current: row.id, anchor: row.id };
}

/** Chooses some more. */
export function chooseAll(list: Worklist, rows: readonly Waiting[]): Worklist {
	return withChosen(list, (chosen) => {
		for (const row of rows) if (isOpen(row, list)) chosen.set(row.id, row);
	});
}

/** Extends what is chosen from where it began to a row, which becomes the current one. */
export function extendTo(list: Worklist, rows: readonly Waiting[], id: string): Worklist {
	const from = list.anchor ?? list.current ?? id;
	const ends = [from, id].map((one) => rows.findIndex((row) => row.id === one));
	const [first, last] = [Math.min(...ends), Math.max(...ends)];
	const next = chooseAll(list, first < 0 ? [] : rows.slice(first, last + 1));
	return { ...next, current: id, anchor: from };
}

export const clear = (list: Worklist): Worklist => ({
	...list,
	chosen: new Map(),
	anchor: undefined,
});

/** Takes over what the hub answered: what is done goes, what was refused stays and says why. */
export function answered(
	list: Worklist,
	answers: readonly Answer[],
	rows: ReadonlyMap<string, Waiting>,
): Worklist {
	const [chosen, done, marks] = [new Map(list.chosen), new Map(list.done), new Map(list.marks)];
	for (const { engagementId: id, engagement, refusal } of answers) {
		const row = rows.get(id);
		if (engagement) {
			done.set(id, engagement.revision);
			chosen.delete(id);
			marks.delete(id);
		} else if (refusal && row) {
			const isChanged = refusal.code === "CONFLICT";
			// What was changed must be looked at before it is chosen again.
			if (isChanged) chosen.delete(id);
			marks.set(
				id,
				isChanged
					? { type: "CHANGED", row: refusal.current ?? row, seen: row.revision, isLooked: false }
					: { type: "REFUSED", row, message: refusal.message },
			);
		}
	}
	return { ...list, chosen, done, marks };
}

/** Somebody looked at a record as it is now. */
export function looked(list: Worklist, row: Waiting): Worklist {
	const mark = list.marks.get(row.id);
	if (mark?.type !== "CHANGED" || (mark.isLooked && mark.row.revision === row.revision))
		return list;
	return { ...list, marks: new Map(list.marks).set(row.id, { ...mark, row, isLooked: true }) };
}

/** Takes a record that no longer waits from the list. */
export function dismiss(list: Worklist, id: string): Worklist {
	const [marks, done] = [new Map(list.marks), new Map(list.done)];
	const mark = marks.get(id);
	if (mark && mark.row.status !== "SUBMITTED") done.set(id, mark.row.revision);
	marks.delete(id);
	return { ...list, marks, done };
}

/** What was returned waits again. */
export function undone(list: Worklist, answers: readonly Answer[]): Worklist {
	const done = new Map(list.done);
	for (const { engagementId, engagement } of answers) if (engagement) done.delete(engagementId);
	return { ...list, done };
}

/** The row that keys act on: the chosen one, or where it is gone, the one that took its place. */
export function currentOf(rows: readonly Waiting[], list: Worklist, place: number): number {
	const at = rows.findIndex(({ id }) => id === list.current);
	return at >= 0 ? at : Math.min(place, rows.length - 1);
}
