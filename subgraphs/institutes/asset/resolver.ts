import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf } from "../../../shared/pagination/connection.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { instituteOf } from "../institute/institute-of.ts";
import { Institute } from "../institute/type.ts";
import { rowsOfInstituteLoader } from "../list/loaders.ts";
import { listOf } from "../list/page.ts";
import { type OwnedWhere, readOwnedWhere, whereOf } from "../list/where.ts";
import { toCourse, toFacility, toTechnology } from "./present.ts";
import { COURSES, FACILITIES, TECHNOLOGIES } from "./queries.ts";
import { Course, Facility, Technology } from "./type.ts";

const FacilityWhere = whereOf("Facility");
const CourseWhere = whereOf("Course");
const TechnologyWhere = whereOf("Technology");
const FacilityConnection = connectionOf("Facility", () => Facility, REFERENCE_DATA);
const CourseConnection = connectionOf("Course", () => Course, REFERENCE_DATA);
const TechnologyConnection = connectionOf("Technology", () => Technology, REFERENCE_DATA);

@Resolver()
class AssetResolver {
	@Query(() => FacilityConnection, { description: "Shared facilities of the institutes, by id." })
	facilities(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => FacilityWhere, { nullable: true, description: "Which ones." })
		where?: OwnedWhere,
	) {
		return listOf(
			FACILITIES,
			args,
			() => readOwnedWhere(where, FACILITIES, context),
			toFacility,
			context,
			info,
		);
	}

	@Query(() => CourseConnection, { description: "Training programmes of the institutes, by id." })
	courses(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => CourseWhere, { nullable: true, description: "Which ones." })
		where?: OwnedWhere,
	) {
		return listOf(
			COURSES,
			args,
			() => readOwnedWhere(where, COURSES, context),
			toCourse,
			context,
			info,
		);
	}

	@Query(() => TechnologyConnection, {
		description: "Technologies that published cases name, by id.",
	})
	technologies(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => TechnologyWhere, { nullable: true, description: "Which ones." })
		where?: OwnedWhere,
	) {
		return listOf(
			TECHNOLOGIES,
			args,
			() => readOwnedWhere(where, TECHNOLOGIES, context),
			toTechnology,
			context,
			info,
		);
	}
}

@Resolver(() => Institute)
class InstituteAssets {
	@FieldResolver(() => [Facility], { description: "Its shared facilities, by id." })
	async facilities(
		@Root() { id }: Institute,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await rowsOfInstituteLoader(context, FACILITIES, selectedFields(info)).load(id)).map(
			toFacility,
		);
	}

	@FieldResolver(() => [Course], { description: "Its training programmes, by id." })
	async courses(
		@Root() { id }: Institute,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await rowsOfInstituteLoader(context, COURSES, selectedFields(info)).load(id)).map(
			toCourse,
		);
	}

	@FieldResolver(() => [Technology], {
		description: "Its technologies that published cases name, by id.",
	})
	async technologies(
		@Root() { id }: Institute,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await rowsOfInstituteLoader(context, TECHNOLOGIES, selectedFields(info)).load(id)).map(
			toTechnology,
		);
	}
}

export const assetResolvers = [
	AssetResolver,
	InstituteAssets,
	instituteOf(Facility),
	instituteOf(Course),
	instituteOf(Technology),
] as const;
