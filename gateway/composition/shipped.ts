import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { byCodePoint } from "../../shared/code-points.ts";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";

const FILE = new URL("../supergraph.graphql", import.meta.url);
const DIGEST = /^# SHA-256 of the schemas and of what they compose to: (\w+)\n/;
const ADDRESS = /(@join__graph\(name: "([^"]*)", url: )"[^"]*"/g;

/** Subgraphs in the order in which they are composed. */
export const inOrder = (subgraphs: readonly SubgraphSdl[]): SubgraphSdl[] =>
	[...subgraphs].sort((one, other) => byCodePoint(one.name, other.name));

/** The same for the same schemas wherever their subgraphs are, and for a supergraph that nobody changed by hand. */
function digestOf(subgraphs: readonly SubgraphSdl[], supergraph: string): string {
	const schemas = inOrder(subgraphs).map(({ name, sdl }) => [name, sdl.trim()]);
	const text = JSON.stringify([schemas, supergraph]);
	return createHash("sha256").update(text).digest("hex");
}

/** The text of `gateway/supergraph.graphql`. */
export const shippedText = (subgraphs: readonly SubgraphSdl[], supergraph: string): string =>
	`# SHA-256 of the schemas and of what they compose to: ${digestOf(subgraphs, supergraph)}\n${supergraph}\n`;

/**
 * What the subgraphs compose to, from the file that this version of the hub was released with; undefined where it was
 * made from other schemas, which must be composed then. `text`: of the file.
 */
export function shippedSupergraph(
	subgraphs: readonly SubgraphSdl[],
	text = readFileSync(FILE, "utf8"),
): string | undefined {
	const [line, digest] = DIGEST.exec(text) ?? [];
	if (line === undefined) return undefined;
	const supergraph = text.slice(line.length, -1);
	if (digestOf(subgraphs, supergraph) !== digest) return undefined;
	const urls = new Map(subgraphs.map(({ name, url }) => [name, url]));
	return supergraph.replace(
		ADDRESS,
		(_, before, name) => `${before}${JSON.stringify(urls.get(name))}`,
	);
}
