import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { draftName, recallOwn, rememberOwn } from "../offline/known.ts";

/**
 * What somebody types into a form, kept on the device at each keystroke until it is forgotten: a failure, a session that
 * has ended or a closed tab lose nothing. `first` is what an empty form says.
 */
export function useDraft<Value extends object>(owner: string, form: string, first: () => Value) {
	const client = useQueryClient();
	const name = draftName(form);
	const queryKey = ["own", owner, name];
	const { data, isPending } = useQuery({
		queryKey,
		networkMode: "always",
		staleTime: Number.POSITIVE_INFINITY,
		queryFn: async () => (await recallOwn<Value>(owner, name)) ?? null,
	});
	// Null: dropped. What stands in a field is changed at once, as a cache is not.
	const [typed, setTyped] = useState<Value | null>();
	const [fresh, setFresh] = useState(first);
	const kept = typed === undefined ? data : typed;
	const draft = kept ?? fresh;
	// Two changes of one keystroke add up.
	const latest = useRef(draft);
	latest.current = draft;
	const keep = (value: Value | null) => {
		setTyped(value);
		client.setQueryData(queryKey, value);
		void rememberOwn(owner, name, value);
	};
	return {
		draft,
		/** Whether something was typed, before or now. */
		isBegun: kept !== null && kept !== undefined,
		isPending,
		put(values: Partial<Value>) {
			latest.current = { ...latest.current, ...values };
			keep(latest.current);
		},
		/** Once the hub has it, or its author has dropped it. */
		forget() {
			setFresh(first());
			keep(null);
		},
	};
}
