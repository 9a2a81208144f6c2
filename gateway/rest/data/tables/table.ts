/** A table for download: the query that reads it, and how the response becomes rows. */
export type OpenTable = {
	name: string;
	title: string;
	description: string;
	/** Codes of the European data themes it belongs to, besides ECON and TECH. */
	themes?: Array<"EDUC">;
	/** The root field; a connection is read page by page. */
	list: string;
	connection: boolean;
	/** Queries the root field once per variant, with its arguments; `constants` are added to the items. */
	variants?: Array<{ args: string; constants: Record<string, string> }>;
	/** Path of a nested list, whose items become the rows; they have the outer item as `parent`. */
	inside?: string;
	/** Selection set of an item. */
	fields: string;
	/** Column → path in an item; "parent.id" is the id of the outer item. */
	columns: Record<string, string>;
	/** Descriptions of columns that have no field in the graph. */
	notes?: Record<string, string>;
	/** Records change and may be many: they are read again for each download, page by page. */
	records?: true;
};

/** Selection and columns of a source. */
export const SOURCE = "source { document section line url readOn }";
export const SOURCE_COLUMNS = {
	source_document: "source.document",
	source_section: "source.section",
	source_line: "source.line",
	source_url: "source.url",
	read_on: "source.readOn",
};

/** Tables nested in institutes are read with them. */
export const INSTITUTES = { list: "institutes", connection: true } as const;

/** Common fields of facilities, courses, technologies and projects. */
export const ASSET = `id name institute { id } ${SOURCE}`;
export const ASSET_COLUMNS = { id: "id", institute_id: "institute.id", name: "name" };
