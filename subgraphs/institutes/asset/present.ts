import { type Source, webSource } from "../../../shared/provenance/provenance.ts";
import type { CourseRow, FacilityRow, TechnologyRow } from "../database/rows.ts";
import type { Course, Facility, Technology } from "./type.ts";

/** Rows → API types; columns that were not read stay undefined. */

type AssetRow = {
	id: string;
	name: string;
	institute_id: string;
	source_url: string;
	read_on: string;
};

export function toAsset(row: AssetRow): {
	id: string;
	name: string;
	source: Source;
	instituteId: string;
} {
	const source =
		row.source_url === undefined ? (undefined as never) : webSource(row.source_url, row.read_on);
	return { id: row.id, name: row.name, source, instituteId: row.institute_id };
}

export function toFacility(row: FacilityRow): Facility {
	const { city, state, capability, opened, qualifier } = row;
	return { ...toAsset(row), city, state, capability, opened, qualifier };
}

export function toCourse(row: CourseRow): Course {
	const { audience, started, people_trained, as_of, as_of_words, note } = row;
	const dated = { asOf: as_of, asOfWords: as_of_words };
	return { ...toAsset(row), audience, started, peopleTrained: people_trained, ...dated, note };
}

export function toTechnology(row: TechnologyRow): Technology {
	return toAsset(row);
}
