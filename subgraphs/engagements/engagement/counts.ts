import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Ctx,
	Field,
	FieldResolver,
	Info,
	Int,
	ObjectType,
	Query,
	Resolver,
	Root,
	registerEnumType,
} from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { EngagementWhere } from "../filter/engagement-where.ts";
import { scopeOf } from "../filter/resolve-scope.ts";
import { checkInsider } from "../record/policy.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { countsBy } from "./queries.ts";

const MOST = 200;

enum EngagementCountBy {
	LOGGED_BY = "LOGGED_BY",
	KIND = "KIND",
	SME = "SME",
}
registerEnumType(EngagementCountBy, {
	name: "EngagementCountBy",
	description: "What engagements are counted by.",
	valuesConfig: {
		LOGGED_BY: {
			description:
				"Who logged them. For a center's staff and the program office; counts their own records only.",
		},
		KIND: { description: "Kind of service." },
		SME: { description: "Manufacturer." },
	},
});

@ObjectType({ simpleResolvers: true, description: "How many engagements share a value." })
export class EngagementCount {
	@Field(() => String, {
		description: "The value: who logged them, the kind of service or the manufacturer's id.",
	})
	value: string;
	@Field(() => Int, { description: "How many." })
	count: number;
	by: `${EngagementCountBy}`;
}

@Resolver(() => EngagementCount)
export class EngagementCountResolver {
	@Query(() => [EngagementCount], {
		description:
			"How many of the engagements that you may see share a value, the most first: what a list of them can be narrowed to.",
	})
	async engagementCounts(
		@Ctx() context: Context,
		@Arg("by", () => EngagementCountBy, { description: "What they are counted by." })
		by: EngagementCountBy,
		@Arg("first", () => Int, {
			defaultValue: 50,
			description: `How many values, up to ${MOST}.`,
		})
		first: number,
		@Arg("where", () => EngagementWhere, { nullable: true, description: "Which engagements." })
		where?: EngagementWhere,
	): Promise<EngagementCount[]> {
		if (first < 1 || first > MOST) throw badInput("first", `${first} is not 1 to ${MOST}`);
		if (by === EngagementCountBy.LOGGED_BY) checkInsider(context.viewer, "by");
		const scope = await scopeOf(where, context);
		return (await countsBy(context.database, scope, by, first)).map((row) => ({ ...row, by }));
	}

	@FieldResolver(() => Sme, {
		nullable: true,
		description: "The manufacturer, where engagements are counted by manufacturer.",
	})
	sme(
		@Root() { value, by }: EngagementCount,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return by === "SME" ? loadSme(value, context, info) : null;
	}
}
