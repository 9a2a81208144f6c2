import type { OpenTable } from "./tables/table.ts";

/** Asks the graph as the public; throws where the answer has errors. */
export type AskGraph = (
	query: string,
	variables?: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

type Item = Record<string, unknown>;
type Cell = string | number | boolean | null;
export type OpenRow = Record<string, Cell>;

type Listed = { nodes: Item[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

async function* pagesOf(
	{ list, connection, fields }: OpenTable,
	args: string,
	ask: AskGraph,
): AsyncGenerator<Item[]> {
	if (!connection) {
		yield (await ask(`{ list: ${list}${args} { ${fields} } }`)).list as Item[];
		return;
	}
	const query = `query($after: String) { list: ${list}(first: 200, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
	for (let after: string | undefined, more = true; more; ) {
		const { nodes, pageInfo } = (await ask(query, { after })).list as Listed;
		yield nodes;
		more = pageInfo.hasNextPage;
		after = pageInfo.endCursor;
	}
}

/** The items of lists inside items, each knowing the item it lies in. */
function inside(items: Item[], path: string[]): Item[] {
	const [list, ...rest] = path;
	if (list === undefined) return items;
	const inner = items.flatMap((parent) =>
		(parent[list] as Item[]).map((item) => ({ ...item, parent })),
	);
	return inside(inner, rest);
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

/** What rows without a date of their own are of. */
export type Dates = {
	/** Title of a document → the date its data are of. */
	documents: Map<string, string>;
	/** Day of the last public change of a record; null where there was none. */
	changed: string | null;
	/** Id of that change. */
	lastChange: string | null;
};

/** Asks once what dates rows fall back on. */
export async function readDates(ask: AskGraph): Promise<Dates> {
	const { documents, changes } = (await ask(
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

/** What a row without a date of its own is of: the date of its document, the day its page was read, or of the last change. */
function asOf(row: OpenRow, records: boolean, { documents, changed }: Dates): Cell {
	const named = String(row.source_document ?? "");
	const dates = [...documents].flatMap(([title, date]) => (named.includes(title) ? [date] : []));
	return row.as_of || dates.join(";") || row.read_on || (records ? changed : null);
}

/** The columns of a table; every table has `as_of`. */
export function columnsOf({ columns }: OpenTable): string[] {
	return [...new Set([...Object.keys(columns), "as_of"])];
}

/** Reads a table from the graph, some rows at a time. */
export async function* readTable(
	table: OpenTable,
	ask: AskGraph,
	dates: Dates,
): AsyncGenerator<OpenRow[]> {
	const paths = Object.entries(table.columns).map(
		([column, path]) => [column, path.split(".")] as const,
	);
	const within = table.inside?.split(".") ?? [];
	for (const { args, constants } of table.variants ?? [{ args: "", constants: {} }])
		for await (const page of pagesOf(table, args, ask)) {
			const items = page.map((item) => ({ ...item, ...constants }));
			yield inside(items, within).map((item) => {
				const row: OpenRow = Object.fromEntries(
					paths.map(([column, path]) => [column, valueAt(item, path)]),
				);
				return { ...row, as_of: asOf(row, table.records === true, dates) };
			});
		}
}
