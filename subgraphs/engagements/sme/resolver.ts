import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	Ctx,
	Directive,
	FieldResolver,
	ID,
	Info,
	Int,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { revisionsLoader } from "../record/loaders.ts";
import { toRevision } from "../record/present.ts";
import { shownRevision } from "../record/shown-revision.ts";
import { Revision } from "../record/type.ts";
import { Identifier, LikelyDuplicate, MergedSme } from "./input.ts";
import { smeById } from "./load.ts";
import { identifiersLoader, mergedFromLoader } from "./loaders.ts";
import { toSme } from "./present.ts";
import { countSmes, smePage } from "./queries.ts";
import { similarSmes } from "./similar.ts";
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
				"Words in the name, in any language, all of which must be found; simplified and traditional Chinese match each other.",
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
	sme(
		@Arg("id", () => ID, { description: "Its id." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return smeById(id, context, info);
	}

	@Directive("@listSize(assumedSize: 10)")
	@Query(() => [LikelyDuplicate], {
		description:
			"Manufacturers that you may see and that may be the one of this name, whatever its spelling; the likeliest first, at most ten. `registerSme` returns the same instead of registering.",
	})
	async similarSmes(
		@Ctx() context: Context,
		@Arg("name", () => String, { description: "Its name, in any script." }) name: string,
		@Arg("city", () => String, { nullable: true, description: "Its city." }) city?: string,
		@Arg("state", () => String, {
			nullable: true,
			description: "Its state in ISO 3166-2, for example US-GA.",
		})
		state?: string,
	) {
		const found = await similarSmes(context, { name, city, state });
		return found.map((duplicate) => ({ ...duplicate, sme: toSme(duplicate.sme) }));
	}

	@FieldResolver(() => [Identifier], {
		description: "Identifiers that other organizations issued to it.",
	})
	identifiers(@Root() sme: Sme, @Ctx() context: Context) {
		return identifiersLoader(context).load(sme.id);
	}

	@FieldResolver(() => [ID], { description: "Ids of the manufacturers that were merged into it." })
	async mergedFrom(@Root() sme: Sme, @Ctx() context: Context) {
		return (await mergedFromLoader(context).load(sme.id)).map((row) => row.id);
	}

	@FieldResolver(() => [MergedSme], {
		description: "The manufacturers that were merged into it, as far as you may see them.",
	})
	mergedManufacturers(@Root() sme: Sme, @Ctx() context: Context) {
		return mergedFromLoader(context).load(sme.id);
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
		return (await revisionsLoader(context, "SME").load(sme.id)).map(toRevision);
	}
}
