import { Field, ID, InputType } from "type-graphql";
import { parsePartialDate } from "../../../shared/dates.ts";
import { badInput } from "../../../shared/errors.ts";
import { checkConditions } from "../../../shared/input-checks.ts";
import { checkEntitiesExist } from "../../../shared/subgraph/subgraph-client.ts";
import type { Context } from "../context.ts";
import { Visibility } from "../enums.ts";
import { rootsOf, unseenSmes } from "../sme/queries.ts";
import type { MembershipFilter } from "./queries.ts";

@InputType({
	description:
		"Which memberships are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class MembershipWhere {
	@Field(() => [ID], { nullable: true, description: "Manufacturers that are members." })
	smeIds?: string[] | null;
	@Field(() => [ID], { nullable: true, description: "Institutes that they are members of." })
	instituteIds?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"A day, 2018-03-07, on which they may have been in force: begun by then, or since an unknown day, and not ended before.",
	})
	inForceOn?: string | null;
	@Field(() => [Visibility], {
		nullable: true,
		description: "Who may see them: CONFIDENTIAL for those that centers recorded.",
	})
	visibilities?: Visibility[] | null;
}

const INSTITUTES = { subgraph: "institutes", type: "Institute" };

/** Reads a filter. Throws BAD_USER_INPUT naming the condition. */
export async function readMembershipFilter(
	where: MembershipWhere,
	{ database, viewer, ask }: Context,
): Promise<MembershipFilter> {
	checkConditions("where", where);
	const { smeIds, instituteIds, inForceOn, visibilities } = where;
	const day = typeof inForceOn === "string" ? parsePartialDate(inForceOn) : undefined;
	if (typeof inForceOn === "string" && (!day || day.first !== day.last))
		throw badInput("where.inForceOn", `"${inForceOn}" is not a day; write 2018-03-07`);
	const [unknown] = smeIds?.length ? await unseenSmes(database, viewer, smeIds) : [];
	if (unknown !== undefined)
		throw badInput("where.smeIds", `there is no Sme with the id "${unknown}"`);
	if (instituteIds?.length)
		await checkEntitiesExist(ask, INSTITUTES, "where.instituteIds", instituteIds);
	return {
		smeIds: smeIds && (await rootsOf(database, smeIds)),
		instituteIds,
		inForceOn: day?.first,
		visibilities,
	};
}
