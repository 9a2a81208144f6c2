import { useEffect } from "react";
import { change } from "../../offline/outbox.ts";
import { isDone } from "../../offline/steps.ts";
import { useOutbox } from "../../offline/use-outbox.ts";

type Listed = { id: string; revision: number };

/** Takes from the device what is done, once the hub itself lists it. */
export function usePruning(listed: readonly Listed[] | undefined, isFresh: boolean): void {
	const { items, byKey } = useOutbox();
	useEffect(() => {
		if (!listed || !isFresh) return;
		for (const item of items) {
			if (item.type !== "VISIT" || !item.record || !isDone(item, byKey)) continue;
			const { id, revision } = item.record;
			if (!listed.some((one) => one.id === id && one.revision >= revision)) continue;
			void change(item.key, (kept) =>
				kept?.type === "VISIT" && isDone(kept, byKey) ? undefined : kept,
			);
		}
	}, [listed, isFresh, items, byKey]);
}
