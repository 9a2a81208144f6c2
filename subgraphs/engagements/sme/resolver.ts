import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { engagementsOf } from "../engagement/page.ts";
import { EngagementConnection } from "../engagement/resolver.ts";
import { EngagementWhere } from "../engagement/where.ts";
import { toOutcome } from "../outcome/present.ts";
import { Outcome } from "../outcome/type.ts";
import { isInside } from "../policy.ts";
import { toRevision } from "../record/present.ts";
import { shownRevision } from "../record/shown-revision.ts";
import { Revision } from "../record/type.ts";
import { TraceConnection } from "../trace/connection.ts";
import { tracesOf } from "../trace/page.ts";
import { scopeOf, traceScopeOf } from "../trace/scope.ts";
import { TraceWhere } from "../trace/where.ts";
import { Identifier, MergedSme } from "./input.ts";
import { toSme } from "./present.ts";
import { countSmes, smePage } from "./queries.ts";
import { Sme } from "./type.ts";
import { readSmeFilter, SmeWhere } from "./where.ts";

const SmeConnection = connectionOf("Sme", () => Sme);
const LIST = "smes";

@Resolver(() => Sme)
export class SmeResolver {
	@Query(() => SmeConnection, { description: "Manufacturers, by name." })
	async smes(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => SmeWhere, { nullable: true, description: "Which ones." }) where?: SmeWhere,
		@Arg("search", () => String, {
			nullable: true,
			description:
				"Words in the name, in any language, each of which must be found; simplified and traditional Chinese find each other.",
		})
		search?: string,
	) {
		const page = pageRequest(LIST, 2, args, info);
		const filter = await readSmeFilter(where, search, context);
		const [rows, count] = await Promise.all([
			smePage(context.database, context.viewer, filter, page, selectedNodeFields(info)),
			selectedFields(info).has("totalCount")
				? countSmes(context.database, context.viewer, filter)
				: undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.name, row.id], toSme, count);
	}

	@Query(() => Sme, {
		nullable: true,
		description: "One manufacturer; null where there is none with this id.",
	})
	async sme(
		@Arg("id", () => ID, { description: "Its id." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const row = await context.loaders.sme(selectedFields(info)).load(id);
		return row && toSme(row);
	}

	@FieldResolver(() => TraceConnection, { description: "What it received, from whom." })
	async traces(
		@Root() sme: Sme,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
		@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
		where?: TraceWhere,
	) {
		return tracesOf("sme_id", sme.id, await traceScopeOf(where, context), args, context, info);
	}

	@FieldResolver(() => EngagementConnection, {
		description: "Its engagements, latest first, undated ones last.",
	})
	async engagements(
		@Root() sme: Sme,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
		@Arg("where", () => EngagementWhere, { nullable: true, description: "Which ones." })
		where?: EngagementWhere,
	) {
		return engagementsOf("sme_id", sme.id, await scopeOf(where, context), args, context, info);
	}

	@FieldResolver(() => [Identifier], { description: "Identifiers that others gave it." })
	identifiers(@Root() sme: Sme, @Ctx() context: Context) {
		return context.loaders.identifiers().load(sme.id);
	}

	@FieldResolver(() => [ID], { description: "Ids of the manufacturers that were merged into it." })
	async mergedFrom(@Root() sme: Sme, @Ctx() context: Context) {
		return (await context.loaders.mergedFrom().load(sme.id)).map((row) => row.id);
	}

	@FieldResolver(() => [MergedSme], {
		description: "The manufacturers that were merged into it, as far as you may see them.",
	})
	mergedManufacturers(@Root() sme: Sme, @Ctx() context: Context) {
		return context.loaders.mergedFrom().load(sme.id);
	}

	@FieldResolver(() => Int)
	revision(@Root() sme: Sme, @Ctx() context: Context) {
		return shownRevision(context, "SME", sme, sme.centerId);
	}

	@FieldResolver(() => [Revision], {
		description:
			"Its changes, earliest first; for the center that registered it and the program office, empty for others.",
	})
	async history(@Root() sme: Sme, @Ctx() context: Context) {
		if (!isInside(context.viewer, sme.centerId ?? null)) return [];
		return (await context.loaders.revisions("SME").load(sme.id)).map(toRevision);
	}

	@FieldResolver(() => [Outcome], { description: "What it reports to have come of the services." })
	async outcomes(@Root() sme: Sme, @Ctx() context: Context) {
		return (await context.loaders.outcomesOfSme().load(sme.id)).map(toOutcome);
	}
}
