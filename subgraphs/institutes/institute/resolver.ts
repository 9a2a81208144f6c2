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
	Int,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { checkKnown, checkSearch, checkStates } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { checkIds, checkNetworks } from "../list/check-ids.ts";
import { listOf } from "../list/page.ts";
import { observationsFor } from "../observation/read.ts";
import { InstituteConnection } from "./connection.ts";
import { instituteById } from "./load.ts";
import { toInstitute, toMrlLevel } from "./present.ts";
import { allMrlLevels, INSTITUTES, instituteConditions } from "./queries.ts";
import { placeOf, toMilestones } from "./rules.ts";
import { Agreement, Institute, Milestone, MrlLevel, Place } from "./type.ts";

@InputType({
	description:
		"Which institutes are listed. All given conditions must match; a list matches if one of its values does.",
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

const SPONSORS = ["DOD", "DOE", "DOC"];

@Resolver(() => Institute)
export class InstituteResolver {
	@Query(() => InstituteConnection, { description: "Manufacturing innovation institutes, by id." })
	async institutes(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => InstituteWhere, { nullable: true, description: "Which ones." })
		where?: InstituteWhere,
		@Arg("search", () => String, {
			nullable: true,
			description:
				"Words in names (former ones too), technology or place, English or Chinese (simplified or traditional), all of which must be found.",
		})
		search?: string,
	) {
		if (where?.sponsors) checkKnown("where.sponsors", "Agency", where.sponsors, SPONSORS);
		const readFilter = async () => {
			checkStates("where.states", where?.states);
			checkSearch("search", search);
			await checkIds(context, "where.ids", INSTITUTES, where?.ids);
			await checkNetworks(context, "where.networkIds", where?.networkIds);
			return instituteConditions({ ...where, search });
		};
		return listOf(INSTITUTES, args, readFilter, toInstitute, context, info);
	}

	@Query(() => Institute, {
		nullable: true,
		description: "One institute; null where there is none with this id.",
	})
	institute(
		@Arg("id", () => ID, { description: "Its slug, for example america-makes." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return instituteById(id, context, info);
	}

	@Query(() => [MrlLevel], { description: "The manufacturing readiness levels, 1 to 10." })
	async mrlLevels(@Ctx() { database }: Context) {
		return (await allMrlLevels(database)).map(toMrlLevel);
	}

	@FieldResolver(() => [Milestone], { description: "Its milestones, earliest first." })
	async milestones(@Root() { id }: Institute, @Ctx() context: Context) {
		return toMilestones(await observationsFor(context, "institute_id", id));
	}

	@FieldResolver(() => [Place], { description: "Where it has further locations." })
	async satellites(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await observationsFor(context, "institute_id", id, ["satellite"])).map(placeOf);
	}

	@FieldResolver(() => Int, {
		nullable: true,
		description:
			"Manufacturing readiness level at which its work starts; the documents give one band for the DoD institutes.",
	})
	async mrlFrom(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await observationsFor(context, "institute_id", id, ["mrl_from"]))[0]?.value ?? null;
	}

	@FieldResolver(() => Int, {
		nullable: true,
		description: "Manufacturing readiness level at which its work ends.",
	})
	async mrlTo(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await observationsFor(context, "institute_id", id, ["mrl_to"]))[0]?.value ?? null;
	}

	@FieldResolver(() => Agreement, {
		nullable: true,
		description: "The agreement by which it was set up, where it is known or can be inferred.",
	})
	async agreement(@Root() { id }: Institute, @Ctx() context: Context): Promise<Agreement | null> {
		const [found] = await observationsFor(context, "institute_id", id, ["agreement"]);
		if (!found) return null;
		const { text, reason, source, doubts } = found;
		return { kind: text ?? "", inferred: Boolean(reason), reason, source, doubts };
	}

	@FieldResolver(() => [Observation], {
		description: "Figures about it, each with its source.",
	})
	observations(
		@Root() { id }: Institute,
		@Ctx() context: Context,
		@Arg("property", () => String, {
			nullable: true,
			description: "Only this property, for example members.",
		})
		property?: string,
	) {
		return observationsFor(context, "institute_id", id, property ? [property] : undefined);
	}
}
