import { Field, ID, InputType } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { checkConditions, checkSearch, checkStates } from "../../../shared/input-checks.ts";
import type { Context } from "../context.ts";
import { readHistoryFilter } from "../record/filter.ts";
import { isNaicsPrefix } from "./naics.ts";
import { type SmeFilter, unseenSmes } from "./queries.ts";

@InputType({
	description:
		"Which manufacturers are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class SmeWhere {
	@Field(() => [ID], { nullable: true, description: "Manufacturers by id." })
	ids?: string[] | null;
	@Field(() => [String], { nullable: true, description: "States, ISO 3166-2, for example US-GA." })
	states?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description: "Beginning of the NAICS code: two to six digits, or 31-33.",
	})
	naicsPrefix?: string | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: only small ones. false: only those that are not small. If unknown, neither matches.",
	})
	isSmall?: boolean | null;
	@Field(() => [String], {
		nullable: true,
		description:
			"Who registered them, as their access tokens name them (`history { by }`). For a center's staff and the program office; matches what their own center registered only.",
	})
	registeredBy?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Registered or changed since this date or time, as far as you may see changes: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00.",
	})
	updatedSince?: string | null;
}

/** Reads a filter and a search. Throws BAD_USER_INPUT, UNAUTHENTICATED or FORBIDDEN naming the argument. */
export async function readSmeFilter(
	where: SmeWhere | null | undefined,
	search: string | null | undefined,
	context: Context,
): Promise<SmeFilter> {
	checkConditions("where", where);
	checkSearch("search", search);
	checkStates("where.states", where?.states);
	if (where?.naicsPrefix && !isNaicsPrefix(where.naicsPrefix))
		throw badInput("where.naicsPrefix", `"${where.naicsPrefix}" is not two to six digits`);
	const [unknown] = where?.ids?.length
		? await unseenSmes(context.database, context.viewer, where.ids)
		: [];
	if (unknown !== undefined)
		throw badInput("where.ids", `there is no Sme with the id "${unknown}"`);
	return {
		ids: where?.ids,
		states: where?.states,
		naicsPrefix: where?.naicsPrefix,
		isSmall: where?.isSmall,
		search,
		history: await readHistoryFilter(where ?? {}, context),
	};
}
