import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { groupBy } from "../../../shared/loader-results.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { checkCenter } from "../filter/check-ids.ts";
import { COLUMNS } from "../import/parse-row.ts";
import { requestIdOf } from "../record/idempotency.ts";
import { checkInsideOf } from "../record/policy.ts";
import { cellsOf } from "./cells.ts";
import { countExported, exportPage, rowClaims } from "./queries.ts";
import { ExportedEngagement } from "./type.ts";

const ExportedEngagementConnection = connectionOf("ExportedEngagement", () => ExportedEngagement);
const LIST = "exported engagements";

@Resolver()
export class ExportResolver {
	@Query(() => [String], {
		description: "The columns of imports and exports of engagements, in order.",
	})
	importColumns() {
		return COLUMNS;
	}

	@Query(() => ExportedEngagementConnection, {
		description:
			"A center's engagements that are not void, as rows of a file that can be imported again without changes; GET /exports/engagements.csv returns the whole file. For the center's staff and the program office.",
	})
	async exportedEngagements(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("centerId", () => ID, { description: "The center." }) centerId: string,
		@Args(pageArgs(200)) args: PageArgs,
	) {
		const { database, viewer } = context;
		const actor = checkInsideOf(viewer, centerId, "centerId");
		const page = pageRequest(LIST, 1, args, info);
		await checkCenter(context, "centerId", centerId);
		const requests = requestIdOf(actor, "");
		const [rows, count] = await Promise.all([
			exportPage(database, viewer, centerId, { subject: actor.subject, requests }, page),
			selectedFields(info).has("totalCount")
				? countExported(database, viewer, centerId)
				: undefined,
		]);
		const ids = rows.slice(0, page.first).map((row) => row.id);
		const claims = await rowClaims(database, viewer, ids);
		const claimsOf = new Map(
			groupBy(ids, claims, (claim) => claim.engagement_id).map((of, index) => [ids[index], of]),
		);
		return pageOf(
			LIST,
			page,
			rows,
			(row) => [row.id],
			(row) => ({
				engagementId: row.id,
				cells: cellsOf(
					row,
					row.request_id?.slice(requests.length) ?? row.id,
					claimsOf.get(row.id) ?? [],
				),
			}),
			count,
		);
	}
}
