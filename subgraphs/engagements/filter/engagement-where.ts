import { Field, ID, InputType } from "type-graphql";
import { EngagementStatus } from "../enums.ts";
import { TraceWhere } from "./trace-where.ts";

@InputType({
	description:
		"Which engagements are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class EngagementWhere extends TraceWhere {
	@Field(() => [String], { nullable: true, description: "Practices, for example LEAN." })
	practices?: string[] | null;
	@Field(() => [EngagementStatus], {
		nullable: true,
		description: "Statuses, for example SUBMITTED for those that wait for a manager.",
	})
	statuses?: EngagementStatus[] | null;
	@Field(() => [String], {
		nullable: true,
		description:
			"Who logged them, as their access tokens name them (`history { by }`). For a center's staff and the program office; matches their own records only.",
	})
	loggedBy?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Last submitted before this date or time: 2018-03-07 (midnight UTC) or 2018-03-07T08:30:00-05:00. With the status SUBMITTED: those that wait since then. For a center's staff and the program office; matches their own records only.",
	})
	submittedBefore?: string | null;
	@Field(() => Boolean, {
		nullable: true,
		description: "Whether they were logged after their quarter had been reported.",
	})
	late?: boolean | null;
	@Field(() => [ID], {
		nullable: true,
		description:
			"Imports that created or changed them. For a center's staff and the program office; matches their own records only.",
	})
	batchIds?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Words in the title, note, practice or manufacturer's name, in any language, order and case, all of which must be found.",
	})
	search?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Created or changed since this date or time, as far as you may see changes: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00.",
	})
	updatedSince?: string | null;
}
