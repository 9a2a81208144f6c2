import { readFileSync } from "node:fs";
import type { SubgraphSdl } from "../../../../shared/subgraph/sdl.ts";
import { SUPERGRAPH } from "../assets.ts";
import { CommandFailure, EXIT, wrongUse } from "../failure.ts";
import { readOption } from "../keys.ts";
import { subgraphsOf } from "./subgraphs.ts";

export type HubGraph = {
	/** Its origin, for messages. */
	source: string;
	/** The hub's own subgraphs. */
	own: SubgraphSdl[];
	/** Subgraphs of partners. */
	others: SubgraphSdl[];
};

async function download(hub: string): Promise<string> {
	if (!URL.canParse(hub)) throw wrongUse(`--hub: "${hub}" is not a URL`);
	const url = new URL("/supergraph.graphql", hub);
	let reason: string;
	try {
		const response = await fetch(url);
		if (response.ok) return await response.text();
		reason = `it answered HTTP ${response.status}`;
	} catch (error) {
		const { message, cause } = error as Error;
		reason = (cause as Error | undefined)?.message || message;
	}
	throw new CommandFailure(
		`${url} cannot be read: ${reason}. Omit --hub to use the built-in snapshot of the hub's schema.`,
		EXIT.unreachable,
	);
}

function read(text: string, option: string): SubgraphSdl[] {
	try {
		return subgraphsOf(text);
	} catch (error) {
		throw wrongUse(`${option}: ${(error as Error).message}`);
	}
}

/** The graph to compose a subgraph with: from a file, a running hub, or the built-in snapshot. */
export async function hubGraph(options: { hub?: string; supergraph?: string }): Promise<HubGraph> {
	const { hub, supergraph: file } = options;
	const built = subgraphsOf(readFileSync(SUPERGRAPH, "utf8"));
	if (!hub && !file) return { source: "the hub's schema of this version", own: built, others: [] };
	const text = file ? readOption("supergraph", file) : await download(hub ?? "");
	const all = read(text, file ? "--supergraph" : "--hub");
	const hubs = new Set(built.map(({ name }) => name));
	return {
		source: file ?? new URL("/supergraph.graphql", hub).href,
		own: all.filter(({ name }) => hubs.has(name)),
		others: all.filter(({ name }) => !hubs.has(name)),
	};
}
