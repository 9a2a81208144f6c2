/** What is checked of one part of the repository. */
export type FolderOrder = {
	/** Its folders and the files beside them, foundations first: each may import those before it. */
	order: readonly string[];
	/** Imports against the order that are allowed; to be lowered, never raised. */
	upward: number;
	/** Groups of folders that import each other in a circle. */
	circles: number;
	/** Folders of which neither imports the other. */
	apart?: ReadonlyArray<readonly [string, string]>;
};

/** By folder of the repository. */
export const FOLDER_ORDERS: Record<string, FolderOrder> = {
	gateway: {
		order: [
			"limits",
			"context.ts",
			"viewer",
			"http",
			"rewrite",
			"partners",
			"composition",
			"transport",
			"plugins",
			"router",
			"rest",
			"server.ts",
			"embedded.ts",
			"embedded-registry.ts",
			"cli",
			"main.ts",
		],
		upward: 0,
		circles: 0,
		apart: [["plugins", "router"]],
	},
	"subgraphs/registry": {
		order: [
			"context.ts",
			"sdl",
			"database",
			"proof",
			"policy.ts",
			"log",
			"partner",
			"grant",
			"subgraph",
			"disclosure",
			"usage",
			"check",
			"ownership",
			"event",
			"serving",
			"supergraph",
			"changelog",
			"standing",
			"webhook",
			"subgraph.ts",
			"registry.ts",
		],
		upward: 0,
		circles: 0,
	},
	"subgraphs/institutes": {
		order: [
			"database",
			"context.ts",
			"list",
			"observation",
			"institute",
			"asset",
			"network",
			"funding",
			"membership",
			"project",
			"node",
			"entities.ts",
			"subgraph.ts",
		],
		upward: 0,
		circles: 0,
	},
	"subgraphs/mep": {
		order: [
			"database",
			"references.ts",
			"context.ts",
			"center",
			"embedding",
			"node",
			"entities.ts",
			"subgraph.ts",
		],
		upward: 0,
		circles: 0,
	},
	"subgraphs/engagements": {
		order: [
			"name-matching",
			"enums.ts",
			"database",
			"policy.ts",
			"references.ts",
			"context.ts",
			"record",
			"remote",
			"sme",
			"filter",
			"membership",
			"engagement",
			"outcome",
			"merge",
			"trace",
			"totals",
			"figures",
			"evaluation",
			"import",
			"export",
			"feed",
			"quarter",
			"node",
			"entities.ts",
			"subgraph.ts",
		],
		upward: 0,
		circles: 0,
	},
};
