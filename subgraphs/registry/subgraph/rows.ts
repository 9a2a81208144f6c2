import type { SubgraphRow } from "../database/rows.ts";
import type { ServingState } from "./rules.ts";

/** Row → which versions are served. */
export function servingStateOf(row: SubgraphRow): ServingState {
	const { canary_version: version, canary_share: share, canary_since: since } = row;
	return {
		active: row.active_version,
		canary:
			version === null || since === null
				? null
				: { version, share: share ?? 0, consumers: JSON.parse(row.canary_consumers), since },
		history: JSON.parse(row.history),
		suspended: row.status === "SUSPENDED",
	};
}

/** Which versions are served → the columns that say so. */
export function columnsOf(state: ServingState) {
	const { active, canary, history, suspended } = state;
	return {
		status: suspended ? "SUSPENDED" : "SERVED",
		active_version: active,
		canary_version: canary?.version ?? null,
		canary_share: canary?.share ?? null,
		canary_since: canary?.since ?? null,
		canary_consumers: JSON.stringify(canary?.consumers ?? []),
		history: JSON.stringify(history),
	};
}
