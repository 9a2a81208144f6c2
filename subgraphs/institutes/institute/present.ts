import type { InstituteRow, MrlLevelRow } from "../database/rows.ts";
import { documentSource } from "../observation/present.ts";
import type { Agency, Institute, LeadKind, MrlLevel } from "./type.ts";

const AGENCIES: Record<string, string> = {
	DOD: "Department of Defense",
	DOE: "Department of Energy",
	DOC: "Department of Commerce",
};

export function toAgency(id: string): Agency {
	return { id, name: AGENCIES[id] ?? id };
}

/** Row → API type; columns that were not read stay undefined. */
export function toInstitute(row: InstituteRow): Institute {
	return {
		id: row.id,
		name: row.name,
		fullName: row.full_name,
		nativeName: row.native_name,
		acronym: row.acronym,
		formerNames: row.former_names?.split(";").filter(Boolean),
		technologyArea: row.technology_area,
		nativeTechnologyArea: row.native_technology_area,
		sponsor: row.sponsor ? toAgency(row.sponsor) : null,
		lead: row.lead
			? { name: row.lead, nativeName: row.native_lead, kind: row.lead_kind as LeadKind | null }
			: null,
		headquarters: {
			city: row.city,
			state: row.state,
			country: row.country,
			nativeCity: row.native_city,
		},
		mission: row.mission,
		nativeMission: row.native_mission,
		source: documentSource(row),
	};
}

export function toMrlLevel(row: MrlLevelRow): MrlLevel {
	return {
		level: Number(row.id),
		definition: row.definition,
		nativeDefinition: row.native_definition,
		stages: row.stages.split(";"),
		source: documentSource(row),
	};
}
