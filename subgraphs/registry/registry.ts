import type { Registry, RegistryOptions } from "../../shared/registry.ts";
import { openRegistryDatabase } from "./database/open.ts";
import { servedState } from "./database/served-state.ts";
import { recordDisclosures } from "./disclosure/record-disclosures.ts";
import { recordEvents } from "./event/record-events.ts";
import { hubKeys } from "./proof/hub-key.ts";
import { purge } from "./retention/purge.ts";
import { endCanary } from "./serving/end-canary.ts";
import { recordCalls } from "./standing/record-calls.ts";
import { servedSubgraphs } from "./subgraph/served-subgraphs.ts";
import { describeWithdrawal, withdrawals } from "./subgraph/withdrawal.ts";
import { buildRegistrySubgraph } from "./subgraph.ts";
import { keepSupergraph } from "./supergraph/keep-supergraph.ts";
import { supergraphRows } from "./supergraph/queries.ts";
import { recordOperations } from "./usage/record-operations.ts";
import { deliverDue } from "./webhook/deliver.ts";

/** Opens (and migrates) the registry of partners on the hub's storage. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
	const { log, production, post, send, sees, ownSchemas } = options;
	const keys = await hubKeys(options);
	const [key] = keys;
	const database = await openRegistryDatabase(options);
	let closing: Promise<void> | undefined;
	const close = () => {
		closing ??= database.close();
		return closing;
	};
	const subgraph = await buildRegistrySubgraph(
		database,
		{
			log,
			production,
			post,
			sees,
			hubKey: async () => key,
			async ownSchemas() {
				const own = await ownSchemas();
				if (own.some(({ name }) => name === "registry")) return own;
				return [...own, { name: "registry", url: "in-process:registry", sdl: subgraph.sdl }];
			},
		},
		close,
	);
	return {
		subgraph,
		served: () => servedSubgraphs(database),
		changed: () => servedState(database, new Date().toISOString()),
		keepSupergraph: (sdl, parts) => keepSupergraph(database, sdl, parts),
		async unservedReasons(names) {
			const { byName } = await withdrawals(database, names);
			return new Map(names.map((name) => [name, describeWithdrawal(byName.get(name))]));
		},
		async lastSupergraph() {
			const [row] = await supergraphRows(database, 1, true);
			return row?.sdl;
		},
		rollBack: (name, reason, version) =>
			endCanary({ database }, "rollBack", { name, version, reason }),
		promote: (name, version) => endCanary({ database }, "promote", { name, version }),
		recordOperations: (seen) => recordOperations(database, seen),
		recordDisclosures: (made) => recordDisclosures(database, made),
		purge: (retention, now) => purge(database, retention, now),
		recordCalls: (counted) => recordCalls(database, counted),
		async tellPartners(now = new Date()) {
			await recordEvents(database, now);
			await deliverDue({ database, keys, send, production, log }, now);
		},
		hubKey: async () => key,
		publicKeys: async () => keys.flatMap((one) => one?.publicJwk ?? []),
		close,
	};
}
