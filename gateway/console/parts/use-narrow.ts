import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 700px)");

/** True on a phone; for what a style sheet cannot say, such as a chart. */
export function useNarrow(): boolean {
	return useSyncExternalStore(
		(listen) => {
			narrow.addEventListener("change", listen);
			return () => narrow.removeEventListener("change", listen);
		},
		() => narrow.matches,
	);
}
