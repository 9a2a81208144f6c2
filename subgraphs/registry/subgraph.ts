import type { Database } from "../../shared/database/database.ts";
import { buildSubgraph, type Subgraph } from "../../shared/subgraph/subgraph.ts";
import { ChangelogResolver } from "./changelog/resolver.ts";
import type { Context, HubServices } from "./context.ts";
import { DisclosureResolver } from "./disclosure/resolver.ts";
import { PartnerEventResolver } from "./event/resolver.ts";
import { GrantsOfPartnerResolver } from "./grant/grants-of-partner.ts";
import { GrantResolver } from "./grant/resolver.ts";
import { PublishLogResolver } from "./log/resolver.ts";
import { OwnershipResolver } from "./ownership/resolver.ts";
import { PartnerMutations } from "./partner/mutations.ts";
import { PartnerResolver } from "./partner/resolver.ts";
import { SubgraphMutations } from "./serving/mutations.ts";
import { PartnerStatusMutations } from "./serving/partner-mutations.ts";
import { StandingResolver } from "./standing/resolver.ts";
import { SubgraphResolver } from "./subgraph/resolver.ts";
import { SubgraphsOfPartnerResolver } from "./subgraph/subgraphs-of-partner.ts";
import { SupergraphResolver } from "./supergraph/resolver.ts";
import { OperationResolver } from "./usage/resolver.ts";
import { WebhookResolver } from "./webhook/resolver.ts";

/** The registry as a part of the graph. */
export function buildRegistrySubgraph(
	database: Database,
	hub: HubServices,
	close: () => Promise<void>,
): Promise<Subgraph> {
	return buildSubgraph({
		name: "registry",
		resolvers: [
			PartnerResolver,
			PartnerMutations,
			PartnerStatusMutations,
			GrantResolver,
			GrantsOfPartnerResolver,
			SubgraphResolver,
			SubgraphsOfPartnerResolver,
			SubgraphMutations,
			SupergraphResolver,
			OwnershipResolver,
			PublishLogResolver,
			DisclosureResolver,
			OperationResolver,
			PartnerEventResolver,
			WebhookResolver,
			StandingResolver,
			ChangelogResolver,
		],
		orphanedTypes: [],
		references: {},
		contextFor: ({ viewer, requestId }): Context => ({ database, viewer, requestId, hub }),
		check: () => database.check(),
		close,
	});
}
