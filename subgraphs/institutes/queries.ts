import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../shared/database/database.ts";
import { containsWords, likePattern } from "../../shared/database/search.ts";
import { sqlIn } from "../../shared/database/sql-in.ts";
import type { PageRequest } from "../../shared/pagination/connection.ts";
import { keyset } from "../../shared/pagination/keyset.ts";
import type {
	CourseRow,
	FacilityRow,
	InstituteRow,
	MrlLevelRow,
	ProjectRow,
	TechnologyRow,
} from "./database/rows.ts";

/** What is small and owned by institutes; every statement here reads rows by key or one page. */
export type Table = "institutes" | "facilities" | "courses" | "technologies" | "projects";
export type RowOf = {
	institutes: InstituteRow;
	facilities: FacilityRow;
	courses: CourseRow;
	technologies: TechnologyRow;
	projects: ProjectRow;
};
/** The tables of what an institute has. */
export type AssetTable = Exclude<Table, "institutes">;

export type Filter = {
	ids?: string[] | null;
	instituteIds?: string[] | null;
	networkIds?: string[] | null;
	sponsors?: string[] | null;
	states?: string[] | null;
	technologyArea?: string | null;
	search?: string | null;
};

function conditionsOf(filter: Filter): Sql {
	const found: Sql[] = [sql`1 = 1`];
	if (filter.ids) found.push(sqlIn("t.id", filter.ids));
	if (filter.instituteIds) found.push(sqlIn("t.institute_id", filter.instituteIds));
	if (filter.networkIds)
		found.push(
			sql`t.id IN (SELECT m.institute_id FROM network_institutes m WHERE ${sqlIn("m.network_id", filter.networkIds)})`,
		);
	if (filter.sponsors) found.push(sqlIn("t.sponsor", filter.sponsors));
	if (filter.states) found.push(sqlIn("t.state", filter.states));
	if (filter.technologyArea)
		found.push(
			sql`LOWER(t.technology_area) LIKE ${likePattern(filter.technologyArea)} ESCAPE '\\'`,
		);
	if (filter.search) found.push(containsWords("t.search_text", filter.search));
	return join(found, " AND ");
}

const PAGE_SOURCE = ["source_url", "read_on"];

const COLUMNS: Record<Table, Record<string, string[]>> = {
	institutes: {
		fullName: ["full_name"],
		nativeName: ["native_name"],
		acronym: ["acronym"],
		formerNames: ["former_names"],
		technologyArea: ["technology_area"],
		nativeTechnologyArea: ["native_technology_area"],
		sponsor: ["sponsor"],
		lead: ["lead", "native_lead", "lead_kind"],
		headquarters: ["city", "state", "country", "native_city"],
		mission: ["mission"],
		nativeMission: ["native_mission"],
		source: ["source_document", "source_section", "source_line"],
	},
	facilities: {
		city: ["city"],
		state: ["state"],
		capability: ["capability"],
		opened: ["opened"],
		qualifier: ["qualifier"],
		institute: ["institute_id"],
		source: PAGE_SOURCE,
	},
	courses: {
		audience: ["audience"],
		started: ["started"],
		peopleTrained: ["people_trained"],
		asOf: ["as_of"],
		asOfWords: ["as_of_words"],
		note: ["note"],
		institute: ["institute_id"],
		source: PAGE_SOURCE,
	},
	technologies: { institute: ["institute_id"], source: PAGE_SOURCE },
	projects: {
		lead: ["lead"],
		partners: ["partners"],
		call: ["call_id"],
		technology: ["technology_id"],
		startedOn: ["started"],
		note: ["note"],
		institute: ["institute_id"],
		source: PAGE_SOURCE,
	},
};

/** The columns that fields of a type are made of. */
export function columnsOf(table: Table, fields: Iterable<string>): Sql {
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
	const { between, order } = keyset(page, ["t.id"]);
	return database.read(
		sql`SELECT ${columnsOf(table, fields)} FROM ${raw(table)} t WHERE ${conditionsOf(filter)}${between} ${order}`,
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
		sql`SELECT ${columnsOf(table, fields)} FROM ${raw(table)} t WHERE ${sqlIn("t.id", ids)}`,
	);
}

export function rowsOfInstitutes<T extends AssetTable>(
	database: Database,
	table: T,
	instituteIds: readonly string[],
	fields: Iterable<string>,
): Promise<Array<RowOf[T]>> {
	return database.read(
		sql`SELECT t.institute_id, ${columnsOf(table, new Set([...fields].filter((field) => field !== "institute")))} FROM ${raw(table)} t WHERE ${sqlIn("t.institute_id", instituteIds)} ORDER BY t.id`,
	);
}

export function allMrlLevels(database: Database): Promise<MrlLevelRow[]> {
	return database.read(sql`SELECT m.* FROM mrl_levels m ORDER BY CAST(m.id AS INTEGER)`);
}
