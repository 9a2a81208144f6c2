import type { SubgraphRow } from "../database/rows.ts";
import type { Standing } from "./rules.ts";

/** Row → which versions are served. */
export function standingOf(row: SubgraphRow): Standing {
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
export function columnsOf(standing: Standing) {
	const { active, canary, history, suspended } = standing;
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
