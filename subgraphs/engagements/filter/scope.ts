import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { EmbeddedPeriod } from "../remote/lists.ts";
import type { SmeScope } from "../sme/filter.ts";
import type { ListConditions } from "./list-conditions.ts";

/** A checked filter whose conditions on centers and institutes are resolved to ids. */
export type Scope = SmeScope & {
	/** The viewer, because what may be seen is part of every scope. */
	viewer: Viewer;
	/** Only what was approved and is not void, as traces and totals count it. */
	established?: true;
	practices?: string[];
	kinds?: string[];
	smeIds?: string[];
	centerIds?: string[];
	instituteIds?: string[];
	facilityIds?: string[];
	courseIds?: string[];
	technologyIds?: string[];
	firstDay?: string;
	lastDay?: string;
	fiscalYears?: number[];
	calendarYears?: number[];
	hasDate?: boolean;
	withoutFiscalYear?: boolean;
	withoutCenter?: boolean;
	withoutInstitute?: boolean;
	embedded?: { wanted: boolean; periods: EmbeddedPeriod[] };
	/** Conditions that only lists of engagements have. */
	listed?: ListConditions;
};

/** A parent under which a trace was found and which is not part of its id. */
export type Within = { column: "facility_id" | "course_id" | "technology_id"; id: string };
