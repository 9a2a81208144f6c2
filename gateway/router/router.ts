import { isDeepStrictEqual } from "node:util";
import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../shared/log.ts";
import type { ServedSubgraph } from "../../shared/registry.ts";
import type { Graph } from "../composition/compose-graphs.ts";
import type { RequestContext } from "../context.ts";
import type { Bounds } from "../limits/bounds.ts";
import { canaryCallerFor } from "../partners/canary/caller.ts";
import { isChosen } from "../partners/canary/rules.ts";
import { type RequestViewers } from "../viewer/request-viewers.ts";
import { type GatewayInstance, startGatewayInstance } from "./gateway-instance.ts";
import type { RecentQueries, RecentQuery } from "./recent-queries.ts";

export type RouterOptions = {
	viewers: RequestViewers;
	bounds: Bounds;
	recent: RecentQueries;
	pluginsFor(graph: Graph): ApolloServerPlugin<RequestContext>[];
	log: Log;
};

type Shown = { graph: Graph; instance: GatewayInstance };
type ShownCanary = Shown & { served: ServedSubgraph };

function isSame(one: Graph, other: Graph): boolean {
	return (
		one.supergraph === other.supergraph &&
		isDeepStrictEqual(one.cacheHints, other.cacheHints) &&
		isDeepStrictEqual(one.kept, other.kept) &&
		[...one.transports].every(([name, transport]) => other.transports.get(name) === transport)
	);
}

/** What is served now: the graph of all, and the canaries beside it. */
export function createRouter({ viewers, bounds, recent, pluginsFor, log }: RouterOptions) {
	let base: Shown | undefined;
	let canaries: ShownCanary[] = [];

	async function context(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
		const viewer = await viewers.read(request);
		const cacheable = viewer.role === "PUBLIC" && canaries.length === 0;
		const limits = bounds.of(request, reply, viewer);
		return {
			...{ requestId: request.id, viewer, address: request.ip, cacheable, ...limits },
			observed: { subgraphMs: {} },
		};
	}

	async function prepare(graph: Graph): Promise<Shown> {
		const { supergraph, transports } = graph;
		const plugins = pluginsFor(graph);
		const instance = await startGatewayInstance({
			supergraph,
			transports,
			context,
			plugins,
			rules: graph,
			limits: bounds.limits,
			log,
		});
		await instance.warm(recent.list());
		return { graph, instance };
	}

	function retire(old: Array<Shown | undefined>): Promise<void> {
		const used = new Set([base, ...canaries].map((one) => one?.instance));
		const closing = old.map(async (one) => {
			if (one && !used.has(one.instance)) await one.instance.close();
		});
		return Promise.all(closing).then(
			() => undefined,
			(error: Error) => log.error({ err: error }, "an old gateway did not stop cleanly"),
		);
	}

	return {
		base: () => base?.graph,
		canaries: (): readonly ShownCanary[] => canaries,
		/**
		 * Serves these graphs from now on; rejects, and changes nothing, where one cannot be served.
		 * `retired` resolves when requests that began before have been answered.
		 */
		async show(
			next: Graph,
			beside: Array<{ served: ServedSubgraph; graph: Graph }>,
		): Promise<{ retired: Promise<void> }> {
			const before = [base, ...canaries];
			const prepared = before.filter((one): one is Shown => one !== undefined);
			const of = async (graph: Graph): Promise<Shown> => {
				const found = prepared.find((one) => isSame(one.graph, graph)) ?? (await prepare(graph));
				prepared.push(found);
				return found;
			};
			try {
				const newBase = await of(next);
				const newCanaries: ShownCanary[] = [];
				for (const { served, graph } of beside) {
					const { instance } = await of(graph);
					newCanaries.push({ served, graph, instance });
				}
				base = newBase;
				canaries = newCanaries;
				return { retired: retire(before) };
			} catch (error) {
				await retire(prepared);
				throw error;
			}
		},
		/** Plans queries for the graph of all, asking no subgraph. */
		async warm(queries: RecentQuery[]): Promise<void> {
			await base?.instance.warm(queries);
		},
		/** Ends a canary at once; who had it gets the graph of all. */
		drop(name: string): void {
			const old = canaries.filter(({ served }) => served.name === name);
			canaries = canaries.filter(({ served }) => served.name !== name);
			void retire(old);
		},
		async handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
			if (!base) throw new Error("Nothing is served yet");
			if (canaries.length === 0) return base.instance.handle(request, reply);
			const viewer = await viewers.readEarly(request).catch(() => undefined);
			const chosen = canaries.find(
				({ served: { canary, name } }) =>
					viewer && canary && isChosen(canary, name, canaryCallerFor(viewer, request)),
			);
			return (chosen ?? base).instance.handle(request, reply);
		},
		async close(): Promise<void> {
			const all = [base, ...canaries];
			base = undefined;
			canaries = [];
			await retire(all);
		},
	};
}

export type Router = ReturnType<typeof createRouter>;
