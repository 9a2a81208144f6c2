import { Field, ID, InputType } from "type-graphql";
import { EngagementStatus } from "../enums.ts";
import { TraceWhere } from "./trace-where.ts";

@InputType({
	description:
		"Which engagements are listed. All conditions given must hold; a list holds when one of it does, an empty one never. What is left out or null is no condition.",
})
export class EngagementWhere extends TraceWhere {
	@Field(() => [String], { nullable: true, description: "Practices, for example LEAN." })
	practices?: string[] | null;
	@Field(() => [EngagementStatus], {
		nullable: true,
		description: "Statuses, for example SUBMITTED for what waits for a manager.",
	})
	statuses?: EngagementStatus[] | null;
	@Field(() => [String], {
		nullable: true,
		description:
			"Who logged them, as their access tokens name them (`history { by }`). For a center's staff and the program office; matches their own records only.",
	})
	loggedBy?: string[] | null;
	@Field(() => [ID], {
		nullable: true,
		description:
			"Imports that made or changed them. For a center's staff and the program office; matches their own records only.",
	})
	batchIds?: string[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Words in the title, the note, the practice or the manufacturer's name, in any language, order and case, each of which must be found.",
	})
	search?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Made or changed since this date or moment, as far as you may see changes: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00.",
	})
	updatedSince?: string | null;
}
