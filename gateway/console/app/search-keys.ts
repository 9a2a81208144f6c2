import { useEffect, useEffectEvent } from "react";

/** True if a key pressed there writes something. */
function writes(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		target.closest("input, textarea, select, [contenteditable]") !== null
	);
}

/** `/` and Ctrl/⌘ K open the search. */
export function useSearchKeys(open: () => void): void {
	const onKey = useEffectEvent((event: KeyboardEvent) => {
		const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
		const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !writes(event.target);
		if (!isCommand && !isSlash) return;
		event.preventDefault();
		open();
	});
	useEffect(() => {
		const listen = (event: KeyboardEvent) => onKey(event);
		document.addEventListener("keydown", listen);
		return () => document.removeEventListener("keydown", listen);
	}, []);
}
