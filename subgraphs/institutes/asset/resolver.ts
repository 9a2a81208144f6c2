import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	type ClassType,
	Ctx,
	Field,
	FieldResolver,
	ID,
	Info,
	InputType,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { Institute } from "../institute/type.ts";
import type { Context } from "../loaders.ts";
import { listOf } from "../page.ts";
import { toCourse, toFacility, toInstitute, toTechnology } from "../present.ts";
import { toProject } from "../project/present.ts";
import { Project } from "../project/type.ts";
import { Course, Facility, Technology } from "./type.ts";

function whereOf(name: string) {
	@InputType(`${name}Where`, {
		description: `Which ones are listed. All conditions given must hold; a list holds when one of it does.`,
	})
	class Where {
		@Field(() => [ID], { nullable: true, description: "By id." })
		ids?: string[] | null;
		@Field(() => [ID], { nullable: true, description: "Of these institutes." })
		instituteIds?: string[] | null;
	}
	return Where;
}

const FacilityWhere = whereOf("Facility");
const CourseWhere = whereOf("Course");
const TechnologyWhere = whereOf("Technology");
const ProjectWhere = whereOf("Project");
type Where = InstanceType<typeof FacilityWhere>;
const FacilityConnection = connectionOf("Facility", () => Facility);
const CourseConnection = connectionOf("Course", () => Course);
const TechnologyConnection = connectionOf("Technology", () => Technology);
const ProjectConnection = connectionOf("Project", () => Project);

@Resolver()
class AssetResolver {
	@Query(() => FacilityConnection, { description: "Shared facilities of the institutes, by id." })
	facilities(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => FacilityWhere, { nullable: true, description: "Which ones." })
		where?: Where,
	) {
		return listOf("facilities", "Facility", where ?? {}, args, toFacility, context, info);
	}

	@Query(() => CourseConnection, { description: "Training programmes of the institutes, by id." })
	courses(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => CourseWhere, { nullable: true, description: "Which ones." }) where?: Where,
	) {
		return listOf("courses", "Course", where ?? {}, args, toCourse, context, info);
	}

	@Query(() => TechnologyConnection, {
		description: "Technologies that published cases name, by id.",
	})
	technologies(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => TechnologyWhere, { nullable: true, description: "Which ones." })
		where?: Where,
	) {
		return listOf("technologies", "Technology", where ?? {}, args, toTechnology, context, info);
	}

	@Query(() => ProjectConnection, {
		description: "Projects that a source names, by id.",
	})
	projects(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => ProjectWhere, { nullable: true, description: "Which ones." })
		where?: Where,
	) {
		return listOf("projects", "Project", where ?? {}, args, toProject, context, info);
	}
}

function instituteOf(asset: ClassType<Facility | Course | Technology | Project>) {
	@Resolver(() => asset)
	class OwnerResolver {
		@FieldResolver(() => Institute, { description: "The institute it belongs to." })
		async institute(
			@Root() root: Facility | Course | Technology | Project,
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
		) {
			const row = await context.loaders
				.one("institutes", selectedFields(info))
				.load(root.instituteId);
			return row && toInstitute(row);
		}
	}
	return OwnerResolver;
}

export const assetResolvers = [
	AssetResolver,
	instituteOf(Facility),
	instituteOf(Course),
	instituteOf(Technology),
	instituteOf(Project),
];
