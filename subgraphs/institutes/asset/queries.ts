import type { CourseRow, FacilityRow, TechnologyRow } from "../database/rows.ts";
import type { ListedTable } from "../list/table.ts";

const PAGE_SOURCE = ["source_url", "read_on"] as const;

/** The table of facilities. */
export const FACILITIES: ListedTable<FacilityRow> = {
	name: "facilities",
	type: "Facility",
	columns: {
		city: ["city"],
		state: ["state"],
		capability: ["capability"],
		opened: ["opened"],
		qualifier: ["qualifier"],
		institute: ["institute_id"],
		source: PAGE_SOURCE,
	},
};

/** The table of courses. */
export const COURSES: ListedTable<CourseRow> = {
	name: "courses",
	type: "Course",
	columns: {
		audience: ["audience"],
		started: ["started"],
		peopleTrained: ["people_trained"],
		asOf: ["as_of"],
		asOfWords: ["as_of_words"],
		note: ["note"],
		institute: ["institute_id"],
		source: PAGE_SOURCE,
	},
};

/** The table of technologies. */
export const TECHNOLOGIES: ListedTable<TechnologyRow> = {
	name: "technologies",
	type: "Technology",
	columns: { institute: ["institute_id"], source: PAGE_SOURCE },
};
