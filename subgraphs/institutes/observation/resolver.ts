import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { checkKnown } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { Doubt, Observation } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { checkInstitutes, checkNetworks } from "../list/check-ids.ts";
import { toIndicator, toObservation, toSourceDocument } from "./present.ts";
import { allDocuments, allIndicators, countObservations, observationPage } from "./queries.ts";
import { knownDoubts } from "./read.ts";
import { IndicatorDefinition, ObservationWhere, SourceDocument } from "./type.ts";

const ObservationConnection = connectionOf("Observation", () => Observation, REFERENCE_DATA);
const LIST = "observations";

@Resolver()
export class ObservationResolver {
	@Query(() => ObservationConnection, {
		description: "Every figure and fact of institutes and networks, with its source, by id.",
	})
	async observations(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => ObservationWhere, { nullable: true, description: "Which ones." })
		where?: ObservationWhere,
	) {
		const { database } = context;
		const page = pageRequest(LIST, 1, args, info);
		const filter = where ?? {};
		await checkInstitutes(context, "where.instituteIds", filter.instituteIds);
		await checkNetworks(context, "where.networkIds", filter.networkIds);
		const doubts = await knownDoubts(context);
		if (filter.doubtIds) checkKnown("where.doubtIds", "Doubt", filter.doubtIds, doubts.keys());
		const [rows, count] = await Promise.all([
			observationPage(database, filter, page),
			selectedFields(info).has("totalCount") ? countObservations(database, filter) : undefined,
		]);
		return pageOf(
			LIST,
			page,
			rows,
			(row) => [row.id],
			(row) => toObservation(row, doubts),
			count,
		);
	}

	@Query(() => [Doubt], {
		description: "Doubts about the documents, by number; settled ones say how they were settled.",
	})
	async doubts(
		@Ctx() context: Context,
		@Arg("settled", () => Boolean, {
			nullable: true,
			description: "true: only settled ones. false: only open ones.",
		})
		settled?: boolean,
	) {
		const all = [...(await knownDoubts(context)).values()];
		return all.filter((doubt) => settled === undefined || doubt.settled === settled);
	}

	@Query(() => [SourceDocument], { description: "The documents that facts were read in, by id." })
	async documents(@Ctx() { database }: Context): Promise<SourceDocument[]> {
		return (await allDocuments(database)).map(toSourceDocument);
	}

	@Query(() => [IndicatorDefinition], {
		description: "The indicators that documents propose, in their order; see `evaluation`.",
	})
	async indicators(@Ctx() { database }: Context): Promise<IndicatorDefinition[]> {
		return (await allIndicators(database)).map(toIndicator);
	}
}
