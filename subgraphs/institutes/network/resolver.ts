import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { InstituteConnection } from "../institute/connection.ts";
import { toInstitute } from "../institute/present.ts";
import { toMilestones } from "../institute/rules.ts";
import { Milestone } from "../institute/type.ts";
import { observationsFor } from "../observation/read.ts";
import { networkById, networks } from "./load.ts";
import { instituteCountLoader, institutePageLoader } from "./loaders.ts";
import { toFundingStages } from "./present.ts";
import { FundingStage, Network, ProgramOffice } from "./type.ts";

@Resolver(() => Network)
export class NetworkResolver {
	@Query(() => [Network], { description: "The networks, by id." })
	networks(@Ctx() context: Context) {
		return networks(context);
	}

	@Query(() => Network, {
		nullable: true,
		description: "One network; null where there is none with this id.",
	})
	network(
		@Arg("id", () => ID, { description: "Its slug, for example manufacturing-usa." }) id: string,
		@Ctx() context: Context,
	) {
		return networkById(id, context);
	}

	@FieldResolver(() => InstituteConnection, { description: "Its institutes, by id." })
	async institutes(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
	) {
		const page = pageRequest("institutes", 1, args, info);
		const [rows, count] = await Promise.all([
			institutePageLoader(context, page, selectedNodeFields(info)).load(id),
			selectedFields(info).has("totalCount") ? instituteCountLoader(context).load(id) : undefined,
		]);
		return pageOf("institutes", page, rows, (row) => [row.id], toInstitute, count);
	}

	@FieldResolver(() => Int, {
		nullable: true,
		description:
			"Centers that were announced for it without being named in any source; null where all are known.",
	})
	async unnamedCenters(@Root() { id }: Network, @Ctx() context: Context) {
		const [found] = await observationsFor(context, "network_id", id, ["centers_not_named"]);
		return found?.value ?? null;
	}

	@FieldResolver(() => ProgramOffice, { nullable: true, description: "Its program office." })
	async programOffice(@Root() { id, office }: Network, @Ctx() context: Context) {
		if (!office) return null;
		const [tasks, parts] = await Promise.all(
			["program_office_task", "program_office_part"].map((property) =>
				observationsFor(context, "network_id", id, [property]),
			),
		);
		return { ...office, tasks, parts };
	}

	@FieldResolver(() => [Milestone], { description: "Its milestones, earliest first." })
	async milestones(@Root() { id }: Network, @Ctx() context: Context) {
		return toMilestones(await observationsFor(context, "network_id", id));
	}

	@FieldResolver(() => [FundingStage], {
		description: "Stages in which its institutes are funded, if a source describes them.",
	})
	async fundingStages(@Root() { id }: Network, @Ctx() context: Context) {
		return toFundingStages(await observationsFor(context, "network_id", id));
	}

	@FieldResolver(() => [Observation], {
		description: "All figures and facts about it, each with its source.",
	})
	observations(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Arg("property", () => String, {
			nullable: true,
			description: "Only this property, for example service_locations.",
		})
		property?: string,
	) {
		return observationsFor(context, "network_id", id, property ? [property] : undefined);
	}

	@FieldResolver(() => [Observation], {
		description:
			"Published annual figures, by year; if sources disagree, all of them, one of which is accepted for each year. `seriesBreak` marks years that cannot be compared with earlier ones.",
	})
	async metrics(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Arg("fiscalYears", () => [Int], { nullable: true, description: "Only these years." })
		fiscalYears?: number[],
		@Arg("metrics", () => [String], {
			nullable: true,
			description: "Only these metrics, for example new_sales.",
		})
		metrics?: string[],
		@Arg("accepted", () => Boolean, {
			nullable: true,
			description:
				"true: only the accepted figure of each metric and year, which gives a series. false: only the others.",
		})
		accepted?: boolean,
	) {
		const all = await observationsFor(context, "network_id", id, metrics);
		return all.filter(
			(one) =>
				typeof one.fiscalYear === "number" &&
				(!fiscalYears || fiscalYears.includes(one.fiscalYear)) &&
				(typeof accepted !== "boolean" || one.accepted === accepted),
		);
	}
}
