import type { Database } from "../../shared/database/database.ts";
import type { Log } from "../../shared/log.ts";
import type { HubKey, PostBounded } from "../../shared/registry.ts";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import type { Caller } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";

/** What checks need of the hub. */
export type HubServices = {
	/** The hub's own subgraphs, the registry among them. */
	ownSchemas(): Promise<SubgraphSdl[]>;
	post: PostBounded;
	sees(caller: Caller, type: string, id: string): Promise<boolean>;
	hubKey(): Promise<HubKey>;
	production: boolean;
	log: Log;
};

/** Made once per request. */
export type Context = {
	database: Database;
	viewer: Viewer;
	requestId: string;
	hub: HubServices;
};
