import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";

/** The centers of a small network; two are in one state. */
export const CENTERS = [
	{ id: "ga-mep", name: "Georgia MEP", state: "US-GA" },
	{ id: "oh-mep", name: "Ohio MEP", state: "US-OH" },
	{ id: "ca-bay", name: "Bay Area MEP", state: "US-CA" },
	{ id: "ca-south", name: "Southern California MEP", state: "US-CA" },
];
export const INSTITUTES = [
	{ id: "mxd", name: "MxD" },
	{ id: "lift", name: "LIFT" },
];

/** Mock of the two other subgraphs, which own centers and institutes. */
export const askOwners: SubgraphClient = async <T>(_: string, query: string) => {
	const page = (nodes: object[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });
	return (
		query.includes("mepCenters") ? { mepCenters: page(CENTERS) } : { institutes: page(INSTITUTES) }
	) as T;
};
