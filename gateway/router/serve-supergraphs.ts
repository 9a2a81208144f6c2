import type { ApolloServerPlugin } from "@apollo/server";
import type { Log } from "../../shared/log.ts";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import { checkSupergraph } from "../composition/api-schema.ts";
import { composeGraphs, type Graph, type Graphs, graphOf } from "../composition/compose-graphs.ts";
import { composeOwn } from "../composition/compose-own.ts";
import { type SubgraphSource, watch } from "../composition/supergraph.ts";
import type { RequestContext } from "../context.ts";
import type { Bounds } from "../limits/bounds.ts";
import type { PartnerHooks } from "../partners/hooks.ts";
import { type PartnerOptions, pollRegistry } from "../partners/poller/registry-poller.ts";
import type { RequestViewers } from "../viewer/request-viewers.ts";
import { recentQueries } from "./recent-queries.ts";
import { createRouter, type Router } from "./router.ts";

export type ServeOptions = {
	sources: SubgraphSource[];
	/** The schemas that the sources told. */
	own: SubgraphSdl[];
	partners?: PartnerOptions;
	viewers: RequestViewers;
	bounds: Bounds;
	log: Log;
	signal: AbortSignal;
	/** How often changed schemas of the own subgraphs are looked for. */
	watchMs?: number;
	/** How soon a graph that could not be composed or served is tried again. */
	retryMs?: number;
	/** Texts of queries of the console, planned once the first graph is served: the first plans of a process are the slowest. */
	warmUp?: readonly string[];
	/** The plugins of Apollo Server for a graph. */
	pluginsFor(graph: Graph, partners?: PartnerHooks): ApolloServerPlugin<RequestContext>[];
};

const RETRY_MS = 5000;

export type Serving = Pick<Router, "handle" | "close" | "base">;

/** Serves the hub's own subgraphs and those of partners as one graph, and follows the changes of both. */
export async function serveSupergraphs(options: ServeOptions): Promise<Serving> {
	const { sources, partners, viewers, bounds, log, signal, retryMs = RETRY_MS } = options;
	const registry = partners?.registry;
	const poller = partners && (await pollRegistry(partners, log));
	const ownTransports = new Map(sources.map(({ name, transport }) => [name, transport]));
	const recent = recentQueries();
	const mutations = new Set(
		Object.keys(registry?.subgraph.schema.getMutationType()?.getFields() ?? {}),
	);
	const hooks = poller && {
		operations: poller.operations,
		noteQuery: recent.note,
		mutations,
		applyChanges: () => poller.look(changed),
	};
	const pluginsFor = (graph: Graph) => options.pluginsFor(graph, hooks);
	const router = createRouter({ viewers, bounds, recent, pluginsFor, log });
	let own = options.own;
	let building: Promise<void> = Promise.resolve();
	let waiting: Promise<void> | undefined;
	let again: NodeJS.Timeout | undefined;

	const wanted = () => ({
		own,
		ownTransports,
		log,
		pool: poller?.pool,
		...(poller?.slots() ?? { base: [], canaries: [] }),
	});

	/** What a restart serves where not everything composes: the last good supergraph, otherwise the hub's own. */
	async function lastGood(error: Error): Promise<Graphs> {
		const { base } = wanted();
		const last = base.length > 0 ? await registry?.lastSupergraph() : undefined;
		log.error({ reason: error.message, last: last !== undefined }, "partners do not compose");
		if (last)
			try {
				checkSupergraph(last);
				return { base: graphOf(last, base, wanted()), canaries: [], left: [] };
			} catch (fault) {
				log.error({ reason: (fault as Error).message }, "the last good supergraph does not fit");
			}
		return { base: graphOf(await composeOwn(own), [], wanted()), canaries: [], left: [] };
	}

	/** Ends the canaries that do not fit; true where that changed what is to be served. */
	async function endUnfit(left: Graphs["left"]): Promise<boolean> {
		let ended = false;
		for (const { served, reason } of left)
			if (poller && served.canary)
				try {
					await poller.end(router, served, `it does not compose: ${reason}`);
					ended = true;
				} catch (error) {
					log.error({ subgraph: served.name, err: error }, "a canary's end could not be written");
				}
		return ended;
	}

	/** Serves the graphs; where canaries had to end, what is served stays until the registry's answer to that. */
	async function show({ base, canaries, left }: Graphs): Promise<void> {
		if ((await endUnfit(left)) && router.base()) return;
		const { retired } = await router.show(base, canaries);
		log.info("a new supergraph is served");
		if (!poller || !registry) return;
		void retired.then(poller.forgetOthers);
		const parts = [...own.map(({ name }) => ({ name, version: 0 })), ...base.partners];
		await registry
			.keepSupergraph(
				base.supergraph,
				parts.map(({ name, version }) => ({ name, version })),
			)
			.catch((error: Error) => log.error({ err: error }, "a supergraph could not be kept"));
	}

	/** Composes and shows what is wanted now; calls that come while one has not begun share it. */
	function rebuild(): Promise<void> {
		waiting ??= building
			.catch(() => undefined)
			.then(async () => {
				waiting = undefined;
				if (signal.aborted) return;
				await show(await composeGraphs(wanted()));
			});
		building = waiting;
		return waiting;
	}

	/** Serves what is wanted now; where that fails it is tried again, since what failed may be this machine. */
	function changed(): void {
		clearTimeout(again);
		rebuild().catch((error: Error) => {
			log.error({ reason: error.message }, "kept the last good supergraph");
			if (!signal.aborted) again = setTimeout(changed, retryMs).unref();
		});
	}

	await show(await composeGraphs(wanted()).catch(lastGood));
	void router.warm((options.warmUp ?? []).map((query) => ({ query, operationName: null })));
	void watch(
		sources,
		own,
		log,
		async (read) => {
			const before = own;
			own = read;
			await rebuild().catch((error: Error) => {
				own = before;
				throw error;
			});
		},
		signal,
		options.watchMs,
	);
	void poller?.run(router, changed, signal);
	return {
		handle: router.handle,
		base: router.base,
		async close() {
			clearTimeout(again);
			await building.catch(() => undefined);
			await router.close();
			await poller?.close();
		},
	};
}
