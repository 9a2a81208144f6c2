import {
	type Database,
	type DatabaseDefinition,
	openDatabase,
	type Storage,
} from "../../../shared/database/database.ts";
import { LoadedSeeds1700000008000, LoadedSeedsRow } from "../../../shared/database/loaded-seeds.ts";
import { Institutes1700000000000 } from "./migrations.ts";
import { DateWords1700000002000 } from "./migrations-dates.ts";
import { Documents1700000001000 } from "./migrations-documents.ts";
import { FigureSearch1700000003000 } from "./migrations-figure-search.ts";
import {
	CallRow,
	CourseRow,
	DocumentRow,
	DoubtRow,
	EntitlementRow,
	FacilityRow,
	FundingPhaseRow,
	IndicatorRow,
	InstituteRow,
	MrlLevelRow,
	NetworkInstituteRow,
	NetworkRow,
	ObservationRow,
	ProjectRow,
	RoadmapAreaRow,
	TechnologyRow,
	TierRow,
} from "./rows.ts";

/** Its tables, and how they came about. */
export const INSTITUTES_DATABASE: DatabaseDefinition = {
	name: "institutes",
	// In an order in which foreign keys allow them to be filled.
	rows: [
		NetworkRow,
		InstituteRow,
		NetworkInstituteRow,
		FacilityRow,
		CourseRow,
		TechnologyRow,
		CallRow,
		ProjectRow,
		RoadmapAreaRow,
		TierRow,
		EntitlementRow,
		FundingPhaseRow,
		DocumentRow,
		DoubtRow,
		ObservationRow,
		IndicatorRow,
		MrlLevelRow,
		LoadedSeedsRow,
	],
	migrations: [
		Institutes1700000000000,
		Documents1700000001000,
		DateWords1700000002000,
		FigureSearch1700000003000,
		LoadedSeeds1700000008000,
	],
};

export function openInstitutesDatabase(options: Storage): Promise<Database> {
	return openDatabase({ ...options, ...INSTITUTES_DATABASE });
}
