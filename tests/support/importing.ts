import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { EngagementsFixture } from "./engagements.ts";

const IMPORT =
	"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { batchId rows created updated unchanged failed failures { line column message } } }";
const UNDO =
	"mutation($id: ID!, $reason: String!) { undoImport(id: $id, reason: $reason) { voided restored kept keptRecords { recordId type reason } removedManufacturers } }";

type Result = {
	batchId: string;
	created: number;
	updated: number;
	unchanged: number;
	failed: number;
	failures: Array<{ line: number; column: string; message: string }>;
};

/** Imports rows into the engagements subgraph as a given viewer, and undoes imports. */
export function importerOf(hub: EngagementsFixture) {
	return {
		async rows(
			viewer: Viewer,
			header: string,
			rows: string[],
			more: { batchId?: string; dryRun?: boolean } = {},
		): Promise<Result> {
			const input = {
				columns: header.split(","),
				rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(",") })),
				...more,
			};
			return (await hub.data(IMPORT, { input }, viewer)).importEngagements;
		},
		async undo(viewer: Viewer, id: string) {
			return (await hub.data(UNDO, { id, reason: "wrong file" }, viewer)).undoImport;
		},
		undoRefused: (viewer: Viewer, id: string) =>
			hub.refusals(UNDO, { id, reason: "wrong file" }, viewer),
	};
}
