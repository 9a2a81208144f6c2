import type { ApolloServerPlugin } from "@apollo/server";
import type { Log } from "../../shared/log.ts";
import { logErrors } from "../../shared/server/errors.ts";
import { checkNullVariables } from "../../shared/server/null-variables.ts";
import { refuseUnknownOperations } from "../../shared/server/operations.ts";
import type { Graph } from "../composition/compose-graphs.ts";
import type { RequestContext } from "../context.ts";
import type { Bounds } from "../limits/bounds.ts";
import { boundOperations } from "../limits/operations.ts";
import type { PartnerHooks } from "../partners/hooks.ts";
import { allowCaching } from "./caching.ts";
import { afterMutations } from "./changes.ts";
import { recordOperations } from "./operations.ts";
import { tellRequestId } from "./request-id.ts";
import { statusForOldClients } from "./status.ts";

export type PluginOptions = {
	bounds: Bounds;
	log: Log;
	/** How long an answer that depends on no viewer may be cached. */
	cacheSeconds: number;
};

type PluginsFor = (graph: Graph, partners?: PartnerHooks) => ApolloServerPlugin<RequestContext>[];

/** The plugins of the gateway's Apollo Server, in the order in which they run. */
export function pluginsFor({ bounds, log, cacheSeconds }: PluginOptions): PluginsFor {
	return (graph, partners) => [
		tellRequestId,
		logErrors(log),
		refuseUnknownOperations,
		checkNullVariables,
		boundOperations(bounds, graph),
		allowCaching(cacheSeconds),
		...(partners
			? [
					recordOperations(partners, graph.ownerOf),
					afterMutations(partners.mutations, partners.applyChanges),
				]
			: []),
		// Last, since what bounds an answer may replace it.
		statusForOldClients,
	];
}
