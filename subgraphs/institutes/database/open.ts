import { type Database, openDatabase, type Storage } from "../../../shared/database/database.ts";
import { Institutes1700000000000 } from "./migrations.ts";
import {
	CourseRow,
	DoubtRow,
	FacilityRow,
	InstituteRow,
	MilestoneRow,
	MrlLevelRow,
	ObservationRow,
	TechnologyRow,
} from "./rows.ts";

export function openInstitutesDatabase(options: Storage): Promise<Database> {
	return openDatabase({
		...options,
		name: "institutes",
		// In an order in which foreign keys allow them to be filled.
		rows: [
			InstituteRow,
			MilestoneRow,
			FacilityRow,
			CourseRow,
			TechnologyRow,
			DoubtRow,
			ObservationRow,
			MrlLevelRow,
		],
		migrations: [Institutes1700000000000],
	});
}
