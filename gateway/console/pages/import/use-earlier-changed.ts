import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { earlierImports } from "./questions.ts";

/** Asks for the earlier imports again whenever `mark` changes. */
export function useEarlierChanged(mark: string): void {
	const client = useQueryClient();
	// `mark` says when.
	useEffect(() => {
		void client.invalidateQueries({ queryKey: earlierImports().queryKey });
	}, [client, mark]);
}
