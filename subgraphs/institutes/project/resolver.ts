import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { Technology } from "../asset/type.ts";
import { Institute } from "../institute/type.ts";
import type { Context } from "../loaders.ts";
import { knownDoubts } from "../observation/read.ts";
import { toTechnology } from "../present.ts";
import { toCall, toProject, toRoadmapArea } from "./present.ts";
import { Project, ProjectCall, RoadmapArea } from "./type.ts";

@Resolver(() => Institute)
export class InstituteProjectsResolver {
	@FieldResolver(() => [Project], { description: "Its projects that a source names, by id." })
	async projects(
		@Root() { id }: Institute,
		@Ctx() { loaders }: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await loaders.ofInstitute("projects", selectedFields(info)).load(id)).map(toProject);
	}

	@FieldResolver(() => [ProjectCall], {
		description: "Its calls for projects, dated ones first.",
	})
	async calls(@Root() { id }: Institute, @Ctx() { loaders }: Context) {
		return (await loaders.calls().load(id)).map(toCall);
	}

	@FieldResolver(() => [RoadmapArea], { description: "Areas of its technology roadmap, in order." })
	async roadmap(@Root() { id }: Institute, @Ctx() context: Context) {
		const [rows, doubts] = await Promise.all([
			context.loaders.roadmap().load(id),
			knownDoubts(context),
		]);
		return rows.map((row) => toRoadmapArea(row, doubts));
	}
}

@Resolver(() => Project)
export class ProjectResolver {
	@FieldResolver(() => ProjectCall, {
		nullable: true,
		description: "The call it came of, where one is known.",
	})
	async call(@Root() { callId }: Project, @Ctx() { loaders }: Context) {
		const row = callId ? await loaders.call().load(callId) : null;
		return row && toCall(row);
	}

	@FieldResolver(() => Technology, {
		nullable: true,
		description: "The technology it develops, where one is named.",
	})
	async technology(
		@Root() { technologyId }: Project,
		@Ctx() { loaders }: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		if (!technologyId) return null;
		const row = await loaders.one("technologies", selectedFields(info)).load(technologyId);
		return row && toTechnology(row);
	}
}
