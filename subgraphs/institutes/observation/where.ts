import { Field, ID, InputType, Int } from "type-graphql";

@InputType({
	description:
		"Which observations are listed. All given conditions must match; a list matches if one of its values does. Given both institutes and networks, either may match.",
})
export class ObservationWhere {
	@Field(() => [ID], { nullable: true, description: "Of these institutes." })
	instituteIds?: string[] | null;
	@Field(() => [ID], { nullable: true, description: "Of these networks." })
	networkIds?: string[] | null;
	@Field(() => [String], { nullable: true, description: "What was observed." })
	properties?: string[] | null;
	@Field(() => [Int], { nullable: true, description: "Fiscal years of annual figures." })
	fiscalYears?: number[] | null;
	@Field(() => [ID], { nullable: true, description: "Those with one of these doubts." })
	doubtIds?: string[] | null;
	@Field(() => Boolean, {
		nullable: true,
		description: "true: only accepted ones. false: only the others.",
	})
	accepted?: boolean | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Words in the figure, its subject's names, its property or its document, in any language, all of which must be found; simplified and traditional Chinese match each other.",
	})
	search?: string | null;
	@Field(() => [ID], {
		nullable: true,
		description:
			"Ids of documents, see `documents`, or hosts of web pages, as Source.document names them.",
	})
	documents?: string[] | null;
	@Field(() => [Int], {
		nullable: true,
		description: "Fiscal years of annual figures, and years of the dates of others.",
	})
	years?: number[] | null;
	@Field(() => Boolean, {
		nullable: true,
		description:
			"true: only those that there is a doubt about, settled or open. false: the others.",
	})
	inDoubt?: boolean | null;
}
