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
	/** Options of the gateway for serving partners. */
	options: PartnerOptions;
	close(): Promise<void>;
};

const IS_VISIBLE =
	"query IsVisible($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }";

/** Counts the fields that a schema defines for a type; the owner defines the most, the others only reference it. */
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

/** Checks with the subgraph that owns a type whether the caller can see a record. */
function canSee(own: SubgraphSource[]): RegistryOptions["sees"] {
	return async (caller, type, id) => {
		const counted = await Promise.all(
			own.map(async (source) => ({ source, fields: fieldsIn(await source.readSdl(), type) })),
		);
		const [owner] = counted.sort((one, other) => other.fields - one.fields);
		if (!owner?.fields) return false;
		const answer = await owner.source.transport.process({
			request: { query: IS_VISIBLE, variables: { representations: [{ __typename: type, id }] } },
			context: caller,
		} as never);
		return Boolean((answer.data as { _entities?: unknown[] } | undefined)?._entities?.[0]);
	};
}

/** Opens the partner registry for a hub with the subgraphs `own`. */
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
		sees: canSee(own),
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
