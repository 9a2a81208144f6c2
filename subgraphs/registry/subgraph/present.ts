import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { SubgraphRow, VersionRow } from "../database/rows.ts";
import { seesInside } from "../policy.ts";
import { type Finding, passes } from "./finding.ts";
import { servingStateOf } from "./rows.ts";
import { stateOf } from "./rules.ts";
import type {
	CheckFinding,
	CheckReport,
	PartnerSubgraph,
	SubgraphStatus,
	SubgraphVersion,
} from "./type.ts";

/** Row → API type. */
export function toSubgraph(row: SubgraphRow): PartnerSubgraph {
	const { active, canary, history } = servingStateOf(row);
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
		state: stateOf(servingStateOf(subgraph), row.version) as SubgraphVersion["state"],
		digest: row.digest,
		publishedAt: row.published_at,
		schema: row.sdl,
		url: inside ? row.url : null,
		findings: inside ? JSON.parse(row.findings).map(toFinding) : null,
	};
}

/** Versions that were published before 0.2 keep their findings with `mend` in place of `remedy`. */
function toFinding(finding: Omit<Finding, "remedy"> & { remedy?: string; mend?: string }) {
	const remedy = finding.remedy ?? finding.mend ?? "";
	return {
		...finding,
		severity: finding.severity as CheckFinding["severity"],
		remedy,
		mend: remedy,
	};
}

export function toReport(findings: Finding[]): CheckReport {
	return { passed: passes(findings), findings: findings.map(toFinding) };
}
