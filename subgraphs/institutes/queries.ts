import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { among } from "../../shared/database/among.ts";
import type { Database } from "../../shared/database/database.ts";
import type { PageRequest } from "../../shared/pagination/connection.ts";
import type {
	CourseRow,
	DoubtRow,
	FacilityRow,
	InstituteRow,
	MilestoneRow,
	MrlLevelRow,
	ObservationRow,
	TechnologyRow,
} from "./database/rows.ts";

/** What is small and owned by institutes; every statement here reads rows by key or one page. */
export type Table = "institutes" | "facilities" | "courses" | "technologies";
export type RowOf = {
	institutes: InstituteRow;
	facilities: FacilityRow;
	courses: CourseRow;
	technologies: TechnologyRow;
};

export type Filter = {
	ids?: string[] | null;
	instituteIds?: string[] | null;
	sponsors?: string[] | null;
	states?: string[] | null;
	technologyArea?: string | null;
};

function conditionsOf(filter: Filter): Sql {
	const found: Sql[] = [sql`1 = 1`];
	if (filter.ids) found.push(among("t.id", filter.ids));
	if (filter.instituteIds) found.push(among("t.institute_id", filter.instituteIds));
	if (filter.sponsors) found.push(among("t.sponsor", filter.sponsors));
	if (filter.states) found.push(among("t.state", filter.states));
	if (filter.technologyArea) {
		const pattern = `%${filter.technologyArea.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
		found.push(sql`LOWER(t.technology_area) LIKE ${pattern} ESCAPE '\\'`);
	}
	return join(found, " AND ");
}

const COLUMNS: Record<Table, Record<string, string[]>> = {
	institutes: {
		fullName: ["full_name"],
		nativeName: ["native_name"],
		formerNames: ["former_names"],
		technologyArea: ["technology_area"],
		sponsor: ["sponsor"],
		networks: ["sponsor"],
		lead: ["lead"],
		headquarters: ["city", "state"],
		source: ["source_document", "source_section", "source_line"],
	},
	facilities: {
		city: ["city"],
		state: ["state"],
		capability: ["capability"],
		opened: ["opened"],
		qualifier: ["qualifier"],
		institute: ["institute_id"],
		source: ["source_url", "read_on"],
	},
	courses: {
		audience: ["audience"],
		started: ["started"],
		peopleTrained: ["people_trained"],
		asOf: ["as_of"],
		note: ["note"],
		institute: ["institute_id"],
		source: ["source_url", "read_on"],
	},
	technologies: { institute: ["institute_id"], source: ["source_url", "read_on"] },
};

function columnsOf(table: Table, fields: Iterable<string>): Sql {
	const columns = new Set(["id", "name"]);
	for (const field of fields) for (const column of COLUMNS[table][field] ?? []) columns.add(column);
	return raw([...columns].map((column) => `t.${column}`).join(", "));
}

/** Reads one page (and one row more), by id. */
export function pageFrom<T extends Table>(
	database: Database,
	table: T,
	filter: Filter,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<Array<RowOf[T]>> {
	const after = page.after ? sql` AND t.id > ${page.after[0]}` : empty;
	return database.read(
		sql`SELECT ${columnsOf(table, fields)} FROM ${raw(table)} t WHERE ${conditionsOf(filter)}${after} ORDER BY t.id LIMIT ${page.first + 1}`,
	);
}

export async function countIn(database: Database, table: Table, filter: Filter): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM ${raw(table)} t WHERE ${conditionsOf(filter)}`,
	);
	return Number(row?.count ?? 0);
}

export function rowsByIds<T extends Table>(
	database: Database,
	table: T,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<Array<RowOf[T]>> {
	return database.read(
		sql`SELECT ${columnsOf(table, fields)} FROM ${raw(table)} t WHERE ${among("t.id", ids)}`,
	);
}

export function rowsOfInstitutes<T extends "facilities" | "courses" | "technologies">(
	database: Database,
	table: T,
	instituteIds: readonly string[],
	fields: Iterable<string>,
): Promise<Array<RowOf[T]>> {
	return database.read(
		sql`SELECT t.institute_id, ${columnsOf(table, new Set([...fields].filter((field) => field !== "institute")))} FROM ${raw(table)} t WHERE ${among("t.institute_id", instituteIds)} ORDER BY t.id`,
	);
}

export function milestonesOf(
	database: Database,
	instituteIds: readonly string[],
): Promise<Array<MilestoneRow & InstituteRow>> {
	return database.read(
		sql`SELECT m.institute_id, m.kind, m.date, i.source_document, i.source_section, i.source_line FROM milestones m JOIN institutes i ON i.id = m.institute_id WHERE ${among("m.institute_id", instituteIds)} ORDER BY m.date, m.kind`,
	);
}

/** Observations with their doubts, of several institutes or networks at once. */
export function observationsOf(
	database: Database,
	column: "institute_id" | "network_id",
	ids: readonly string[],
): Promise<
	Array<ObservationRow & { [doubt in keyof DoubtRow as `doubt_${doubt}`]: DoubtRow[doubt] | null }>
> {
	return database.read(
		sql`SELECT o.*, d.severity AS doubt_severity, d.what AS doubt_what, d.printed AS doubt_printed, d."right" AS doubt_right, d.settled_by AS doubt_settled_by, d.why AS doubt_why FROM observations o LEFT JOIN doubts d ON d.id = o.doubt_id WHERE ${among(`o.${column}`, ids)} ORDER BY o.fiscal_year NULLS FIRST, o.property, o.id`,
	);
}

export function allMrlLevels(database: Database): Promise<MrlLevelRow[]> {
	return database.read(
		sql`SELECT m.id, m.definition, m.stages FROM mrl_levels m ORDER BY CAST(m.id AS INTEGER)`,
	);
}
