import { useRef, useState } from "react";
import { fetchDocument } from "../../graphql/fetch-document.ts";
import { ApprovalsDocument } from "../../graphql/graphql.ts";
import type { Search } from "../../parts/view-address.ts";
import { hubNow } from "../../session/session.ts";
import { waitingWhere } from "./address.ts";
import type { Waiting } from "./worklist.ts";

const ROWS = 200;

export type Walk = { found: number; total: number } | "FAILED" | undefined;

/** Chooses all that match, page by page, however many the table shows; `onFound` is told each page. */
export function useAllMatching(says: Readonly<Search>, onFound: (rows: Waiting[]) => void) {
	const [walk, setWalk] = useState<Walk>();
	const stopping = useRef<AbortController>(undefined);

	async function start(total: number): Promise<void> {
		const stop = new AbortController();
		stopping.current = stop;
		const where = waitingWhere(says, hubNow());
		setWalk({ found: 0, total });
		try {
			let after: string | null | undefined;
			let found = 0;
			do {
				const variables = { where, first: ROWS, ...(after && { after }) };
				const { data } = await fetchDocument(ApprovalsDocument, variables, stop.signal);
				const { nodes, pageInfo, totalCount } = data.engagements;
				onFound(nodes);
				found += nodes.length;
				setWalk({ found, total: totalCount });
				after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
			} while (after);
			setWalk(undefined);
		} catch {
			setWalk(stop.signal.aborted ? undefined : "FAILED");
		}
	}
	return { walk, start, stop: () => stopping.current?.abort() };
}
