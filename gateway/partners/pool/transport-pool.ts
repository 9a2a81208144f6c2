import type { Log } from "../../../shared/log.ts";
import type { ServedSubgraph } from "../../../shared/registry.ts";
import {
	type PartnerDependencies,
	type PartnerTransport,
	partnerTransport,
} from "../transport/partner-transport.ts";
import type { CallStats } from "./call-stats.ts";

export const keyOf = ({ name, version }: { name: string; version: number }) => `${name}@${version}`;

/** Identifies one run of a version: a canary that is activated again is a new run. */
export const runOf = (served: ServedSubgraph) => `${keyOf(served)} ${served.canary?.since ?? ""}`;

type Open = { served: ServedSubgraph; transport: PartnerTransport };

/** The transports of all served versions; gateways that use the same version share its transport. */
export function partnerPool(
	dependencies: Omit<PartnerDependencies, "onCall"> & { calls: CallStats; log: Log },
) {
	const { calls, log } = dependencies;
	const open = new Map<string, Open>();
	/** Versions that may receive requests, as of the last poll of the registry. */
	let allowed = new Set<string>();
	/** Runs that this gateway has ended, while the registry still lists them. */
	const ended = new Set<string>();

	return {
		/**
		 * Applies the served versions. `reasons`: why subgraphs are not served, by name. A subgraph with no served version is
		 * closed immediately; removed versions of other subgraphs finish their pending requests.
		 */
		apply(served: readonly ServedSubgraph[], reasons: ReadonlyMap<string, string>): void {
			const names = new Set(served.map(({ name }) => name));
			const runs = new Set(served.map(runOf));
			for (const run of ended) if (!runs.has(run)) ended.delete(run);
			allowed = new Set(served.filter((one) => !ended.has(runOf(one))).map(keyOf));
			for (const [key, { transport, served: before }] of open)
				if (!names.has(before.name)) {
					const reason = reasons.get(before.name) ?? "is not served any more";
					transport.close(reason);
					open.delete(key);
					calls.forget(key);
					const { name: subgraph, partnerId: partner } = before;
					log.warn({ subgraph, partner, reason }, "a partner's subgraph left the graph");
				}
			for (const one of served) open.get(keyOf(one))?.transport.update(one);
		},
		/** Names of the subgraphs that are open. */
		names: (): string[] => [...new Set([...open.values()].map(({ served }) => served.name))],
		/** Throws if its schema cannot be read, or if it is no longer served. */
		transport(served: ServedSubgraph): PartnerTransport {
			const key = keyOf(served);
			if (!allowed.has(key)) throw new Error("it is not served any more");
			let found = open.get(key);
			if (!found || found.served.url !== served.url || found.served.sdl !== served.sdl) {
				const onCall: PartnerDependencies["onCall"] = ({ clientMistake, fault, ...call }) => {
					if (!clientMistake) calls.add(key, { ...call, fault: fault !== undefined });
				};
				found = { served, transport: partnerTransport(served, { ...dependencies, onCall }) };
				open.set(key, found);
			}
			return found.transport;
		},
		/** The fault of a health request by the hub to a version; undefined if it succeeds. */
		fault: async (served: ServedSubgraph): Promise<string | undefined> =>
			open.get(keyOf(served))?.transport.fault(),
		/** Closes one version immediately. */
		cut(served: ServedSubgraph): void {
			const key = keyOf(served);
			open.get(key)?.transport.close("was rolled back");
			open.delete(key);
			allowed.delete(key);
			ended.add(runOf(served));
			calls.forget(key);
		},
		/** Removes all versions except these. */
		keepOnly(served: readonly ServedSubgraph[]): void {
			const keys = new Set(served.map(keyOf));
			for (const key of open.keys())
				if (!keys.has(key)) {
					open.delete(key);
					calls.forget(key);
				}
		},
	};
}

export type PartnerPool = ReturnType<typeof partnerPool>;
