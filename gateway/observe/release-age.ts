import { readReleaseAge } from "../../shared/observe/metrics.ts";
import type { SubgraphRequest } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";

type Execute = (request: SubgraphRequest) => Promise<{ data?: unknown }>;

/** Tells how old the latest release of statistics is. Returns what ends it. */
export function observeReleaseAge(execute: Execute): () => void {
	return readReleaseAge(async () => {
		const query = "{ releases(first: 1) { nodes { publishedAt } } }";
		const { data } = await execute({ query, requestId: "metrics", viewer: PUBLIC });
		const { releases } = data as { releases: { nodes: Array<{ publishedAt: string }> } };
		const [latest] = releases.nodes;
		if (!latest) throw new Error("There is no release");
		return (Date.now() - Date.parse(latest.publishedAt)) / 1000;
	});
}
