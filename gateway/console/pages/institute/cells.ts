import type { InstituteOffersQuery, InstituteWorkQuery } from "../../graphql/graphql.ts";
import type { CellData } from "../../parts/take-along.ts";

type Cells = { columns: string[]; rows: CellData[][] };

/** Facilities, courses and technologies as plain values with their sources, to take along. */
export function cellsOfOffers(institute: InstituteOffersQuery["institute"] | undefined): Cells {
	const { facilities = [], courses = [], technologies = [] } = institute ?? {};
	return {
		columns: [
			"type",
			"id",
			"name",
			"city",
			"state",
			"about",
			"since",
			"people_trained",
			"document",
		],
		rows: [
			...facilities.map(({ id, name, city, state, capability, opened, source }) => [
				"Facility",
				id,
				name,
				city,
				state,
				capability,
				opened,
				null,
				source.document,
			]),
			...courses.map(({ id, name, audience, started, peopleTrained, source }) => [
				"Course",
				id,
				name,
				null,
				null,
				audience,
				started,
				peopleTrained,
				source.document,
			]),
			...technologies.map(({ id, name, source }) => [
				"Technology",
				id,
				name,
				null,
				null,
				null,
				null,
				null,
				source.document,
			]),
		],
	};
}

/** Calls, projects and areas of the roadmap as plain values with their sources, to take along. */
export function cellsOfWork(institute: InstituteWorkQuery["institute"] | undefined): Cells {
	const { calls = [], projects = [], roadmap = [] } = institute ?? {};
	return {
		columns: ["type", "id", "name", "since", "lead", "note", "document"],
		rows: [
			...calls.map(({ id, name, openedOn, note, source }) => [
				"ProjectCall",
				id,
				name,
				openedOn,
				null,
				note,
				source.document,
			]),
			...projects.map(({ id, name, startedOn, lead, note, source }) => [
				"Project",
				id,
				name,
				startedOn,
				lead,
				note,
				source.document,
			]),
			...roadmap.map(({ id, name, fromYear, source }) => [
				"RoadmapArea",
				id,
				name,
				fromYear,
				null,
				null,
				source.document,
			]),
		],
	};
}
