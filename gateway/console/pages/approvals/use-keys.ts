import { type RefObject, useState } from "react";
import type { KeyAction } from "./keys.ts";
import type { ApprovalsState } from "./use-approvals.ts";
import { chooseAll, clear, extendTo, toggle } from "./worklist.ts";

/** What the keys do in the list. `heading`: where the focus goes that enters the record beside it. */
export function useKeys(state: ApprovalsState, heading: RefObject<HTMLElement | null>) {
	const [isHelpOpen, setHelpOpen] = useState(false);
	const { rows, at, current, openId, change } = state;

	function onCurrent(type: KeyAction["type"], row: NonNullable<typeof current>): void {
		if (type === "TOGGLE") change((now) => toggle(now, row));
		else if (type === "EXTEND") change((now) => extendTo(now, rows, row.id));
		else if (type === "OPEN" && openId === row.id) heading.current?.focus();
		else if (type === "OPEN") state.open(row);
	}
	function press(action: KeyAction): void {
		switch (action.type) {
			case "MOVE":
				state.move(at + action.by, action.extends);
				break;
			case "MOVE_TO":
				state.move(action.end === "FIRST" ? 0 : rows.length - 1, action.extends);
				break;
			case "HELP":
				setHelpOpen(!isHelpOpen);
				break;
			case "ALL":
				change((now) => chooseAll(now, rows));
				break;
			case "LEAVE":
				if (openId) state.close();
				else change(clear);
				break;
			case "APPROVE":
			case "RETURN":
				state.ask(action.type);
				break;
			default:
				if (current) onCurrent(action.type, current);
		}
	}
	return { press, isHelpOpen, toggleHelp: () => setHelpOpen(!isHelpOpen) };
}
