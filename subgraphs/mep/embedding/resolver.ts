import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
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
import { checkKnown } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { checkEntitiesExist } from "../../../shared/subgraph/subgraph-client.ts";
import { centerById } from "../center/load.ts";
import { centersByIds } from "../center/queries.ts";
import { MepCenter } from "../center/type.ts";
import type { Context } from "../context.ts";
import { Institute } from "../references.ts";
import { embeddingsLoader } from "./loaders.ts";
import { toEmbedding } from "./present.ts";
import { countEmbeddings, embeddingPage, embeddingsOf } from "./queries.ts";
import { Embedding, EmbeddingKind } from "./type.ts";

@InputType({
	description:
		"Which links are listed. All given conditions must match; a list matches if one of its values does.",
})
class EmbeddingWhere {
	@Field(() => [EmbeddingKind], { nullable: true, description: "Kinds of link." })
	kinds?: EmbeddingKind[] | null;
	@Field(() => [ID], { nullable: true, description: "Centers." })
	centerIds?: string[] | null;
	@Field(() => [ID], { nullable: true, description: "Institutes." })
	instituteIds?: string[] | null;
}

const EmbeddingConnection = connectionOf("Embedding", () => Embedding, REFERENCE_DATA);
const LIST = "embeddings";
const INSTITUTES = { subgraph: "institutes", type: "Institute" };

@Resolver(() => Embedding)
class EmbeddingResolver {
	@Query(() => EmbeddingConnection, { description: "Links between centers and institutes, by id." })
	async embeddings(
		@Ctx() { database, ask }: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => EmbeddingWhere, { nullable: true, description: "Which ones." })
		where?: EmbeddingWhere,
	) {
		const page = pageRequest(LIST, 1, args, info);
		const filter = where ?? {};
		if (filter.centerIds?.length)
			checkKnown(
				"where.centerIds",
				"MepCenter",
				filter.centerIds,
				(await centersByIds(database, filter.centerIds, [])).map((row) => row.id),
			);
		if (filter.instituteIds?.length) {
			const linked = await embeddingsOf(database, "institute_id", filter.instituteIds);
			const unseen = filter.instituteIds.filter(
				(id) => !linked.some((row) => row.institute_id === id),
			);
			await checkEntitiesExist(ask, INSTITUTES, "where.instituteIds", unseen);
		}
		const [rows, count] = await Promise.all([
			embeddingPage(database, filter, page),
			selectedFields(info).has("totalCount") ? countEmbeddings(database, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.id], toEmbedding, count);
	}

	@FieldResolver(() => MepCenter, {
		nullable: true,
		description: "The center; null where the source does not name it.",
	})
	center(@Root() { center }: Embedding, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return center ? centerById(center.id, context, info) : null;
	}
}

@Resolver(() => Institute)
class InstituteEmbeddingsResolver {
	@FieldResolver(() => [Embedding], { description: "Links to MEP centers, by id." })
	async embeddings(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await embeddingsLoader(context, "institute_id").load(id)).map(toEmbedding);
	}
}

@Resolver(() => MepCenter)
class CenterEmbeddingsResolver {
	@FieldResolver(() => [Embedding], { description: "Links to institutes, by id." })
	async embeddings(@Root() { id }: MepCenter, @Ctx() context: Context) {
		return (await embeddingsLoader(context, "center_id").load(id)).map(toEmbedding);
	}
}

export const embeddingResolvers = [
	EmbeddingResolver,
	InstituteEmbeddingsResolver,
	CenterEmbeddingsResolver,
] as const;
