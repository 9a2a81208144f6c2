import type { Doubt } from "../../../shared/provenance/provenance.ts";
import { toAsset } from "../asset/present.ts";
import type { CallRow, ProjectRow, RoadmapAreaRow } from "../database/rows.ts";
import { usd } from "../funding/present.ts";
import { documentSource, doubtsOf, sourceOf } from "../observation/present.ts";
import type { Project, ProjectCall, RoadmapArea } from "./type.ts";

const list = (text: string | undefined) => text?.split(";").filter(Boolean) ?? [];

export function toProject(row: ProjectRow): Project {
	return {
		...toAsset(row),
		lead: row.lead,
		partners: list(row.partners),
		startedOn: row.started,
		note: row.note,
		callId: row.call_id,
		technologyId: row.technology_id,
	};
}

export function toCall(row: CallRow): ProjectCall {
	return {
		id: row.id,
		name: row.name,
		openedOn: row.opened,
		cycleMonthsFrom: row.cycle_months_from,
		cycleMonthsTo: row.cycle_months_to,
		criteria: list(row.criteria),
		emphasis: list(row.emphasis),
		requirement: row.requirement,
		batches: row.batches,
		projects: row.projects,
		leads: list(row.leads).map((lead) => {
			const [kind, count] = lead.split(":");
			return { kind: kind ?? "", projects: Number(count) };
		}),
		amount: usd(row.amount_usd),
		note: row.note,
		source: sourceOf(row),
	};
}

export function toRoadmapArea(row: RoadmapAreaRow, doubts: Map<string, Doubt>): RoadmapArea {
	return {
		id: row.id,
		number: row.number,
		name: row.name,
		nativeName: row.native_name,
		fromYear: row.from_year,
		toYear: row.to_year,
		releasedOn: row.released,
		source: documentSource(row),
		doubts: doubtsOf(row.doubts, doubts),
	};
}
