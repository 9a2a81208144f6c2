import type { ApolloServerPlugin } from "@apollo/server";
import type { Log } from "../../shared/log.ts";
import { logErrors } from "../../shared/server/errors.ts";
import { checkNullVariables } from "../../shared/server/null-variables.ts";
import { refuseUnknownOperations } from "../../shared/server/operations.ts";
import type { Graph } from "../composition/compose-graphs.ts";
import type { RequestContext } from "../context.ts";
import type { Bounds } from "../limits/bounds.ts";
import { limitOperations } from "../limits/limit-operations.ts";
import { observeOperations } from "../observe/operations.ts";
import type { PartnerHooks } from "../partners/hooks.ts";
import { afterMutations } from "./after-mutations.ts";
import { setCacheControl } from "./cache-control.ts";
import { legacyStatus } from "./legacy-status.ts";
import { recordOperations } from "./record-operations.ts";

export type PluginOptions = {
	bounds: Bounds;
	log: Log;
	/** How long any answer may be cached at most. */
	cacheSeconds: number;
	/** Operations that take longer are logged; 0: none. */
	slowOperationMs: number;
};

type PluginsFor = (graph: Graph, partners?: PartnerHooks) => ApolloServerPlugin<RequestContext>[];

/** The plugins of the gateway's Apollo Server, in the order in which they run. */
export function pluginsFor({
	bounds,
	log,
	cacheSeconds,
	slowOperationMs,
}: PluginOptions): PluginsFor {
	return (graph, partners) => [
		logErrors(log),
		refuseUnknownOperations,
		checkNullVariables,
		limitOperations(bounds, graph),
		setCacheControl(cacheSeconds, graph.cacheHints),
		...(partners
			? [
					recordOperations(partners, graph.ownerOf),
					afterMutations(partners.mutations, partners.applyChanges),
				]
			: []),
		// Last, because the other plugins may replace the response.
		legacyStatus,
		observeOperations(slowOperationMs, log),
	];
}
