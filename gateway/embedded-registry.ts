import { Kind, parse } from "graphql";
import type { Storage } from "../shared/database/database.ts";
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

/** Whether a schema resolves a type by its id. */
function resolves(sdl: string, type: string): boolean {
	return parse(sdl).definitions.some(
		(node) =>
			(node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
			node.name.value === type &&
			node.directives?.some(
				({ name, arguments: given = [] }) =>
					name.value === "key" &&
					!given.some(
						(one) =>
							one.name.value === "resolvable" &&
							one.value.kind === Kind.BOOLEAN &&
							!one.value.value,
					),
			),
	);
}

/**
 * Asks, as the caller, every subgraph that resolves the type: the one that owns it answers null for what the caller may
 * not see, and the others answer any id.
 */
function canSee(own: SubgraphSource[]): RegistryOptions["sees"] {
	return async (caller, type, id) => {
		const sdls = await Promise.all(own.map(({ readSdl }) => readSdl()));
		const asked = own.filter((_, index) => resolves(sdls[index] ?? "", type));
		const answers = await Promise.all(
			asked.map(({ transport }) =>
				transport.process({
					request: {
						query: IS_VISIBLE,
						variables: { representations: [{ __typename: type, id }] },
					},
					context: caller,
				}),
			),
		);
		const isSeen = ({ data }: { data?: unknown }) =>
			Boolean((data as { _entities?: unknown[] } | undefined)?._entities?.[0]);
		return answers.length > 0 && answers.every(isSeen);
	};
}

/** Opens the partner registry for a hub with the subgraphs `own`. */
export async function openPartners(
	options: Storage &
		Pick<RegistryOptions, "log" | "production" | "signingKeyFile" | "signingKeyAlsoFile">,
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
			isLocal: true,
			check: subgraph.check,
		},
		options: { registry, post: poster.post, production },
		async close() {
			await registry.close();
			await poster.close();
		},
	};
}
