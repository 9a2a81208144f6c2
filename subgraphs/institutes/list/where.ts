import type { Sql } from "sql-template-tag";
import { Field, ID, InputType } from "type-graphql";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Context } from "../context.ts";
import { checkIds, checkInstitutes } from "./check-ids.ts";

/** A filter of what institutes have. */
export type OwnedWhere = { ids?: string[] | null; instituteIds?: string[] | null };

/** The input type of such a filter. */
export function whereOf(name: string) {
	@InputType(`${name}Where`, {
		description: `Which ones are listed. All given conditions must match; a list matches if one of its values does.`,
	})
	class Where {
		@Field(() => [ID], { nullable: true, description: "By id." })
		ids?: string[] | null;
		@Field(() => [ID], { nullable: true, description: "Of these institutes." })
		instituteIds?: string[] | null;
	}
	return Where;
}

/** Reads a filter. Throws BAD_USER_INPUT naming the argument with an id that does not exist. */
export async function readOwnedWhere(
	where: OwnedWhere | undefined,
	table: { name: string; type: string },
	context: Context,
): Promise<Sql[]> {
	const { ids, instituteIds } = where ?? {};
	await checkIds(context, "where.ids", table, ids);
	await checkInstitutes(context, "where.instituteIds", instituteIds);
	return [
		...(ids ? [sqlIn("t.id", ids)] : []),
		...(instituteIds ? [sqlIn("t.institute_id", instituteIds)] : []),
	];
}
