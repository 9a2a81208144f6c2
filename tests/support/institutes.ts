import type {
	FacilityRow,
	InstituteRow,
	ObservationRow,
} from "../../subgraphs/institutes/database/rows.ts";

/** Rows of the institutes subgraph; what is not given is the same in all. */

export const institute = (
	id: string,
	sponsor: string,
	state: string,
	area: string,
): InstituteRow => ({
	id,
	name: id.toUpperCase(),
	full_name: `Institute ${id}`,
	native_name: "研究所",
	former_names: id === "one" ? "First;Older" : "",
	sponsor,
	lead: "A lead",
	city: "Somewhere",
	state,
	technology_area: area,
	source_document: "test",
	source_section: "Table 1",
	source_line: 7,
});
export const facility = (id: string, institute_id: string): FacilityRow => ({
	id,
	institute_id,
	name: id,
	city: "Chicago",
	state: "US-IL",
	capability: null,
	opened: "2015",
	qualifier: null,
	source_url: "https://example.org/facility",
	read_on: "2026-01-02",
});
export const figure = (
	id: string,
	property: string,
	more: Partial<ObservationRow>,
): ObservationRow => ({
	id,
	institute_id: null,
	network_id: null,
	property,
	value: 1,
	unit: "count",
	as_printed: null,
	as_of: null,
	fiscal_year: null,
	doubt_id: null,
	source_document: "test",
	source_section: null,
	source_line: null,
	source_url: null,
	read_on: null,
	...more,
});
