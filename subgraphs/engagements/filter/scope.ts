import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { EmbeddedPeriod } from "../remote/lists.ts";
import type { SmeScope } from "../sme/filter.ts";
import type { ListConditions } from "./list-conditions.ts";

/** A checked filter with every condition on centers and institutes turned into ids. */
export type Scope = SmeScope & {
	/** Who asks: what may be seen is part of every scope. */
	viewer: Viewer;
	/** Only what was approved and stands, as traces and totals count it. */
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
	/** What is asked of lists of engagements only. */
	listed?: ListConditions;
};

/** What a trace is found under that is no part of what it groups. */
export type Within = { column: "facility_id" | "course_id" | "technology_id"; id: string };
