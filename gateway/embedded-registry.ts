import { Kind, parse } from "graphql";
import type { Storage } from "../shared/database/database.ts";
import type { Log } from "../shared/log.ts";
import type { RegistryOptions } from "../shared/registry.ts";
import { openRegistry } from "../subgraphs/registry/registry.ts";
import type { SubgraphSource } from "./composition/supergraph.ts";
import type { PartnerOptions } from "./partners/poller/registry-poller.ts";
import { partnerPoster } from "./partners/transport/post.ts";
import { inProcessTransport } from "./transport/in-process.ts";

export type Partners = {
	/** The registry as one of the hub's own subgraphs. */
	source: SubgraphSource;
	/** What serving partners takes. */
	options: PartnerOptions;
	close(): Promise<void>;
};

const SEEN =
	"query Seen($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }";

/** How many fields a schema gives a type: its owner gives it the most, the others only refer to it. */
function fieldsIn(sdl: string, type: string): number {
	return parse(sdl).definitions.reduce(
		(count, node) =>
			count +
			((node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
			node.name.value === type
				? (node.fields?.length ?? 0)
				: 0),
		0,
	);
}

/** Asks the owner of a type, as the caller, whether there is such a record. */
function seesBy(own: SubgraphSource[]): RegistryOptions["sees"] {
	return async (caller, type, id) => {
		const sized = await Promise.all(
			own.map(async (source) => ({ source, fields: fieldsIn(await source.readSdl(), type) })),
		);
		const [owner] = sized.sort((one, other) => other.fields - one.fields);
		if (!owner?.fields) return false;
		const answer = await owner.source.transport.process({
			request: { query: SEEN, variables: { representations: [{ __typename: type, id }] } },
			context: caller,
		} as never);
		return Boolean((answer.data as { _entities?: unknown[] } | undefined)?._entities?.[0]);
	};
}

/** Opens the registry of partners beside the hub's own subgraphs, `own`. */
export async function openPartners(
	options: Storage & { log: Log; production: boolean; signingKeyFile?: string },
	own: SubgraphSource[],
): Promise<Partners> {
	const { production } = options;
	const poster = partnerPoster();
	const registry = await openRegistry({
		...options,
		post: poster.post,
		send: poster.send,
		sees: seesBy(own),
		ownSchemas: () =>
			Promise.all(own.map(async ({ name, url, readSdl }) => ({ name, url, sdl: await readSdl() }))),
	});
	const { subgraph } = registry;
	return {
		source: {
			name: subgraph.name,
			url: `in-process:${subgraph.name}`,
			readSdl: async () => subgraph.sdl,
			transport: inProcessTransport(subgraph),
		},
		options: { registry, post: poster.post, production },
		async close() {
			await registry.close();
			await poster.close();
		},
	};
}
