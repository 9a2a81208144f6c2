import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { instituteById } from "./load.ts";
import { Institute } from "./type.ts";

type OfInstitute = { instituteId: string };

/** `institute` on a type of what institutes have. */
export function instituteOf(
	type: ClassType<OfInstitute>,
	description = "The institute it belongs to.",
) {
	@Resolver(() => type)
	class InstituteOf {
		@FieldResolver(() => Institute, { description })
		institute(
			@Root() { instituteId }: OfInstitute,
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
		) {
			return instituteById(instituteId, context, info);
		}
	}
	return InstituteOf;
}
