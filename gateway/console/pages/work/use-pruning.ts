import { useEffect } from "react";
import { NEW_SME } from "../../offline/fields.ts";
import { change } from "../../offline/outbox.ts";
import { isDone } from "../../offline/steps.ts";
import { useOutbox } from "../../offline/use-outbox.ts";

type Listed = { id: string; revision: number };

/** Takes from the device what is done, once the hub itself lists it. */
export function usePruning(listed: readonly Listed[] | undefined, isFresh: boolean): void {
	const { items, byKey } = useOutbox();
	useEffect(() => {
		if (!listed || !isFresh) return;
		const wanted = new Set(items.map((item) => item.type === "VISIT" && item.typed.smeId));
		for (const item of items) {
			if (item.type === "MANUFACTURER" && item.record && !wanted.has(NEW_SME + item.key))
				void change(item.key, () => undefined);
			if (item.type !== "VISIT" || !item.record || !isDone(item, byKey)) continue;
			const { id, revision } = item.record;
			if (!listed.some((one) => one.id === id && one.revision >= revision)) continue;
			void change(item.key, (kept) =>
				kept?.type === "VISIT" && isDone(kept, byKey) ? undefined : kept,
			);
		}
	}, [listed, isFresh, items, byKey]);
}
