import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Caller, SubgraphRequest } from "../../../shared/subgraph/subgraph.ts";
import { escapeFormula } from "./escape-formulas.ts";

const QUERY = `query KeptFailedRows($batch: ID!, $after: String) {
	importFailedRows(batchId: $batch, first: 200, after: $after) {
		nodes { line columns cells failures { column message } }
		pageInfo { hasNextPage endCursor }
	}
}`;

type Row = {
	columns: string[];
	cells: string[];
	failures: Array<{ column: string; message: string }>;
};
type Page = {
	nodes: Row[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
};
type Execute = (
	request: SubgraphRequest,
) => Promise<{ data?: unknown; errors?: readonly unknown[] }>;

const reasonOf = ({ failures }: Row) =>
	failures.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join("; ");

/** The rows that failed of an import in numbered parts, as a CSV file with the reasons; undefined if the hub has none. */
export async function keptFailedRows(
	execute: Execute,
	caller: Caller,
	batch: string,
): Promise<Readable | undefined> {
	async function pageAfter(after: string | null): Promise<Page | undefined> {
		const variables = { batch, after };
		const { data } = await execute({ ...caller, query: QUERY, variables });
		return (data as { importFailedRows?: Page } | null | undefined)?.importFailedRows;
	}
	const first = await pageAfter(null);
	const [any] = first?.nodes ?? [];
	if (!first || !any) return undefined;
	// All parts of an import have the same columns.
	const header = any.columns;
	async function* lines(page: Page | undefined): AsyncGenerator<string[]> {
		yield [...header, "reason"].map(escapeFormula);
		let shown = page;
		while (shown) {
			for (const row of shown.nodes) {
				const cells = header.map((_, at) => row.cells[at] ?? "");
				yield [...cells, reasonOf(row)].map(escapeFormula);
			}
			const { hasNextPage, endCursor } = shown.pageInfo;
			shown = hasNextPage ? await pageAfter(endCursor) : undefined;
			if (hasNextPage && !shown) throw new Error("The failed rows could not be read to the end");
		}
	}
	return Readable.from(lines(first)).pipe(stringify({ bom: true }));
}
