import type { Context } from "../context.ts";
import { smeLoader } from "../sme/loaders.ts";
import { toSme } from "../sme/present.ts";
import { STORED_FIELDS } from "../sme/queries.ts";

/** The stored fields that name records of other subgraphs. */
const OWNED_ELSEWHERE: Readonly<Record<string, string>> = {
	center_id: "MepCenter",
	institute_id: "Institute",
	facility_id: "Facility",
	course_id: "Course",
	technology_id: "Technology",
	tier_id: "MembershipTier",
};
const MANUFACTURERS = new Set(["sme_id", "logged_sme_id", "merged_into"]);
const WHOLE = new Set(STORED_FIELDS);

/** The record that a value of a stored field names, as the viewer sees it. */
export async function recordNamed(
	context: Context,
	field: string,
	value: string | null | undefined,
): Promise<object | null> {
	if (!value) return null;
	if (MANUFACTURERS.has(field)) {
		const row = await smeLoader(context, WHOLE).load(value);
		return row && { __typename: "Sme", ...toSme(row) };
	}
	const type = OWNED_ELSEWHERE[field];
	return type ? { __typename: type, id: value } : null;
}
