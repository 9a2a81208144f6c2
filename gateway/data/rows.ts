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

async function itemsOf({ list, connection, fields }: OpenTable, ask: AskGraph): Promise<Item[]> {
	if (!connection) return (await ask(`{ list: ${list} { ${fields} } }`)).list as Item[];
	const query = `query($after: String) { list: ${list}(first: 200, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
	const all: Item[] = [];
	for (let after: string | undefined, more = true; more; ) {
		const { nodes, pageInfo } = (await ask(query, { after })).list as Listed;
		all.push(...nodes);
		more = pageInfo.hasNextPage;
		after = pageInfo.endCursor;
	}
	return all;
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
	if (Array.isArray(value)) return value.map((one) => valueAt(one, path)).join(";");
	if (value === null || value === undefined) return null;
	const [step, ...rest] = path;
	if (step === undefined) return value as Cell;
	return valueAt((value as Item)[step], rest);
}

/** What a row without a date of its own is of: the date of its document, or the day its page was read. */
function asOf(row: OpenRow, documents: Map<string, string | null>): Cell {
	const named = String(row.source_document ?? "");
	const dates = [...documents].flatMap(([title, date]) =>
		date && named.includes(title) ? [date] : [],
	);
	return row.as_of ?? (dates.join(";") || row.read_on || null);
}

/** Reads a table from the graph. Every row has a column `as_of`. */
export async function readTable(table: OpenTable, ask: AskGraph): Promise<OpenRow[]> {
	const { documents } = await ask("{ documents { title asOf } }");
	const dates = new Map(
		(documents as Array<{ title: string; asOf: string | null }>).map((one) => [
			one.title,
			one.asOf,
		]),
	);
	const items = inside(await itemsOf(table, ask), table.inside?.split(".") ?? []);
	return items.map((item) => {
		const row: OpenRow = Object.fromEntries(
			Object.entries(table.columns).map(([column, path]) => [
				column,
				valueAt(item, path.split(".")),
			]),
		);
		return { ...row, as_of: asOf(row, dates) };
	});
}
