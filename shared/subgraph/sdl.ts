/** What composition takes of a subgraph. */
export type SubgraphSdl = { name: string; url: string; sdl: string };
