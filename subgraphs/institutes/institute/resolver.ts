import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Ctx,
	Field,
	FieldResolver,
	ID,
	Info,
	InputType,
	Int,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { checkKnown } from "../../../shared/checks.ts";
import { connectionOf } from "../../../shared/pagination/connection.ts";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { Course, Facility, Technology } from "../asset/type.ts";
import type { Context } from "../loaders.ts";
import { belongs, NETWORKS } from "../network/networks.ts";
import { Network } from "../network/type.ts";
import { listOf } from "../page.ts";
import {
	toCourse,
	toFacility,
	toInstitute,
	toMilestone,
	toMrlLevel,
	toObservation,
	toTechnology,
} from "../present.ts";
import { allMrlLevels } from "../queries.ts";
import { Institute, Milestone, MrlLevel } from "./type.ts";

@InputType({
	description:
		"Which institutes are listed. All conditions given must hold; a list holds when one of it does.",
})
class InstituteWhere {
	@Field(() => [ID], { nullable: true, description: "Institutes by id." })
	ids?: string[] | null;
	@Field(() => [String], { nullable: true, description: "Sponsoring agencies: DOD, DOE, DOC." })
	sponsors?: string[] | null;
	@Field(() => [ID], { nullable: true, description: "Networks the institute belongs to." })
	networkIds?: string[] | null;
	@Field(() => String, { nullable: true, description: "Part of the technology area, in any case." })
	technologyArea?: string | null;
	@Field(() => [String], { nullable: true, description: "States of the headquarters, ISO 3166-2." })
	states?: string[] | null;
}

export const InstituteConnection = connectionOf("Institute", () => Institute);
const SPONSORS = ["DOD", "DOE", "DOC"];

/** Networks are told apart by sponsor, so a filter on networks is one on sponsors. */
export function sponsorsOf(networkIds: string[]): string[] {
	const networks = NETWORKS.filter(({ id }) => networkIds.includes(id));
	return SPONSORS.filter((sponsor) => networks.some((network) => belongs(network, sponsor)));
}

@Resolver(() => Institute)
export class InstituteResolver {
	@Query(() => InstituteConnection, { description: "Manufacturing innovation institutes, by id." })
	async institutes(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("where", () => InstituteWhere, { nullable: true, description: "Which ones." })
		where?: InstituteWhere,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
	) {
		const { networkIds, ...filter } = where ?? {};
		if (filter.sponsors) checkKnown("where.sponsors", "Agency", filter.sponsors, SPONSORS);
		if (networkIds) {
			checkKnown(
				"where.networkIds",
				"Network",
				networkIds,
				NETWORKS.map(({ id }) => id),
			);
			const ofNetworks = sponsorsOf(networkIds);
			filter.sponsors =
				filter.sponsors?.filter((sponsor) => ofNetworks.includes(sponsor)) ?? ofNetworks;
		}
		return listOf("institutes", "Institute", filter, { first, after }, toInstitute, context, info);
	}

	@Query(() => Institute, {
		nullable: true,
		description: "One institute; null where there is none with this id.",
	})
	async institute(
		@Arg("id", () => ID, { description: "Its slug, for example america-makes." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const row = await context.loaders.one("institutes", selectedFields(info)).load(id);
		return row && toInstitute(row);
	}

	@Query(() => [MrlLevel], { description: "The manufacturing readiness levels, 1 to 10." })
	async mrlLevels(@Ctx() { database }: Context) {
		return (await allMrlLevels(database)).map(toMrlLevel);
	}

	@FieldResolver(() => [Network], { description: "Networks it belongs to." })
	networks(@Root() institute: Institute) {
		return NETWORKS.filter((network) => belongs(network, institute.sponsor.id));
	}

	@FieldResolver(() => [Milestone], { description: "Dates in its life, earliest first." })
	async milestones(@Root() { id }: Institute, @Ctx() { loaders }: Context) {
		return (await loaders.milestones().load(id)).map(toMilestone);
	}

	@FieldResolver(() => [Facility], { description: "Its shared facilities, by id." })
	async facilities(
		@Root() { id }: Institute,
		@Ctx() { loaders }: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await loaders.ofInstitute("facilities", selectedFields(info)).load(id)).map(toFacility);
	}

	@FieldResolver(() => [Course], { description: "Its training programmes, by id." })
	async courses(
		@Root() { id }: Institute,
		@Ctx() { loaders }: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await loaders.ofInstitute("courses", selectedFields(info)).load(id)).map(toCourse);
	}

	@FieldResolver(() => [Technology], {
		description: "Its technologies that published cases name, by id.",
	})
	async technologies(
		@Root() { id }: Institute,
		@Ctx() { loaders }: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await loaders.ofInstitute("technologies", selectedFields(info)).load(id)).map(
			toTechnology,
		);
	}

	@FieldResolver(() => [Observation], {
		description: "Figures read about it, each with its source.",
	})
	async observations(
		@Root() { id }: Institute,
		@Ctx() { loaders }: Context,
		@Arg("property", () => String, {
			nullable: true,
			description: "Only this property, for example members.",
		})
		property?: string,
	) {
		const rows = await loaders.observations("institute_id").load(id);
		return rows.filter((row) => !property || row.property === property).map(toObservation);
	}
}
