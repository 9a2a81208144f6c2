type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key does in the list. */
export type KeyAction =
	| { type: "MOVE"; by: number; extends: boolean }
	| { type: "MOVE_TO"; end: "FIRST" | "LAST"; extends: boolean }
	| { type: "TOGGLE" | "EXTEND" | "ALL" | "APPROVE" | "RETURN" | "OPEN" | "LEAVE" | "HELP" };

/** Rows that Page Up and Page Down pass. */
const PAGE = 10;

const MOVES: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	j: 1,
	ArrowUp: -1,
	k: -1,
	PageDown: PAGE,
	PageUp: -PAGE,
};
const PLAIN: Readonly<Record<string, Exclude<KeyAction["type"], "MOVE" | "MOVE_TO">>> = {
	a: "APPROVE",
	r: "RETURN",
	Enter: "OPEN",
	Escape: "LEAVE",
	"?": "HELP",
};

/** What a key does while the list has the focus; undefined for keys that belong to the browser. */
export function keyAction({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): KeyAction | undefined {
	const name = key.length === 1 ? key.toLowerCase() : key;
	if ((ctrlKey || metaKey) && !altKey) return name === "a" ? { type: "ALL" } : undefined;
	if (altKey) return undefined;
	const by = MOVES[name];
	if (by !== undefined) return { type: "MOVE", by, extends: shiftKey };
	if (name === "Home") return { type: "MOVE_TO", end: "FIRST", extends: shiftKey };
	if (name === "End") return { type: "MOVE_TO", end: "LAST", extends: shiftKey };
	if (name === " ") return { type: shiftKey ? "EXTEND" : "TOGGLE" };
	const plain = PLAIN[name];
	return plain && { type: plain };
}
