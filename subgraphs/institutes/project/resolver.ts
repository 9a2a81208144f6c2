import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf } from "../../../shared/pagination/connection.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { technologyById } from "../asset/load.ts";
import { Technology } from "../asset/type.ts";
import type { Context } from "../context.ts";
import { instituteOf } from "../institute/institute-of.ts";
import { Institute } from "../institute/type.ts";
import { rowsOfInstituteLoader } from "../list/loaders.ts";
import { listOf } from "../list/page.ts";
import { type OwnedWhere, readOwnedWhere, whereOf } from "../list/where.ts";
import { knownDoubts } from "../observation/read.ts";
import { callById } from "./load.ts";
import { callsLoader, roadmapLoader } from "./loaders.ts";
import { toCall, toProject, toRoadmapArea } from "./present.ts";
import { PROJECTS } from "./queries.ts";
import { Project, ProjectCall, RoadmapArea } from "./type.ts";

const ProjectWhere = whereOf("Project");
const ProjectConnection = connectionOf("Project", () => Project, REFERENCE_DATA);

@Resolver(() => Institute)
class InstituteProjectsResolver {
	@FieldResolver(() => [Project], { description: "Its projects that a source names, by id." })
	async projects(
		@Root() { id }: Institute,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await rowsOfInstituteLoader(context, PROJECTS, selectedFields(info)).load(id)).map(
			toProject,
		);
	}

	@FieldResolver(() => [ProjectCall], {
		description: "Its calls for projects, dated ones first.",
	})
	async calls(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await callsLoader(context).load(id)).map(toCall);
	}

	@FieldResolver(() => [RoadmapArea], { description: "Areas of its technology roadmap, in order." })
	async roadmap(@Root() { id }: Institute, @Ctx() context: Context) {
		const [rows, doubts] = await Promise.all([
			roadmapLoader(context).load(id),
			knownDoubts(context),
		]);
		return rows.map((row) => toRoadmapArea(row, doubts));
	}
}

@Resolver(() => Project)
class ProjectResolver {
	@Query(() => ProjectConnection, {
		description: "Projects that a source names, by id.",
	})
	projects(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => ProjectWhere, { nullable: true, description: "Which ones." })
		where?: OwnedWhere,
	) {
		return listOf(
			PROJECTS,
			args,
			() => readOwnedWhere(where, PROJECTS, context),
			toProject,
			context,
			info,
		);
	}

	@FieldResolver(() => ProjectCall, {
		nullable: true,
		description: "The call that it resulted from, if known.",
	})
	call(@Root() { callId }: Project, @Ctx() context: Context) {
		return callId ? callById(callId, context) : null;
	}

	@FieldResolver(() => Technology, {
		nullable: true,
		description: "The technology it develops, where one is named.",
	})
	technology(
		@Root() { technologyId }: Project,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return technologyId ? technologyById(technologyId, context, info) : null;
	}
}

export const projectResolvers = [
	InstituteProjectsResolver,
	ProjectResolver,
	instituteOf(Project),
] as const;
