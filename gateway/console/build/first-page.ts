import { fileURLToPath } from "node:url";

type ModuleInfo = { importedIds: readonly string[] };
type ModuleGraph = { getModuleInfo(id: string): ModuleInfo | null };

const ENTRY = fileURLToPath(new URL("../app/main.tsx", import.meta.url));

/** Ids of the modules that the shell and the first page load at once. */
function modulesAtOnce(graph: ModuleGraph): Set<string> {
	const found = new Set<string>();
	const waiting = [ENTRY];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (found.has(id)) continue;
		found.add(id);
		waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
	}
	return found;
}

let known: Set<string> | undefined;

/**
 * The file that a module is built into: one for all that the first page loads, in place of many small ones, each of which
 * costs a phone a round trip; null leaves the choice to the bundler.
 */
export function fileOf(id: string, graph: ModuleGraph): string | null {
	known ??= modulesAtOnce(graph);
	return known.has(id) ? "first" : null;
}
