import type { OpenTable } from "./tables/table.ts";

/** Queries the graph as the public; throws if the response has errors. */
export type QueryGraph = (
	query: string,
	variables?: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

type Item = Record<string, unknown>;
type Cell = string | number | boolean | null;
export type OpenRow = Record<string, Cell>;

type Connection = { nodes: Item[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

async function* pagesOf(
	{ list, connection, fields }: OpenTable,
	args: string,
	queryGraph: QueryGraph,
): AsyncGenerator<Item[]> {
	if (!connection) {
		yield (await queryGraph(`{ list: ${list}${args} { ${fields} } }`)).list as Item[];
		return;
	}
	const query = `query($after: String) { list: ${list}(first: 200, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
	for (let after: string | undefined, more = true; more; ) {
		const { nodes, pageInfo } = (await queryGraph(query, { after })).list as Connection;
		yield nodes;
		more = pageInfo.hasNextPage;
		after = pageInfo.endCursor;
	}
}

/** Flattens nested lists; each item gets the item that contains it as `parent`. */
function flatten(items: Item[], path: string[]): Item[] {
	const [list, ...rest] = path;
	if (list === undefined) return items;
	const inner = items.flatMap((parent) =>
		(parent[list] as Item[]).map((item) => ({ ...item, parent })),
	);
	return flatten(inner, rest);
}

function valueAt(value: unknown, path: string[]): Cell {
	if (Array.isArray(value)) {
		const values = value.map((one) => valueAt(one, path));
		return [...new Set(values.filter((one) => one !== null))].join(";");
	}
	if (value === null || value === undefined) return null;
	const [step, ...rest] = path;
	if (step === undefined) return value as Cell;
	return valueAt((value as Item)[step], rest);
}

/** Dates for rows without a date of their own. */
export type Dates = {
	/** Title of a document → the date of its data. */
	documents: Map<string, string>;
	/** Day of the last public change of a record; null if there was none. */
	changed: string | null;
	/** Id of that change. */
	lastChange: string | null;
};

export async function readDates(queryGraph: QueryGraph): Promise<Dates> {
	const { documents, changes } = (await queryGraph(
		"{ documents { title asOf } changes(last: 1) { nodes { id at } } }",
	)) as {
		documents: Array<{ title: string; asOf: string | null }>;
		changes: { nodes: Array<{ id: string; at: string }> };
	};
	const [last] = changes.nodes;
	return {
		documents: new Map(documents.flatMap(({ title, asOf }) => (asOf ? [[title, asOf]] : []))),
		changed: last?.at.slice(0, 10) ?? null,
		lastChange: last?.id ?? null,
	};
}

/** The date of a row: its own, that of its document, the day its page was read, or the day of the last change. */
function asOf(row: OpenRow, records: boolean, { documents, changed }: Dates): Cell {
	const named = String(row.source_document ?? "");
	const dates = [...documents].flatMap(([title, date]) => (named.includes(title) ? [date] : []));
	return row.as_of || dates.join(";") || row.read_on || (records ? changed : null);
}

/** The columns of a table; every table has `as_of`. */
export function columnsOf({ columns }: OpenTable): string[] {
	return [...new Set([...Object.keys(columns), "as_of"])];
}

/** Reads a table from the graph, a page of rows at a time. */
export async function* readTable(
	table: OpenTable,
	queryGraph: QueryGraph,
	dates: Dates,
): AsyncGenerator<OpenRow[]> {
	const paths = Object.entries(table.columns).map(
		([column, path]) => [column, path.split(".")] as const,
	);
	const within = table.inside?.split(".") ?? [];
	for (const { args, constants } of table.variants ?? [{ args: "", constants: {} }])
		for await (const page of pagesOf(table, args, queryGraph)) {
			const items = page.map((item) => ({ ...item, ...constants }));
			yield flatten(items, within).map((item) => {
				const row: OpenRow = Object.fromEntries(
					paths.map(([column, path]) => [column, valueAt(item, path)]),
				);
				return { ...row, as_of: asOf(row, table.records === true, dates) };
			});
		}
}
