import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { withoutAddresses } from "../../../shared/federation/public-supergraph.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { seesAllInside } from "../policy.ts";
import { toSubgraph } from "../subgraph/present.ts";
import { PartnerSubgraph } from "../subgraph/type.ts";
import { supergraphRows } from "./queries.ts";
import { restoreSupergraph } from "./restore-supergraph.ts";
import { SupergraphVersion } from "./type.ts";

@Resolver()
export class SupergraphResolver {
	@Query(() => [SupergraphVersion], {
		description: "The supergraphs that were served, the newest first; the last hundred are kept.",
	})
	async supergraphVersions(
		@Ctx() { database, viewer }: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 10, description: "How many, 1 to 100." })
		first: number,
	) {
		if (first < 1 || first > 100)
			throw badInput("first", `${first} is out of range; ask for 1 to 100`);
		const rows = await supergraphRows(database, first, selectedFields(info).has("sdl"));
		return rows.map(({ version, hash, parts, served_at, sdl }) => ({
			version,
			hash,
			parts: JSON.parse(parts),
			servedAt: served_at,
			sdl: sdl && (seesAllInside(viewer) ? sdl : withoutAddresses(sdl)),
		}));
	}

	@Mutation(() => [PartnerSubgraph], {
		description:
			"Brings every partner's subgraph back to the version that a kept supergraph had, at once. For HUB_ADMIN.",
	})
	async restoreSupergraph(
		@Ctx() context: Context,
		@Arg("version", () => Int, { description: "The supergraph, see supergraphVersions." })
		version: number,
		@Arg("reason", () => String, { description: "Why, in a sentence; it is public." })
		reason: string,
	) {
		const rows = await restoreSupergraph(context, version, reason);
		return rows.map((row) => toSubgraph(row));
	}
}
