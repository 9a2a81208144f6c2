import { useRef } from "react";

/**
 * The idempotency key of a change: the same while the same is sent again because its answer was lost, another for other
 * content, and another once it was done.
 */
export function useRequestKey() {
	const last = useRef<{ content: string; key: string }>(undefined);
	return {
		keyOf(variables: object): string {
			const content = JSON.stringify(variables);
			if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
			return last.current.key;
		},
		isDone() {
			last.current = undefined;
		},
	};
}
