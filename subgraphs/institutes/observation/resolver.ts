import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { checkConditions, checkKnown, checkYears } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { Doubt, Observation } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { checkInstitutes, checkNetworks } from "../list/check-ids.ts";
import { facetsOf } from "./facets.ts";
import { ObservationFacets } from "./facets-type.ts";
import { toIndicator, toObservation, toSourceDocument } from "./present.ts";
import {
	allDocuments,
	allIndicators,
	countObservations,
	facetRows,
	type ObservationFilter,
	observationPage,
} from "./queries.ts";
import { documentTitles, knownDoubts } from "./read.ts";
import { IndicatorDefinition, SourceDocument } from "./type.ts";
import { ObservationWhere } from "./where.ts";

const ObservationConnection = connectionOf("Observation", () => Observation, REFERENCE_DATA);
const LIST = "observations";

/** The filter as rows are found by it. Throws BAD_USER_INPUT naming a condition that cannot be met. */
async function filterOf(
	context: Context,
	where: ObservationWhere = {},
): Promise<ObservationFilter> {
	checkConditions("where", where);
	checkYears("where.years", where.years);
	await checkInstitutes(context, "where.instituteIds", where.instituteIds);
	await checkNetworks(context, "where.networkIds", where.networkIds);
	if (where.doubtIds) {
		const doubts = await knownDoubts(context);
		checkKnown("where.doubtIds", "Doubt", where.doubtIds, doubts.keys());
	}
	if (!where.documents) return where;
	const titles = await documentTitles(context);
	return { ...where, documents: where.documents.map((id) => titles.get(id) ?? id) };
}

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
		const filter = await filterOf(context, where);
		const doubts = await knownDoubts(context);
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

	@Query(() => ObservationFacets, {
		description:
			"The subjects, properties, documents, years and doubts of observations, each with how many have it: what a search page offers as filters.",
	})
	async observationFacets(
		@Ctx() context: Context,
		@Arg("where", () => ObservationWhere, {
			nullable: true,
			description: "Which observations are counted; all if left out.",
		})
		where?: ObservationWhere,
	) {
		const rows = await facetRows(context.database, await filterOf(context, where));
		const titles = await documentTitles(context);
		return facetsOf(rows, new Map([...titles].map(([id, title]) => [title, id])));
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
