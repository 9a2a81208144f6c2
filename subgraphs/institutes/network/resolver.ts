import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { InstituteConnection, sponsorsOf } from "../institute/resolver.ts";
import type { Context } from "../loaders.ts";
import { listOf } from "../page.ts";
import { toInstitute, toObservation } from "../present.ts";
import { NETWORKS } from "./networks.ts";
import { Network } from "./type.ts";

@Resolver(() => Network)
export class NetworkResolver {
	@Query(() => [Network], { description: "The networks." })
	networks() {
		return NETWORKS;
	}

	@Query(() => Network, {
		nullable: true,
		description: "One network; null where there is none with this id.",
	})
	network(
		@Arg("id", () => ID, { description: "Its slug, for example manufacturing-usa." }) id: string,
	) {
		return NETWORKS.find((network) => network.id === id) ?? null;
	}

	@FieldResolver(() => InstituteConnection, { description: "Its institutes, by id." })
	institutes(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
	) {
		return listOf(
			"institutes",
			"Institute",
			{ sponsors: sponsorsOf([id]) },
			{ first, after },
			toInstitute,
			context,
			info,
		);
	}

	@FieldResolver(() => [Observation], {
		description:
			"Published annual figures, by year. Definitions change from year to year: do not read a series as a trend.",
	})
	async metrics(
		@Root() { id }: Network,
		@Ctx() { loaders }: Context,
		@Arg("fiscalYears", () => [Int], { nullable: true, description: "Only these years." })
		fiscalYears?: number[],
		@Arg("metrics", () => [String], {
			nullable: true,
			description: "Only these metrics, for example new_sales.",
		})
		metrics?: string[],
	) {
		const rows = await loaders.observations("network_id").load(id);
		return rows
			.filter(
				(row) =>
					!fiscalYears || (row.fiscal_year !== null && fiscalYears.includes(row.fiscal_year)),
			)
			.filter((row) => !metrics || metrics.includes(row.property))
			.map(toObservation);
	}
}
