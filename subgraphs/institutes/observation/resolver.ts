import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Query, Resolver } from "type-graphql";
import { checkKnown } from "../../../shared/checks.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { Doubt, Observation } from "../../../shared/provenance/provenance.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../loaders.ts";
import { checkInstitutes, checkNetworks } from "../page.ts";
import { toIndicator, toObservation } from "./present.ts";
import { allDocuments, allIndicators, countObservations, observationPage } from "./queries.ts";
import { knownDoubts } from "./read.ts";
import { IndicatorDefinition, ObservationWhere, SourceDocument } from "./type.ts";

const ObservationConnection = connectionOf("Observation", () => Observation);
const LIST = "observations";

@Resolver()
export class ObservationResolver {
	@Query(() => ObservationConnection, {
		description: "Every figure and fact of institutes and networks, with its source, by id.",
	})
	async observations(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("where", () => ObservationWhere, { nullable: true, description: "Which ones." })
		where?: ObservationWhere,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
	) {
		const { database } = context;
		const page = pageRequest(LIST, 1, { first, after });
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
		description: "What is doubtful in the documents, by number; settled ones say by what.",
	})
	async doubts(
		@Ctx() context: Context,
		@Arg("settled", () => Boolean, {
			nullable: true,
			description: "Only settled ones (true), or only open ones (false).",
		})
		settled?: boolean,
	) {
		const all = [...(await knownDoubts(context)).values()];
		return all.filter((doubt) => settled === undefined || doubt.settled === settled);
	}

	@Query(() => [SourceDocument], { description: "The documents that facts were read in, by id." })
	async documents(@Ctx() { database }: Context): Promise<SourceDocument[]> {
		const rows = await allDocuments(database);
		return rows.map(({ as_of, as_of_words, ...row }) => ({
			...row,
			asOf: as_of,
			asOfWords: as_of_words,
		}));
	}

	@Query(() => [IndicatorDefinition], {
		description: "The indicators that documents propose, in their order; see `evaluation`.",
	})
	async indicators(@Ctx() { database }: Context): Promise<IndicatorDefinition[]> {
		return (await allIndicators(database)).map(toIndicator);
	}
}
