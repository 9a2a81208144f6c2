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
import { HostKind } from "../../../shared/host-kind.ts";
import { checkKnown, checkSearch, checkStates } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { centerById } from "./load.ts";
import { awardsLoader } from "./loaders.ts";
import { toAward, toAwardObservation, toCenter } from "./present.ts";
import { centerPage, centersByIds, countCenters } from "./queries.ts";
import { Award, MepCenter } from "./type.ts";

@InputType({
	description:
		"Which centers are listed. All given conditions must match; a list matches if one of its values does.",
})
class MepCenterWhere {
	@Field(() => [ID], { nullable: true, description: "Centers by id." })
	ids?: string[] | null;
	@Field(() => [String], { nullable: true, description: "States, ISO 3166-2, for example US-GA." })
	states?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description: "Part of the name of the host organization, in any case.",
	})
	hostOrganization?: string | null;
	@Field(() => [HostKind], { nullable: true, description: "Kinds of host." })
	hostKinds?: HostKind[] | null;
}

const MepCenterConnection = connectionOf("MepCenter", () => MepCenter, REFERENCE_DATA);
const LIST = "mepCenters";

@Resolver(() => MepCenter)
export class CenterResolver {
	@Query(() => MepCenterConnection, { description: "Centers of the MEP National Network, by id." })
	async mepCenters(
		@Ctx() { database }: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(60)) args: PageArgs,
		@Arg("where", () => MepCenterWhere, { nullable: true, description: "Which ones." })
		where?: MepCenterWhere,
		@Arg("search", () => String, {
			nullable: true,
			description: "Words in name, host, city or state, all of which must be found.",
		})
		search?: string,
	) {
		const page = pageRequest(LIST, 1, args, info);
		checkStates("where.states", where?.states);
		checkSearch("search", search);
		if (where?.ids)
			checkKnown(
				"where.ids",
				"MepCenter",
				where.ids,
				(await centersByIds(database, where.ids, [])).map((row) => row.id),
			);
		const filter = { ...where, search };
		const [rows, count] = await Promise.all([
			centerPage(database, filter, page, selectedNodeFields(info)),
			selectedFields(info).has("totalCount") ? countCenters(database, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.id], toCenter, count);
	}

	@Query(() => MepCenter, {
		nullable: true,
		description: "One center; null where there is none with this id.",
	})
	mepCenter(
		@Arg("id", () => ID, { description: "Its slug, for example oh-mep." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return centerById(id, context, info);
	}

	@FieldResolver(() => [Award], {
		description: "Federal awards found in sources. They are not comparable; see `period`.",
	})
	async awards(@Root() center: MepCenter, @Ctx() context: Context) {
		return (await awardsLoader(context).load(center.id)).map(toAward);
	}

	@FieldResolver(() => [Observation], {
		description: "Figures about the center, each with its source.",
	})
	async observations(
		@Root() center: MepCenter,
		@Ctx() context: Context,
		@Arg("property", () => String, {
			nullable: true,
			description: "Only this property, for example federal_award.",
		})
		property?: string,
	) {
		const all = (await awardsLoader(context).load(center.id)).map(toAwardObservation);
		return property ? all.filter((observation) => observation.property === property) : all;
	}
}
