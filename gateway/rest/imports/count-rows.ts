import { importedRows, runningImports } from "../../../shared/observe/metrics.ts";
import type { Send } from "./import-file.ts";

/** Counts the rows that are sent, by what became of them. */
export const countedRows =
	(send: Send): Send =>
	async (part, manufacturers) => {
		const result = await send(part, manufacturers);
		if (part.dryRun) return result;
		for (const outcome of ["created", "updated", "unchanged"] as const)
			importedRows.inc({ outcome }, result[outcome]);
		importedRows.inc({ outcome: "failed" }, result.failed + part.unreadable);
		return result;
	};

/** Counts an import while it runs. */
export async function countedImport<T>(run: () => Promise<T>): Promise<T> {
	runningImports.inc();
	try {
		return await run();
	} finally {
		runningImports.dec();
	}
}
