import { useRef, useState } from "react";
import { currentOf, NOTHING_CHOSEN, rowsOf, type Waiting, type Worklist } from "./worklist.ts";

/** What is chosen, decided and marked here, over the rows that the hub lists. */
export function useWorklist(listed: readonly Waiting[]) {
	const [list, setList] = useState(NOTHING_CHOSEN);
	/** Where the current row was last, so that the next one takes its place once it is decided on. */
	const place = useRef(0);
	/** Set where the current row is to get the focus once it is drawn. */
	const focus = useRef(false);
	const rows = rowsOf(listed, list);
	const at = currentOf(rows, list, place.current);
	place.current = Math.max(at, 0);
	return {
		list,
		rows,
		at,
		current: rows[at],
		focus,
		change: (next: (list: Worklist) => Worklist) => setList(next),
	};
}
