/** A table offered for download: what is asked of the graph, and how an answer becomes rows. */
export type OpenTable = {
	name: string;
	title: string;
	description: string;
	/** Codes of the European data themes it belongs to, besides ECON and TECH. */
	themes?: Array<"EDUC">;
	/** The root field; a connection is read page by page. */
	list: string;
	connection: boolean;
	/** What the root field is asked with, once for each; items of each bear its constants. */
	variants?: Array<{ args: string; constants: Record<string, string> }>;
	/** A list inside each item; a row is then one of its items, with `parent` for the item. */
	inside?: string;
	/** What is asked of each item. */
	fields: string;
	/** Column → path in an item; "parent.id" names the item that a row lies inside. */
	columns: Record<string, string>;
	/** What columns mean that no field of the graph describes. */
	notes?: Record<string, string>;
	/** Of records, which change and may be many: read anew for each download, page by page. */
	records?: true;
};

/** What is asked of whatever has a source, and the columns it fills. */
export const SOURCE = "source { document section line url readOn }";
export const SOURCE_COLUMNS = {
	source_document: "source.document",
	source_section: "source.section",
	source_line: "source.line",
	source_url: "source.url",
	read_on: "source.readOn",
};

/** What lies inside institutes is read with them. */
export const INSTITUTES = { list: "institutes", connection: true } as const;

/** What facilities, courses, technologies and projects have in common. */
export const ASSET = `id name institute { id } ${SOURCE}`;
export const ASSET_COLUMNS = { id: "id", institute_id: "institute.id", name: "name" };
