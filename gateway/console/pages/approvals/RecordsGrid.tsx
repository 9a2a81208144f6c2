import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from "react";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import { GridRow } from "./GridRow.tsx";
import { type KeyAction, keyAction } from "./keys.ts";
import { isOpen, type Waiting, type Worklist } from "./worklist.ts";

type Props = {
	rows: readonly Waiting[];
	list: Worklist;
	/** The place of the current row. */
	at: number;
	/** Set where the current row is to get the focus once it is drawn. */
	focus: RefObject<boolean>;
	onKey: (action: KeyAction) => void;
	onToggle: (row: Waiting, isRange: boolean) => void;
	onOpen: (row: Waiting) => void;
	onCurrent: (row: Waiting) => void;
	openId: string | undefined;
};

/** The records as a table of which one row at a time has the focus, moved by keys. */
export function RecordsGrid({ rows, list, at, focus, onKey, ...on }: Props) {
	const t = useWords();
	const table = useRef<HTMLTableElement>(null);
	useEffect(() => {
		if (!focus.current) return;
		focus.current = false;
		table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
	});

	function press(event: KeyboardEvent): void {
		const action = keyAction(event);
		// What stands in a row, such as its box, keeps its own keys.
		const isInRow = event.target instanceof HTMLElement && event.target.tagName !== "TR";
		if (!action || (isInRow && (action.type === "TOGGLE" || action.type === "OPEN"))) return;
		event.preventDefault();
		onKey(action);
	}
	const rowAt = (target: EventTarget) =>
		target instanceof Element
			? rows.find(({ id }) => id === target.closest("tr")?.dataset.id)
			: undefined;
	function click({ target, shiftKey }: MouseEvent): void {
		const row = rowAt(target);
		if (row && target instanceof HTMLInputElement) on.onToggle(row, shiftKey);
		else if (row && target instanceof HTMLButtonElement) on.onOpen(row);
	}
	return (
		<table
			ref={table}
			// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows have the focus is a grid
			role="grid"
			aria-multiselectable="true"
			aria-label={t("approvals.list")}
			aria-describedby="approvals-keys"
			aria-rowcount={rows.length + 1}
			className={look.grid}
			onKeyDown={press}
			onClick={click}
			onFocus={({ target }) => {
				const row = rowAt(target);
				if (row) on.onCurrent(row);
			}}
		>
			<thead>
				<tr>
					<td>
						<span className="unseen">{t("approvals.chosen")}</span>
					</td>
					<th scope="col">{t("trace.manufacturer")}</th>
					<th scope="col">{t("approvals.service")}</th>
					<th scope="col">{t("approvals.day")}</th>
					<th scope="col">{t("approvals.by")}</th>
					<th scope="col">{t("approvals.waits")}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row, index) => (
					<GridRow
						key={row.id}
						row={row}
						index={index}
						mark={list.marks.get(row.id)}
						isChosen={list.chosen.has(row.id)}
						isCurrent={index === at}
						isOpenBeside={row.id === on.openId}
						canBeChosen={isOpen(row, list)}
					/>
				))}
			</tbody>
		</table>
	);
}
