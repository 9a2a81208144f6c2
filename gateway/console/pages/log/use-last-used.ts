import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Typed } from "../../offline/fields.ts";
import { recallOwn, rememberOwn } from "../../offline/known.ts";
import { type LastUsed, usedAfter } from "./defaults.ts";

const NAME = "last-used";

/** What its owner used last, kept on the device. */
export function useLastUsed(owner: string) {
	const client = useQueryClient();
	const queryKey = ["own", owner, NAME];
	const { data, isPending } = useQuery({
		queryKey,
		networkMode: "always",
		staleTime: Number.POSITIVE_INFINITY,
		queryFn: async () => (await recallOwn<LastUsed>(owner, NAME)) ?? {},
	});
	return {
		last: data,
		isPending,
		async remember(typed: Typed) {
			const used = usedAfter(data, typed);
			client.setQueryData(queryKey, used);
			await rememberOwn(owner, NAME, used);
		},
	};
}
