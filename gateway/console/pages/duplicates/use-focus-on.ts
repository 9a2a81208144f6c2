import { useEffect, useRef } from "react";

/**
 * For a part that changes into another because of what somebody did in it: it gets the focus, which would be lost with
 * the form. Not where it is first known.
 */
export function useFocusOn(state: boolean | undefined) {
	const place = useRef<HTMLDivElement>(null);
	const before = useRef(state);
	useEffect(() => {
		if (state === undefined) return;
		if (before.current !== undefined && before.current !== state) place.current?.focus();
		before.current = state;
	}, [state]);
	return place;
}
