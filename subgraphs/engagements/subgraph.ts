import { LRUCache } from "lru-cache";
import sql from "sql-template-tag";
import { DEFAULT_RELEASES, type ReleaseConfig } from "../../shared/config-releases.ts";
import { loaderStore } from "../../shared/loaders.ts";
import { shareNext } from "../../shared/share-next.ts";
import {
	buildSubgraph,
	type Caller,
	type Subgraph,
	type SubgraphClient,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { RECORDS, RELEASES } from "./changes.ts";
import { type ColumnsOptions, openColumns } from "./columns/columns.ts";
import type { Context, ReleaseState } from "./context.ts";
import { openEngagementsDatabase } from "./database/open.ts";
import { openLikelyPairs } from "./duplicates/open.ts";
import { DuplicatePairResolver } from "./duplicates/resolver.ts";
import { EngagementBatchMutations } from "./engagement/batch-mutations.ts";
import { EngagementCountResolver } from "./engagement/counts.ts";
import { engagementListResolvers } from "./engagement/engagements-on-entities.ts";
import { EngagementMutations } from "./engagement/mutations.ts";
import { EngagementResolver } from "./engagement/resolver.ts";
import { entities } from "./entities.ts";
import { evaluationResolvers } from "./evaluation/resolver.ts";
import { ExportResolver } from "./export/resolver.ts";
import { ChangeResolver } from "./feed/resolver.ts";
import { figureResolvers } from "./figures/resolver.ts";
import { historyResolvers } from "./history/resolver.ts";
import { ImportColumnsResolver } from "./import/columns-resolver.ts";
import { ImportResolver } from "./import/resolver.ts";
import { membershipResolvers } from "./membership/resolver.ts";
import { MergeMutations } from "./merge/mutations.ts";
import { MergeResolver } from "./merge/resolver.ts";
import { NodeResolver } from "./node/resolver.ts";
import { stubs } from "./node/stubs.ts";
import { OutcomeBatchMutations } from "./outcome/batch-mutations.ts";
import { ComparisonResolver } from "./outcome/comparison-resolver.ts";
import { OutcomeMutations } from "./outcome/mutations.ts";
import { outcomeListResolvers } from "./outcome/outcomes-on-entities.ts";
import { OutcomeResolver } from "./outcome/resolver.ts";
import { sightOf } from "./policy.ts";
import { quarterResolvers } from "./quarter/resolver.ts";
import { quarterStateResolvers } from "./quarter-state/resolver.ts";
import {
	Course,
	Facility,
	Institute,
	MembershipTier,
	MepCenter,
	Network,
	Technology,
} from "./references.ts";
import { StatisticsDownloadResolver } from "./release/downloads.ts";
import { PublishingResolver } from "./release/mutations.ts";
import { latestRelease } from "./release/queries.ts";
import { ReleaseResolver } from "./release/resolver.ts";
import { startSchedule } from "./release/schedule.ts";
import { StatisticsResolver } from "./release/statistics-resolver.ts";
import { SmeMutations } from "./sme/mutations.ts";
import { SmeResolver } from "./sme/resolver.ts";
import { TraceTotalResolver } from "./totals/resolver.ts";
import { TraceResolver } from "./trace/resolver.ts";
import { traceListResolvers } from "./trace/traces-on-entities.ts";

/** What the totals that are kept may hold, about. */
const TOTALS_BYTES = 20_000_000;

/** What the tables of releases that are kept may hold, as JSON; parsed they hold about as much again. */
const TABLES_BYTES = 40_000_000;

/** How many cells the pages of tables that are kept may have; measured: one holds about 500 bytes. */
const KEPT_CELLS = 60_000;

type EngagementsOptions = SubgraphOptions &
	Pick<ColumnsOptions, "few"> & {
		/** Rules and schedule of releases. */
		releases?: ReleaseConfig;
	};

/** Opens the engagements subgraph on `<dataDir>/engagements.sqlite`. */
export async function openEngagements(options: EngagementsOptions): Promise<Subgraph> {
	const database = await openEngagementsDatabase(options);
	const [dataset] = await database.read<{ kind: string }>(sql`SELECT d.kind FROM dataset d`);
	const synthetic = dataset?.kind === "SYNTHETIC";
	const totals: Context["totals"] = new LRUCache({ maxSize: TOTALS_BYTES });
	const { dataDir, databaseUrl, log, few } = options;
	const columns = openColumns({ dataDir, databaseUrl, database, log, few });
	const { rules, schedule } = options.releases ?? DEFAULT_RELEASES;
	const likelyPairs = openLikelyPairs(database);
	const stopping = new AbortController();
	const releases: ReleaseState = {
		rules,
		storage: { dataDir, databaseUrl },
		stop: stopping.signal,
		log,
		jobs: new Map(),
		tables: new LRUCache({ maxSize: TABLES_BYTES }),
		pages: new LRUCache({ maxSize: KEPT_CELLS }),
	};
	const contextFor = (caller: Caller): Context => {
		const ask: SubgraphClient = (subgraph, query, variables) =>
			options.ask(subgraph, query, variables, caller);
		return {
			database,
			ask,
			viewer: caller.viewer,
			synthetic,
			loader: loaderStore(),
			scopes: new Map<string, Promise<object>>(),
			columns,
			totals,
			likelyPairs: likelyPairs(caller.viewer),
			releases,
		};
	};
	const place = shareNext(() => columns.standing());
	const newest = shareNext(async () => (await latestRelease(database))?.id ?? "none");
	if (schedule) startSchedule(schedule, contextFor, releases);
	return buildSubgraph({
		name: "engagements",
		resolvers: [
			SmeResolver,
			SmeMutations,
			DuplicatePairResolver,
			MergeResolver,
			MergeMutations,
			EngagementResolver,
			EngagementMutations,
			EngagementCountResolver,
			EngagementBatchMutations,
			OutcomeResolver,
			OutcomeMutations,
			OutcomeBatchMutations,
			ComparisonResolver,
			ChangeResolver,
			...historyResolvers,
			...quarterResolvers,
			...quarterStateResolvers,
			ReleaseResolver,
			PublishingResolver,
			StatisticsResolver,
			StatisticsDownloadResolver,
			ImportResolver,
			ImportColumnsResolver,
			ExportResolver,
			NodeResolver,
			TraceResolver,
			TraceTotalResolver,
			...traceListResolvers,
			...engagementListResolvers,
			...outcomeListResolvers,
			...figureResolvers,
			...evaluationResolvers,
			...membershipResolvers,
		],
		orphanedTypes: [
			MepCenter,
			Institute,
			Facility,
			Course,
			Technology,
			Network,
			MembershipTier,
			...stubs,
		],
		references: entities,
		contextFor,
		versions: {
			[RECORDS]: async (viewer) => JSON.stringify([await place(), sightOf(viewer)]),
			[RELEASES]: newest,
		},
		check: () => database.check(),
		async close() {
			stopping.abort();
			await columns.close();
			await database.close();
		},
	});
}
