import type { GraphQLResolveInfo } from "graphql";
import { LRUCache } from "lru-cache";
import sql from "sql-template-tag";
import { selectedFields } from "../../shared/subgraph/selection.ts";
import {
	type Ask,
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import type { Context } from "./context.ts";
import { openEngagementsDatabase } from "./database/open.ts";
import { EngagementBatchMutations } from "./engagement/batch-mutations.ts";
import { EngagementMutations } from "./engagement/mutations.ts";
import { toEngagement } from "./engagement/present.ts";
import { EngagementResolver } from "./engagement/resolver.ts";
import { evaluationResolvers } from "./evaluation/resolver.ts";
import { ExportResolver } from "./export/resolver.ts";
import { ChangeResolver } from "./feed/resolver.ts";
import { figureResolvers } from "./figures/resolver.ts";
import { ImportResolver } from "./import/resolver.ts";
import { createLoaders } from "./loaders.ts";
import { toMembership } from "./membership/present.ts";
import { membershipResolvers } from "./membership/resolver.ts";
import { OutcomeMutations } from "./outcome/mutations.ts";
import { toOutcome } from "./outcome/present.ts";
import { OutcomeResolver } from "./outcome/resolver.ts";
import { quarterResolvers } from "./quarter/resolver.ts";
import {
	Course,
	Facility,
	Institute,
	MembershipTier,
	MepCenter,
	Network,
	Technology,
} from "./references.ts";
import { SmeMutations } from "./sme/mutations.ts";
import { toSme } from "./sme/present.ts";
import { SmeResolver } from "./sme/resolver.ts";
import { parentResolvers } from "./trace/parents.ts";
import { TraceResolver, TraceTotalResolver } from "./trace/resolver.ts";
import type { Scope } from "./trace/where.ts";

type Reference = { id: string };

/** What the totals that are kept may hold, about. */
const TOTALS_BYTES = 20_000_000;

const references = {
	async Sme({ id }: Reference, context: Context, info: GraphQLResolveInfo) {
		const row = await context.loaders.sme(selectedFields(info)).load(id);
		return row && toSme(row);
	},
	async Engagement({ id }: Reference, context: Context, info: GraphQLResolveInfo) {
		const row = await context.loaders.engagement(selectedFields(info)).load(id);
		return row && toEngagement(row);
	},
	async Outcome({ id }: Reference, context: Context) {
		const row = await context.loaders.outcome().load(id);
		return row && toOutcome(row);
	},
	async Membership({ id }: Reference, context: Context) {
		const row = await context.loaders.membership().load(id);
		return row && toMembership(row);
	},
	MepCenter: ({ id }: Reference) => ({ id }),
	Institute: ({ id }: Reference) => ({ id }),
	Facility: ({ id }: Reference) => ({ id }),
	Course: ({ id }: Reference) => ({ id }),
	Technology: ({ id }: Reference) => ({ id }),
	Network: ({ id }: Reference) => ({ id }),
	MembershipTier: ({ id }: Reference) => ({ id }),
	IndicatorDefinition: ({ id }: Reference) => ({ id }),
};

/** Opens the engagements subgraph on `<dataDir>/engagements.sqlite`. */
export async function openEngagements(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openEngagementsDatabase(options);
	const [dataset] = await database.read<{ kind: string }>(sql`SELECT d.kind FROM dataset d`);
	const synthetic = dataset?.kind === "SYNTHETIC";
	const totals: Context["totals"] = new LRUCache({ maxSize: TOTALS_BYTES });
	return buildSubgraph({
		name: "engagements",
		resolvers: [
			SmeResolver,
			SmeMutations,
			EngagementResolver,
			EngagementMutations,
			EngagementBatchMutations,
			OutcomeResolver,
			OutcomeMutations,
			ChangeResolver,
			...quarterResolvers,
			ImportResolver,
			ExportResolver,
			TraceResolver,
			TraceTotalResolver,
			...parentResolvers,
			...figureResolvers,
			...evaluationResolvers,
			...membershipResolvers,
		],
		orphanedTypes: [MepCenter, Institute, Facility, Course, Technology, Network, MembershipTier],
		references,
		contextFor(caller): Context {
			const ask: Ask = (subgraph, query, variables) =>
				options.ask(subgraph, query, variables, caller);
			return {
				database,
				ask,
				log: options.log,
				viewer: caller.viewer,
				synthetic,
				loaders: createLoaders(database, caller.viewer, ask),
				scopes: new Map<string, Promise<Scope>>(),
				totals,
			};
		},
		close: () => database.close(),
	});
}
