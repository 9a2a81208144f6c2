import type { LRUCache } from "lru-cache";
import type { ReleaseRules } from "../../shared/config-releases.ts";
import type { Database, Storage } from "../../shared/database/database.ts";
import type { LoaderStore } from "../../shared/loaders.ts";
import type { Log } from "../../shared/log.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { LiveTotals } from "./live-totals.ts";

/** What makes releases of statistics, and what is kept of them across requests (`release/`). */
export type ReleaseState = {
	rules: ReleaseRules;
	/** Where a thread finds the database. */
	storage: Pick<Storage, "dataDir" | "databaseUrl">;
	/** Aborted when the subgraph closes. */
	stop: AbortSignal;
	log: Log;
	/** Releases that are being computed, by what was asked for. */
	jobs: Map<string, object>;
	/** Tables as they are served. */
	tables: LRUCache<string, object>;
	/** Pages of their cells. */
	pages: LRUCache<string, object>;
};

/** Two manufacturers that may be the same, by id in order, how likely, 0 to 1, and why, in one sentence. */
export type LikelyPair = { ids: [string, string]; score: number; reason: string };

/** All pairs of manufacturers that a viewer sees and that may be the same; and the state of each one that it sees. */
export type LikelyPairs = { pairs: LikelyPair[]; states: Map<string, string | null> };

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes and mep subgraphs. */
	ask: SubgraphClient;
	/** The caller of the request. */
	viewer: Viewer;
	/** Whether this database holds synthetic records; new records are then marked as synthetic too. */
	synthetic: boolean;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
	/** Filters that were resolved in this request (`filter/`), so that the owning subgraph is asked once for each. */
	scopes: Map<string, Promise<object>>;
	/** What totals are read from in a large database. */
	columns: LiveTotals;
	/** Totals of the current state of the database (`totals/`), kept across requests. */
	totals: LRUCache<string, Promise<object[]>>;
	/** The pairs of manufacturers that may be the same, among those that the viewer sees now (`duplicates/`). */
	likelyPairs(): Promise<LikelyPairs>;
	releases: ReleaseState;
};
