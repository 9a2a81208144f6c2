import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { type Finding, passes } from "../check/finding.ts";
import type { SubgraphRow, VersionRow } from "../database/rows.ts";
import { seesInside } from "../policy.ts";
import { standingOf } from "./rows.ts";
import { stateOf } from "./rules.ts";
import type { CheckReport, PartnerSubgraph, SubgraphStatus, SubgraphVersion } from "./type.ts";

/** Row → API type. */
export function toSubgraph(row: SubgraphRow): PartnerSubgraph {
	const { active, canary, history } = standingOf(row);
	return {
		name: row.id,
		partnerId: row.partner_id,
		status: row.status as SubgraphStatus,
		statusReason: row.status_reason,
		activeVersion: active,
		canary,
		history,
	};
}

/** Row → API type, as far as the viewer may see it. `own`: the partner itself asks, by its proof. */
export function toVersion(
	row: VersionRow,
	subgraph: SubgraphRow,
	viewer: Viewer,
	own = false,
): SubgraphVersion {
	const inside = own || seesInside(viewer, subgraph.partner_id);
	return {
		id: row.id,
		version: row.version,
		state: stateOf(standingOf(subgraph), row.version) as SubgraphVersion["state"],
		digest: row.digest,
		publishedAt: row.published_at,
		schema: row.sdl,
		url: inside ? row.url : null,
		findings: inside ? JSON.parse(row.findings) : null,
	};
}

export function toReport(findings: Finding[]): CheckReport {
	return { passed: passes(findings), findings: findings as CheckReport["findings"] };
}
