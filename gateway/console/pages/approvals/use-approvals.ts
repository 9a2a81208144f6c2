import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answers as kept } from "../../graphql/query.ts";
import type { AddressView } from "../../parts/use-address.ts";
import { useNarrow } from "../../parts/use-narrow.ts";
import type { SignedIn } from "../../session/states.ts";
import { type Choice, runOf } from "./decide.ts";
import { CHOICES, pagesOf } from "./questions.ts";
import { useAllMatching } from "./use-all-matching.ts";
import { useAsked } from "./use-asked.ts";
import { useDecision } from "./use-decision.ts";
import { useWorklist } from "./use-worklist.ts";
import * as worklist from "./worklist.ts";

type Waiting = worklist.Waiting;

/** The card of a record, on a phone. */
export const cardOf = (id: string) => `record-${id}`;

/** What waits, what is chosen of it and open beside it, and what is being decided. */
export function useApprovals(viewer: SignedIn, { says }: AddressView) {
	const isNarrow = useNarrow();
	const [openId, setOpenId] = useState<string>();
	const asked = useAsked();
	const query = useInfiniteQuery({
		...pagesOf(says),
		placeholderData: (before) => before,
		staleTime: 0,
		refetchInterval: 60_000,
	});
	const pages = query.data?.pages ?? [];
	const listed = pages.flatMap(({ data }) => data.engagements.nodes);
	const { list, rows, at, current, focus, change } = useWorklist(listed);
	const gone = listed.filter(({ id, revision }) => revision <= (list.done.get(id) ?? 0)).length;

	/** The rows that had the focus go: unless it is elsewhere by now, the one that takes their place gets it. */
	function keepFocus(): void {
		const elsewhere = document.activeElement?.closest("input, select, textarea, section, nav");
		if (!elsewhere) focus.current = true;
	}
	const decision = useDecision(
		viewer,
		(run, answers, seen) => {
			keepFocus();
			change((now) =>
				run.move === "UNDO" ? worklist.undone(now, answers) : worklist.answered(now, answers, seen),
			);
		},
		() => {
			keepFocus();
			void query.refetch();
			void kept.invalidateQueries({ queryKey: CHOICES.queryKey });
		},
	);
	const all = useAllMatching(says, (found) => change((now) => worklist.chooseAll(now, found)));
	// On a phone no row has the focus.
	const single = current && !isNarrow && worklist.isOpen(current, list) ? [current] : [];
	const targets = list.chosen.size > 0 ? [...list.chosen.values()] : single;

	function toList(): void {
		asked.close();
		focus.current = true;
	}
	return {
		...{ isNarrow, query, list, rows, at, current, focus, openId, asked, decision, all, targets },
		/** How many match, without what was decided here. */
		total: (pages[0]?.data.engagements.totalCount ?? 0) - gone,
		opened: rows.find(({ id }) => id === openId),
		change,
		toList,
		/** Asks once more before it is decided. */
		ask(choice: Choice, of: readonly Waiting[] = targets): void {
			if (of.length > 0 && !decision.isRunning) asked.ask(choice, of);
		},
		decide(): void {
			if (!asked.asked) return;
			const { choice, rows: of } = asked.asked;
			const run = runOf(choice, of, asked.why, asked.own);
			toList();
			// What was typed stays for those that were refused.
			void decision
				.start(run, new Map(of.map((row) => [row.id, row])))
				.then((isDone) => isDone && asked.forget());
		},
		undo(answers: readonly worklist.Answer[]): void {
			const back = answers.flatMap(({ engagement }) => engagement ?? []);
			void decision.start(runOf("UNDO", back), decision.progress?.rows ?? new Map());
		},
		toggle: (row: Waiting, isRange: boolean) =>
			change((now) => (isRange ? worklist.extendTo(now, rows, row.id) : worklist.toggle(now, row))),
		/** Moves the focus to a row, and what is open beside the list with it; near the end more rows are asked. */
		move(to: number, isExtending: boolean): void {
			const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
			if (!row) return;
			focus.current = true;
			if (to >= rows.length && query.hasNextPage) void query.fetchNextPage();
			change((now) =>
				isExtending
					? worklist.extendTo(now, rows, row.id)
					: { ...worklist.moveTo(now, row.id), anchor: undefined },
			);
			if (openId) setOpenId(row.id);
		},
		open(row: Waiting): void {
			change((now) => worklist.moveTo(now, row.id));
			setOpenId(openId === row.id && isNarrow ? undefined : row.id);
		},
		/** Opens a record that is named elsewhere, and goes there. */
		show(row: Waiting): void {
			change((now) => worklist.moveTo(now, row.id));
			setOpenId(row.id);
			if (isNarrow) document.getElementById(cardOf(row.id))?.focus();
			else focus.current = true;
		},
		close(): void {
			setOpenId(undefined);
			focus.current = true;
		},
		/** Takes from the list what somebody else has decided on. */
		dismiss(row: Waiting): void {
			change((now) => worklist.dismiss(worklist.looked(now, row), row.id));
			setOpenId(undefined);
			focus.current = true;
			void query.refetch();
		},
	};
}

export type ApprovalsState = ReturnType<typeof useApprovals>;
